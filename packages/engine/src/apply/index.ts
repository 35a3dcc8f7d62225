import type { CompiledPlay, RunSummary } from '@setpoint/model';
import { forEachBounded } from '../concurrency/for-each-bounded.ts';
import { declarationsOf } from '../journal/declarations.ts';
import { journalFormatVersion } from '../journal/entry.ts';
import { type WatchedJournal, watchJournal } from '../journal/watched-journal.ts';
import { tellBug } from '../plan/bug.ts';
import type { PlannedRun } from '../plan/index.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { ApplyOptions, EngineContext } from '../ports.ts';
import { applyPart, recordHeld, recordPlanProblems } from './apply-part.ts';
import { splitBatches } from './batches.ts';
import { looksWhole } from './look-everywhere.ts';
import { NodeProgress } from './node-progress.ts';

/**
 * Makes the changes of a plan and nothing else: plays in order, the nodes of a play side by side in the batches of its roll-out. A
 * failure ends its node; too many end the play and the plays after it.
 */
export async function applyPlan(run: PlannedRun, given: ApplyOptions, outer: EngineContext): Promise<RunSummary> {
  const journal = watchJournal(given.journal);
  const options = { ...given, journal };
  const { holder } = options;
  const signal = outer.signal === undefined ? journal.broken : AbortSignal.any([outer.signal, journal.broken]);
  const context = { ...outer, signal };
  await journal.append({
    kind: 'run-started',
    formatVersion: journalFormatVersion,
    run: holder.run,
    at: context.clock.nowIso(),
    plan: run.plan,
    ...(options.savedPlan === undefined ? {} : { savedPlan: options.savedPlan }),
    declarations: declarationsOf(run.plays, context),
  });
  const progress = new Map(run.nodes.map((planned) => [planned.node.name, new NodeProgress(planned)]));
  const isHalted = options.allOrNothing === true && !(await looksWhole([...progress.values()], options, context));
  let stopped = false;
  for (const [position, play] of run.plays.entries()) {
    stopped = (await applyPlay({ play, position, progress, stopped, isHalted }, options, context)) || stopped;
  }
  // Nothing will be done to the nodes any more: they are given back while the journal is written, whose entries reach the disk together.
  await Promise.all([...progress.values()].map((each) => endNode(each, journal, context)));
  const interrupted = outer.signal?.aborted === true;
  await journal.append({ kind: 'run-ended', at: context.clock.nowIso(), interrupted });
  recordBrokenJournal(journal, [...progress.values()], context);
  return { run: holder.run, nodes: [...progress.values()].map((each) => each.toNodeRun()), interrupted };
}

async function endNode(progress: NodeProgress, journal: WatchedJournal, { clock }: EngineContext): Promise<void> {
  const recorded = journal.append({ kind: 'node-ended', at: clock.nowIso(), node: progress.toNodeRun() });
  await Promise.all([recorded, progress.releaseLock?.() ?? Promise.resolve()]);
}

/** A run without a whole record is not called converged, though its nodes may be; the reason is told once. */
function recordBrokenJournal(journal: WatchedJournal, nodes: readonly NodeProgress[], context: EngineContext): void {
  const problem = journal.problem();
  if (problem === undefined) return;
  const touched = nodes.filter((node) => node.hasWritten || node.status !== 'converged');
  for (const node of touched) node.worsen('interrupted');
  (touched[0] ?? nodes[0])?.addDiagnostics([problem], context);
}

type PlayWork = {
  readonly play: CompiledPlay;
  readonly position: number;
  readonly progress: ReadonlyMap<string, NodeProgress>;
  /** A play before this one failed: everything in this one is recorded as not started. */
  readonly stopped: boolean;
  /** Nothing may be done on any node, because not all of it can. */
  readonly isHalted: boolean;
};

/** Applies one play batch by batch; true when it failed and what comes after it must not start. */
async function applyPlay(work: PlayWork, options: ApplyOptions, context: EngineContext): Promise<boolean> {
  const { play, position } = work;
  context.emit({ kind: 'phase-started', phase: 'apply', play: play.name, nodes: play.nodes.length });
  const nodes = play.nodes.flatMap(({ node }) => work.progress.get(node.name) ?? []);
  const failedBefore = new Set(nodes.filter(hasFailed));
  const failsPlay = (): boolean =>
    nodes.filter((each) => hasFailed(each) && !failedBefore.has(each)).length > (play.rollout?.maxFailed ?? 0);
  let stopped = work.stopped;
  for (const batch of splitBatches(nodes, play.rollout)) {
    await forEachBounded(batch, context.concurrency, (progress) =>
      applyToNode(progress, { position, stopped, isHalted: work.isHalted }, { ...options, context }),
    );
    stopped ||= play.rollout !== undefined && !options.keepGoing && failsPlay();
  }
  context.emit({ kind: 'phase-ended', phase: 'apply', play: play.name });
  return !options.keepGoing && failsPlay();
}

async function applyToNode(
  progress: NodeProgress,
  at: Pick<PlayWork, 'position' | 'stopped' | 'isHalted'>,
  options: ApplyOptions & { readonly context: EngineContext },
): Promise<void> {
  const part = progress.planned.parts.find((each) => each.play === at.position);
  if (part === undefined) return;
  const { context } = options;
  const pending = part.planned.filter((planned) => planned.change.operations.length > 0);
  const reason = reasonNotToStart(progress, at, options);
  recordHeld(part, progress);
  recordPlanProblems(part, progress, context);
  if (reason !== undefined) {
    if (pending.length > 0) progress.worsen(context.signal?.aborted === true ? 'interrupted' : 'not-started');
    for (const planned of pending) progress.skip(planned, { status: 'not-started', reason }, context);
    return;
  }
  const node = progress.planned.node.name;
  context.emit({ kind: 'node-started', phase: 'apply', node });
  try {
    await applyPart(part, progress, options);
  } catch (error) {
    recordBug(error, { progress, pending }, context);
  }
  context.emit({ kind: 'node-ended', phase: 'apply', node, ok: progress.status === 'converged' });
}

/** What had left for the node when something impossible happened may or may not have been done. */
function recordBug(
  error: unknown,
  { progress, pending }: { readonly progress: NodeProgress; readonly pending: readonly PlannedResource[] },
  context: EngineContext,
): void {
  progress.addDiagnostics([tellBug(error, { node: progress.planned.node.name }, context.onBug)], context);
  const reason = 'Setpoint itself failed on this node';
  progress.worsen(progress.hasWritten ? 'unknown' : 'failed');
  for (const planned of pending.filter(({ resource }) => !progress.hasOutcome(resource.address)))
    progress.skip(planned, { status: progress.hasWritten ? 'unknown' : 'not-started', reason }, context);
}

function reasonNotToStart(
  progress: NodeProgress,
  { stopped, isHalted }: Pick<PlayWork, 'stopped' | 'isHalted'>,
  options: ApplyOptions & { readonly context: EngineContext },
): string | undefined {
  if (options.context.signal?.aborted === true) return 'the run was interrupted';
  if (isHalted) return 'not all of the plan can be done';
  if (stopped) return 'too many nodes failed before its turn';
  if (progress.isBroken && !options.keepGoing) return 'an earlier play failed on this node';
  return undefined;
}

function hasFailed(progress: NodeProgress): boolean {
  return progress.isBroken;
}
