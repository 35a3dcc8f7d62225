import {
  type Address,
  type CompiledPlay,
  type DeclaredResource,
  type Json,
  type JsonObject,
  type LockHolder,
  type Redactor,
  type ResourceModule,
  type Rollout,
  type RunEvent,
  type RunSummary,
  type Taint,
} from '@setpoint/model';
import { bundleModule, cellModule, createFakeDriver, type FakeNode, fakeDriverName } from '@setpoint/testkit';
import { applyPlan } from '../src/apply/index.ts';
import type { JournalEntry } from '../src/journal/entry.ts';
import { closeNodes, type PlannedRun, planPlays } from '../src/plan/index.ts';
import type { EngineContext } from '../src/ports.ts';

/** Everything around the engine, in memory: nodes, a clock that the test sets, a journal and the events that were told. */
export type World = {
  readonly context: EngineContext;
  readonly journal: JournalEntry[];
  readonly events: RunEvent[];
  /** Lets time pass on the engine's clock. */
  readonly wait: (ms: number) => void;
};

export type WorldOptions = {
  readonly concurrency?: number;
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal;
  readonly modules?: readonly ResourceModule[];
};

/** A world around these nodes, by name. */
export function createWorld(nodes: Readonly<Record<string, FakeNode>>, options: WorldOptions = {}): World {
  let nowMs = 0;
  const events: RunEvent[] = [];
  const driver = createFakeDriver(nodes);
  const modules = [cellModule, bundleModule, ...(options.modules ?? [])];
  const context: EngineContext = {
    modules: new Map(modules.map((module) => [module.type, module])),
    drivers: new Map([[driver.name, driver]]),
    redactor: maskingRedactor(options.secrets ?? []),
    clock: { monotonicMs: () => nowMs, nowIso: () => '2026-01-01T00:00:00.000Z' },
    emit: (event) => events.push(event),
    concurrency: options.concurrency ?? 10,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  return {
    context,
    journal: [],
    events,
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

/** A redactor that knows these secrets from the start. */
function maskingRedactor(secrets: readonly string[]): Redactor {
  return {
    add: () => undefined,
    redact: (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, '(secret)'), text),
    digest: (secret) => `keyed:${secret.length}`,
  };
}

/** Meta properties of a declared resource. */
export type Meta = {
  readonly after?: readonly Address[];
  readonly taint?: Readonly<Record<string, Taint>>;
  readonly modules?: readonly ResourceModule[];
};

/** One resource as the language hands it over, `type:identity` first. */
export function declare(address: Address, properties: JsonObject = {}, meta: Meta = {}): DeclaredResource {
  const [type = '', identity = ''] = address.split(':');
  const module = [cellModule, bundleModule, ...(meta.modules ?? [])].find((each) => each.type === type);
  const result = module?.declare({ identity, properties });
  if (result?.kind !== 'declared') throw new Error(`${address} cannot be declared`);
  const position = { line: 1, column: 1, offset: 0 };
  return {
    address,
    type,
    declared: result.declared,
    source: { file: 'playbook.yaml', start: position, end: position },
    after: meta.after ?? [],
    tags: [],
    taint: meta.taint ?? {},
    origins: {},
  };
}

/** A cell with a value. */
export function cell(name: string, value = 'x', meta: Meta = {}): DeclaredResource {
  return declare(`cell:${name}`, { value }, meta);
}

/** A play of the same resources on each of the nodes. */
export function play(
  nodes: readonly string[],
  resources: readonly DeclaredResource[],
  rollout?: Rollout,
): CompiledPlay {
  return {
    name: 'a play',
    ...(rollout === undefined ? {} : { rollout }),
    nodes: nodes.map((name) => ({
      node: { name, connection: { driver: fakeDriverName, settings: {} }, groups: [] },
      resources,
    })),
  };
}

/** Plans the plays. */
export function plan(world: World, plays: readonly CompiledPlay[]): Promise<PlannedRun> {
  return planPlays(plays, { limits: [], willApply: true }, world.context);
}

/** How an apply of the tests is to go. */
export type ApplyChoice = { readonly keepGoing?: boolean; readonly freshForMs?: number };

/** Applies what was planned and closes the nodes. */
export async function apply(
  world: World,
  planned: PlannedRun,
  { keepGoing = false, freshForMs }: ApplyChoice = {},
): Promise<RunSummary> {
  const journal = { append: async (entry: JournalEntry) => void world.journal.push(entry) };
  const summary = await applyPlan(
    planned,
    { journal, holder, keepGoing, ...(freshForMs === undefined ? {} : { freshForMs }) },
    world.context,
  );
  await closeNodes(planned.nodes);
  return summary;
}

/** Plans and applies. */
export async function planAndApply(
  world: World,
  plays: readonly CompiledPlay[],
  options: ApplyChoice = {},
): Promise<RunSummary> {
  return apply(world, await plan(world, plays), options);
}

/** Who holds the locks of the tests. */
export const holder: LockHolder = { who: 'ann', host: 'desk', pid: 7, run: 'r1', since: '2026-01-01T00:00:00.000Z' };

/** Titles of all planned operations of a node, in order. */
export function plannedTitles(planned: PlannedRun, node: string): readonly string[] {
  const nodes = planned.plan.plays.flatMap((each) => each.nodes).filter((each) => each.node === node);
  return nodes.flatMap(({ changes }) => changes.flatMap(({ operations }) => operations.map(({ title }) => title)));
}

/** `status title` of every outcome of a node. */
export function outcomesOf(summary: RunSummary, node: string): readonly string[] {
  const run = summary.nodes.find((each) => each.node === node);
  return run?.outcomes.map(({ outcome, title }) => `${outcome.status} ${title}`) ?? [];
}

/** The status of every node, by name. */
export function statusesOf(summary: RunSummary): Readonly<Record<string, string>> {
  return Object.fromEntries(summary.nodes.map((each) => [each.node, each.status]));
}

/** The codes of a node's diagnostics. */
export function codesOf(summary: RunSummary, node: string): readonly string[] {
  return summary.nodes.find((each) => each.node === node)?.diagnostics.map(({ code }) => code) ?? [];
}

/** The values that a node's cells hold. */
export function valuesOf(node: FakeNode): Readonly<Record<string, Json>> {
  return Object.fromEntries([...node.cells].map(([name, { value }]) => [name, value ?? null]));
}
