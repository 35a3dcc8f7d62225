import { parseAddress } from '../../addresses/index.ts';
import type { Table } from '../../codec/request.ts';
import type { Access } from '../profile.ts';
import type { ValueType } from '../value-type.ts';
import { cellAccess, cellNames, cellNumber, cellRange, cellTable, functionTable, quotient } from './cell-text.ts';
import { type CellType, cellType } from './cell-type.ts';
import type { Column, Columns } from './columns.ts';
import type { ImportProblem, Row } from './read-rows.ts';

/** A register as a line of the table has it, in the words of a profile; `notes` say what was guessed. */
export type RowRegister = {
  readonly line: number;
  /** As written; empty when there is none. */
  readonly name: string;
  readonly entry: Entry;
  readonly notes: readonly string[];
};

/** The properties of a register in the order in which they are written. */
export type Entry = {
  readonly description?: string;
  readonly table?: Table;
  readonly address?: string;
  readonly ref?: string;
  readonly type?: ValueType;
  readonly bit?: number;
  readonly length?: number;
  readonly order?: NonNullable<CellType['order']>;
  readonly scale?: string;
  readonly offset?: string;
  readonly unit?: string;
  readonly access?: Access;
  readonly min?: string;
  readonly max?: string;
  readonly values?: Readonly<Record<string, string>>;
};

/** As the schema of profiles has it. */
const maxUnitLength = 32;

/** What holds for all lines: where the columns are, and what numbers without a mark in the column of addresses are. */
export type Reading = { readonly columns: Columns; readonly numerals: 'paper' | 'hexadecimal' | 'decimal' };

/** Reads one line; cells that are not understood become notes, except for the place and the type, without which there is no register. */
export function rowRegister(row: Row, reading: Reading): RowRegister | readonly ImportProblem[] {
  const cell = cellsOf(row, reading.columns);
  const notes: string[] = [];
  const place = placeOf(cell, tableIn(row, reading.columns), reading.numerals);
  if ('detail' in place) return [{ line: row.line, ...place }];
  const type = typeOf(cell, notes);
  if (type !== undefined && 'detail' in type) return [{ line: row.line, ...type }];
  const entry: Entry = {
    ...optional('description', cell('description').replace(/\s+/g, ' ')),
    ...place,
    ...typed(type, place.bit, notes),
    ...optional('order', orderOf(cell('order'), notes)),
    ...scaling(cell, notes),
    ...optional('unit', unitOf(cell('unit'), notes)),
    ...optional('access', accessOf(cell, notes)),
    ...limits(cell, notes),
    ...optional('values', cellNames(cell('values'))),
  };
  return { line: row.line, name: cell('name'), entry: sensible(entry, notes), notes };
}

/** Takes the first of two registers from `40108-40109`, and the bit from `108.3`. */
export function splitPlace(cell: string): { readonly place: string; readonly bit?: number } {
  const text = cell.replace(/\s/g, '');
  const [, first] = /^(\d+)(?:-|–|\.\.+|\/|…)\d+$/.exec(text) ?? [];
  if (first !== undefined) return { place: first };
  const [, place, bit] = /^(\d+|0[xX][0-9a-fA-F]+)[.:](\d{1,2})$/.exec(text) ?? [];
  return place === undefined || Number(bit) > 15 ? { place: text } : { place, bit: Number(bit) };
}

/** The table that a line names, by its name or by a function code. */
export function tableIn(row: Row, columns: Columns): Table | undefined {
  const cell = cellsOf(row, columns);
  return cellTable(cell('table')) ?? functionTable(cell('function')) ?? cellTable(cell('kind'));
}

type Cell = (column: Column) => string;

function cellsOf(row: Row, columns: Columns): Cell {
  return (column) => row.cells[columns.get(column) ?? -1]?.trim() ?? '';
}

type Wrong = { readonly detail: string; readonly hint?: string };
type WrittenPlace = Pick<Entry, 'table' | 'address' | 'ref' | 'bit'>;

