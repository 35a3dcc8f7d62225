import { invariant, isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import {
  addDecimals,
  type Decimal,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from './decimal.ts';
import type { Scaling } from './format.ts';
import { type InvalidValue, invalidValue, tellValue } from './problem.ts';

/** A declared number; hexadecimal text counts as a number where raw and engineering value are the same. */
export function parseNumber(
  scaling: Scaling,
  value: Json,
): { readonly kind: 'number'; readonly value: Decimal } | InvalidValue {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return invalidValue(`The value is a number, not ${kindOf(value)}.`);
  const number = parseDecimal(value) ?? parseHex(scaling, value);
  if (number !== undefined) return { kind: 'number', value: number };
  return invalidValue(`The value is a number, not ${tellValue(value)}.`, textHint(scaling, value));
}

/** The engineering value of a raw number. */
export function engineeringValue(scaling: Scaling, raw: Decimal): Decimal {
  if (isPlain(scaling)) return raw;
  const { scale, offset } = parsed(scaling);
  return addDecimals(multiplyDecimals(raw, scale), offset);
}

/** The raw number of an engineering value, as a fraction with a positive denominator. */
export function rawFraction(
  scaling: Scaling,
  value: Decimal,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const { scale, offset } = parsed(scaling);
  return divideDecimals(subtractDecimals(value, offset), scale);
}

/** A number with its unit: `1450 rpm`. */
export function withLabel(scaling: Scaling, text: string): string {
  return scaling.label === '' ? text : `${text} ${scaling.label}`;
}

type ParsedScaling = { readonly scale: Decimal; readonly offset: Decimal };

/** A format is used for every value that is read and declared, but its texts never change. */
const parsedScalings = new WeakMap<Scaling, ParsedScaling>();

function parsed(scaling: Scaling): ParsedScaling {
  const known = parsedScalings.get(scaling);
  if (known !== undefined) return known;
  const found = { scale: decimalOf(scaling.scale), offset: decimalOf(scaling.offset) };
  parsedScalings.set(scaling, found);
  return found;
}

/** Decimal text that a format holds; a format with another text is a bug of who made it. */
export function decimalOf(text: string): Decimal {
  const decimal = parseDecimal(text);
  invariant(decimal !== undefined, `The format of a register holds the number ${text}`);
  return decimal;
}

function isPlain({ scale, offset }: Scaling): boolean {
  return scale === '1' && offset === '0';
}

function fromNumber(value: number): { readonly kind: 'number'; readonly value: Decimal } | InvalidValue {
  if (Number.isNaN(value)) return invalidValue('The value is not a number.', 'Write a number; NaN cannot be declared.');
  if (!Number.isFinite(value)) return invalidValue('The value is infinite, or too large for a number.');
  const decimal = parseDecimal(value);
  invariant(decimal !== undefined, `The number ${value} has no decimal text`);
  return { kind: 'number', value: decimal };
}

function parseHex(scaling: Scaling, text: string): Decimal | undefined {
  if (!isPlain(scaling) || !/^0[xX][0-9a-fA-F]{1,16}$/.test(text)) return undefined;
  return { digits: BigInt(text), exponent: 0 };
}

function textHint(scaling: Scaling, text: string): string | undefined {
  const [, number, rest] = /^\s*([+-]?\d[\d.]*)\s*(\D*)$/.exec(text) ?? [];
  const decimal = number === undefined || rest === undefined ? undefined : parseDecimal(number);
  if (decimal !== undefined) return `Write the number alone: ${formatDecimal(decimal)}.`;
  if (/^0[xX][0-9a-fA-F]+$/.test(text) && !isPlain(scaling)) {
    return 'Hexadecimal text is a raw value; here the value is scaled, so write it as a decimal number.';
  }
  if (/^[+-]?\d+,\d+$/.test(text)) return `Write the number with a point: ${text.replace(',', '.')}.`;
  return undefined;
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : String(value);
}
