import { canonicalJson, type ExecuteWatch, type Json, type Outcome, type Step } from '@setpoint/model';
import { readAction, type Surroundings, type WriteAction } from './action.ts';
import type { Unit } from './exchange.ts';
import type { WriteEnd } from './write-cell.ts';
import { WriteGroup } from './write-group.ts';

/** Runs the steps in their order, one at a time, and gives an outcome for each. */
export async function execute(unit: Unit, steps: readonly Step[], watch: ExecuteWatch): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let open: OpenGroup | undefined;
  for (const [index, step] of steps.entries()) {
    const action = readAction(step.operation.action);
    const skipped =
      reasonToSkip(step, outcomes, watch) ?? (action === undefined ? 'it is no operation of this channel' : undefined);
    if (action !== undefined && open !== undefined && (skipped !== undefined || !fits(open, action))) {
      await finish(open, outcomes, watch);
      open = undefined;
    }
    if (skipped !== undefined || action === undefined) {
      outcomes[index] = { status: 'not-started', reason: skipped ?? '' };
      watch.onOutcome?.(index, outcomes[index]);
      continue;
    }
    open ??= { group: new WriteGroup(unit, action), surroundings: action, members: [], told: 0 };
    tellMembers(open, outcomes, watch);
    watch.onStart?.(index);
    const startedMs = performance.now();
    const end = await open.group.write(action);
    outcomes[index] = toOutcome(end, performance.now() - startedMs);
    open.members.push({ index, end, startedMs });
    if (!hasSurroundings(action)) {
      await finish(open, outcomes, watch);
      open = undefined;
    }
  }
  if (open !== undefined) await finish(open, outcomes, watch);
  return outcomes;
}

type OpenGroup = {
  readonly group: WriteGroup;
  readonly surroundings: Surroundings;
  readonly members: { readonly index: number; readonly end: WriteEnd; readonly startedMs: number }[];
  /** Members whose outcome has been told. */
  told: number;
};

function reasonToSkip({ needs }: Step, outcomes: readonly Outcome[], { signal }: ExecuteWatch): string | undefined {
  if (signal?.aborted === true) return 'the run was interrupted';
  const isMissing = needs.some((need) => outcomes[need]?.status !== 'done' && outcomes[need]?.status !== 'satisfied');
  return isMissing ? 'an operation before it was not done' : undefined;
}

function hasSurroundings({ guard, persist }: Surroundings): boolean {
  return guard.length > 0 || persist !== null;
}

function fits({ surroundings }: OpenGroup, action: WriteAction): boolean {
  return canonicalJson(surroundingsOf(surroundings)) === canonicalJson(surroundingsOf(action));
}

function surroundingsOf({ guard, restoresGuard, persist }: Surroundings): Json {
  return { guard, restoresGuard, persist } as unknown as Json;
}

/** The last member answers for what went wrong around the group: its outcome is told only now. */
async function finish(open: OpenGroup, outcomes: Outcome[], watch: ExecuteWatch): Promise<void> {
  const { group, members } = open;
  const wentWell = members.every(({ end }) => end.kind === 'done');
  const { problem, functions } = await group.close(wentWell);
  const last = members.at(-1);
  if (last !== undefined) {
    const durationMs = performance.now() - last.startedMs;
    const end: WriteEnd = { ...last.end, functions: [...last.end.functions, ...functions] };
    outcomes[last.index] = toOutcome(problem === undefined ? end : worsened(end, problem), durationMs);
  }
  tellMembers(open, outcomes, watch);
}

function tellMembers(open: OpenGroup, outcomes: readonly Outcome[], watch: ExecuteWatch): void {
  for (const { index } of open.members.slice(open.told)) {
    const outcome = outcomes[index];
    if (outcome !== undefined) watch.onOutcome?.(index, outcome);
  }
  open.told = open.members.length;
}

function worsened(end: WriteEnd, problem: string): WriteEnd {
  const reason = end.kind === 'done' ? problem : `${end.reason}; ${problem}`;
  return { kind: end.kind === 'unknown' ? 'unknown' : 'failed', reason, functions: end.functions };
}

function toOutcome(end: WriteEnd, elapsedMs: number): Outcome {
  const durationMs = Math.round(elapsedMs);
  switch (end.kind) {
    case 'done':
      return {
        status: 'done',
        durationMs,
        detail: [countWrites(end.functions), end.detail].filter(Boolean).join('; '),
      };
    case 'failed':
      return { status: 'failed', durationMs, reason: `${end.reason} (${countWrites(end.functions)})` };
    case 'refused':
    case 'unknown':
      return { status: end.kind, reason: end.reason };
    default:
      return end satisfies never;
  }
}

/** How often the device was written to, which is what wears it: `2 writes (FC16, FC5)`. */
function countWrites(functions: readonly number[]): string {
  if (functions.length === 0) return 'no write';
  const codes = functions.map((code) => `FC${code}`).join(', ');
  return `${functions.length} ${functions.length === 1 ? 'write' : 'writes'} (${codes})`;
}
