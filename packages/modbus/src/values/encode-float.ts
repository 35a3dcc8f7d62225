import type { Json } from '@setpoint/model';
import { absoluteDecimal, compareDecimals, type Decimal, formatDecimal, isWholeDecimal } from './decimal.ts';
import type { EncodedValue } from './encode.ts';
import { floatFromBits, greatestFloat, nearestFloatBits, shortestFloatText } from './float.ts';
import type { FloatFormat } from './format.ts';
import { valueMask } from './mask.ts';
import { type InvalidValue, invalidValue } from './problem.ts';
import { decimalOf, engineeringValue, parseNumber, rawFraction, withLabel } from './scaling.ts';
import { wordsOf } from './words.ts';

/**
 * The registers of the nearest floating point number. Refused are numbers beyond the greatest one, whole numbers up to 2^53 that
 * are not stored exactly, and numbers so small that nothing of them is left.
 */
export function encodeFloat(format: FloatFormat, value: Json): EncodedValue | InvalidValue {
  const parsed = parseNumber(format, value);
  if (parsed.kind === 'invalid') return parsed;
  const { numerator, denominator } = rawFraction(format, parsed.value);
  const bits = nearestFloatBits(numerator, denominator, format.width);
  if (bits === undefined) return outOfRange(format, parsed.value);
  const stored = floatDecimal(format, bits);
  const isLost = numerator !== 0n && floatFromBits(bits, format.width) === 0;
  if (isLost || (isCounted(format, parsed.value) && compareDecimals(stored, parsed.value) !== 0)) {
    return notStored({ format, value: parsed.value, bits, stored });
  }
  return { kind: 'encoded', words: wordsOf(bits, format.width / 16, format.order), mask: valueMask(format) };
}

/** The engineering value of the bits of a finite number, by the shortest text that reads back as them. */
export function floatDecimal(format: FloatFormat, bits: bigint): Decimal {
  const number = floatFromBits(bits, format.width);
  return engineeringValue(format, decimalOf(shortestFloatText(number, format.width)));
}

/** True for a whole number that somebody may have counted, rather than measured or computed. */
function isCounted({ scale, offset }: FloatFormat, value: Decimal): boolean {
  if (scale !== '1' || offset !== '0' || !isWholeDecimal(value)) return false;
  return Number.isSafeInteger(Number(formatDecimal(value)));
}

function outOfRange(format: FloatFormat, value: Decimal): InvalidValue {
  const greatest = engineeringValue(format, decimalOf(shortestFloatText(greatestFloat(format.width), format.width)));
  return invalidValue(
    `${withLabel(format, formatDecimal(value))} is out of range: a float${format.width} holds at most ±${withLabel(format, formatDecimal(absoluteDecimal(greatest)))}.`,
  );
}

type NotStored = {
  readonly format: FloatFormat;
  readonly value: Decimal;
  readonly bits: bigint;
  readonly stored: Decimal;
};

function notStored({ format, value, bits, stored }: NotStored): InvalidValue {
  const isAbove = compareDecimals(stored, value) > 0;
  const other = floatDecimal(format, neighbour(format, bits, !isAbove));
  const [low, high] = isAbove ? [other, stored] : [stored, other];
  return invalidValue(
    `${withLabel(format, formatDecimal(value))} cannot be stored exactly in a float${format.width}.`,
    `Write ${formatDecimal(low)} or ${formatDecimal(high)}.`,
  );
}

/** The bits of the next number towards plus or minus infinity. */
function neighbour(format: FloatFormat, bits: bigint, isUp: boolean): bigint {
  const sign = 1n << BigInt(format.width - 1);
  const magnitude = bits & (sign - 1n);
  const isNegative = (bits & sign) !== 0n;
  if (magnitude === 0n) return isUp ? 1n : sign | 1n;
  return isUp === isNegative ? bits - 1n : bits + 1n;
}
