import { type Diagnostic, errorDiagnostic, type LockHolder, type LockResult, warningDiagnostic } from '@setpoint/model';
import { closeDependencies } from '../order/close-dependencies.ts';
import type { PlannedPart } from '../plan/plan-node.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { ApplyOptions, EngineContext } from '../ports.ts';
import { verify } from '../verify/index.ts';
import type { NodeProgress } from './node-progress.ts';
import { runWaves } from './run-waves.ts';

/** Applies one node's part of one play: lock, compare, waves, verify. What came of it stands in the progress. */
export async function applyPart(
  part: PlannedPart,
  progress: NodeProgress,
  options: ApplyOptions & { readonly context: EngineContext },
): Promise<void> {
  const { context } = options;
  const pending = part.planned.filter((planned) => planned.change.operations.length > 0);
  const { channel } = progress.planned;
  if (channel === undefined) return;
  if (part.shown.status === 'incomplete' && !options.keepGoing && part.held?.goesOn !== true)
    return skipAll(pending, progress, { reason: 'the plan of this node is incomplete', context });
  if (pending.length === 0) return;
  if (!(await takeLock(progress, options.holder, context))) {
    return skipAll(pending, progress, { reason: 'the node could not be locked for this apply', context });
  }
  const policy = { keepGoing: options.keepGoing, dependencies: closeDependencies(part.dependencies) };
  const facts = await runWaves(pending, { channel, progress, policy, options, context }, part.planned);
  if (progress.status === 'unknown' || !progress.hasWritten) return;
  context.emit({ kind: 'node-started', phase: 'verify', node: progress.planned.node.name });
  const converging = part.planned.filter(
    (planned) => !progress.isUndone(planned.resource.address) && planned.change.action !== 'unknown',
  );
  const left = await verify(progress.planned.node, { channel, planned: converging, facts }, context);
  progress.addDiagnostics(left, context);
  if (left.length > 0) progress.worsen('failed');
  context.emit({ kind: 'node-ended', phase: 'verify', node: progress.planned.node.name, ok: left.length === 0 });
}

/** What kept the plan of a node from being whole keeps the node from being called converged, whether or not its turn comes. */
export function recordPlanProblems(part: PlannedPart, progress: NodeProgress, context: EngineContext): void {
  if (part.shown.status === 'planned' || progress.status === 'unreachable') return;
  if (part.held?.goesOn === true) progress.markRefused();
  else progress.worsen(part.held === undefined && progress.planned.channel === undefined ? 'unreachable' : 'failed');
  progress.addDiagnostics(part.shown.diagnostics, context);
  for (const { change } of part.planned) if (change.action === 'unknown') progress.markUndone(change.address);
}

/** What came of operations that were decided on and are not among those of the run. */
export function recordHeld(part: PlannedPart, progress: NodeProgress): void {
  for (const { address, title, outcome } of part.held?.outcomes ?? [])
    progress.addKnownOutcome(address, title, outcome);
}

function skipAll(
  pending: readonly PlannedResource[],
  progress: NodeProgress,
  why: { readonly reason: string; readonly context: EngineContext },
): void {
  for (const planned of pending) progress.skip(planned, { status: 'not-started', reason: why.reason }, why.context);
}

/** True when the node may be changed; whatever kept it from being locked is told. */
export async function takeLock(progress: NodeProgress, holder: LockHolder, context: EngineContext): Promise<boolean> {
  if (progress.releaseLock !== undefined || progress.planned.channel === undefined) return true;
  const result = await progress.planned.channel.lock(holder);
  const node = progress.planned.node.name;
  if (result.kind === 'held') {
    progress.releaseLock = result.release;
    progress.isUndisturbed = result.isUndisturbed === true;
    return true;
  }
  if (result.kind === 'unsupported') {
    // A node without the means for a lock is still worth managing; the project's own lock holds.
    const detail = `Nothing keeps another apply off the node meanwhile: ${result.why}.`;
    if (!progress.isToldUnlocked) progress.addDiagnostics([warningDiagnostic('SP556', { node, detail })], context);
    progress.isToldUnlocked = true;
    return true;
  }
  progress.addDiagnostics([lockDiagnostic(result, node)], context);
  progress.worsen('failed');
  return false;
}

function lockDiagnostic(result: Extract<LockResult, { kind: 'taken' | 'refused' }>, node: string): Diagnostic {
  if (result.kind === 'refused') {
    return errorDiagnostic('SP557', {
      node,
      detail: `Nobody can tell whether another apply works on the node: ${result.why}.`,
      hint: 'look at what is there, remove it on the node, then run setpoint plan',
    });
  }
  const by =
    result.by === undefined
      ? 'another apply'
      : `${result.by.who} on ${result.by.host} (process ${result.by.pid}, run ${result.by.run}, since ${result.by.since})`;
  return errorDiagnostic('SP555', {
    node,
    detail: `${node} is being changed by ${by}.`,
    hint: 'wait until it ends, then run setpoint plan',
  });
}
