import { divideDecimals, parseDecimal, wholeDecimal } from './decimal.ts';

/** A binary floating point type of IEEE 754-2019: bits of the significand with the hidden one, and the smallest and greatest exponent of its last bit. */
type FloatType = { readonly precision: number; readonly minExponent: number; readonly maxExponent: number };

export type FloatWidth = 16 | 32 | 64;

const floatTypes: Readonly<Record<FloatWidth, FloatType>> = {
  16: { precision: 11, minExponent: -24, maxExponent: 5 },
  32: { precision: 24, minExponent: -149, maxExponent: 104 },
  64: { precision: 53, minExponent: -1074, maxExponent: 971 },
};

/**
 * The bits of the nearest number to a fraction, ties to the even one; the denominator is positive. Rounded once and exactly, which
 * a detour over JavaScript's own numbers is not. Undefined when it would be infinite.
 */
export function nearestFloatBits(numerator: bigint, denominator: bigint, width: FloatWidth): bigint | undefined {
  const { precision, minExponent, maxExponent } = floatTypes[width];
  const magnitude = numerator < 0n ? -numerator : numerator;
  if (magnitude === 0n) return 0n;
  let exponent = bitLength(magnitude) - bitLength(denominator) - precision;
  if (floorScaled(magnitude, denominator, exponent) >= 1n << BigInt(precision)) exponent += 1;
  exponent = Math.max(exponent, minExponent);
  let significand = roundScaled(magnitude, denominator, exponent);
  if (significand === 1n << BigInt(precision)) {
    significand >>= 1n;
    exponent += 1;
  }
  if (exponent > maxExponent) return undefined;
  // A hidden one in the significand adds itself to the exponent's field; subnormal numbers have none and the exponent 0.
  const bits = (BigInt(exponent - minExponent) << BigInt(precision - 1)) + significand;
  return numerator < 0n ? bits | (1n << BigInt(width - 1)) : bits;
}

/** The number that bits stand for, exactly: every one of these types fits into JavaScript's numbers. */
export function floatFromBits(bits: bigint, width: FloatWidth): number {
  const { precision, minExponent, maxExponent } = floatTypes[width];
  const fractionBits = BigInt(precision - 1);
  const isNegative = bits >> BigInt(width - 1) === 1n;
  const magnitude = bits & ((1n << BigInt(width - 1)) - 1n);
  const field = Number(magnitude >> fractionBits);
  const fraction = Number(magnitude & ((1n << fractionBits) - 1n));
  const value = valueOf({ field, fraction, hidden: 2 ** (precision - 1), minExponent, maxExponent });
  return isNegative ? -value : value;
}

/**
 * The shortest text that reads back as the same bits: `0.1` where JavaScript would print a float32 as 0.10000000149011612. Whole
 * numbers that JavaScript counts exactly have all their digits.
 */
export function shortestFloatText(value: number, width: FloatWidth): string {
  if (width === 64 || Number.isSafeInteger(value)) return String(value);
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = String(Number(value.toPrecision(digits)));
    if (readsBackAs(text, value, width)) return text;
  }
  return String(value);
}

/** The greatest finite number of the type. */
export function greatestFloat(width: FloatWidth): number {
  const { precision, maxExponent } = floatTypes[width];
  return (2 ** precision - 1) * 2 ** maxExponent;
}

type FloatParts = {
  readonly field: number;
  readonly fraction: number;
  readonly hidden: number;
  readonly minExponent: number;
  readonly maxExponent: number;
};

function valueOf({ field, fraction, hidden, minExponent, maxExponent }: FloatParts): number {
  if (field === 0) return fraction * 2 ** minExponent;
  const exponent = field - 1 + minExponent;
  if (exponent > maxExponent) return fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  return (hidden + fraction) * 2 ** exponent;
}

function readsBackAs(text: string, value: number, width: 16 | 32): boolean {
  const number = Number(text);
  if (width === 32) {
    if (Math.fround(number) !== value) return false;
    // Rounding to 64 bits first can only mislead where it ends right between two numbers of 32 bits.
    const mirrored = 2 * number - value;
    if (mirrored === value || Math.fround(mirrored) !== mirrored) return true;
  }
  const decimal = parseDecimal(text);
  if (decimal === undefined) return false;
  const { numerator, denominator } = divideDecimals(decimal, wholeDecimal(1n));
  const bits = nearestFloatBits(numerator, denominator, width);
  return bits !== undefined && floatFromBits(bits, width) === value;
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return 4 * digits.length - Math.clz32(Number.parseInt(digits[0] ?? '0', 16)) + 28;
}

function floorScaled(magnitude: bigint, denominator: bigint, exponent: number): bigint {
  const [top, bottom] = scaled(magnitude, denominator, exponent);
  return top / bottom;
}

function roundScaled(magnitude: bigint, denominator: bigint, exponent: number): bigint {
  const [top, bottom] = scaled(magnitude, denominator, exponent);
  const quotient = top / bottom;
  const twice = 2n * (top % bottom);
  const isUp = twice > bottom || (twice === bottom && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** The fraction divided by 2 ^ exponent. */
function scaled(magnitude: bigint, denominator: bigint, exponent: number): readonly [bigint, bigint] {
  return exponent < 0 ? [magnitude << BigInt(-exponent), denominator] : [magnitude, denominator << BigInt(exponent)];
}
