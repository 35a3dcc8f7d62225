import type { ValueFormat } from './format.ts';
import { orderedBytes, wordsOf } from './words.ts';

/** For each register of a value, in the order of the wire, the bits that belong to it. Writing must leave the others as they are. */
export function valueMask(format: ValueFormat): readonly number[] {
  switch (format.kind) {
    case 'bool':
      return [format.bit === null ? 0xffff : 1 << format.bit];
    case 'integer': {
      const field = ((1n << BigInt(format.width)) - 1n) << BigInt(format.shift);
      return wordsOf(field, format.registers, format.order);
    }
    case 'float':
      return Array.from({ length: format.width / 16 }, () => 0xffff);
    case 'text': {
      const { registers, packing, order } = format;
      const byte = packing === 'high' ? 0xff00 : 0x00ff;
      const mask = packing === 'both' ? 0xffff : orderedBytes(byte, order);
      return Array.from({ length: registers }, () => mask);
    }
    default:
      return format satisfies never;
  }
}
