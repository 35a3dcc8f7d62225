import { type Json, nearestName } from '@setpoint/model';
import { compareDecimals, type Decimal, formatDecimal, wholeDecimal } from './decimal.ts';
import type { EncodedValue } from './encode.ts';
import type { IntegerFormat } from './format.ts';
import { rawBits, rawRange } from './integer.ts';
import { valueMask } from './mask.ts';
import { type InvalidValue, invalidValue, tellValue } from './problem.ts';
import { engineeringValue, parseNumber, rawFraction, withLabel } from './scaling.ts';
import { wordsOf } from './words.ts';

/** The registers of a whole number, given by its engineering value or by its name. */
export function encodeInteger(format: IntegerFormat, value: Json): EncodedValue | InvalidValue {
  if (format.names.length > 0) return encodeName(format, value);
  if (hasLostDigits(value)) return lostDigits(value);
  const parsed = parseNumber(format, value);
  if (parsed.kind === 'invalid') return parsed;
  const { numerator, denominator } = rawFraction(format, parsed.value);
  const lower = floorDivide(numerator, denominator);
  const { min, max } = rawRange(format);
  if (numerator < min * denominator || numerator > max * denominator) return outOfRange(format, parsed.value);
  if (lower * denominator !== numerator) return offGrid(format, parsed.value, lower);
  return encodeRaw(format, lower);
}

/** The registers of a raw number that is in range. */
export function encodeRaw(format: IntegerFormat, raw: bigint): EncodedValue {
  const { registers, order, shift } = format;
  return {
    kind: 'encoded',
    words: wordsOf(rawBits(format, raw) << BigInt(shift), registers, order),
    mask: valueMask(format),
  };
}

/** True for a whole number that JavaScript, and so YAML and JSON, may have rounded; larger ones fit into no register. */
function hasLostDigits(value: Json): value is number {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) <= 2 ** 64;
}

function lostDigits(value: number): InvalidValue {
  return invalidValue(
    `${value} may have lost digits: beyond 9007199254740991 a number that is not quoted is read with 53 bits.`,
    'Write the number in quotes, which keeps every digit.',
  );
}

function encodeName(format: IntegerFormat, value: Json): EncodedValue | InvalidValue {
  const { names } = format;
  const known = names.find(({ name, raw }) => name === value || raw === numeral(value));
  if (known !== undefined) return encodeRaw(format, BigInt(known.raw));
  const near =
    typeof value === 'string'
      ? nearestName(
          value,
          names.map(({ name }) => name),
        )
      : undefined;
  const listed = names.slice(0, 12).map(({ name, raw }) => `${name} (${raw})`);
  const rest = names.length - listed.length;
  return invalidValue(
    `${tellValue(value)} is not one of the values of this register: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}

/** The decimal text of a whole number that was declared instead of a name. */
function numeral(value: Json): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? String(BigInt(value)) : undefined;
}

function outOfRange(format: IntegerFormat, value: Decimal): InvalidValue {
  const { min, max } = rawRange(format);
  const [low, high] = ordered(engineeringValue(format, wholeDecimal(min)), engineeringValue(format, wholeDecimal(max)));
  const range = `${formatDecimal(low)} to ${withLabel(format, formatDecimal(high))}`;
  return invalidValue(`${withLabel(format, formatDecimal(value))} is out of range: the register holds ${range}.`);
}

function offGrid(format: IntegerFormat, value: Decimal, lower: bigint): InvalidValue {
  const [low, high] = ordered(
    engineeringValue(format, wholeDecimal(lower)),
    engineeringValue(format, wholeDecimal(lower + 1n)),
  );
  const step = format.scale.replace(/^-/, '');
  return invalidValue(
    `${withLabel(format, formatDecimal(value))} cannot be stored: the register counts in steps of ${withLabel(format, step)}.`,
    `Write ${formatDecimal(low)} or ${formatDecimal(high)}.`,
  );
}

function ordered(left: Decimal, right: Decimal): readonly [Decimal, Decimal] {
  return compareDecimals(left, right) <= 0 ? [left, right] : [right, left];
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
