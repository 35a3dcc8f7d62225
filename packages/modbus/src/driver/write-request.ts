import type { ModbusRequest } from '../codec/index.ts';
import { type CellWrite, textWords } from './action.ts';

/** The request that writes a value; `current` fills the bits of a register that belong to others. */
export function writeRequest(write: CellWrite, current: readonly number[] | undefined, unit: number): ModbusRequest {
  const { cell, mask, method } = write;
  const { address } = cell;
  const words = textWords(write.words);
  const [first = 0] = words;
  if (cell.table === 'coil') {
    return method === 'multiple'
      ? { kind: 'write-coils', unit, address, values: [first !== 0] }
      : { kind: 'write-coil', unit, address, value: first !== 0 };
  }
  const [firstMask = 0xffff] = mask;
  const isPart = words.length === 1 && firstMask !== 0xffff;
  if (isPart && method === 'mask')
    return { kind: 'mask-write', unit, address, and: 0xffff & ~firstMask, or: first & firstMask };
  const values = words.map((word, index) => merged(word, mask[index] ?? 0xffff, current?.[index] ?? 0));
  return values.length === 1 && method !== 'multiple'
    ? { kind: 'write-register', unit, address, value: values[0] ?? 0 }
    : { kind: 'write-registers', unit, address, values };
}

/** The code of the function that will write, as the plan shows it. */
export function writeFunction({ cell, words, mask, method }: CellWrite): number {
  if (cell.table === 'coil') return method === 'multiple' ? 15 : 5;
  const isOne = textWords(words).length === 1;
  if (isOne && method === 'mask' && mask[0] !== 0xffff) return 22;
  return isOne && method !== 'multiple' ? 6 : 16;
}

/** True when the bits of the value are the same in both. */
export function isSame(words: readonly number[], text: string, mask: readonly number[]): boolean {
  const wanted = textWords(text);
  return (
    wanted.length === words.length &&
    wanted.every((word, index) => ((word ^ (words[index] ?? 0)) & (mask[index] ?? 0xffff)) === 0)
  );
}

function merged(word: number, mask: number, current: number): number {
  return (word & mask) | (current & ~mask & 0xffff);
}
