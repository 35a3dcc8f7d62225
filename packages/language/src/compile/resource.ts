import {
  type Address,
  type DeclaredResource,
  errorDiagnostic,
  formatAddress,
  isJsonArray,
  type RunAs,
  type Taint,
  type Withheld,
} from '@setpoint/model';
import { evaluateValue, strongest } from '../expression/evaluate.ts';
import { type Evaluated, type Scope, untainted } from '../expression/scope.ts';
import { writtenBehind } from '../expression/written-behind.ts';
import type { ResourceDeclaration } from '../playbook/draft.ts';
import { textsIn } from '../secret/masks.ts';
import { applySourceText } from '../validate/source-text.ts';
import { rawText, spanOf, type YamlValue } from '../yaml/value.ts';
import { type MadeBody, makeBody } from './body.ts';
import { confirmWithinOf } from './confirm-within.ts';
import { type Declared, declareOnce, emptyBody, type Input } from './declare.ts';
import type { Instance, NodeInstance, PlacedText } from './expand.ts';
import { refuseExposedSecrets } from './exposed-secret.ts';
import { originsOf } from './origins.ts';
import type { CompileRun } from './run.ts';
import { readTexts, type Texts } from './texts.ts';
import { addTrees } from './trees.ts';
import { tellUnread, type Unread, unreadOf, withheldFor } from './withhold.ts';

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

/**
 * Compiles one resource for one node. What is wrong with one property does not hide what is wrong with another: all properties are
 * evaluated, and where only the content is missing, the module judges the rest.
 */
export function compileResource(run: CompileRun, instance: NodeInstance, isSound: boolean): CompileOutcome {
  const { declaration, scope, inherited } = instance;
  const identity = identityText(declaration, inherited.isWanted ? scope : { ...scope, report: () => {} });
  const written = identity === undefined ? undefined : formatAddress(declaration.module.type, identity);
  if (!inherited.isWanted || !hasWantedTag(run, inherited.tags)) return { kind: 'left-out', written };
  const account = runAsOf(instance);
  const { values, failed } = evaluateProperties(declaration, scope);
  const isSafe = refuseExposedSecrets(declaration, values, scope);
  const made = makeContent(run, instance, values);
  const texts = namedTexts(run, instance, values);
  if (!isSound || !isSafe || identity === undefined || written === undefined || account === undefined) {
    return { kind: 'failed', written };
  }
  if (failed.length === 0 && made !== undefined) {
    return compileEvaluated(run, instance, { identity, written, values, made, texts, account });
  }
  if (texts !== undefined) judgeWithoutContent(run, instance, { identity, values, failed, texts });
  return { kind: 'failed', written };
}

type EvaluatedResource = Pick<Input, 'identity' | 'values' | 'made'> & {
  readonly written: Address;
  /** Undefined after a problem. */
  readonly texts: Texts | 'none' | undefined;
  readonly account: Account;
};

function compileEvaluated(run: CompileRun, instance: NodeInstance, evaluated: EvaluatedResource): CompileOutcome {
  const { identity, written, values, made, texts, account } = evaluated;
  const unread = unreadOf(instance, { values, made, account });
  if (unread !== undefined) return compileUnread(run, instance, { ...evaluated, unread });
  const declared = texts === undefined ? undefined : declareOnce(run, instance, { identity, values, made, texts });
  if (declared === undefined) return { kind: 'failed', written };
  const open = withheldFor(run, instance, { unread, declared: declared.declared, canAsk: true });
  return { kind: 'compiled', written, ...finish(instance, { values, made, declared, runAs: account.runAs, ...open }) };
}

type Unreadable = EvaluatedResource & { readonly unread: Unread };

