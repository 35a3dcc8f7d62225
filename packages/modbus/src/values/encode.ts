import type { Json } from '@setpoint/model';
import { encodeFloat } from './encode-float.ts';
import { encodeInteger } from './encode-integer.ts';
import type { BoolFormat, ValueFormat } from './format.ts';
import { valueMask } from './mask.ts';
import { type InvalidValue, invalidValue, tellValue } from './problem.ts';
import { encodeText } from './text.ts';

/** Registers in the order of the wire; `mask` has a one for every bit that belongs to the value, the others are zero in `words`. */
export type EncodedValue = {
  readonly kind: 'encoded';
  readonly words: readonly number[];
  readonly mask: readonly number[];
};

/**
 * The registers that hold a declared value. Numbers may be given as text, which keeps 64 bits exact, and enums by name. A value
 * that the registers cannot hold is refused rather than rounded, as it would differ from what is read for ever; floating point
 * takes the nearest number, except that a whole number has to fit exactly.
 */
export function encodeValue(format: ValueFormat, value: Json): EncodedValue | InvalidValue {
  switch (format.kind) {
    case 'bool':
      return encodeBool(format, value);
    case 'integer':
      return encodeInteger(format, value);
    case 'float':
      return encodeFloat(format, value);
    case 'text':
      return encodeText(format, value);
    default:
      return format satisfies never;
  }
}

function encodeBool(format: BoolFormat, value: Json): EncodedValue | InvalidValue {
  if (typeof value !== 'boolean') {
    return invalidValue(`The value is true or false, not ${tellValue(value)}.`, boolHint(value));
  }
  const one = format.bit === null ? 1 : 1 << format.bit;
  return { kind: 'encoded', words: [value ? one : 0], mask: valueMask(format) };
}

function boolHint(value: Json): string | undefined {
  if (value === 1 || value === '1' || value === 'on' || value === 'yes' || value === 'true') return 'Write true.';
  if (value === 0 || value === '0' || value === 'off' || value === 'no' || value === 'false') return 'Write false.';
  return undefined;
}
