import { errorDiagnostic } from '@setpoint/model';
import { type Facts, type GatherResult, gather } from '../gather/index.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';
import { executeWave, type WaveWork } from './execute-wave.ts';
import {
  abandon,
  conclude,
  cutWave,
  executeSafeguarded,
  isAwaiting,
  isSafeguarded,
  type SafeguardedResult,
  type StandingSafeguard,
} from './safeguarded.ts';
import { type Settled, settle } from './settle.ts';
import { producersOf, takeWave } from './wave.ts';

/**
 * Makes the changes of one node wave by wave. The facts are read again under the node's lock before the first write, because a
 * person may have looked at the plan for an hour and another apply may just have ended, unless neither can be; between waves, what was
 * unknown is read. Gives what was read of `all` after everything was done, where the last program could do that.
 */
export async function runWaves(
  changes: readonly PlannedResource[],
  work: WaveWork,
  all: readonly PlannedResource[],
): Promise<Facts | undefined> {
  let standing: StandingSafeguard | undefined;
  let proof: Facts | undefined;
  const first = dropUndone(changes, work);
  let pending = isFresh(work) ? first : await lookAgain(first, work);
  while (pending.length > 0) {
    const stop = reasonToStop(work);
    if (stop !== undefined) {
      skip(pending, stop, work);
      break;
    }
    const wave = cutWave(takeWave(pending), work.policy);
    const rest = pending.slice(wave.length);
    if (wave.length === 0) pending = refuseFirst(pending, work);
    else {
      const made = await make(wave, { rest, standing, all }, work);
      standing = made.standing;
      proof = made.proof;
      if (!made.isDone && !work.options.keepGoing) {
        skip(rest, reasonToStop(work) ?? notDone, work);
        break;
      }
      pending = await lookAgain(dropUndone(rest, work), work, made.facts);
    }
    if (standing === undefined || isAwaiting(standing, pending, work)) continue;
    const isKept = await conclude(standing, work);
    standing = undefined;
    if (isKept) continue;
    if (!work.options.keepGoing) skip(pending, reasonToStop(work) ?? notDone, work);
    pending = work.options.keepGoing ? dropUndone(pending, work) : [];
  }
  // What it still waited for will not be made.
  if (standing !== undefined) await abandon(standing, work);
  return proof;
}

/** True while what the plan was made from needs no second look: it was read a moment ago, and no other apply came in between. */
function isFresh({ progress, options, context }: WaveWork): boolean {
  const { readAtMs } = progress.planned;
  const { freshForMs } = options;
  if (!progress.isUndisturbed || progress.hasWritten || readAtMs === undefined || freshForMs === undefined)
    return false;
  return context.clock.monotonicMs() - readAtMs <= freshForMs;
}

const notDone = 'an operation before it was not done';

/** Makes one wave. A safeguard that stands goes on standing over changes that have none of their own. */
async function make(
  wave: readonly PlannedResource[],
  given: {
    readonly rest: readonly PlannedResource[];
    readonly standing: StandingSafeguard | undefined;
    readonly all: readonly PlannedResource[];
  },
  work: WaveWork,
): Promise<Made> {
  if (wave.some(isSafeguarded)) return executeSafeguarded(wave, given, work);
  const { standing, rest, all } = given;
  if (standing !== undefined) {
    const { isDone } = await executeWave(wave, work, { safeguard: standing.safeguard });
    return { isDone, standing };
  }
  const next = rest.length > 0 ? rest : all;
  const { isDone, facts } = await executeWave(wave, work, { readAfterwards: next.map(({ resource }) => resource) });
  return { isDone, ...(facts === undefined ? {} : rest.length > 0 ? { facts } : { proof: facts }) };
}

/** What came of a wave, and what was read after it: of the rest, or, after the last wave, of everything. */
type Made = SafeguardedResult & { readonly facts?: Facts; readonly proof?: Facts };

function reasonToStop({ context, progress }: WaveWork): string | undefined {
  if (progress.status === 'unknown') return 'the outcome of an operation before it is unknown';
  if (context.signal?.aborted !== true) return undefined;
  progress.worsen('interrupted');
  return 'the run was interrupted';
}