/** A resource that depends on secrets which were not read: as much of it as can be judged is, and the rest is left open. */
function compileUnread(run: CompileRun, instance: NodeInstance, known: Unreadable): CompileOutcome {
  const { identity, written, made, texts, unread, account } = known;
  const { values } = unread;
  // What a stand-in seems to get wrong need not be wrong.
  const quiet = { ...instance, scope: { ...instance.scope, report: () => {} } };
  const declared = texts === undefined ? undefined : declareOnce(run, quiet, { identity, values, made, texts });
  if (declared === undefined) {
    tellUnread(instance, unread);
    return { kind: 'left-out', written };
  }
  const canAsk = account.needs === undefined;
  const open = withheldFor(run, instance, { unread, declared: declared.declared, canAsk });
  return { kind: 'compiled', written, ...finish(instance, { values, made, declared, runAs: account.runAs, ...open }) };
}

function makeContent(run: CompileRun, { declaration, scope }: Instance, values: Input['values']): Content {
  const { module, properties, directory } = declaration;
  return makeBody({ run, schema: module.schema, entries: properties.entries, values, scope, directory });
}

type Content = ReturnType<typeof makeBody>;

function namedTexts(run: CompileRun, { declaration, scope }: Instance, values: Input['values']) {
  const { module, properties, directory } = declaration;
  const request = { run, schema: module.schema, entries: properties.entries, values, scope, directory };
  return addTrees(readTexts(request), request);
}

type Incomplete = {
  readonly identity: string;
  readonly values: Input['values'];
  /** Properties whose expressions failed. */
  readonly failed: readonly string[];
  readonly texts: Texts | 'none';
};

/** An empty content stands for the one that failed, so that only problems of the other properties are told. */
function judgeWithoutContent(run: CompileRun, instance: NodeInstance, incomplete: Incomplete): void {
  const { identity, values, failed, texts } = incomplete;
  const { module, properties } = instance.declaration;
  const sources = properties.entries.filter((entry) => module.schema.properties?.[entry.key]?.['x-body'] !== undefined);
  const [source, second] = sources;
  if (source === undefined || second !== undefined || failed.some((name) => name !== source.key)) return;
  const made: MadeBody = { body: emptyBody, property: source.key, taint: undefined };
  const isList = module.schema.properties?.[source.key]?.['x-body'] === 'fragments';
  const standIn = untainted(isList ? ['-'] : '-');
  declareOnce(run, instance, { identity, values: new Map([...values, [source.key, standIn]]), made, texts });
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
): { readonly values: ReadonlyMap<string, Evaluated>; readonly failed: readonly string[] } {
  const values = new Map<string, Evaluated>();
  const failed: string[] = [];
  for (const entry of properties.entries) {
    const evaluated = evaluateValue(entry.value, scope);
    if (evaluated === undefined) failed.push(entry.key);
    else {
      const written = typeof evaluated.value === 'string' ? undefined : writtenBehind(entry.value, scope);
      const value = applySourceText(evaluated.value, written, module.schema.properties?.[entry.key]);
      values.set(entry.key, value === evaluated.value ? evaluated : { ...evaluated, value });
    }
  }
  return { values, failed };
}

/** The account to act as, as far as it is known. */
type Account = { readonly runAs: RunAs } & Pick<Evaluated, 'needs'>;

/** The account to act as; undefined after a problem. */
function runAsOf({ inherited, scope }: Instance): Account | undefined {
  if (inherited.sudo === undefined) return { runAs: undefined };
  const evaluated = evaluateValue(inherited.sudo, scope);
  if (evaluated?.taint !== undefined && evaluated.needs !== undefined)
    return { runAs: undefined, needs: evaluated.needs };
  const value = evaluated?.value;
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

type Finished = Omit<Input, 'identity' | 'texts'> & {
  readonly declared: Declared;
  readonly runAs: RunAs;
  readonly withheld?: Withheld;
};

function finish(instance: Instance, { values, made, declared, runAs, withheld }: Finished): CompiledResource {
  const { declaration, scope, inherited } = instance;
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
    ...(withheld === undefined ? {} : { withheld }),
    ...(runAs === undefined ? {} : { runAs }),
    ...confirmWithinOf(instance),
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
