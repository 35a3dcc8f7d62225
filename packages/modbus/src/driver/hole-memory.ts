import type { Table } from '../codec/index.ts';
import type { AddressRange } from '../queries/coalesce.ts';

/** What a unit has been found to refuse, for the time of a run. */
export type HoleMemory = {
  /** Ranges that no request may reach over: a range that lies in one is asked for alone. */
  readonly holes: () => readonly AddressRange[];
  readonly addHole: (hole: AddressRange) => void;
  /** The most that the unit was found to take at once, where that is less than declared. */
  readonly mostAtOnce: (table: Table) => number;
  readonly learnMost: (table: Table, count: number) => void;
};

/** Makes a memory that knows what is declared. */
export function createHoleMemory(declared: readonly AddressRange[]): HoleMemory {
  const holes = new Map(declared.map((hole) => [keyOf(hole), hole]));
  const most = new Map<Table, number>();
  const mostAtOnce = (table: Table): number => most.get(table) ?? Number.POSITIVE_INFINITY;
  return {
    holes: () => [...holes.values()],
    addHole: (hole) => holes.set(keyOf(hole), hole),
    mostAtOnce,
    learnMost: (table, count) => most.set(table, Math.min(mostAtOnce(table), count)),
  };
}

function keyOf({ table, address, count }: AddressRange): string {
  return `${table} ${address} ${count}`;
}
