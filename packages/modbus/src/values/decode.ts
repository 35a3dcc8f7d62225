import type { Json } from '@setpoint/model';
import { type Decimal, decimalJson, floatJson, formatDecimal, wholeDecimal } from './decimal.ts';
import { floatDecimal } from './encode-float.ts';
import { floatFromBits } from './float.ts';
import { type FloatFormat, type IntegerFormat, type ValueFormat, wordCount } from './format.ts';
import { rawNumber } from './integer.ts';
import { engineeringValue, withLabel } from './scaling.ts';
import { decodeText } from './text.ts';
import { bitsOf, formatBits, formatWords } from './words.ts';

/**
 * What registers hold. `text` is for people: with the unit, or the name of an enum beside its number. `raw` is hexadecimal. A
 * value that the device marks as not available is none, whatever its number would be.
 */
export type DecodedValue =
  | { readonly kind: 'value'; readonly value: Json; readonly text: string }
  | { readonly kind: 'not-available'; readonly raw: string }
  | { readonly kind: 'undecodable'; readonly raw: string; readonly why: string };

/** The value in registers that are in the order of the wire. A whole number beyond 2^53 - 1 is given as text. */
export function decodeValue(format: ValueFormat, words: readonly number[]): DecodedValue {
  const expected = wordCount(format);
  if (words.length !== expected) {
    return undecodable(words, `${words.length} registers were read where the value takes ${expected}`);
  }
  switch (format.kind) {
    case 'bool':
      return decodeBool(format.bit, words[0] ?? 0);
    case 'integer':
      return decodeInteger(format, words);
    case 'float':
      return decodeFloat(format, words);
    case 'text': {
      const value = decodeText(format, words);
      return { kind: 'value', value, text: quoted(value) };
    }
    default:
      return format satisfies never;
  }
}

function decodeBool(bit: number | null, word: number): DecodedValue {
  const value = bit === null ? word !== 0 : ((word >>> bit) & 1) === 1;
  return { kind: 'value', value, text: String(value) };
}

function decodeInteger(format: IntegerFormat, words: readonly number[]): DecodedValue {
  const { order, shift, width, names, notAvailable } = format;
  const bits = BigInt.asUintN(width, bitsOf(words, order) >> BigInt(shift));
  if (notAvailable.includes(String(bits))) return { kind: 'not-available', raw: formatBits(bits, width) };
  const raw = rawNumber(format, bits);
  if (raw === undefined) return undecodable(words, 'a digit of the BCD number is greater than 9');
  const named = names.find((candidate) => candidate.raw === String(raw));
  if (named !== undefined) return { kind: 'value', value: named.name, text: `${named.name} (${raw})` };
  return numberValue(format, engineeringValue(format, wholeDecimal(raw)));
}

function numberValue(format: IntegerFormat, value: Decimal): DecodedValue {
  return { kind: 'value', value: decimalJson(value), text: withLabel(format, formatDecimal(value)) };
}

function decodeFloat(format: FloatFormat, words: readonly number[]): DecodedValue {
  const { order, width, notAvailable } = format;
  const bits = bitsOf(words, order);
  const number = floatFromBits(bits, width);
  const isMarked = notAvailable.includes(String(bits)) || (Number.isNaN(number) && notAvailable.includes('NaN'));
  if (isMarked) return { kind: 'not-available', raw: formatBits(bits, width) };
  if (!Number.isFinite(number)) {
    return undecodable(
      words,
      Number.isNaN(number) ? 'the floating point value is not a number' : 'the value is infinite',
    );
  }
  const value = floatDecimal(format, bits);
  return { kind: 'value', value: floatJson(value), text: withLabel(format, formatDecimal(value)) };
}

function undecodable(words: readonly number[], why: string): DecodedValue {
  return { kind: 'undecodable', raw: formatWords(words), why };
}

/** A text in quotes with everything escaped that would move the cursor of a terminal. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
