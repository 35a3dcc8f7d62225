import type { JsonObject } from '@setpoint/model';
import { parseAddress } from '../../addresses/index.ts';
import type { Table } from '../../codec/request.ts';
import { checkProfile } from '../resolve.ts';
import type { Columns } from './columns.ts';
import { decodeTable } from './decode-table.ts';
import { type NamedRegister, nameRegisters } from './name-registers.ts';
import { type ImportProblem, type ReadRows, type Row, readRows } from './read-rows.ts';
import { type RowRegister, rowRegister, splitPlace, tableIn } from './row-register.ts';
import { writeProfile } from './write-profile.ts';

export type { ImportProblem } from './read-rows.ts';

/**
 * A profile as YAML text, with comments for what was guessed; `warnings` are what still makes no sense in it, such as registers that
 * share bits, at the lines of the table. Or all that keeps the table from being read.
 */
export type ImportedMap =
  | {
      readonly kind: 'imported';
      readonly yaml: string;
      readonly registers: number;
      readonly warnings: readonly ImportProblem[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly ImportProblem[] };

/**
 * Makes a profile from a register map as vendors publish them: CSV with commas, semicolons or tabs, headings of many names, numbers
 * with a point or a comma, in UTF-8, UTF-16 or Windows-1252.
 */
export async function importMap(table: string | Uint8Array): Promise<ImportedMap> {
  const { parse } = await import('csv-parse/sync');
  const { Document } = await import('yaml');
  const read = readRows(decodeTable(table), parse);
  if (read.kind === 'invalid') return read;
  const { registers, problems, isPaper } = registersIn(read);
  if (problems.length > 0) return { kind: 'invalid', problems };
  if (registers.length === 0) {
    return {
      kind: 'invalid',
      problems: [{ line: read.header.line, detail: 'Below the headings there are no registers.' }],
    };
  }
  const defaultTable = registers.some(({ entry }) => entry.table === undefined && entry.ref === undefined)
    ? 'holding'
    : undefined;
  const warnings = warningsOf(registers, defaultTable);
  const remarks = remarksOf(read, { defaultTable, isPaper });
  const problemsByKey = Map.groupBy(warnings, ({ key }) => key);
  const yaml = writeProfile({ registers, remarks, defaultTable, problems: problemsByKey }, Document);
  const told = warnings.map(({ line, detail, hint }) => ({ line, detail, ...(hint === undefined ? {} : { hint }) }));
  return { kind: 'imported', yaml, registers: registers.length, warnings: told };
}

type ReadTable = Extract<ReadRows, { readonly kind: 'read' }>;

type Registers = {
  readonly registers: readonly NamedRegister[];
  readonly problems: readonly ImportProblem[];
  readonly isPaper: boolean;
};

function registersIn({ columns, header, rows }: ReadTable): Registers {
  const filled = rows.filter((row) => isRegister(row, columns));
  const isHexadecimal = /hex/i.test(header.cells[columns.get('address') ?? -1] ?? '');
  const isPaper = !isHexadecimal && isPaperNotation(filled, columns);
  const plain = isHexadecimal ? 'hexadecimal' : 'decimal';
  const found: RowRegister[] = [];
  const problems: ImportProblem[] = [];
  for (const row of filled) {
    const register = rowRegister(row, { columns, numerals: isPaper ? 'paper' : plain });
    if ('entry' in register) found.push(register);
    else problems.push(...register);
  }
  return { registers: nameRegisters(found), problems, isPaper };
}

/** Empty lines, titles of sections and repeated headings are none: they have no digit where the address should be. */
function isRegister({ cells }: Row, columns: Columns): boolean {
  const at = (column: 'address' | 'ref' | 'name'): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
  if (/\d|^[a-f]h?$/i.test(at('address')) || /\d/.test(at('ref'))) return true;
  return (
    at('name') !== '' &&
    at('address') === '' &&
    at('ref') === '' &&
    cells.filter((cell) => cell.trim() !== '').length > 2
  );
}

/** Plain numbers are notation of paper when all of them could be, and no table that stands beside them says otherwise. */
function isPaperNotation(rows: readonly Row[], columns: Columns): boolean {
  const index = columns.get('address');
  const placed = rows
    .map((row) => ({ place: splitPlace(row.cells[index ?? -1] ?? '').place, table: tableIn(row, columns) }))
    .filter(({ place }) => place !== '');
  return placed.length > 0 && placed.every(({ place, table }) => isPaper(place, table));
}

function isPaper(place: string, table: Table | undefined): boolean {
  if (!/^[0134]\d{4,5}$/.test(place)) return false;
  const parsed = parseAddress({ ref: place });
  return parsed.kind === 'address' && (table === undefined || table === parsed.table);
}

type Warning = ImportProblem & { readonly key: string };

function warningsOf(registers: readonly NamedRegister[], defaultTable: 'holding' | undefined): readonly Warning[] {
  const content: JsonObject = {
    ...(defaultTable === undefined ? {} : { defaults: { table: defaultTable } }),
    registers: Object.fromEntries(registers.map(({ key, entry }) => [key, entry])),
  };
  const byKey = new Map(registers.map((register) => [register.key, register]));
  return checkProfile(content).flatMap(({ property, detail, hint }) => {
    const key = property.split('.')[1] ?? '';
    const register = byKey.get(key);
    return register === undefined
      ? []
      : [{ key, line: register.line, detail, ...(hint === undefined ? {} : { hint }) }];
  });
}

type Guesses = { readonly defaultTable: 'holding' | undefined; readonly isPaper: boolean };

function remarksOf({ columns, header }: ReadTable, { defaultTable, isPaper }: Guesses): readonly string[] {
  const used = new Set(columns.values());
  const unused = header.cells.filter((cell, index) => cell !== '' && !used.has(index));
  return [
    'Imported from a table: check it against the manual of the device, above all what is marked as guessed.',
    ...(isPaper
      ? ['guessed: the addresses are in the notation of paper, where 40001 is the first holding register']
      : []),
    ...(!isPaper && columns.has('address')
      ? ['guessed: addresses count from 0; where the manual counts from 1, add `base: 1` to the defaults']
      : []),
    ...(defaultTable === undefined ? [] : ['guessed: addresses without a table are holding registers']),
    ...(columns.has('order')
      ? []
      : [
          'guessed: values of several registers have the highest byte first; if not, add `order: CDAB` to the defaults',
        ]),
    ...(unused.length > 0
      ? [`not used: the columns ${unused.map((cell) => cell.replace(/\s+/g, ' ')).join(', ')}`]
      : []),
  ];
}
