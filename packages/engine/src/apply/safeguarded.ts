import {
  type Address,
  type Diagnostic,
  errorDiagnostic,
  type Safeguard,
  type SafeguardEnd,
  type SafeguardWatch,
} from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';
import { planUndo, type Undo } from '../safeguard/undo-steps.ts';
import { executeWave, type WaveWork } from './execute-wave.ts';
import type { WavePolicy } from './wave.ts';

/** A safeguard on the node, and the changes that are under it. */
export type StandingSafeguard = {
  readonly safeguard: Safeguard;
  readonly withinMs: number;
  readonly undo: Undo;
  readonly members: readonly PlannedResource[];
  /** What is still to be made under it. */
  readonly awaited: readonly Address[];
};

/** What came of a safeguarded wave; a safeguard that still stands covers changes of later waves as well. */
export type SafeguardedResult = { readonly isDone: boolean; readonly standing?: StandingSafeguard };

/**
 * The changes at the front of a wave that are made together: those without a safeguard, or those under one safeguard and what stands between
 * them, as far as what is safeguarded depends on what was safeguarded before it.
 */
export function cutWave(wave: readonly PlannedResource[], policy: WavePolicy): readonly PlannedResource[] {
  const first = wave.findIndex(isSafeguarded);
  if (first < 0) return wave;
  if (first > 0) return wave.slice(0, first);
  let end = 0;
  for (const [index, planned] of wave.entries()) {
    if (isSafeguarded(planned) && (index === end + 1 || dependsOn(planned, wave.slice(0, end + 1), policy)))
      end = index;
  }
  return wave.slice(0, end + 1);
}

/** True when the node is to undo the change unless it is confirmed. */
export function isSafeguarded({ resource }: PlannedResource): boolean {
  return resource.confirmWithinMs !== undefined;
}

/** Puts on the node what undoes the wave, makes the wave, and keeps it through a new connection. `rest` is what is to be made after it. */
export async function executeSafeguarded(
  wave: readonly PlannedResource[],
  given: { readonly rest: readonly PlannedResource[]; readonly standing: StandingSafeguard | undefined },
  work: WaveWork,
): Promise<SafeguardedResult> {
  const armed = await arm(wave.filter(isSafeguarded), given.standing, work);
  if (armed.kind === 'refused') {
    work.progress.addDiagnostics(armed.diagnostics, work.context);
    const reason = armed.diagnostics[0]?.detail ?? 'the node could not be told how to undo it';
    for (const planned of wave) work.progress.skip(planned, { status: 'refused', reason }, work.context);
    if (given.standing !== undefined) await abandon(given.standing, work);
    return { isDone: false };
  }
  const { standing } = armed;
  const { isDone } = await executeWave(wave, work, { safeguard: standing.safeguard });
  if (!isDone || work.context.signal?.aborted === true) {
    await abandon(standing, work);
    return { isDone: false };
  }
  const awaited = covered(standing, given.rest, work);
  if (awaited.length > 0) return { isDone: true, standing: { ...standing, awaited } };
  return { isDone: await keep(standing, work) };
}

/** True while a safeguard has to stand for changes that are still to be made. */
export function isAwaiting(standing: StandingSafeguard, pending: readonly PlannedResource[], work: WaveWork): boolean {
  return covered(standing, pending, work).length > 0;
}

/** Ends a safeguard that awaits nothing any more; true when the changes stay. What it awaited in vain is not confirmed by halves. */
export async function conclude(standing: StandingSafeguard, work: WaveWork): Promise<boolean> {
  if (!standing.awaited.some((address) => work.progress.isUndone(address))) return keep(standing, work);
  await abandon(standing, work);
  return false;
}

/** The changes that are to be made under the same safeguard: those side by side with it, and those that depend on what it covers. */
function covered(
  { members }: StandingSafeguard,
  pending: readonly PlannedResource[],
  { policy }: WaveWork,
): readonly Address[] {
  const isCovered = (planned: PlannedResource, index: number): boolean =>
    isSafeguarded(planned) && (index === 0 || dependsOn(planned, members, policy));
  return pending.filter(isCovered).map(({ resource }) => resource.address);
}

async function keep(standing: StandingSafeguard, work: WaveWork): Promise<boolean> {
  return record(standing, await standing.safeguard.confirm(watchOf(work)), work);
}

