import type { JsonObject } from '@setpoint/model';
import { canonicalJson } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { AlterSpeed } from '../../compare/statement.ts';
import { unquoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { tokensOf } from '../text/tokens.ts';
import { type ColumnType, isAppended, isSameRange, maximumBytes, parseType } from './column-type.ts';

/** How fast a column of a plain table is added. MySQL puts one in the middle without a copy from 8.0.29 on. */
export function speedOfAdding(column: Fact, context: RuleContext): AlterSpeed {
  if (column.payload['stored'] === true || column.payload['autoIncrement'] === true) return 'copy';
  if (column.payload['stored'] === false) return 'virtual';
  if (context.product === 'mariadb') return context.version >= 100_400 ? 'instant-shape' : 'copy';
  return context.version >= 80_029 ? 'instant-shape' : 'rebuild';
}

/** How fast a column of a plain table is dropped. */
export function speedOfDropping(column: Fact, context: RuleContext): AlterSpeed {
  if (column.payload['stored'] === false) return 'virtual';
  if (isIndexed(column, context)) return 'rebuild';
  if (context.product === 'mariadb') return context.version >= 100_400 ? 'instant-shape' : 'rebuild';
  return context.version >= 80_029 ? 'instant-shape' : 'rebuild';
}

/** How fast a column of a plain table gets another definition. */
export function speedOfModifying(before: Fact, after: Fact, context: RuleContext): AlterSpeed {
  const changed = changedMembers(before.payload, after.payload);
  if (isDefaultOnly(before, after)) return 'instant';
  if (changed.some((member) => slowMembers.has(member)) || isBound(before.payload) || isBound(after.payload))
    return 'copy';
  const speeds = [
    changed.includes('type') || changed.includes('charset') ? speedOfType(before, after, context) : 'instant',
    changed.includes('notNull') ? 'rebuild' : 'instant',
    changed.includes('collation') ? (isIndexed(before, context) ? 'copy' : onMariadb(context)) : 'instant',
    changed.some((member) => ['comment', 'invisible', 'onUpdate'].includes(member)) ? onMariadb(context) : 'instant',
  ] as const;
  return (['copy', 'rebuild', 'instant'] as const).find((speed) => speeds.includes(speed)) ?? 'copy';
}

/** True when nothing but the default differs. */
export function isDefaultOnly(before: Fact, after: Fact): boolean {
  return changedMembers(before.payload, after.payload).every((member) => member === 'default');
}

const slowMembers: ReadonlySet<string> = new Set(['generated', 'stored', 'other', 'autoIncrement', 'check']);

/** A stored result, a counter and a check are written anew with the column; MariaDB's JSON is a text with a check. */
function isBound(payload: JsonObject): boolean {
  return payload['stored'] === true || payload['autoIncrement'] === true || payload['check'] !== undefined;
}

/** Seen with MariaDB; what is not known of MySQL counts as the slowest. */
function onMariadb({ product }: RuleContext): 'instant' | 'copy' {
  return product === 'mariadb' ? 'instant' : 'copy';
}

function speedOfType(before: Fact, after: Fact, context: RuleContext): 'instant' | 'copy' {
  const [old, wanted] = [before.payload, after.payload];
  if (old['charset'] !== wanted['charset']) {
    return isWidened(old, wanted) && !isIndexed(before, context) ? onMariadb(context) : 'copy';
  }
  if (isSameRange(textOf(old, 'type'), textOf(wanted, 'type'))) return 'instant';
  const [from, to] = [parseType(textOf(old, 'type')), parseType(textOf(wanted, 'type'))];
  if (from.base !== to.base) return 'copy';
  if (from.base === 'enum' || from.base === 'set')
    return isAppended(from, to) && isAsWide(from, to) ? 'instant' : 'copy';
  const isVariable = from.base === 'varchar' || from.base === 'varbinary';
  const isLonger = Number(to.arguments[0]) >= Number(from.arguments[0]);
  return isVariable && isLonger && isLengthKept(old, wanted) ? onMariadb(context) : 'copy';
}

/** Characters of three bytes are the same among those of four. */
function isWidened(old: JsonObject, wanted: JsonObject): boolean {
  const isLarger = old['charset'] === 'utf8mb3' && wanted['charset'] === 'utf8mb4';
  return isLarger && old['type'] === wanted['type'] && isLengthKept(old, wanted);
}

/** Rows of InnoDB tell the length of a value in one byte or two; only columns of 128 to 255 bytes always in one. Seen with 10.11. */
function isLengthKept(old: JsonObject, wanted: JsonObject): boolean {
  const [from, to] = [maximumBytes(old) ?? 0, maximumBytes(wanted) ?? 0];
  return !(from > 127 && from <= 255 && to > 255);
}

/** Members of an enum are counted in one byte up to 255; those of a set are bits. */
function isAsWide(from: ColumnType, to: ColumnType): boolean {
  const bytes = ({ base, arguments: { length } }: ColumnType): number => {
    if (base === 'enum') return length > 255 ? 2 : 1;
    return length > 32 ? 8 : Math.ceil(length / 8);
  };
  return bytes(from) === bytes(to);
}

/** The members of two payloads that differ. */
export function changedMembers(old: JsonObject, wanted: JsonObject): readonly string[] {
  const members = [...new Set([...Object.keys(old), ...Object.keys(wanted)])];
  return members.filter((member) => canonicalJson(old[member] ?? null) !== canonicalJson(wanted[member] ?? null));
}

/** True when an index of the present table holds the column. */
export function isIndexed(column: Fact, context: RuleContext): boolean {
  const indexes = context.liveChildren(column.parent ?? '').filter(({ kind }) => kind === 'index');
  return indexes.some(({ payload }) => namesOf(textOf(payload, 'definition')).includes(column.name[1] ?? ''));
}

function namesOf(definition: string): readonly string[] {
  return tokensOf(definition).flatMap(({ kind, text }) => (kind === 'name' ? [unquoteName(text)] : []));
}
