import type { ByteOrder, FloatFormat, IntegerFormat, TextFormat } from '../../src/values/index.ts';

export const orders: readonly ByteOrder[] = ['ABCD', 'CDAB', 'BADC', 'DCBA'];

/** An unsigned register without scale, changed as told. */
export function integer(changes: Partial<IntegerFormat> = {}): IntegerFormat {
  return {
    kind: 'integer',
    encoding: 'unsigned',
    registers: 1,
    shift: 0,
    width: 16,
    order: 'ABCD',
    scale: '1',
    offset: '0',
    label: '',
    names: [],
    notAvailable: [],
    ...changes,
  };
}

/** A float32 without scale, changed as told. */
export function float(changes: Partial<FloatFormat> = {}): FloatFormat {
  return { kind: 'float', width: 32, order: 'ABCD', scale: '1', offset: '0', label: '', notAvailable: [], ...changes };
}

/** A text of four registers, two characters in each, changed as told. */
export function text(changes: Partial<TextFormat> = {}): TextFormat {
  return { kind: 'text', registers: 4, packing: 'both', order: 'ABCD', padding: 'nul', ...changes };
}

/** Every layout of whole numbers that registers are known to hold, by the name that a profile gives it. */
export const integerLayouts: Readonly<
  Record<string, Pick<IntegerFormat, 'encoding' | 'registers' | 'shift' | 'width'>>
> = {
  'int8 low': { encoding: 'signed', registers: 1, shift: 0, width: 8 },
  'int8 high': { encoding: 'signed', registers: 1, shift: 8, width: 8 },
  'uint8 low': { encoding: 'unsigned', registers: 1, shift: 0, width: 8 },
  'uint8 high': { encoding: 'unsigned', registers: 1, shift: 8, width: 8 },
  'bits 5..8': { encoding: 'unsigned', registers: 1, shift: 5, width: 4 },
  int16: { encoding: 'signed', registers: 1, shift: 0, width: 16 },
  uint16: { encoding: 'unsigned', registers: 1, shift: 0, width: 16 },
  int24: { encoding: 'signed', registers: 2, shift: 0, width: 24 },
  uint24: { encoding: 'unsigned', registers: 2, shift: 0, width: 24 },
  int32: { encoding: 'signed', registers: 2, shift: 0, width: 32 },
  uint32: { encoding: 'unsigned', registers: 2, shift: 0, width: 32 },
  int64: { encoding: 'signed', registers: 4, shift: 0, width: 64 },
  uint64: { encoding: 'unsigned', registers: 4, shift: 0, width: 64 },
  bcd8: { encoding: 'bcd', registers: 1, shift: 0, width: 8 },
  bcd16: { encoding: 'bcd', registers: 1, shift: 0, width: 16 },
  bcd32: { encoding: 'bcd', registers: 2, shift: 0, width: 32 },
  bcd64: { encoding: 'bcd', registers: 4, shift: 0, width: 64 },
};
