/** An exact decimal number: `digits` × 10 ^ `exponent`. The same number has several forms; compare with `compareDecimals`. */
export type Decimal = { readonly digits: bigint; readonly exponent: number };

export const zero: Decimal = { digits: 0n, exponent: 0 };

/**
 * The decimal that a text or a finite number writes; undefined when it writes none. A number counts as the shortest text that
 * reads back as it, so 0.1 is one tenth. Texts longer than 400 characters and exponents beyond ±400 are refused: no register holds
 * such a number, and its digits would cost more than they are worth.
 */
export function parseDecimal(written: string | number): Decimal | undefined {
  const text = typeof written === 'number' ? String(written) : written;
  if (text.length > 400) return undefined;
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (Math.abs(Number(power)) > 400) return undefined;
  const digits = BigInt(whole + fraction);
  return trimmed({ digits: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length });
}

/** A whole number as a decimal. */
export function wholeDecimal(digits: bigint): Decimal {
  return { digits, exponent: 0 };
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, exponent] = aligned(left, right);
  return { digits: a + b, exponent };
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, exponent] = aligned(left, right);
  return { digits: a - b, exponent };
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, exponent: left.exponent + right.exponent };
}

/** Negative, zero or positive, as the left number is smaller than, equal to or greater than the right one. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function absoluteDecimal(value: Decimal): Decimal {
  return value.digits < 0n ? { ...value, digits: -value.digits } : value;
}

/** The quotient as a fraction of whole numbers with a positive denominator; the divisor is not zero. */
export function divideDecimals(
  dividend: Decimal,
  divisor: Decimal,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const [numerator, denominator] = aligned(dividend, divisor);
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** True when the number has no fraction. */
export function isWholeDecimal(value: Decimal): boolean {
  return trimmed(value).exponent >= 0;
}

/** The plain text of a number, with an exponent only where it is far from one, as programs write numbers: `0.001`, `1e+30`. */
export function formatDecimal(value: Decimal): string {
  const { digits, exponent } = trimmed(value);
  const text = String(digits < 0n ? -digits : digits);
  const sign = digits < 0n ? '-' : '';
  const point = text.length + exponent;
  if (point > 21 || point <= -6) {
    const fraction = text.length > 1 ? `.${text.slice(1)}` : '';
    return `${sign}${text[0]}${fraction}e${point > 0 ? '+' : ''}${point - 1}`;
  }
  if (exponent >= 0) return sign + text + '0'.repeat(exponent);
  if (point > 0) return `${sign}${text.slice(0, point)}.${text.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${text}`;
}

/**
 * A counted number as JSON: a number where that loses nothing, else its text. Whole numbers beyond ±(2^53 - 1) are always text,
 * because readers in other languages and tools round them.
 */
export function decimalJson(value: Decimal): number | string {
  const exact = floatJson(value);
  return typeof exact === 'number' && Number.isInteger(exact) && !Number.isSafeInteger(exact)
    ? formatDecimal(value)
    : exact;
}

/** A measured number as JSON: a number when its shortest text is the decimal, however large, else the text. */
export function floatJson(value: Decimal): number | string {
  const text = formatDecimal(value);
  const number = Number(text);
  // Fifteen digits always survive the way to a number and back.
  if (text.length <= 15 && !text.includes('e')) return number;
  const readBack = Number.isFinite(number) ? parseDecimal(number) : undefined;
  return readBack !== undefined && compareDecimals(readBack, value) === 0 ? number : text;
}

/** The same number without zeros at the end of its digits. */
function trimmed(value: Decimal): Decimal {
  let { digits, exponent } = value;
  if (digits === 0n) return zero;
  while (digits % 10n === 0n) {
    digits /= 10n;
    exponent += 1;
  }
  return { digits, exponent };
}

function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const exponent = Math.min(left.exponent, right.exponent);
  return [scaledTo(left, exponent), scaledTo(right, exponent), exponent];
}

function scaledTo({ digits, exponent }: Decimal, target: number): bigint {
  return exponent === target ? digits : digits * 10n ** BigInt(exponent - target);
}
