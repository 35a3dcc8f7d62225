import { type Json } from '@setpoint/model';
import type { EncodedValue } from './encode.ts';
import type { TextFormat } from './format.ts';
import { valueMask } from './mask.ts';
import { type InvalidValue, invalidValue, tellValue } from './problem.ts';
import { orderedBytes } from './words.ts';

/** The registers of a text, filled up to their number. */
export function encodeText(format: TextFormat, value: Json): EncodedValue | InvalidValue {
  if (typeof value !== 'string')
    return invalidValue(`The value is a text, not ${tellValue(value)}.`, 'Write it in quotes.');
  const problem = textProblem(format, value);
  if (problem !== undefined) return problem;
  const fill = format.padding === 'nul' ? 0 : 0x20;
  const bytes = Array.from({ length: capacity(format) }, (_, index) =>
    index < value.length ? value.charCodeAt(index) : fill,
  );
  const words = Array.from({ length: format.registers }, (_, index) => wordAt(format, bytes, index));
  return { kind: 'encoded', words, mask: valueMask(format) };
}

/** The text in registers, up to its first NUL and without what fills it up. */
export function decodeText(format: TextFormat, words: readonly number[]): string {
  const bytes = words.flatMap((word) => bytesOf(format, orderedBytes(word, format.order)));
  const end = bytes.indexOf(0);
  const text = String.fromCharCode(...(end < 0 ? bytes : bytes.slice(0, end)));
  return format.padding === 'space' ? text.replace(/ +$/, '') : text;
}

function textProblem(format: TextFormat, value: string): InvalidValue | undefined {
  const most = capacity(format);
  if (value.length > most) {
    return invalidValue(
      `The text has ${value.length} characters, and the registers hold ${most}: ${tellValue(value)}.`,
    );
  }
  const odd = /[^\u0001-\u00ff]/u.exec(value)?.[0];
  if (odd !== undefined) {
    return invalidValue(
      `The text has the character ${JSON.stringify(odd)}, which is not one of Latin-1 that a register can hold.`,
    );
  }
  if (format.padding === 'space' && value.endsWith(' ')) {
    return invalidValue(
      'The text ends with a space, but spaces at the end only fill the registers up and are not read back.',
      'Leave the spaces at the end out.',
    );
  }
  return undefined;
}

/** Characters that fit. */
function capacity({ registers, packing }: TextFormat): number {
  return packing === 'both' ? 2 * registers : registers;
}

function wordAt(format: TextFormat, bytes: readonly number[], index: number): number {
  switch (format.packing) {
    case 'both':
      return orderedBytes(((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0), format.order);
    case 'high':
      return orderedBytes((bytes[index] ?? 0) << 8, format.order);
    case 'low':
      return orderedBytes(bytes[index] ?? 0, format.order);
    default:
      return format.packing satisfies never;
  }
}

function bytesOf({ packing }: TextFormat, word: number): readonly number[] {
  const high = word >>> 8;
  const low = word & 0xff;
  if (packing === 'both') return [high, low];
  return packing === 'high' ? [high] : [low];
}
