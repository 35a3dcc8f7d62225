import { createHash } from 'node:crypto';
import { printedBytes } from './printed-bytes.ts';

/** A file whose bytes were read, and what is known of them: their digest, and that no more than `mostBytes` of them were printed. */
export type WantedBytes = { readonly path: string; readonly sha256: string; readonly mostBytes: number };

/** The bytes of a file that have its digest; `more` where there are too many of them, `changed` where others were read. */
export type ReadBytes = Buffer | 'more' | 'changed';

/**
 * Takes apart what `head -c` printed of several files, in Base64 that ends with a dot: one such block for files in a row of which
 * equally much was wanted. In a block of more than one file each has a line with its name above it, as head(1) prints it. What a file
 * holds may look like such a line, so a file ends where its digest says so. One answer per file, in order.
 */
export function readBytes(text: string, files: readonly WantedBytes[]): readonly ReadBytes[] {
  const blocks = text.split(/(?:^|\n)\.\n/);
  return rowsOf(files).flatMap((row, index) => {
    const bytes = printedBytes(blocks[index] ?? '');
    return row.length === 1
      ? row.map((file) => endOf(bytes, 0, { file, ends: [bytes.length] }).read)
      : takeApart(bytes, row);
  });
}

/** Files in a row of which equally much is wanted. */
function rowsOf(files: readonly WantedBytes[]): readonly (readonly WantedBytes[])[] {
  const rows: WantedBytes[][] = [];
  for (const file of files) {
    const row = rows.at(-1);
    if (row?.[0]?.mostBytes === file.mostBytes) row.push(file);
    else rows.push([file]);
  }
  return rows;
}

function takeApart(bytes: Buffer, files: readonly WantedBytes[]): readonly ReadBytes[] {
  let at = 0;
  return files.map((file, index) => {
    const title = Buffer.from(titleOf(file));
    if (!bytes.subarray(at, at + title.length).equals(title)) return 'changed';
    const start = at + title.length;
    const { end, read } = endOf(bytes, start, { file, ends: endsOf(bytes, start, files.slice(index + 1)) });
    at = end + 1;
    return read;
  });
}

/** Where a file may end: above the lines with the name of the next one, or of a later one where that vanished, or at the very end. */
function endsOf(bytes: Buffer, start: number, later: readonly WantedBytes[]): readonly number[] {
  for (const file of later) {
    const ends = placesOf(bytes, Buffer.from(`\n${titleOf(file)}`), start);
    if (ends.length > 0) return ends;
  }
  return [bytes.length];
}

function placesOf(bytes: Buffer, part: Buffer, start: number): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(part, start); at >= 0; at = bytes.indexOf(part, at + 1)) places.push(at);
  return places;
}

function titleOf({ path }: WantedBytes): string {
  return `==> ${path} <==\n`;
}

type Candidates = { readonly file: WantedBytes; readonly ends: readonly number[] };

/** The place among those where the file may end at which it has its digest; each byte is digested once, however many there are. */
function endOf(
  bytes: Buffer,
  start: number,
  { file, ends }: Candidates,
): { readonly end: number; readonly read: ReadBytes } {
  const hash = createHash('sha256');
  let hashed = start;
  for (const end of ends) {
    if (end - start === file.mostBytes) return { end, read: 'more' };
    if (end - start > file.mostBytes) break;
    hash.update(bytes.subarray(hashed, end));
    hashed = end;
    if (hash.copy().digest('hex') === file.sha256) return { end, read: bytes.subarray(start, end) };
  }
  return { end: ends[0] ?? bytes.length, read: 'changed' };
}
