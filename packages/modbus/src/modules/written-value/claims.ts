import type { CellWrite } from '../../driver/action.ts';
import { wordCount } from '../../values/index.ts';

/** The places that a write takes: each register whole, and each of its bits, so that bit fields share a register. */
export function claimsOf({ cell, mask: masks }: CellWrite): readonly string[] {
  const { table, address, format } = cell;
  if (table === 'coil') return [`${table}:${address}`];
  return Array.from({ length: wordCount(format) }, (_, index) => index).flatMap((index) => {
    const mask = masks[index] ?? 0xffff;
    const place = `register:${table} ${address + index}`;
    const bits = Array.from({ length: 16 }, (__, bit) => bit).filter((bit) => ((mask >> bit) & 1) === 1);
    return [...(mask === 0xffff ? [place] : []), ...bits.map((bit) => `${place} bit ${bit}`)];
  });
}
