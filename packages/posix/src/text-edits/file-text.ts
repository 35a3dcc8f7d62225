import { isUtf8 } from 'node:buffer';

/**
 * A file's bytes as text that turns back into the same bytes. Bytes that are no UTF-8 are taken one by one, each as the character of
 * that number, so that what is not changed stays as it is whatever its encoding. A file whose lines all end as those of DOS is taken
 * with `\n` for each end.
 */
export type FileText = {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
  /** The byte-order mark, which `text` does not hold. */
  readonly hasMark: boolean;
  readonly isDos: boolean;
};

const mark = Buffer.from('\uFEFF');

/** Takes bytes as text; undefined for UTF-16 and UTF-32, in which a byte is no character. */
export function toFileText(bytes: Uint8Array): FileText | undefined {
  const buffer = Buffer.from(bytes);
  if (isWide(buffer)) return undefined;
  const hasMark = buffer.subarray(0, mark.length).equals(mark);
  const encoding = isUtf8(buffer) ? 'utf8' : 'latin1';
  const text = buffer.subarray(hasMark ? mark.length : 0).toString(encoding);
  const isDos = text.includes('\n') && !/(?:^|[^\r])\n/.test(text);
  return { text: isDos ? text.replaceAll('\r\n', '\n') : text, encoding, hasMark, isDos };
}

/** Told by the byte-order mark, which such files have wherever they are meant to be read by others. */
function isWide(buffer: Buffer): boolean {
  const [first, second] = buffer;
  const isBigUtf32 = buffer.subarray(0, 4).equals(Buffer.from([0, 0, 0xfe, 0xff]));
  return isBigUtf32 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The bytes of another text in the same encoding, with the byte-order mark and the line ends that there were. */
export function toBytes(text: string, { encoding, hasMark, isDos }: Omit<FileText, 'text'>): Buffer {
  const bytes = Buffer.from(isDos ? text.replaceAll('\n', '\r\n') : text, encoding);
  return hasMark ? Buffer.concat([mark, bytes]) : bytes;
}

/** A declared text in the characters of a file: its bytes one by one where the file is no UTF-8, and with the same line ends. */
export function inCharactersOf({ encoding, isDos }: Omit<FileText, 'text'>, text: string): string {
  const lines = isDos ? text.replaceAll('\r\n', '\n') : text;
  return encoding === 'latin1' ? Buffer.from(lines, 'utf8').toString('latin1') : lines;
}
