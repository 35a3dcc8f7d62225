import { describeCell, type WriteAction } from './action.ts';
import { unmetCondition } from './conditions.ts';
import type { Unit } from './exchange.ts';
import type { Guard } from './guard.ts';
import { readCell } from './read-cell.ts';
import { type WriteEnd, writeCell } from './write-cell.ts';

export type { WriteEnd } from './write-cell.ts';

/** How a write ended, and the functions that set the guard for it. */
export type ActionEnd = { readonly end: WriteEnd; readonly guarding: readonly number[] };

/** Reads the conditions of a write, sets the guard if it is not set, and writes. */
export async function writeAction(unit: Unit, action: WriteAction, guard: Guard): Promise<ActionEnd> {
  const unmet = await findUnmet(unit, action);
  if (unmet !== undefined) {
    return { end: { kind: 'refused', reason: `${unmet}; nothing was written`, functions: [] }, guarding: [] };
  }
  const { functions, failure } = await guard.set();
  return { end: failure ?? (await writeCell(unit, action)), guarding: functions };
}

async function findUnmet(unit: Unit, { expect }: WriteAction): Promise<string | undefined> {
  for (const condition of expect) {
    const found = await readCell(unit, condition.cell);
    if (found.kind === 'failed') return `${describeCell(condition.cell)} could not be read: ${found.why}`;
    const unmet = unmetCondition(condition, found.words);
    if (unmet !== undefined) return unmet;
  }
  return undefined;
}