function placeOf(cell: Cell, table: Table | undefined, numerals: Reading['numerals']): WrittenPlace | Wrong {
  const isRef = isNothing(cell('address'));
  const { place: written, bit } = splitPlace(isRef ? cell('ref') : cell('address'));
  const isBareHex = numerals === 'hexadecimal' && !isRef && /^[0-9a-f]+$/i.test(written);
  const place = isBareHex ? `0x${written}` : written;
  if (place === '') return { detail: 'The line has no address.', hint: 'Add it, or take the line out.' };
  const bits = bit === undefined ? {} : { bit };
  if (numerals === 'paper' || isRef || /^\d[xX:]\d{4,5}$|^%/.test(place)) {
    const parsed = parseAddress({ ref: place });
    return parsed.kind === 'address' ? { ref: place, ...bits } : { detail: parsed.detail, hint: parsed.hint };
  }
  const parsed = parseAddress({ address: place, table: table ?? 'holding', base: 0 });
  if (parsed.kind !== 'address') return { detail: parsed.detail, hint: parsed.hint };
  return { ...optional('table', table), address: place, ...bits };
}

function typeOf(cell: Cell, notes: string[]): CellType | Wrong | undefined {
  const written = cell('type') === '' && cellTable(cell('kind')) === undefined ? cell('kind') : cell('type');
  if (isNothing(written)) return sizeOnly(cell('length'), notes);
  const type = cellType(written);
  if (type === undefined) {
    return {
      detail: `The type ${JSON.stringify(written)} is not known.`,
      hint: 'Write a type such as uint16, int32, float32, bool or string.',
    };
  }
  if (type.guess !== undefined) notes.push(`guessed: ${type.guess}`);
  return type.type === 'string' ? withLength(type, cell('length'), notes) : type;
}

function withLength(type: CellType, written: string, notes: string[]): CellType {
  const registers = Number(cellNumber(written));
  if (Number.isInteger(registers) && registers >= 1 && registers <= 125) return { ...type, length: registers };
  if (type.length !== undefined) return type;
  notes.push('guessed: the length is not given, one register is taken');
  return { ...type, length: 1 };
}

/** Without a type, the number of registers says at least how long the value is. */
function sizeOnly(length: string, notes: string[]): CellType | undefined {
  const type = ({ 2: 'uint32', 4: 'uint64' } as const)[cellNumber(length) ?? ''];
  if (type === undefined) return undefined;
  notes.push(`guessed: ${length} registers without a type are taken for ${type}`);
  return { type };
}

function typed(
  type: CellType | undefined,
  bit: number | undefined,
  notes: string[],
): Pick<Entry, 'type' | 'length' | 'order'> {
  if (bit === undefined) {
    return { ...optional('type', type?.type), ...optional('length', type?.length), ...optional('order', type?.order) };
  }
  if (type !== undefined && type.type !== 'bool')
    notes.push(`guessed: one bit is a bool, whatever the type ${type.type} says`);
  return { type: 'bool' };
}

function unitOf(cell: string, notes: string[]): string | undefined {
  if (isNothing(cell)) return undefined;
  const unit = cell.replace(/\s+/g, ' ');
  if (unit.length <= maxUnitLength) return unit;
  notes.push(`not taken: the unit is longer than ${maxUnitLength} characters`);
  return undefined;
}

