import type { ByteOrder } from './format.ts';

/** Registers as people write them in hexadecimal: `0x05AA 0x0000`. */
export function formatWords(words: readonly number[]): string {
  return words.map((word) => formatBits(BigInt(word), 16)).join(' ');
}

/** Bits in hexadecimal, with as many digits as the width takes. */
export function formatBits(bits: bigint, width: number): string {
  return `0x${bits
    .toString(16)
    .toUpperCase()
    .padStart(Math.ceil(width / 4), '0')}`;
}

/** Puts bits, highest first, into registers in the order of the wire. */
export function wordsOf(bits: bigint, count: number, order: ByteOrder): readonly number[] {
  const words = Array.from({ length: count }, (_, index) =>
    Number((bits >> BigInt(16 * (count - 1 - index))) & 0xffffn),
  );
  return reordered(words, order);
}

/** The bits of registers that are in the order of the wire: the inverse of `wordsOf`. */
export function bitsOf(words: readonly number[], order: ByteOrder): bigint {
  return reordered(words, order).reduce((bits, word) => (bits << 16n) | BigInt(word), 0n);
}

/** The bytes of a word the other way round when the order says so. */
export function orderedBytes(word: number, order: ByteOrder): number {
  return order === 'BADC' || order === 'DCBA' ? ((word & 0xff) << 8) | (word >>> 8) : word;
}

/** Every order undoes itself. */
function reordered(words: readonly number[], order: ByteOrder): readonly number[] {
  const bytes = words.map((word) => orderedBytes(word, order));
  return order === 'CDAB' || order === 'DCBA' ? bytes.reverse() : bytes;
}
