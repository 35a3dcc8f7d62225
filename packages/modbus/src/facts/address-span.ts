import { type ParsedAddress, parseAddress } from '../addresses/index.ts';
import type { Table } from '../codec/request.ts';

/** Consecutive addresses of one table, counted from 0, both included. */
export type AddressSpan = {
  readonly kind: 'span';
  readonly table: Table;
  readonly first: number;
  readonly last: number;
};

export type ParsedSpan = AddressSpan | { readonly kind: 'invalid'; readonly detail: string; readonly hint: string };

const tables: readonly Table[] = ['coil', 'discrete', 'input', 'holding'];

/**
 * Reads `holding:107`, `holding:0x6B-0x78` (counted from 0), or the notation of paper: `40108`, `40108-40121`, `4x0108`, `%MW107`.
 * A number that could be either is refused with both readings.
 */
export function parseSpan(written: string): ParsedSpan {
  const [, table, from, to] = /^([A-Za-z]+):([^-]+)(?:-([^-]+))?$/.exec(written) ?? [];
  if (table !== undefined && from !== undefined) return inTable(table.toLowerCase(), from, to);
  const [, first, last] = /^(%?[\dA-Za-z:]+)(?:-(%?[\dA-Za-z:]+))?$/.exec(written) ?? [];
  if (first === undefined) return notAnAddress(written);
  if (/^\d{1,4}$/.test(first)) {
    return invalid(
      `${written} does not say in which table it is.`,
      `Write holding:${written}, or input, coil or discrete, counted from 0; or five digits as on paper, such as 40108.`,
    );
  }
  return spanOf(written, parseAddress({ ref: first }), last === undefined ? undefined : parseAddress({ ref: last }));
}

function inTable(table: string, from: string, to: string | undefined): ParsedSpan {
  const known = tables.find((each) => each === table);
  if (known === undefined) {
    return invalid(`There is no table "${table}".`, 'The tables are holding, input, coil and discrete.');
  }
  const parse = (address: string): ParsedAddress =>
    inCommandLine(parseAddress({ address, table: known }), known, address);
  return spanOf(`${table}:${from}`, parse(from), to === undefined ? undefined : parse(to));
}

/** The hints of an address are for files; here the ways out are shorter. */
function inCommandLine(parsed: ParsedAddress, table: Table, written: string): ParsedAddress {
  if (parsed.kind !== 'ambiguous') return parsed;
  const wire = `0x${Number(written).toString(16).toUpperCase()}`;
  return { ...parsed, hint: `Write ${table}:${wire} for the first, or ${written} alone for the second.` };
}

function spanOf(written: string, first: ParsedAddress, last: ParsedAddress | undefined): ParsedSpan {
  if (first.kind !== 'address') return invalid(first.detail, first.hint);
  if (last === undefined) return { kind: 'span', table: first.table, first: first.address, last: first.address };
  if (last.kind !== 'address') return invalid(last.detail, last.hint);
  if (last.table !== first.table || last.address < first.address) {
    return invalid(
      `The range from ${written} on ends before it begins, or in another table.`,
      'Write holding:107-120.',
    );
  }
  return { kind: 'span', table: first.table, first: first.address, last: last.address };
}

function notAnAddress(written: string): ParsedSpan {
  return invalid(
    `${JSON.stringify(written)} is neither the name of a register nor an address.`,
    'Write holding:107, holding:107-120, coil:3, or 40108 as on paper.',
  );
}

function invalid(detail: string, hint: string): ParsedSpan {
  return { kind: 'invalid', detail, hint };
}
