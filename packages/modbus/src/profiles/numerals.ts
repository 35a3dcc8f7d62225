import { divideDecimals, formatDecimal, parseDecimal, wholeDecimal } from '../values/decimal.ts';
import { nearestFloatBits } from '../values/float.ts';
import type { FloatFormat, IntegerFormat } from '../values/index.ts';
import { rawBits, rawNumber, rawRange } from '../values/integer.ts';
import type { Findings } from './findings.ts';

/** The canonical text of a decimal number of a profile; undefined when nothing is said, or after a finding. */
export function decimalText(written: string | undefined, property: string, findings: Findings): string | undefined {
  if (written === undefined) return undefined;
  const decimal = parseDecimal(written);
  if (decimal !== undefined) return formatDecimal(decimal);
  findings.add(property, `${JSON.stringify(written)} is not a decimal number.`, decimalHint(written));
  return undefined;
}

/**
 * The raw number that a profile writes: hexadecimal stands for bits, decimal for the number. Undefined when it is none, or not one
 * of the type.
 */
export function parseRaw(format: IntegerFormat, written: string): bigint | undefined {
  if (/^0[xXoObB][0-9a-fA-F]+$/.test(written)) {
    const bits = parseBits(written);
    return bits === undefined || bits >= 1n << BigInt(format.width) ? undefined : rawNumber(format, bits);
  }
  if (!/^[+-]?\d{1,20}$/.test(written)) return undefined;
  const raw = BigInt(written.replace(/^\+/, ''));
  const { min, max } = rawRange(format);
  return raw >= min && raw <= max ? raw : undefined;
}

/**
 * The bits that a mark for "not available" stands for, as decimal text, or `NaN`. A signed type's mark may be written as the
 * unsigned number that its bits are.
 */
export function parseMark(format: IntegerFormat | FloatFormat, written: string): string | undefined {
  if (/^\.?nan$/i.test(written)) return format.kind === 'float' ? 'NaN' : undefined;
  const bits = /^0[xXoObB][0-9a-fA-F]+$/.test(written) ? parseBits(written) : undefined;
  if (bits !== undefined) return bits < 1n << BigInt(format.width) ? String(bits) : undefined;
  if (format.kind === 'float') return floatMark(format, written);
  const raw = parseRaw(format, written);
  if (raw !== undefined) return String(rawBits(format, raw));
  const asUnsigned: IntegerFormat = { ...format, encoding: 'unsigned' };
  return format.encoding === 'signed' && parseRaw(asUnsigned, written) !== undefined
    ? String(BigInt(written))
    : undefined;
}

function floatMark(format: FloatFormat, written: string): string | undefined {
  const decimal = parseDecimal(written);
  if (decimal === undefined) return undefined;
  const { numerator, denominator } = divideDecimals(decimal, wholeDecimal(1n));
  const bits = nearestFloatBits(numerator, denominator, format.width);
  return bits === undefined ? undefined : String(bits);
}

/** Undefined for digits that do not belong to the base. */
function parseBits(written: string): bigint | undefined {
  try {
    return BigInt(written.toLowerCase());
  } catch {
    return undefined;
  }
}

function decimalHint(written: string): string | undefined {
  if (/^[+-]?\d+,\d+$/.test(written)) return `Write it with a point: ${written.replace(',', '.')}.`;
  return /^\d+\/\d+$/.test(written) ? 'Write the quotient as a decimal number, such as 0.1 for 1/10.' : undefined;
}
