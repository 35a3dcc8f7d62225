import {
  type Body,
  type DeclarationProblem,
  type Diagnostic,
  errorDiagnostic,
  type Json,
  type JsonObject,
  type Declaration as ModuleDeclaration,
  type SettingsFiles,
} from '@setpoint/model';
import { hasExpressions } from '../expression/parts.ts';
import type { Evaluated } from '../expression/scope.ts';
import { metaKeys, type ResourceDeclaration } from '../playbook/draft.ts';
import { type CheckOptions, checkEvaluated, checkWritten } from '../validate/check.ts';
import { resourceSchemaId } from '../validate/validator.ts';
import { entryOf, keySpan, objectOf, spanOf } from '../yaml/value.ts';
import type { MadeBody } from './body.ts';
import type { NodeInstance } from './expand.ts';
import type { CompileRun } from './run.ts';
import type { Texts } from './texts.ts';

/** Checks a declaration as far as no node is needed; true when it is sound. Told once, however many nodes there are. */
export function checkDeclaration(run: CompileRun, declaration: ResourceDeclaration): boolean {
  const problems = checkWritten(checkOptions(run, declaration));
  for (const problem of problems) run.gather.report(problem);
  return problems.length === 0;
}

function checkOptions(run: CompileRun, { module, properties }: ResourceDeclaration): CheckOptions {
  const { schema, type } = module;
  return {
    validate: run.validate,
    schemaId: resourceSchemaId(type),
    schema,
    properties,
    owner: `\`${type}\``,
    beside: metaKeys,
  };
}

/** What a module is given, beside the declaration. */
export type Input = {
  readonly identity: string;
  readonly values: ReadonlyMap<string, Evaluated>;
  readonly made: MadeBody | 'none';
  readonly texts: Texts | 'none';
};

/** What a module made of it. */
export type Declared = { readonly identity: string; readonly declared: Json; readonly claims: readonly string[] };

type Declaring =
  | ({ readonly kind: 'declared' } & Declared)
  | { readonly kind: 'invalid'; readonly problems: readonly Diagnostic[] };

/** Results by declaration and by what it evaluated to: equal resources on a thousand nodes are declared once. */
const declaredByInput = new WeakMap<ResourceDeclaration, WeakMap<object, Map<string, Declaring>>>();

/** Stands for the settings of nodes that bring no files along. */
const noFiles: SettingsFiles = {};

function knownFor(declaration: ResourceDeclaration, files: SettingsFiles = noFiles): Map<string, Declaring> {
  const byFiles = declaredByInput.get(declaration) ?? new WeakMap<object, Map<string, Declaring>>();
  declaredByInput.set(declaration, byFiles);
  // A driver has one such setting at most, and nodes that name the same file share its content.
  const key = Object.values(files)[0] ?? noFiles;
  const known = byFiles.get(key) ?? new Map<string, Declaring>();
  byFiles.set(key, known);
  return known;
}

/**
 * Asks the module, once per input; undefined after a problem, which is reported for every node. A module that needs a file which
 * has problems itself is not asked: what it would say about the missing file is told already.
 */
export function declareOnce(
  run: CompileRun,
  { declaration, scope, node }: NodeInstance,
  input: Input,
): Declared | undefined {
  const properties = objectOf([...input.values].map(([name, evaluated]) => [name, evaluated.value]));
  const texts = input.texts === 'none' ? '' : input.texts.key;
  const key = JSON.stringify([
    input.identity,
    contentKey(input.made),
    texts,
    isStatic(declaration) ? null : properties,
  ]);
  const { files, lacksFiles } = node.connection;
  if (lacksFiles === true) return undefined;
  const known = knownFor(declaration, files);
  const result = known.get(key) ?? declare(run, declaration, { ...input, properties, files });
  known.set(key, result);
  if (result.kind === 'declared') return result;
  for (const problem of result.problems) scope.report(problem);
  return undefined;
}

/** The stand-in for a content that failed is not the same as a content that is empty. */
function contentKey(made: Input['made']): string {
  if (made === 'none') return '';
  return made.body === emptyBody ? 'failed' : `${made.body.sha256} ${made.mode ?? ''}`;
}

function isStatic({ properties }: ResourceDeclaration): boolean {
  return !hasExpressions(properties);
}

function declare(
  run: CompileRun,
  declaration: ResourceDeclaration,
  input: Input & { readonly properties: JsonObject; readonly files: SettingsFiles | undefined },
): Declaring {
  const { module } = declaration;
  const problems = isStatic(declaration) ? [] : checkEvaluated(checkOptions(run, declaration), input.properties);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const body = input.made === 'none' ? {} : { body: input.made.body };
  const bodyMode = input.made === 'none' || input.made.mode === undefined ? {} : { bodyMode: input.made.mode };
  const files = input.files === undefined ? {} : { files: input.files };
  const result: ModuleDeclaration = module.declare({
    identity: input.identity,
    properties: input.properties,
    ...body,
    ...bodyMode,
    ...files,
    ...(input.texts === 'none' ? {} : { texts: input.texts.byProperty }),
    ...(input.texts === 'none' || input.texts.trees === undefined ? {} : { trees: input.texts.trees }),
  });
  if (result.kind === 'invalid') {
    return { kind: 'invalid', problems: result.problems.map((problem) => placeProblem(declaration, problem)) };
  }
  const claims = module.claims?.(result.declared) ?? [];
  return { kind: 'declared', identity: result.identity, declared: result.declared, claims };
}

function placeProblem(declaration: ResourceDeclaration, { property, detail, hint }: DeclarationProblem) {
  const entry = entryOf(declaration.properties, property.split(/[.[]/)[0] ?? '');
  const span =
    entry === undefined
      ? spanOf(declaration.identity)
      : entry.value.kind === 'scalar'
        ? spanOf(entry.value)
        : keySpan(entry);
  return errorDiagnostic('SP220', {
    detail,
    span,
    hint: hint ?? `\`setpoint schema ${declaration.module.type}\` describes the properties.`,
  });
}

/** The content that stands for one that failed, so that the module can judge the rest. */
export const emptyBody: Body = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sizeBytes: 0,
  text: '',
};
