import type { JsonObject } from '@setpoint/model';
import { unquoteString } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { splitAtCommas } from '../text/tokens.ts';

/** A type, cut into what decides how its values fit into another one. */
export type ColumnType = {
  /** `varchar`, `int`, `enum`. */
  readonly base: string;
  /** What stands in the parentheses: lengths as numbers in texts, members as string literals. */
  readonly arguments: readonly string[];
  readonly unsigned: boolean;
};

/** Cuts `decimal(10,2) unsigned` into its parts. */
export function parseType(type: string): ColumnType {
  const [, base = '', list = '', rest = ''] = /^(\w+)(?:\(([\s\S]*)\))?([^)]*)$/.exec(type) ?? [];
  return { base, arguments: splitAtCommas(list), unsigned: /\bunsigned\b/.test(rest) };
}

/** True when one type is only displayed otherwise: `int(11)` and `int(5)`. */
export function isSameRange(before: string, after: string): boolean {
  const [old, wanted] = [parseType(before), parseType(after)];
  return old.base === wanted.base && old.base in integerBits && old.unsigned === wanted.unsigned;
}

/** Bits of the whole numbers. */
export const integerBits: Readonly<Record<string, number>> = {
  tinyint: 8,
  smallint: 16,
  mediumint: 24,
  int: 32,
  bigint: 64,
};

/** The least and the greatest value of a whole number, as text. */
export function integerRange(type: ColumnType): readonly [string, string] | undefined {
  const bits = integerBits[type.base];
  if (bits === undefined) return undefined;
  const size = 2n ** BigInt(bits);
  return type.unsigned ? ['0', String(size - 1n)] : [String(-size / 2n), String(size / 2n - 1n)];
}

/** The members of an enum or a set. */
export function membersOf(type: ColumnType): readonly string[] {
  return type.arguments.map(unquoteString);
}

/** True when members were only added at the end, so that stored numbers keep their meaning. */
export function isAppended(before: ColumnType, after: ColumnType): boolean {
  const wanted = membersOf(after);
  return membersOf(before).every((member, index) => wanted[index] === member);
}

/** How many bytes a value of a text or binary type can have at most; undefined for other types. */
export function maximumBytes(column: JsonObject): number | undefined {
  const { base, arguments: sizes } = parseType(textOf(column, 'type'));
  const length = Number(sizes[0] ?? 1);
  switch (base) {
    case 'char':
    case 'varchar':
      return length * bytesPerCharacter(column);
    case 'binary':
    case 'varbinary':
      return length;
    default:
      return blobBytes[base];
  }
}

const blobBytes: Readonly<Record<string, number>> = {
  tinytext: 255,
  tinyblob: 255,
  text: 65_535,
  blob: 65_535,
  mediumtext: 16_777_215,
  mediumblob: 16_777_215,
  longtext: 4_294_967_295,
  longblob: 4_294_967_295,
};

/** The most bytes that a character of the column's character set takes. */
export function bytesPerCharacter(column: JsonObject): number {
  return characterBytes[textOf(column, 'charset')] ?? 1;
}

const characterBytes: Readonly<Record<string, number>> = {
  utf8mb4: 4,
  utf8mb3: 3,
  utf8: 3,
  ucs2: 2,
  utf16: 4,
  utf16le: 4,
  utf32: 4,
  gb18030: 4,
  gbk: 2,
  big5: 2,
  sjis: 2,
  cp932: 2,
  euckr: 2,
  gb2312: 2,
  ujis: 3,
  eucjpms: 3,
};
