import type { Table } from '../codec/request.ts';
import { tableDigits } from './table.ts';

/** An address as it is on the wire, and as it stands on paper: `holding 107 (40108)`. */
export function describeAddress(table: Table, address: number): string {
  return `${table} ${address} (${refOf(table, address)})`;
}

/** The notation of paper: five digits as far as they go, then six. */
export function refOf(table: Table, address: number): string {
  const number = String(address + 1);
  return tableDigits[table] + number.padStart(number.length > 4 ? 5 : 4, '0');
}
