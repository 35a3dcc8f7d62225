import type { ValueType } from '../value-type.ts';

/** What a cell says of the type, and whether that was more than reading a name. */
export type CellType = {
  readonly type: ValueType;
  readonly order?: 'ABCD' | 'CDAB' | 'BADC' | 'DCBA';
  /** Registers of a string. */
  readonly length?: number;
  /** A sentence when the name could mean something else too. */
  readonly guess?: string;
};

/** The type that a cell names in one of many ways; undefined when it names none. */
export function cellType(cell: string): CellType | undefined {
  const [order] = /\b(ABCD|CDAB|BADC|DCBA)\b/i.exec(cell) ?? [];
  const text = cell
    .toLowerCase()
    .replace(/\b(?:abcd|cdab|badc|dcba)\b/g, '')
    .replace(/[^a-z0-9]/g, '');
  const found = textType(text) ?? namedType(text) ?? sizedType(text);
  if (found === undefined || order === undefined) return found;
  return { ...found, order: order.toUpperCase() as NonNullable<CellType['order']> };
}

/** `string16`, `char[16]`: the number counts characters, two in each register. */
function textType(text: string): CellType | undefined {
  const [, size] = /^(?:string|str|ascii|char|chars|text|varchar|utf8)(?:string)?(\d*)$/.exec(text) ?? [];
  if (size === undefined) return undefined;
  if (size === '') return { type: 'string' };
  const length = Math.max(1, Math.ceil(Number(size) / 2));
  return { type: 'string', length, guess: `${size} is taken for the number of characters, two in each register` };
}

function namedType(text: string): CellType | undefined {
  const type = Object.hasOwn(namedTypes, text) ? namedTypes[text] : undefined;
  if (type === undefined) return undefined;
  const guess = Object.hasOwn(doubtful, text) ? doubtful[text] : undefined;
  return { type, ...(guess === undefined ? {} : { guess }) };
}

/** A kind and a number of bits: `u32`, `unsigned int 16 bit`, `float64`. */
function sizedType(text: string): CellType | undefined {
  const [, kind = '', bits = ''] = /^([a-z]+?)(?:int|integer)?(8|16|24|32|64)(?:bits?|t)?$/.exec(text) ?? [];
  const prefix = /^(?:u|unsigned|uint|us|unsign)$/.test(kind) ? 'uint' : sizedPrefixes[kind];
  const type = prefix === undefined ? undefined : `${prefix}${bits}`;
  return type !== undefined && sizedTypes.includes(type) ? { type: type as ValueType } : undefined;
}

const sizedPrefixes: Readonly<Record<string, string>> = {
  s: 'int',
  i: 'int',
  int: 'int',
  sint: 'int',
  signed: 'int',
  integer: 'int',
  sign: 'int',
  f: 'float',
  float: 'float',
  fp: 'float',
  real: 'float',
  bcd: 'bcd',
  word: 'uint',
};

const sizedTypes: readonly string[] = [
  ...['int', 'uint'].flatMap((prefix) => [8, 16, 24, 32, 64].map((bits) => `${prefix}${bits}`)),
  ...[16, 32, 64].map((bits) => `float${bits}`),
  ...[8, 16, 32, 64].map((bits) => `bcd${bits}`),
];

/** Names without a size: those of IEC 61131-3, of C, and of manuals. */
const namedTypes: Readonly<Record<string, ValueType>> = {
  bool: 'bool',
  boolean: 'bool',
  bit: 'bool',
  byte: 'uint8',
  usint: 'uint8',
  sint: 'int8',
  int: 'int16',
  integer: 'int16',
  short: 'int16',
  signed: 'int16',
  uint: 'uint16',
  word: 'uint16',
  ushort: 'uint16',
  unsigned: 'uint16',
  unsignedshort: 'uint16',
  unsignedint: 'uint16',
  unsignedinteger: 'uint16',
  signedint: 'int16',
  signedinteger: 'int16',
  dint: 'int32',
  long: 'int32',
  signedlong: 'int32',
  udint: 'uint32',
  dword: 'uint32',
  ulong: 'uint32',
  unsignedlong: 'uint32',
  lint: 'int64',
  longlong: 'int64',
  ulint: 'uint64',
  lword: 'uint64',
  ulonglong: 'uint64',
  real: 'float32',
  float: 'float32',
  single: 'float32',
  ieee754: 'float32',
  floatieee754: 'float32',
  float32ieee754: 'float32',
  lreal: 'float64',
  double: 'float64',
  half: 'float16',
  bcd: 'bcd16',
  enum: 'uint16',
  enum16: 'uint16',
  bitfield: 'uint16',
  bitfield16: 'uint16',
  bitfield32: 'uint32',
  bitmap: 'uint16',
  acc32: 'uint32',
  acc64: 'uint64',
  sunssf: 'int16',
};

/** Names that different vendors give to different sizes. */
const doubtful: Readonly<Record<string, string>> = {
  int: 'int is taken for 16 bits with a sign',
  integer: 'integer is taken for 16 bits with a sign',
  signed: 'signed is taken for 16 bits',
  unsigned: 'unsigned is taken for 16 bits',
  long: 'long is taken for 32 bits with a sign',
  ulong: 'ulong is taken for 32 bits',
  bcd: 'bcd is taken for four digits in one register',
  byte: 'byte is taken for the lower half of the register',
};
