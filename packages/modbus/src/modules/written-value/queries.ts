import type { Queries } from '@setpoint/model';
import type { Cell } from '../../driver/action.ts';
import { type RegistersQuery, registersQuery } from '../../driver/query.ts';
import { wordCount } from '../../values/index.ts';
import type { ValueDeclared } from './declared.ts';

/** Asks for the value, for what must hold before it is written, and for what makes an act needless. */
export function valueQueries({ write, expect, when, pending }: ValueDeclared): Queries {
  const own = when.kind === 'state' ? { value: cellQuery(write.cell) } : {};
  const uncommitted = pending === null ? {} : { pending: cellQuery(pending.cell) };
  const conditions = expect.map(({ cell }, index) => [`expect ${index}`, cellQuery(cell)]);
  const guards = when.kind === 'act' ? when.unless.map(({ cell }, index) => [`unless ${index}`, cellQuery(cell)]) : [];
  return { ...own, ...uncommitted, ...Object.fromEntries([...conditions, ...guards]) };
}

function cellQuery({ table, address, readAddress, format }: Cell): RegistersQuery {
  return registersQuery(table, readAddress ?? address, wordCount(format));
}
