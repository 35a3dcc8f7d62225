import type { Action } from '@setpoint/model';

/** One change in both of its forms; the full one is made only where there is room for it. */
export type MarkdownBlock = { readonly action: Action; readonly full: () => string; readonly brief: string };

/** What fits: texts in the order of the blocks, and the blocks that are only counted. */
export type Fitted = { readonly texts: readonly string[]; readonly omitted: readonly MarkdownBlock[] };

/** Full forms never take the room that the brief forms of later blocks need, up to this much. */
const mostReserved = 24_000;

/**
 * Chooses the form of each block within so many characters: in full while the rest can still be told in brief, then in brief,
 * then counted.
 */
export function fitBlocks(blocks: readonly MarkdownBlock[], room: number): Fitted {
  const texts: string[] = [];
  const omitted: MarkdownBlock[] = [];
  let briefRest = blocks.reduce((sum, block) => sum + block.brief.length + 1, 0);
  let left = room;
  for (const block of blocks) {
    briefRest -= block.brief.length + 1;
    if (omitted.length > 0 || block.brief.length >= left) {
      omitted.push(block);
      continue;
    }
    const spare = left - Math.min(briefRest, mostReserved);
    const full = spare > block.brief.length ? block.full() : block.brief;
    const text = full.length < spare ? full : block.brief;
    texts.push(text);
    left -= text.length + 1;
  }
  return { texts, omitted };
}
