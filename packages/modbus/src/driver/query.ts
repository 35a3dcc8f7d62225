import type { Query } from '@setpoint/model';
import type { Table } from '../codec/index.ts';

/** Asks what a range holds. The answer's value is `{ words }`: a word per register, 0 or 1 per bit; absent: the device has no such address. */
export type RegistersQuery = Query & {
  readonly kind: 'registers';
  readonly table: Table;
  readonly address: number;
  readonly count: number;
};

/** Asks the device for what it says of itself (function 43/14); absent: it knows no such function. */
export type IdentificationQuery = Query & { readonly kind: 'identification' };

/** The query for a range. */
export function registersQuery(table: Table, address: number, count: number): RegistersQuery {
  return { kind: 'registers', table, address, count };
}

/** The query for the device's own description. */
export const identificationQuery: IdentificationQuery = { kind: 'identification' };

/** The words in an answer; undefined for a value of another shape. */
export function wordsOfAnswer(value: { readonly [key: string]: unknown }): readonly number[] | undefined {
  const { words } = value;
  const isWords = Array.isArray(words) && words.every((word) => Number.isInteger(word) && word >= 0 && word <= 0xffff);
  return isWords ? (words as readonly number[]) : undefined;
}
