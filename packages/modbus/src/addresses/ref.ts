import type { Table } from '../codec/request.ts';
import type { ParsedAddress } from './parse.ts';
import { tableDigits, tableOfDigit, tableSize } from './table.ts';

/**
 * Reads the notations of paper. Five and six digits (`40108`, `400108`) and `4x0108` count from 1 after the digit of the table;
 * the names of IEC 61131-3 for memory (`%MW107`, `%M12`) count from 0.
 */
export function parseRef(ref: string, table: Table | undefined): ParsedAddress {
  const found = parseMemory(ref) ?? parseDigits(ref);
  if (found.kind !== 'address' || table === undefined || table === found.table) return found;
  return invalid(
    `The ref ${ref} is of the table ${found.table}, but \`table\` says ${table}.`,
    'Leave `table` out: the ref says it.',
  );
}

function parseMemory(ref: string): ParsedAddress | undefined {
  const [, size, digits] = /^%M([WX]?)(\d{1,6})$/i.exec(ref) ?? [];
  if (digits === undefined) return undefined;
  const address = Number(digits);
  if (address >= tableSize) return invalid(`The ref ${ref} is beyond ${tableSize - 1}.`, 'Check the number.');
  return { kind: 'address', table: size?.toUpperCase() === 'W' ? 'holding' : 'coil', address };
}

function parseDigits(ref: string): ParsedAddress {
  const [, digit, number] = /^(\d)[xX:](\d{1,5})$/.exec(ref) ?? /^(\d)(\d{4,5})$/.exec(ref) ?? [];
  if (number === undefined) {
    return invalid(
      `${JSON.stringify(ref)} is not a notation of Modbus addresses.`,
      'Write five or six digits such as "40108" or "400108", 4x0108, or %MW107; for a plain number use `address` with `table`.',
    );
  }
  const table = tableOfDigit(digit);
  if (table === undefined) {
    return invalid(
      `The ref ${ref} begins with ${digit}, which stands for no table.`,
      'The first digit is 0 for coils, 1 for discrete inputs, 3 for input registers, 4 for holding registers.',
    );
  }
  return fromOne(ref, table, Number(number));
}

function fromOne(ref: string, table: Table, number: number): ParsedAddress {
  if (number >= 1 && number <= tableSize) return { kind: 'address', table, address: number - 1 };
  const digit = tableDigits[table];
  return invalid(
    number === 0
      ? `The ref ${ref} does not exist: this notation counts from 1.`
      : `The ref ${ref} does not exist: this notation ends at ${digit}${tableSize}.`,
    number === 0 ? `The first one is "${digit}0001".` : 'Check the number.',
  );
}

function invalid(detail: string, hint: string): ParsedAddress {
  return { kind: 'invalid', detail, hint };
}
