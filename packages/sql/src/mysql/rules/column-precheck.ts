import type { Fact } from '../../catalogue/fact.ts';
import type { Precheck } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { integerRange, parseType } from './column-type.ts';

/** Rows that hold NULL where none may be. */
export function nullPrecheck({ name: [table = '', column = ''] }: Fact): Precheck {
  return {
    text: `SELECT 1 FROM ${quoteName(table)} WHERE ${quoteName(column)} IS NULL LIMIT 1`,
    offence: `${table}.${column} holds NULL`,
  };
}

/** Any row at all, under a mode that knows no zero date for the rows that are there. */
export function rowsPrecheck({ name: [table = '', column = ''] }: Fact): Precheck {
  return {
    text: `SELECT 1 FROM ${quoteName(table)} WHERE @@SESSION.sql_mode LIKE '%NO_ZERO_DATE%' LIMIT 1`,
    offence: `${table} has rows, for which ${table}.${column} has no value`,
  };
}

/** Values that are too long, too small or too great for the type that the column gets; undefined where that cannot be asked. */
export function rangePrecheck(before: Fact, after: Fact): Precheck | undefined {
  const [table = '', column = ''] = after.name;
  const name = quoteName(column);
  const condition = misfit(name, textOf(before.payload, 'type'), textOf(after.payload, 'type'));
  if (condition === undefined) return undefined;
  return {
    text: `SELECT 1 FROM ${quoteName(table)} WHERE ${condition} LIMIT 1`,
    offence: `${table}.${column} holds values that do not fit into ${textOf(after.payload, 'type')}`,
  };
}

function misfit(name: string, before: string, after: string): string | undefined {
  const [old, wanted] = [parseType(before), parseType(after)];
  const [from, to] = [integerRange(old), integerRange(wanted)];
  if (from !== undefined && to !== undefined) {
    const isWider = BigInt(to[0]) <= BigInt(from[0]) && BigInt(from[1]) <= BigInt(to[1]);
    return isWider ? undefined : `${name} NOT BETWEEN ${to[0]} AND ${to[1]}`;
  }
  const isText = /^(?:var)?char$|text$/.test(old.base) && /^(?:var)?char$/.test(wanted.base);
  if (!isText) return undefined;
  const isShorter = !old.base.endsWith('char') || Number(wanted.arguments[0]) < Number(old.arguments[0]);
  return isShorter ? `char_length(${name}) > ${wanted.arguments[0]}` : undefined;
}
