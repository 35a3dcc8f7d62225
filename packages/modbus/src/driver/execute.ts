import { canonicalJson, type ExecuteWatch, type Json, type Outcome, type Step } from '@setpoint/model';
import { type CellWrite, readAction, type WriteAction } from './action.ts';
import { Commit } from './commit.ts';
import type { Unit } from './exchange.ts';
import { Guard } from './guard.ts';
import { type WriteEnd, writeAction } from './write-action.ts';

/**
 * Runs the steps in their order, one at a time, and gives an outcome for each. Neighbours with the same guard share it, and so do
 * neighbours with the same commit: the device is stopped once, and made to remember once.
 */
export async function execute(unit: Unit, steps: readonly Step[], watch: ExecuteWatch): Promise<readonly Outcome[]> {
  const run = new WriteRun(unit, watch);
  for (const [index, step] of steps.entries()) {
    const action = readAction(step.operation.action);
    if (action === undefined) run.skip(index, 'it is no operation of this channel');
    else if (watch.signal?.aborted === true) run.skip(index, 'the run was interrupted');
    else if (await run.lacks(step.needs, action)) run.skip(index, 'an operation before it was not done');
    else await run.write(index, action);
  }
  await run.end();
  return run.outcomes;
}

type Member = { readonly index: number; readonly startedMs: number; end: WriteEnd };

/** What is under way around the writes: the guard that is set, the commit that is due, and the write that answers for them. */
class WriteRun {
  readonly outcomes: Outcome[] = [];
  readonly #unit: Unit;
  readonly #watch: ExecuteWatch;
  #guard: Guard | undefined;
  #commit: Commit | undefined;
  /** The last write; its outcome is told when nothing that was done for it can go wrong any more. */
  #last: Member | undefined;

  constructor(unit: Unit, watch: ExecuteWatch) {
    this.#unit = unit;
    this.#watch = watch;
  }

  skip(index: number, reason: string): void {
    this.#tell(index, { status: 'not-started', reason });
  }

  /** True when something that the step needs was not done; what the step does not share is settled first, because it may still fail. */
  async lacks(needs: readonly number[], action: WriteAction): Promise<boolean> {
    await this.#settle(action);
    return needs.some((need) => !this.#isDone(need));
  }

  async write(index: number, action: WriteAction): Promise<void> {
    this.#tellLast();
    this.#guard ??= new Guard(this.#unit, action);
    this.#commit ??= new Commit(this.#unit, action.persist);
    this.#watch.onStart?.(index);
    const startedMs = performance.now();
    const { end, guarding } = await writeAction(this.#unit, action, this.#guard);
    this.#commit.take(end, action.isUncommitted);
    this.#last = { index, startedMs, end: { ...end, functions: [...guarding, ...end.functions] } };
    if (action.guard.length === 0 && action.persist === null) await this.#settle(undefined);
  }

  async end(): Promise<void> {
    await this.#settle(undefined);
  }

  /** Puts the guard back and commits, unless the next write shares them. */
  async #settle(next: WriteAction | undefined): Promise<void> {
    const guard = this.#guard;
    if (guard !== undefined && (next === undefined || !isShared(guard, next))) {
      this.#guard = undefined;
      this.#worsen(await guard.restore());
    }
    const commit = this.#commit;
    if (commit !== undefined && (next === undefined || !isEqual(commit.persist, next.persist))) {
      this.#commit = undefined;
      this.#worsen(await commit.finish());
      this.#tellLast();
    }
  }

  #isDone(index: number): boolean {
    if (this.#last?.index === index) return this.#last.end.kind === 'done';
    const status = this.outcomes[index]?.status;
    return status === 'done' || status === 'satisfied';
  }

  #worsen({ problem, functions }: Aftermath): void {
    const last = this.#last;
    if (last === undefined) return;
    const end: WriteEnd = { ...last.end, functions: [...last.end.functions, ...functions] };
    last.end = problem === undefined ? end : worsened(end, problem);
  }

  #tellLast(): void {
    const last = this.#last;
    this.#last = undefined;
    if (last !== undefined) this.#tell(last.index, toOutcome(last.end, performance.now() - last.startedMs));
  }

  #tell(index: number, outcome: Outcome): void {
    this.outcomes[index] = outcome;
    this.#watch.onOutcome?.(index, outcome);
  }
}

/** What was written after the writes themselves, and what went wrong with it. */
export type Aftermath = { readonly problem: string | undefined; readonly functions: readonly number[] };

/** One that stays set and one that is put back are not the same guard. */
function isShared(guard: Guard, next: WriteAction): boolean {
  return guard.restores === next.restoresGuard && isEqual(guard.writes, next.guard);
}

function isEqual(
  left: CellWrite | readonly CellWrite[] | null,
  right: CellWrite | readonly CellWrite[] | null,
): boolean {
  return canonicalJson(left as unknown as Json) === canonicalJson(right as unknown as Json);
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