/** Makes the node go back from what can no longer be made as a whole. */
export async function abandon(standing: StandingSafeguard, work: WaveWork): Promise<void> {
  record(standing, await standing.safeguard.giveUp(reasonToGiveUp(work), watchOf(work)), work);
}

function dependsOn(planned: PlannedResource, on: readonly PlannedResource[], { dependencies }: WavePolicy): boolean {
  const needs = dependencies.get(planned.resource.address) ?? [];
  return on.some((each) => isSafeguarded(each) && needs.includes(each.resource.address));
}

type Armed =
  | { readonly kind: 'armed'; readonly standing: StandingSafeguard }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

async function arm(
  changes: readonly PlannedResource[],
  before: StandingSafeguard | undefined,
  work: WaveWork,
): Promise<Armed> {
  const { channel, progress, context, options } = work;
  const node = progress.planned.node.name;
  const own = await planUndo(changes, { node, channel }, context);
  if (own.kind === 'refused') return own;
  // What was changed last is taken back first.
  const undo = before === undefined ? own.undo : joinUndos(own.undo, before.undo);
  const members = [...(before?.members ?? []), ...changes];
  const withinMs = Math.min(...members.map(({ resource }) => resource.confirmWithinMs ?? Number.POSITIVE_INFINITY));
  const result = (await channel.safeguard?.({
    run: options.holder.run,
    withinMs,
    steps: undo.steps,
    contents: undo.contents,
    ...(before === undefined ? {} : { replaces: before.safeguard }),
  })) ?? { kind: 'refused', why: 'such a node undoes nothing by itself' };
  if (result.kind === 'armed')
    return { kind: 'armed', standing: { safeguard: result.safeguard, withinMs, undo, members, awaited: [] } };
  const detail = `Nothing was changed that ${node} is to be able to undo by itself: ${result.why}.`;
  return { kind: 'refused', diagnostics: [errorDiagnostic('SP710', { node, ...placeOf(changes), detail })] };
}

function joinUndos(later: Undo, earlier: Undo): Undo {
  return {
    steps: [...later.steps, ...earlier.steps],
    contents: [...later.contents, ...earlier.contents],
    lacks: [...later.lacks, ...earlier.lacks],
  };
}

function reasonToGiveUp({ context, progress }: WaveWork): string {
  if (context.signal?.aborted === true) return 'The run was interrupted.';
  return progress.status === 'unknown' ? 'The outcome of an operation is unknown.' : 'Not all of it was done.';
}

function watchOf({ context, progress }: WaveWork): SafeguardWatch {
  const node = progress.planned.node.name;
  return {
    ...(context.signal === undefined ? {} : { signal: context.signal }),
    onWaiting: (message) => context.emit({ kind: 'node-waiting', node, message: context.redactor.redact(message) }),
  };
}

/** Tells how a safeguard ended; true when the changes stay. */
function record(standing: StandingSafeguard, end: SafeguardEnd, { progress, context }: WaveWork): boolean {
  const node = progress.planned.node.name;
  const addresses = standing.members.map(({ resource }) => resource.address);
  context.emit({ kind: 'safeguard-ended', node, addresses, end: end.kind });
  if (end.kind === 'confirmed') return true;
  const place = { node, ...placeOf(standing.members) };
  const names = addresses.join(', ');
  if (end.kind === 'unknown') {
    progress.revise(new Set(addresses), { status: 'unknown', reason: end.why });
    const detail = `Nobody confirmed ${names} on ${node} within ${standing.withinMs / 1000} s. ${end.why}`;
    progress.addDiagnostics([errorDiagnostic('SP709', { ...place, detail, hint: 'setpoint plan' })], context);
    return false;
  }
  const left = [...end.failures, ...standing.undo.lacks];
  const reason = left.length === 0 ? 'it was undone by the node' : 'it was undone by the node, though not all of it';
  progress.revise(new Set(addresses), { status: 'failed', durationMs: 0, reason });
  const detail = [`${names} on ${node} was changed and undone again by the node.`, end.why, ...left].join(' ');
  progress.addDiagnostics([errorDiagnostic('SP708', { ...place, detail })], context);
  return false;
}

function placeOf(
  changes: readonly PlannedResource[],
):
  | { readonly address: PlannedResource['resource']['address']; readonly span: PlannedResource['resource']['source'] }
  | object {
  const [first] = changes;
  return first === undefined ? {} : { address: first.resource.address, span: first.resource.source };
}
