import type { CellWrite } from './action.ts';
import type { Unit } from './exchange.ts';
import type { Aftermath } from './execute.ts';
import { putCell, type WriteEnd } from './write-cell.ts';

/** Makes permanent what was written, once, if anything was and if all of it went well. */
export class Commit {
  readonly persist: CellWrite | null;
  readonly #unit: Unit;
  #hasChanged = false;
  #wentWell = true;

  constructor(unit: Unit, persist: CellWrite | null) {
    this.#unit = unit;
    this.persist = persist;
  }

  /** Notes how a write ended, and whether an earlier one still waits for its commit. */
  take(end: WriteEnd, isUncommitted: boolean): void {
    if (end.functions.length > 0 || isUncommitted) this.#hasChanged = true;
    if (end.kind !== 'done') this.#wentWell = false;
  }

  async finish(): Promise<Aftermath> {
    if (this.persist === null || !this.#hasChanged || !this.#wentWell) return { problem: undefined, functions: [] };
    const end = await putCell(this.#unit, this.persist, false);
    const problem = end.kind === 'done' ? undefined : `the change is not permanent: ${end.reason}`;
    return { problem, functions: end.functions };
  }
}