function orderOf(cell: string, notes: string[]): Entry['order'] {
  const text = cell.toUpperCase().replace(/[^A-Z]/g, '');
  if (text === '') return undefined;
  if (/^(?:ABCD|CDAB|BADC|DCBA)$/.test(text)) return text as NonNullable<Entry['order']>;
  if (/^(?:AB|BE|BIG|BIGENDIAN|MSB|MSBFIRST|MSW|HIGHFIRST|HIGHWORDFIRST|MSWFIRST)$/.test(text)) return 'ABCD';
  if (/^(?:WORDSWAP|SWAPWORD|SWAPWORDS|LSW|LSWFIRST|LOWWORDFIRST|LOWFIRST|SWAPPED|BIGENDIANSWAP)$/.test(text))
    return 'CDAB';
  if (/^(?:BYTESWAP|SWAPBYTE|SWAPBYTES|LITTLEENDIANSWAP)$/.test(text)) return 'BADC';
  if (/^(?:BA|LE|LITTLE|LITTLEENDIAN|LSB|LSBFIRST)$/.test(text)) {
    notes.push(`guessed: ${cell} is taken for the lowest byte first; where only words are swapped, write CDAB`);
    return 'DCBA';
  }
  notes.push(`not understood: the order ${JSON.stringify(cell)}`);
  return undefined;
}

function scaling(cell: Cell, notes: string[]): Pick<Entry, 'scale' | 'offset'> {
  const offset = number(cell('offset'), 'offset', notes);
  return { ...optional('scale', scaleOf(cell, notes)), ...optional('offset', offset === '0' ? undefined : offset) };
}

function scaleOf(cell: Cell, notes: string[]): string | undefined {
  const divisor = number(cell('divisor'), 'divisor', notes) ?? gainDivisor(cell('gain'), notes);
  const scale =
    divisor === undefined
      ? (number(cell('scale'), 'scale', notes) ?? number(cell('gain'), 'gain', []))
      : quotient('1', divisor);
  if (divisor !== undefined && scale === undefined) notes.push(`not understood: 1/${divisor} is no decimal number`);
  return scale === '1' || scale === '0' ? undefined : scale;
}

/** A gain above one is what the device has multiplied by, so that its tenths become whole numbers. */
function gainDivisor(cell: string, notes: string[]): string | undefined {
  const gain = cellNumber(cell);
  if (gain === undefined || Number(gain) <= 1) return undefined;
  notes.push(`guessed: a gain of ${gain} means that the value is the raw number / ${gain}`);
  return gain;
}

function number(cell: string, what: string, notes: string[]): string | undefined {
  if (isNothing(cell)) return undefined;
  const found = cellNumber(cell);
  if (found === undefined) notes.push(`not understood: the ${what} ${JSON.stringify(cell)}`);
  return found;
}

function accessOf(cell: Cell, notes: string[]): Access | undefined {
  const written = cell('access');
  if (isNothing(written)) return undefined;
  const access = cellAccess(written);
  if (access === undefined) notes.push(`not understood: the access ${JSON.stringify(written)}`);
  return access;
}

function limits(cell: Cell, notes: string[]): Pick<Entry, 'min' | 'max'> {
  const range = cellRange(cell('range'));
  const min = number(cell('min'), 'min', notes) ?? range?.min;
  const max = number(cell('max'), 'max', notes) ?? range?.max;
  return { ...optional('min', min), ...optional('max', max) };
}

/** Leaves out what means nothing for the type: vendors fill in every column of every line. */
function sensible(entry: Entry, notes: string[]): Entry {
  const isBit =
    entry.type === 'bool' || entry.table === 'coil' || entry.table === 'discrete' || /^[01]/.test(entry.ref ?? '');
  if (!isBit && entry.type !== 'string') {
    if (entry.values === undefined || (entry.scale === undefined && entry.offset === undefined)) return entry;
    notes.push('left out: the scale of a register with names for its numbers');
    return without(entry, ['scale', 'offset']);
  }
  const plain = without(entry, ['scale', 'offset', 'unit', 'min', 'max', 'values']);
  return isBit && plain.type !== 'bool' ? without(plain, ['type', 'order', 'length']) : plain;
}

function without(entry: Entry, properties: readonly (keyof Entry)[]): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !properties.includes(key as keyof Entry)));
}

/** Cells by which people say that there is nothing. */
function isNothing(cell: string): boolean {
  return /^(?:|-+|–|—|n\/?a|none|null|\/|\.)$/i.test(cell);
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
