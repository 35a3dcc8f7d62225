import { type CellWrite, describeCell, type Surroundings, wordsText } from './action.ts';
import type { Unit } from './exchange.ts';
import type { Aftermath } from './execute.ts';
import { type CellRead, readCell } from './read-cell.ts';
import { putCell, type WriteEnd } from './write-cell.ts';

/** What has to be set while values are written. Whatever was set is put back, in the opposite order, also after a failure. */
export class Guard {
  readonly writes: readonly CellWrite[];
  readonly restores: boolean;
  readonly #unit: Unit;
  readonly #changed: { readonly write: CellWrite; readonly before: readonly number[] }[] = [];
  #isSet = false;

  constructor(unit: Unit, { guard, restoresGuard }: Surroundings) {
    this.#unit = unit;
    this.writes = guard;
    this.restores = restoresGuard;
  }

  /** Sets what is not as wanted, once; `failure` tells how it ended when that was not possible. */
  async set(): Promise<{ readonly functions: readonly number[]; readonly failure?: WriteEnd }> {
    const functions: number[] = [];
    if (this.#isSet) return { functions };
    for (const write of this.writes) {
      // What stays as it is set, such as the word that unlocks parameters, need not be one that can be read.
      const found: CellRead =
        write.cell.readAddress === null && !this.restores
          ? { kind: 'words', words: [] }
          : await readCell(this.#unit, write.cell);
      if (found.kind === 'failed') {
        const reason = `the guard ${describeCell(write.cell)} could not be read: ${found.why}`;
        return { functions, failure: { kind: 'failed', reason, functions: [] } };
      }
      const end = await putCell(this.#unit, write);
      // Also after a failure it may have been set.
      if (end.functions.length > 0) this.#changed.push({ write, before: found.words });
      functions.push(...end.functions);
      if (end.kind === 'done') continue;
      const reason = `the guard could not be set: ${end.reason}`;
      return { functions, failure: { kind: end.kind, reason, functions: [] } };
    }
    this.#isSet = true;
    return { functions };
  }

  async restore(): Promise<Aftermath> {
    const functions: number[] = [];
    const problems: string[] = [];
    if (!this.restores) this.#changed.length = 0;
    for (const { write, before } of this.#changed.splice(0).reverse()) {
      const end = await putCell(this.#unit, { ...write, words: wordsText(before) });
      functions.push(...end.functions);
      if (end.kind !== 'done')
        problems.push(`the guard ${describeCell(write.cell)} could not be put back: ${end.reason}`);
    }
    return { problem: problems.length === 0 ? undefined : problems.join('; '), functions };
  }
}
