import type { Json } from '@setpoint/model';
import { absoluteDecimal, compareDecimals, parseDecimal, subtractDecimals } from './decimal.ts';
import { decodeValue } from './decode.ts';
import { encodeValue } from './encode.ts';
import type { ValueFormat } from './format.ts';
import { decimalOf } from './scaling.ts';

/** Registers that were read, and how far their number may be from the declared one: not negative, decimal text or a number. */
export type Found = { readonly words: readonly number[]; readonly tolerance: number | string };

/**
 * True when registers hold what is declared: the same bits, or a value that means the same, or a number at most `tolerance` away
 * from it. A value that is not available is never within a tolerance.
 */
export function withinTolerance(format: ValueFormat, declared: Json, { words, tolerance }: Found): boolean {
  const encoded = encodeValue(format, declared);
  if (encoded.kind === 'invalid') return false;
  const found = decodeValue(format, words);
  if (found.kind !== 'value') return false;
  const { mask } = encoded;
  if (encoded.words.every((word, index) => word === ((words[index] ?? 0) & (mask[index] ?? 0)))) return true;
  const wanted = decodeValue(format, encoded.words);
  if (wanted.kind !== 'value') return false;
  if (wanted.value === found.value) return true;
  return isMeasure(format) && isNear(wanted.value, found.value, tolerance);
}

/** Only numbers are more or less the same. */
function isMeasure(format: ValueFormat): boolean {
  return format.kind === 'float' || (format.kind === 'integer' && format.names.length === 0);
}

function isNear(wanted: Json, found: Json, tolerance: number | string): boolean {
  const [left, right] = [decimalFrom(wanted), decimalFrom(found)];
  if (left === undefined || right === undefined) return false;
  const limit = typeof tolerance === 'number' ? parseDecimal(tolerance) : decimalOf(tolerance);
  if (limit === undefined) return false;
  return compareDecimals(absoluteDecimal(subtractDecimals(left, right)), limit) <= 0;
}

function decimalFrom(value: Json) {
  return typeof value === 'number' || typeof value === 'string' ? parseDecimal(value) : undefined;
}
