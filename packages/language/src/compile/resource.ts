import {
  type Address,
  type DeclarationProblem,
  type DeclaredResource,
  type Diagnostic,
  errorDiagnostic,
  formatAddress,
  isJsonArray,
  type Json,
  type JsonObject,
  type Declaration as ModuleDeclaration,
  type RunAs,
  type Taint,
} from '@setpoint/model';
import { evaluateValue, strongest } from '../expression/evaluate.ts';
import { hasExpressions } from '../expression/parts.ts';
import type { Evaluated, Scope } from '../expression/scope.ts';
import type { ResourceDeclaration } from '../playbook/draft.ts';
import { textsIn } from '../secret/masks.ts';
import { type CheckOptions, checkEvaluated, checkWritten } from '../validate/check.ts';
import { applySourceText } from '../validate/source-text.ts';
import { resourceSchemaId } from '../validate/validator.ts';
import { entryOf, keySpan, objectOf, rawText, spanOf, type YamlValue } from '../yaml/value.ts';
import { type MadeBody, makeBody } from './body.ts';
import type { Instance, PlacedText } from './expand.ts';
import { originsOf } from './origins.ts';
import type { CompileRun } from './run.ts';

/** A compiled resource with what is checked once all resources of the node are known. */
export type CompiledResource = {
  readonly resource: DeclaredResource;
  readonly claims: readonly string[];
  readonly references: readonly PlacedText[];
};

export type CompileOutcome =
  | ({ readonly kind: 'compiled'; readonly written: Address } & CompiledResource)
  /** A condition does not hold or no tag fits: the address is known, nothing else. */
  | { readonly kind: 'left-out'; readonly written: Address | undefined }
  | { readonly kind: 'failed'; readonly written: Address | undefined };

/** Checks a declaration as far as no node is needed; true when it is sound. Told once, however many nodes there are. */
export function checkDeclaration(run: CompileRun, declaration: ResourceDeclaration): boolean {
  const problems = checkWritten(checkOptions(run, declaration));
  for (const problem of problems) run.gather.report(problem);
  return problems.length === 0;
}

function checkOptions(run: CompileRun, { module, properties }: ResourceDeclaration): CheckOptions {
  const { schema, type } = module;
  return { validate: run.validate, schemaId: resourceSchemaId(type), schema, properties, owner: `\`${type}\`` };
}

/** Compiles one resource for one node. */
export function compileResource(run: CompileRun, instance: Instance, isSound: boolean): CompileOutcome {
  const { declaration, scope, inherited } = instance;
  const identity = identityText(declaration, isSound && inherited.isWanted ? scope : { ...scope, report: () => {} });
  const written = identity === undefined ? undefined : formatAddress(declaration.module.type, identity);
  if (!inherited.isWanted || !hasWantedTag(run, inherited.tags)) return { kind: 'left-out', written };
  const account = runAsOf(instance);
  if (!isSound || identity === undefined || written === undefined || account === undefined)
    return { kind: 'failed', written };
  const values = evaluateProperties(declaration, scope);
  if (values === undefined) return { kind: 'failed', written };
  const made = makeBody({
    run,
    schema: declaration.module.schema,
    entries: declaration.properties.entries,
    values,
    scope,
    directory: declaration.directory,
  });
  if (made === undefined) return { kind: 'failed', written };
  const declared = declareOnce(run, instance, { identity, values, made });
  if (declared === undefined) return { kind: 'failed', written };
  return { kind: 'compiled', written, ...finish(instance, { values, made, declared, runAs: account.runAs }) };
}

function hasWantedTag({ tags }: CompileRun, own: readonly string[]): boolean {
  return tags === undefined || own.some((tag) => tags.has(tag));
}

function identityText({ identity, module }: ResourceDeclaration, scope: Scope): string | undefined {
  if (typeof identity.value === 'number') return rawText(identity);
  const evaluated = evaluateValue(identity, scope);
  if (evaluated === undefined) return undefined;
  const { value, taint } = evaluated;
  if (taint === undefined && typeof value === 'string' && value !== '') return value;
  if (taint === undefined && typeof value === 'number') return String(value);
  scope.report(
    errorDiagnostic('SP221', {
      detail:
        taint === undefined
          ? `The identity of \`${module.type}\` must be a text, but the expression gives ${value === '' ? 'an empty text' : isJsonArray(value) ? 'a list' : value === null ? 'nothing' : `a ${typeof value}`}.`
          : `The identity of \`${module.type}\` holds a secret. Identities are shown in every output.`,
      hint: 'Name the object by a text that everybody may see.',
      span: spanOf(identity),
    }),
  );
  return undefined;
}

function evaluateProperties(
  { properties, module }: ResourceDeclaration,
  scope: Scope,
): ReadonlyMap<string, Evaluated> | undefined {
  const values = new Map<string, Evaluated>();
  let isComplete = true;
  for (const entry of properties.entries) {
    const evaluated = evaluateValue(entry.value, scope);
    isComplete &&= evaluated !== undefined;
    if (evaluated === undefined) continue;
    const value = applySourceText(evaluated.value, entry.value, module.schema.properties?.[entry.key]);
    values.set(entry.key, value === evaluated.value ? evaluated : { ...evaluated, value });
  }
  return isComplete ? values : undefined;
}

