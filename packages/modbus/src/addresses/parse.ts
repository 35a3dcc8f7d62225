import type { Table } from '../codec/request.ts';
import { describeAddress, refOf } from './describe.ts';
import { parseRef } from './ref.ts';
import { tableOfDigit, tableSize } from './table.ts';

/** How an address is written: a number with its table, or a `ref`, whose notation says the table. */
export type AddressInput = {
  /** A number, or text with decimal digits or hexadecimal (`0x6B`, `6Bh`). */
  readonly address?: number | string;
  /** `40108`, `400108`, `4x0108`, `%MW107`. */
  readonly ref?: string;
  readonly table?: Table;
  /** Number of the first address, for `address` alone: a ref has its own. Saying it, even 0, leaves no doubt. */
  readonly base?: 0 | 1;
};

/** `address` counts from 0, as on the wire. An ambiguous one has two readings, and both are told. */
export type ParsedAddress =
  | { readonly kind: 'address'; readonly table: Table; readonly address: number }
  | { readonly kind: 'ambiguous' | 'invalid'; readonly detail: string; readonly hint: string };

/**
 * Finds the place that is meant. A number such as 40001 may be the address 40001 or, on paper, the first holding register: it is
 * refused as ambiguous unless something beside it decides, which a table other than that of its first digit does.
 */
export function parseAddress(input: AddressInput): ParsedAddress {
  const { address, ref, table } = input;
  if (address !== undefined && ref !== undefined) {
    return invalid('There are both an `address` and a `ref`, which are two ways to say the same.', 'Keep one of them.');
  }
  if (ref !== undefined) return parseRef(ref, table);
  if (address === undefined) {
    return invalid(
      'There is neither an `address` nor a `ref`.',
      'Write `table: holding` and `address: 107`, or `ref: 40108`.',
    );
  }
  return parseNumber(input, address);
}

function parseNumber(input: AddressInput, written: number | string): ParsedAddress {
  const { table, base = 0 } = input;
  const isHex = typeof written === 'string' && /^(?:0[xX][0-9a-fA-F]+|[0-9][0-9a-fA-F]*[hH])$/.test(written);
  const number = isHex ? Number.parseInt(written.replace(/^0x/i, ''), 16) : decimalNumber(written);
  if (number === undefined) return notANumber(written);
  const readings = isHex || input.base !== undefined ? undefined : twoReadings(String(written), number, table);
  if (readings !== undefined) return readings;
  const address = number - base;
  if (address < 0 || address >= tableSize) return outOfTable(String(written), base, table);
  if (table === undefined) {
    return invalid(
      `The address ${written} does not say in which table it is.`,
      'Add `table: holding`, or input, coil or discrete.',
    );
  }
  return { kind: 'address', table, address };
}

/** Whole and not negative; undefined for everything else. */
function decimalNumber(written: number | string): number | undefined {
  if (typeof written === 'number') return Number.isInteger(written) && written >= 0 ? written : undefined;
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

function notANumber(written: number | string): ParsedAddress {
  const text = typeof written === 'string' && parseRef(written, undefined).kind === 'address';
  const hint = text
    ? `Write \`ref: "${written}"\`.`
    : 'Write a whole number from 0 to 65535, or hexadecimal such as 0x6B; for 4x0108 or %MW107 use `ref`.';
  return invalid(`${JSON.stringify(written)} is not an address.`, hint);
}

/** Undefined when the number can only be meant as it stands. */
function twoReadings(written: string, number: number, table: Table | undefined): ParsedAddress | undefined {
  if (!/^\d{5,6}$/.test(written)) return undefined;
  const paperTable = tableOfDigit(written[0]);
  if (paperTable === undefined || (table !== undefined && table !== paperTable)) return undefined;
  const paper = parseRef(written, undefined);
  if (paper.kind !== 'address') return undefined;
  const onPaper = describeAddress(paper.table, paper.address);
  if (number >= tableSize) {
    return invalid(
      `The address ${written} is beyond ${tableSize - 1}; on paper it is ${onPaper}.`,
      `Write \`ref: "${written}"\`.`,
    );
  }
  const wire = describeAddress(table ?? paper.table, number);
  const wireTable = table === undefined ? ` with \`table: ${paper.table}\`` : '';
  return {
    kind: 'ambiguous',
    detail: `The address ${written} can be read in two ways: as the address ${wire}, or, on paper, as ${onPaper}.`,
    hint: `Write \`ref: "${refOf(paper.table, paper.address)}"\` for the second; for the first add \`base: 0\`${wireTable}.`,
  };
}

function outOfTable(written: string, base: 0 | 1, table: Table | undefined): ParsedAddress {
  return invalid(
    `The address ${written} is outside of the table${table === undefined ? '' : ` ${table}`}: with \`base: ${base}\` its addresses are ${base} to ${tableSize - 1 + base}.`,
    base === 1 && written === '0' ? 'With `base: 1` the first address is 1.' : 'Check the number, and `base`.',
  );
}

function invalid(detail: string, hint: string): ParsedAddress {
  return { kind: 'invalid', detail, hint };
}
