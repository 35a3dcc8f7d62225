import type { Table } from '../codec/request.ts';

/** The digit that stands for a table in front of a number on paper. */
export const tableDigits: Readonly<Record<Table, string>> = { coil: '0', discrete: '1', input: '3', holding: '4' };

/** Addresses of a table. */
export const tableSize = 65536;

/** The table of a leading digit; undefined for digits that stand for none, such as 2 and 5. */
export function tableOfDigit(digit: string | undefined): Table | undefined {
  switch (digit) {
    case '0':
      return 'coil';
    case '1':
      return 'discrete';
    case '3':
      return 'input';
    case '4':
      return 'holding';
    default:
      return undefined;
  }
}

/** True for the tables that can be written. */
export function isWritableTable(table: Table): boolean {
  return table === 'coil' || table === 'holding';
}

/** True for the tables of single bits. */
export function isBitTable(table: Table): boolean {
  return table === 'coil' || table === 'discrete';
}
