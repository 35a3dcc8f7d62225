/** One part in both of its forms; the full one is made only where there is room for it. */
export type MarkdownBlock = { readonly full: () => string; readonly brief: string };

/** What fits: texts in the order of the blocks, and the blocks that are only counted. */
export type Fitted<Block> = { readonly texts: readonly string[]; readonly omitted: readonly Block[] };

/** Room in bytes of UTF-8, of which there are never fewer than characters. */
export type Room = {
  readonly bytes: number;
  /** Full forms never take the room that the brief forms of later blocks need, up to this much. */
  readonly reservedBytes: number;
};

/**
 * Chooses the form of each block: in full while the rest can still be told in brief, then in brief, then counted.
 */
export function fitBlocks<Block extends MarkdownBlock>(blocks: readonly Block[], room: Room): Fitted<Block> {
  const texts: string[] = [];
  const omitted: Block[] = [];
  let briefRest = blocks.reduce((sum, block) => sum + bytesOf(block.brief) + 1, 0);
  let left = room.bytes;
  for (const block of blocks) {
    const brief = bytesOf(block.brief);
    briefRest -= brief + 1;
    if (omitted.length > 0 || brief >= left) {
      omitted.push(block);
      continue;
    }
    const spare = left - Math.min(briefRest, room.reservedBytes);
    const full = spare > brief ? block.full() : block.brief;
    const text = bytesOf(full) < spare ? full : block.brief;
    texts.push(text);
    left -= bytesOf(text) + 1;
  }
  return { texts, omitted };
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
