import { type CellWrite, describeCell, type Surroundings, type WriteAction, wordsText } from './action.ts';
import { unmetCondition } from './conditions.ts';
import type { Unit } from './exchange.ts';
import { readCell } from './read-cell.ts';
import { type WriteEnd, writeCell } from './write-cell.ts';

/**
 * Adjacent writes with the same surroundings. The guard is set before the first of them that is made and put back after the last,
 * whatever happened; what they changed is made permanent once.
 */
export class WriteGroup {
  readonly #unit: Unit;
  readonly #surroundings: Surroundings;
  /** Guards that were set, with what they held before. */
  readonly #set: { readonly write: CellWrite; readonly before: readonly number[] }[] = [];
  #isGuarded = false;
  #hasChanged = false;

  constructor(unit: Unit, surroundings: Surroundings) {
    this.#unit = unit;
    this.#surroundings = surroundings;
  }

  /** Checks the conditions of a write, sets the guard if it is not set, and writes. */
  async write(action: WriteAction): Promise<WriteEnd> {
    const unmet = await this.#unmet(action);
    if (unmet !== undefined) return { kind: 'refused', reason: `${unmet}; nothing was written`, functions: [] };
    const guarding = await this.#guard();
    if (guarding !== undefined) return guarding;
    const end = await writeCell(this.#unit, action);
    if (end.functions.length > 0) this.#hasChanged = true;
    return end;
  }

  /** Makes changes permanent if all went well, and puts the guard back; gives what went wrong with that, and what was written. */
  async close(
    wentWell: boolean,
  ): Promise<{ readonly problem: string | undefined; readonly functions: readonly number[] }> {
    const functions: number[] = [];
    const problems: string[] = [];
    const { persist, restoresGuard } = this.#surroundings;
    if (persist !== null && this.#hasChanged && wentWell) {
      const end = await this.#put(persist, false);
      functions.push(...end.functions);
      if (end.kind !== 'done') problems.push(`the change is not permanent: ${end.reason}`);
    }
    if (!restoresGuard) this.#set.length = 0;
    for (const { write, before } of this.#set.splice(0).reverse()) {
      const end = await this.#put({ ...write, words: wordsText(before) }, true);
      functions.push(...end.functions);
      if (end.kind !== 'done')
        problems.push(`the guard ${describeCell(write.cell)} could not be put back: ${end.reason}`);
    }
    return { problem: problems.length === 0 ? undefined : problems.join('; '), functions };
  }

  async #unmet({ expect }: WriteAction): Promise<string | undefined> {
    for (const condition of expect) {
      const found = await readCell(this.#unit, condition.cell);
      if (found.kind === 'failed') return `${describeCell(condition.cell)} could not be read: ${found.why}`;
      const unmet = unmetCondition(condition, found.words);
      if (unmet !== undefined) return unmet;
    }
    return undefined;
  }

  async #guard(): Promise<WriteEnd | undefined> {
    if (this.#isGuarded) return undefined;
    for (const write of this.#surroundings.guard) {
      const found = await readCell(this.#unit, write.cell);
      if (found.kind === 'failed')
        return {
          kind: 'failed',
          reason: `the guard ${describeCell(write.cell)} could not be read: ${found.why}`,
          functions: [],
        };
      const end = await this.#put(write, true);
      // Also after a failure it may have been set.
      if (end.functions.length > 0) this.#set.push({ write, before: found.words });
      if (end.kind === 'done') continue;
      return { kind: end.kind, reason: `the guard could not be set: ${end.reason}`, functions: end.functions };
    }
    this.#isGuarded = true;
    return undefined;
  }

  #put(write: CellWrite, isState: boolean): Promise<WriteEnd> {
    return writeCell(this.#unit, { write, before: null, tolerance: null, settleMs: 0, isState });
  }
}
