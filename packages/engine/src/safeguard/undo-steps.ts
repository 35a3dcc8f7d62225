import type {
  Answers,
  Body,
  Channel,
  DeclaredResource,
  Diagnostic,
  Json,
  Query,
  ResourceModule,
  UndoStep,
} from '@setpoint/model';
import { type Facts, gather } from '../gather/index.ts';
import { AnswerOverlay } from '../gather/overlay.ts';
import { queriesOf } from '../gather/queries-of.ts';
import type { Content } from '../journal/journal-change.ts';
import { contentsBefore } from '../journal/keep-wave.ts';
import { type PlannedResource, type PlanningView, planResource } from '../plan/plan-resource.ts';
import type { EngineContext } from '../ports.ts';
import { notReversible, type WayBack, wayBackFrom } from './restoration.ts';

/** What a node does to take a wave of changes back. */
export type Undo = {
  readonly steps: readonly UndoStep[];
  readonly contents: readonly Content[];
  /** Sentences about what does not come back. */
  readonly lacks: readonly string[];
};

export type UndoResult =
  | { readonly kind: 'planned'; readonly undo: Undo }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Plans the way back from changes that are about to be made: the opposite order, each from the state that its change will leave behind;
 * then everything reads its inputs again, in the order of the changes.
 */
export async function planUndo(
  changes: readonly PlannedResource[],
  at: { readonly node: string; readonly channel: Channel },
  context: EngineContext,
): Promise<UndoResult> {
  const contents = await contentsBefore(changes, at.channel, context);
  const kept = keptIn(contents);
  const ways = changes.flatMap((planned) => {
    const way = wayBackFrom(planned, kept);
    return typeof way === 'string' ? [] : [{ planned, way }];
  });
  const lost = changes.filter((planned) => !ways.some((each) => each.planned === planned));
  if (lost.length > 0) return refused(lost.map((planned) => notReversible(planned, at.node, kept)));
  const asked = ways.flatMap(({ planned, way }) => [planned.resource, ...restoredOf(planned.resource, way)]);
  const gathered = await gather(at.channel, { resources: asked, modules: context.modules }, context.signal);
  if (gathered.kind === 'failed') return refused([{ ...gathered.diagnostic, node: at.node }]);
  const { modules, onBug } = context;
  const view = { node: at.node, facts: gathered.facts, overlay: new AnswerOverlay(), modules, onBug };
  const after = new Map(ways.map(({ planned }) => [planned, predictedBy(planned, view)]));
  const restoring = ways
    .toReversed()
    .flatMap(({ planned, way }) => way.declared.flatMap((declared) => stepsTo(declared, planned, { view, after })));
  const rereading = ways.flatMap(({ planned, way }) => way.reread.map((operation) => asIn(planned, operation)));
  const lacks = ways.flatMap(({ way }) => way.lacks);
  return { kind: 'planned', undo: { steps: [...restoring, ...rereading], contents, lacks } };
}

function refused(diagnostics: readonly Diagnostic[]): UndoResult {
  return { kind: 'refused', diagnostics };
}

function keptIn(contents: readonly Content[]): (sha256: string) => Body | undefined {
  const sizes = new Map(contents.map(({ sha256, bytes }) => [sha256, bytes.length]));
  return (sha256) => {
    const sizeBytes = sizes.get(sha256);
    return sizeBytes === undefined ? undefined : { sha256, sizeBytes };
  };
}

function restoredOf(resource: DeclaredResource, { declared }: WayBack): readonly DeclaredResource[] {
  const { type, address, source, runAs } = resource;
  const same = { type, address, source, after: [], tags: [], taint: {}, origins: {} };
  return declared.map((each) => ({ ...same, declared: each, ...(runAs === undefined ? {} : { runAs }) }));
}

/** What the change's own queries will answer once it is made; what comes after it sees that, too. */
function predictedBy(planned: PlannedResource, view: PlanningView): Answers {
  const { module, resource } = planned;
  const answers = answersOf(module, resource.declared, { view, resource });
  planResource(resource, view);
  return module.predict(resource.declared, answers).answers;
}

type After = {
  readonly view: PlanningView;
  /** By change: what its own queries answer by their names, also where the way back asks in other words. */
  readonly after: ReadonlyMap<PlannedResource, Answers>;
};

function stepsTo(declared: Json, planned: PlannedResource, { view, after }: After): readonly UndoStep[] {
  const { module, resource } = planned;
  const read = answersOf(module, declared, { view, resource });
  const answers = { ...read, ...pick(after.get(planned) ?? {}, Object.keys(read)) };
  const { observed } = module.observe(declared, answers);
  const edits = module.diff(declared, observed);
  return module.operations(declared, edits, observed).operations.map((operation) => asIn(planned, operation));
}

function answersOf(
  module: ResourceModule,
  declared: Json,
  {
    view,
    resource,
  }: { readonly view: { readonly facts: Facts; readonly overlay: AnswerOverlay }; readonly resource: DeclaredResource },
): Answers {
  return view.overlay.answers(queriesOf(module, declared), (query: Query) => view.facts.read(query, resource.runAs));
}

function pick(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

function asIn({ resource: { runAs } }: PlannedResource, operation: UndoStep['operation']): UndoStep {
  return runAs === undefined ? { operation } : { operation, runAs };
}
