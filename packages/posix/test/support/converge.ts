import { createHash } from 'node:crypto';
import {
  type Answers,
  type Body,
  type BodyStore,
  type Channel,
  type Diagnostic,
  type Edit,
  type Json,
  type JsonObject,
  maxTextBytes,
  type Observed,
  type Operation,
  type Outcome,
  type Queries,
  queryKey,
  type ResourceModule,
} from '@setpoint/model';
import type { ArchiveBody } from '@setpoint/testkit';
import { foundValue } from '../../src/queries/query-kind.ts';

/** What is declared of the resource; `body` is the text of its body property or its archive. */
export type Declared = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly body?: string | ArchiveBody;
};

/** What came of one round: the plan, what was done, and what a second plan would still change. */
export type Converged = {
  readonly edits: readonly Edit[];
  readonly titles: readonly string[];
  readonly outcomes: readonly Outcome[];
  /** Edits that are still needed afterwards: none when the resource converged. */
  readonly remaining: readonly Edit[];
  /** Edits that the module's own prediction would still need: none when it foresaw its effect. */
  readonly predicted: readonly Edit[];
  readonly problems: readonly Diagnostic[];
};

/** Plans one resource on a node, executes the operations in one wave and reads the node again, as an apply does. */
export async function converge(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  module: ResourceModule,
  declared: Declared,
): Promise<Converged> {
  const state = declareOrThrow(module, declared, node.bodies);
  const answers = await askAll(node.channel, module, state);
  const { observed, problems } = module.observe(state, answers);
  const edits = module.diff(state, observed);
  const operations = isUnreadable(observed, edits) ? [] : module.operations(state, edits, observed).operations;
  const titles = operations.map((operation) => operation.title);
  const predicted = editsFor(module, state, { ...answers, ...module.predict(state, answers).answers });
  if (problems.some((problem) => problem.severity === 'error')) {
    return { edits, titles, outcomes: [], remaining: edits, predicted, problems };
  }
  const outcomes = operations.length === 0 ? [] : await executeAll(node.channel, operations);
  const remaining = editsFor(module, state, await askAll(node.channel, module, state));
  return { edits, titles, outcomes, remaining, predicted, problems };
}

/** True where an apply would leave the node alone, because something of the resource could not be read. */
function isUnreadable(observed: Observed<Json>, edits: readonly Edit[]): boolean {
  return [observed, ...edits.map(({ before }) => before)].some(
    (each) => each.kind === 'unknown' && each.cause.kind !== 'after',
  );
}

/** What came of a change and of the way back from it. */
export type TakenBack = {
  readonly outcomes: readonly Outcome[];
  /** Edits that the declaration of the state before would still need. */
  readonly remaining: readonly Edit[];
  /** What is said not to come back, or why nothing does. */
  readonly lacks: readonly string[];
  readonly why: string;
};

/** Makes a change and takes it back by what had been observed and kept before it, as a rollback does. */
export async function takeBack(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  module: ResourceModule,
  declared: Declared,
): Promise<TakenBack> {
  const state = declareOrThrow(module, declared, node.bodies);
  const first = await observeAndChange(node, module, state);
  const edited = first.edits.map(({ path }) => path);
  const way = module.restore?.({ declared: state, before: first.observed, edited, kept: first.kept });
  if (way?.kind !== 'declared') return { outcomes: first.outcomes, remaining: [], lacks: [], why: way?.why ?? '' };
  const second = await observeAndChange(node, module, way.declared);
  const remaining = editsFor(module, way.declared, await askAll(node.channel, module, way.declared));
  return { outcomes: [...first.outcomes, ...second.outcomes], remaining, lacks: way.lacks ?? [], why: '' };
}

async function observeAndChange(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  module: ResourceModule,
  state: Json,
) {
  const { channel } = node;
  const { observed } = module.observe(state, await askAll(channel, module, state));
  const edits = module.diff(state, observed);
  const kept = await keep(node, module.keep?.(state, edits, observed) ?? {});
  const outcomes = await executeAll(channel, module.operations(state, edits, observed).operations);
  return { observed, edits, outcomes, kept: (sha256: string) => kept.get(sha256) };
}

/** The contents that a journal would keep, by SHA-256. */
async function keep(
  { channel, bodies }: { readonly channel: Channel; readonly bodies: BodyStore },
  queries: Queries,
): Promise<ReadonlyMap<string, Body>> {
  const kept = new Map<string, Body>();
  const answers = Object.keys(queries).length === 0 ? {} : await askEach(channel, queries);
  for (const answer of Object.values(answers)) {
    const { sha256, base64 } = foundValue<{ readonly sha256?: string; readonly base64?: string }>(answer) ?? {};
    if (sha256 === undefined || base64 === undefined) continue;
    const bytes = Buffer.from(base64, 'base64');
    bodies.put(sha256, { kind: 'bytes', bytes });
    kept.set(sha256, { sha256, sizeBytes: bytes.length });
  }
  return kept;
}

/** The operations that a plan of one resource comes to, to be executed when something has happened in between. */
export async function planOperations(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  module: ResourceModule,
  declared: Declared,
): Promise<readonly Operation[]> {
  const state = declareOrThrow(module, declared, node.bodies);
  const { observed, problems } = module.observe(state, await askAll(node.channel, module, state));
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.detail).join(' '));
  return module.operations(state, module.diff(state, observed), observed).operations;
}

/** Executes operations one after the other, each needing the one before it. */
export function executeAll(channel: Channel, operations: readonly Operation[]): Promise<readonly Outcome[]> {
  const steps = operations.map((operation, index) => ({ operation, needs: index === 0 ? [] : [index - 1] }));
  return channel.execute(steps, {});
}

/** The module's own declared form of a resource; throws what is wrong with it. */
export function declareOrThrow(module: ResourceModule, declared: Declared, bodies?: BodyStore): Json {
  const { identity, properties, body: content } = declared;
  const body = content === undefined ? undefined : addBody(content, bodies);
  const result = module.declare({ identity, properties, ...(body === undefined ? {} : { body }) });
  if (result.kind === 'invalid') throw new Error(result.problems.map((problem) => problem.detail).join(' '));
  return result.declared;
}

function addBody(content: string | ArchiveBody, bodies: BodyStore | undefined) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  bodies?.put(sha256, { kind: 'bytes', bytes });
  const known = { sha256, sizeBytes: bytes.length };
  if (typeof content !== 'string') return { ...known, members: content.members };
  return { ...known, ...(bytes.length <= maxTextBytes ? { text: content } : {}) };
}

async function askAll(channel: Channel, module: ResourceModule, state: Json): Promise<Answers> {
  return askEach(channel, module.queries(state));
}

/** The answers of the node to queries, under their names. */
async function askEach(channel: Channel, named: Queries): Promise<Answers> {
  const queries = Object.entries(named);
  const distinct = new Map(queries.map(([, query]) => [queryKey(query), query]));
  const result = await channel.ask([...distinct.values()].map((query) => ({ query })));
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  const byKey = new Map([...distinct.keys()].map((key, index) => [key, result.answers[index]]));
  return Object.fromEntries(
    queries.map(([name, query]) => [name, byKey.get(queryKey(query)) ?? { status: 'absent' as const }]),
  );
}

function editsFor(module: ResourceModule, state: Json, answers: Answers): readonly Edit[] {
  return module.diff(state, module.observe(state, answers).observed);
}