function skip(pending: readonly PlannedResource[], reason: string, { progress, context }: WaveWork): void {
  for (const planned of pending) progress.skip(planned, { status: 'not-started', reason }, context);
}

/** Reads the facts of the pending changes again; gives those that may still be made, with what was unknown filled in. */
async function lookAgain(
  pending: readonly PlannedResource[],
  work: WaveWork,
  read?: Facts,
): Promise<readonly PlannedResource[]> {
  const { context, progress } = work;
  if (pending.length === 0 || reasonToStop(work) !== undefined) return pending;
  const node = progress.planned.node.name;
  const resources = pending.map((planned) => planned.resource);
  const gathered: GatherResult =
    read === undefined
      ? await gather(work.channel, { resources, modules: context.modules }, context.signal)
      : { kind: 'gathered', facts: read };
  if (gathered.kind === 'failed') {
    // An interruption ends the reading too, and is told as what it is.
    if (reasonToStop(work) !== undefined) return pending;
    progress.addDiagnostics([{ ...gathered.diagnostic, node }], context);
    progress.worsen('failed');
    skip(pending, 'the node could not be read again', work);
    return [];
  }
  const mode = progress.hasWritten ? 'between-waves' : 'before-first-write';
  return takeReady(pending, settle(pending, { node, facts: gathered.facts, mode }, context), work);
}

/** Records refusals and what turned out to be as declared already; a refusal ends the node unless it is to keep going. */
function takeReady(
  pending: readonly PlannedResource[],
  settled: readonly Settled[],
  work: WaveWork,
): readonly PlannedResource[] {
  const ready: PlannedResource[] = [];
  for (const [index, each] of settled.entries()) {
    const shown = pending[index] ?? each.planned;
    if (each.kind === 'refused') {
      work.progress.addDiagnostics(each.diagnostics, work.context);
      work.progress.skip(
        shown,
        { status: 'refused', reason: each.diagnostics[0]?.detail ?? 'the plan no longer holds' },
        work.context,
      );
      if (work.options.keepGoing || work.options.savedPlan !== undefined) continue;
      skip([...ready, ...pending.slice(index + 1)], 'a change of this node was refused', work);
      return [];
    }
    recordSatisfied(shown, each.planned, work);
    if (each.planned.change.operations.length > 0) ready.push(each.planned);
  }
  // What depends on something that was refused a moment ago must not be made either.
  return dropUndone(ready, work);
}

function recordSatisfied(shown: PlannedResource, now: PlannedResource, { progress, context }: WaveWork): void {
  const needed = new Set(now.change.operations.map((operation) => operation.title));
  for (const { title } of shown.change.operations) {
    if (!needed.has(title))
      progress.addOutcome(shown.resource.address, context.redactor.redact(title), { status: 'satisfied' });
  }
}

/** Leaves out what depends on something that was not done. */
function dropUndone(pending: readonly PlannedResource[], work: WaveWork): readonly PlannedResource[] {
  const { progress, policy } = work;
  return pending.filter((planned) => {
    const needs = [...producersOf(planned), ...(policy.dependencies.get(planned.resource.address) ?? [])];
    const undone = needs.find((address) => progress.isUndone(address));
    if (undone !== undefined) skip([planned], `${undone} was not done`, work);
    return undone === undefined;
  });
}

/** A fact that stays unknown although everything before it has happened cannot be relied on. */
function refuseFirst(pending: readonly PlannedResource[], work: WaveWork): readonly PlannedResource[] {
  const [first, ...rest] = pending;
  if (first === undefined) return [];
  const { address, source } = first.resource;
  const detail = `${address} waits for a fact that is still not known.`;
  work.progress.addDiagnostics(
    [errorDiagnostic('SP705', { node: work.progress.planned.node.name, address, span: source, detail })],
    work.context,
  );
  work.progress.skip(first, { status: 'refused', reason: detail }, work.context);
  if (work.options.keepGoing) return dropUndone(rest, work);
  skip(rest, 'a change of this node was refused', work);
  return [];
}