type Input = {
  readonly identity: string;
  readonly values: ReadonlyMap<string, Evaluated>;
  readonly made: MadeBody | 'none';
};

type Declared = { readonly identity: string; readonly declared: Json; readonly claims: readonly string[] };

type Declaring =
  | ({ readonly kind: 'declared' } & Declared)
  | { readonly kind: 'invalid'; readonly problems: readonly Diagnostic[] };

/** Results by declaration and by what it evaluated to: equal resources on a thousand nodes are declared once. */
const declaredByInput = new WeakMap<ResourceDeclaration, Map<string, Declaring>>();

function declareOnce(run: CompileRun, { declaration, scope }: Instance, input: Input): Declared | undefined {
  const properties = objectOf([...input.values].map(([name, evaluated]) => [name, evaluated.value]));
  const digest = input.made === 'none' ? '' : input.made.body.sha256;
  const key = JSON.stringify([input.identity, digest, isStatic(declaration) ? null : properties]);
  const known = declaredByInput.get(declaration) ?? new Map<string, Declaring>();
  declaredByInput.set(declaration, known);
  const result = known.get(key) ?? declare(run, declaration, { ...input, properties });
  known.set(key, result);
  if (result.kind === 'declared') return result;
  for (const problem of result.problems) scope.report(problem);
  return undefined;
}

function isStatic({ properties }: ResourceDeclaration): boolean {
  return !hasExpressions(properties);
}

function declare(
  run: CompileRun,
  declaration: ResourceDeclaration,
  input: Input & { readonly properties: JsonObject },
): Declaring {
  const { module } = declaration;
  const problems = isStatic(declaration) ? [] : checkEvaluated(checkOptions(run, declaration), input.properties);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const body = input.made === 'none' ? {} : { body: input.made.body };
  const result: ModuleDeclaration = module.declare({ identity: input.identity, properties: input.properties, ...body });
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

/** The account to act as; undefined after a problem. */
function runAsOf({ inherited, scope }: Instance): { readonly runAs: RunAs } | undefined {
  if (inherited.sudo === undefined) return { runAs: undefined };
  const value = evaluateValue(inherited.sudo, scope)?.value;
  if (value === undefined) return undefined;
  if (value === true) return { runAs: 'root' };
  if (value === false || (typeof value === 'string' && value !== '')) return { runAs: value };
  scope.report(
    errorDiagnostic('SP204', {
      detail: '`sudo` must be true, false or the name of an account.',
      hint: 'Write `sudo: true` for root.',
      span: spanOf(inherited.sudo),
    }),
  );
  return undefined;
}

type Finished = Omit<Input, 'identity'> & { readonly declared: Declared; readonly runAs: RunAs };

function finish(
  { declaration, scope, inherited }: Instance,
  { values, made, declared, runAs }: Finished,
): CompiledResource {
  const { module, properties } = declaration;
  const taint = taintsOf(declaration, { values, made }, scope);
  const address = formatAddress(module.type, declared.identity);
  const resource: DeclaredResource = {
    address,
    type: module.type,
    declared: declared.declared,
    source: declaration.span,
    after: [],
    tags: inherited.tags,
    taint,
    get origins() {
      return originsOf({ entries: properties.entries, values, taint, scope });
    },
    ...(runAs === undefined ? {} : { runAs }),
  };
  const claims = new Set([address, ...declared.claims]);
  return { resource, claims: [...claims], references: [...inherited.after, ...addressesIn(declaration, values)] };
}

function taintsOf(
  { module, meta }: ResourceDeclaration,
  { values, made }: Pick<Input, 'values' | 'made'>,
  scope: Scope,
): Readonly<Record<string, Taint>> {
  const taints: Record<string, Taint> = {};
  for (const [name, { taint, value }] of values) {
    const isDeclared =
      meta.sensitive === true ||
      meta.sensitive.includes(name) ||
      module.schema.properties?.[name]?.['x-sensitive'] === true;
    if (isDeclared) for (const text of textsIn(value)) if (text !== '') scope.evaluator.secrets.learn(text);
    const found = isDeclared ? 'whole' : taint;
    if (found !== undefined) taints[name] = found;
  }
  if (made === 'none') return taints;
  const content = strongest([made.taint, taints[made.property]]);
  return content === undefined ? taints : { ...taints, [made.property]: content, content };
}

/** The texts of properties that name other resources. */
function addressesIn(
  { module, properties }: ResourceDeclaration,
  values: ReadonlyMap<string, Evaluated>,
): readonly PlacedText[] {
  return properties.entries.flatMap((entry) => {
    const schema = module.schema.properties?.[entry.key];
    const items = schema?.['items'];
    const isAddress =
      schema?.['x-address'] === true || (typeof items === 'object' && items !== null && 'x-address' in items);
    if (!isAddress) return [];
    const evaluated = values.get(entry.key);
    // A secret is no address; it would be quoted as one that is not declared.
    if (evaluated?.taint !== undefined) return [];
    const value = evaluated?.value;
    const texts = isJsonArray(value) ? value : [value ?? null];
    return texts.flatMap((text, index) =>
      typeof text === 'string' ? [{ text, value: itemAt(entry.value, index) }] : [],
    );
  });
}

function itemAt(value: YamlValue, index: number): YamlValue {
  return value.kind === 'list' ? (value.items[index] ?? value) : value;
}
