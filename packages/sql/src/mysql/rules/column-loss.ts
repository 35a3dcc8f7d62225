import type { JsonObject } from '@setpoint/model';
import { textOf } from '../text/members.ts';
import {
  type ColumnType,
  integerBits,
  integerRange,
  isSameRange,
  maximumBytes,
  membersOf,
  parseType,
} from './column-type.ts';

/**
 * Says what values a change of a column's type can lose, or nothing when every value that the old type holds fits into the new one.
 * Virtual columns hold none.
 */
export function lossOf(before: JsonObject, after: JsonObject): string | undefined {
  if (before['stored'] === false) return undefined;
  const charset = charsetLoss(before, after);
  if (charset !== undefined) return charset;
  const [oldText, newText] = [textOf(before, 'type'), textOf(after, 'type')];
  if (oldText === newText || isSameRange(oldText, newText)) return undefined;
  const [old, wanted] = [parseType(oldText), parseType(newText)];
  const fits = fitters.some((fit) => fit({ old, wanted, before, after }));
  return fits ? undefined : `values that do not fit into ${newText} (it was ${oldText})`;
}

/** Every character of the narrow set is in the wide one. */
function charsetLoss(before: JsonObject, after: JsonObject): string | undefined {
  const [old, wanted] = [textOf(before, 'charset'), textOf(after, 'charset')];
  if (old === '' || wanted === '' || old === wanted) return undefined;
  if (['utf8mb4', 'utf16', 'utf16le', 'utf32'].includes(wanted) && old !== 'binary') return undefined;
  if (['utf8mb3', 'utf8'].includes(wanted) && ['latin1', 'ascii', 'ucs2', 'utf8', 'utf8mb3'].includes(old))
    return undefined;
  if (old === 'ascii' && wanted !== 'binary') return undefined;
  return `characters that ${wanted} does not have (it was ${old})`;
}

type Types = {
  readonly old: ColumnType;
  readonly wanted: ColumnType;
  readonly before: JsonObject;
  readonly after: JsonObject;
};

/** Ways in which one type holds all values of another. */
const fitters: readonly ((types: Types) => boolean)[] = [
  fitsInteger,
  fitsDecimal,
  fitsMembers,
  fitsText,
  fitsBinary,
  fitsPrecision,
  fitsAddress,
  ({ old, wanted }) => old.base === 'float' && wanted.base === 'double' && old.arguments.length === 0,
  ({ old, wanted }) =>
    old.base === 'double' && wanted.base === 'double' && wanted.arguments.length === 0 && !isNewlyUnsigned(old, wanted),
  ({ old, wanted }) =>
    old.base === 'float' && wanted.base === 'float' && wanted.arguments.length === 0 && !isNewlyUnsigned(old, wanted),
];

function isNewlyUnsigned(old: ColumnType, wanted: ColumnType): boolean {
  return wanted.unsigned && !old.unsigned;
}

function fitsInteger({ old, wanted }: Types): boolean {
  const [from, to] = [integerRange(old), integerRange(wanted)];
  if (from === undefined || to === undefined) return false;
  return BigInt(to[0]) <= BigInt(from[0]) && BigInt(from[1]) <= BigInt(to[1]);
}

/** Whole digits and decimals must both not become fewer; a whole number fits into a decimal with enough digits. */
function fitsDecimal({ old, wanted }: Types): boolean {
  if (wanted.base !== 'decimal' || isNewlyUnsigned(old, wanted)) return false;
  const [precision = 10, scale = 0] = wanted.arguments.map(Number);
  if (old.base in integerBits) return precision - scale >= (integerRange(old)?.[1].length ?? 99);
  if (old.base !== 'decimal') return false;
  const [oldPrecision = 10, oldScale = 0] = old.arguments.map(Number);
  return precision - scale >= oldPrecision - oldScale && scale >= oldScale;
}

/** Values are kept by their words, wherever these stand. */
function fitsMembers({ old, wanted }: Types): boolean {
  const members = new Set(membersOf(wanted));
  const isKept = membersOf(old).every((member) => members.has(member));
  return ['enum', 'set'].includes(old.base) && old.base === wanted.base && isKept;
}

function fitsText({ old, wanted, before, after }: Types): boolean {
  const isText = (type: ColumnType): boolean => /^(?:var)?char$|text$/.test(type.base);
  if (!isText(wanted) || !(isText(old) || old.base === 'enum')) return false;
  if (old.base === 'enum') return old.arguments.every((member) => member.length - 2 <= (maximumBytes(after) ?? 0) / 4);
  const isCounted = old.base.endsWith('char') && wanted.base.endsWith('char');
  const lengthOf = (type: ColumnType): number => Number(type.arguments[0] ?? 1);
  if (isCounted) return lengthOf(wanted) >= lengthOf(old);
  return (maximumBytes(after) ?? 0) >= (maximumBytes(before) ?? Number.POSITIVE_INFINITY);
}

/** Of fixed length only into variable length: zeros at the end are values too. */
function fitsBinary({ old, wanted, before, after }: Types): boolean {
  if (!/^varbinary$|blob$/.test(wanted.base) || !/binary$|blob$/.test(old.base)) return false;
  return (maximumBytes(after) ?? 0) >= (maximumBytes(before) ?? Number.POSITIVE_INFINITY);
}

function fitsPrecision({ old, wanted }: Types): boolean {
  if (old.base !== wanted.base || !['bit', 'datetime', 'timestamp', 'time'].includes(old.base)) return false;
  return Number(wanted.arguments[0] ?? 0) >= Number(old.arguments[0] ?? 0);
}

/** MariaDB's own types and the texts and bytes that they are written as. */
function fitsAddress({ old, wanted }: Types): boolean {
  const length = Number(wanted.arguments[0] ?? 0);
  const characters: Readonly<Record<string, number>> = { inet4: 15, inet6: 39, uuid: 36 };
  const needed = characters[old.base];
  if (needed !== undefined && wanted.base.endsWith('char')) return length >= needed;
  return old.base === 'inet4' && wanted.base === 'inet6';
}
