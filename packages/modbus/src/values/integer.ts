import type { IntegerFormat } from './format.ts';

/** The smallest and the greatest raw number of an integer. */
export function rawRange({ encoding, width }: IntegerFormat): { readonly min: bigint; readonly max: bigint } {
  const bits = BigInt(width);
  switch (encoding) {
    case 'unsigned':
      return { min: 0n, max: (1n << bits) - 1n };
    case 'signed':
      return { min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n };
    case 'bcd':
      return { min: 0n, max: 10n ** (bits / 4n) - 1n };
    default:
      return encoding satisfies never;
  }
}

/** The bits of a raw number in range: two's complement, or one decimal digit in four bits. */
export function rawBits({ encoding, width }: IntegerFormat, raw: bigint): bigint {
  return encoding === 'bcd' ? BigInt(`0x${raw}`) : BigInt.asUintN(width, raw);
}

/** The raw number of bits; undefined when they are no decimal digits. */
export function rawNumber({ encoding, width }: IntegerFormat, bits: bigint): bigint | undefined {
  switch (encoding) {
    case 'unsigned':
      return bits;
    case 'signed':
      return BigInt.asIntN(width, bits);
    case 'bcd': {
      const digits = bits.toString(16);
      return /^\d+$/.test(digits) ? BigInt(digits) : undefined;
    }
    default:
      return encoding satisfies never;
  }
}
