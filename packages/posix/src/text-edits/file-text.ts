import { isUtf8 } from 'node:buffer';

/**
 * A file's bytes as text that turns back into the same bytes. Bytes that are no UTF-8 are taken one by one, each as the character of
 * that number, so that what is not changed stays as it is whatever its encoding.
 */
export type FileText = { readonly text: string; readonly encoding: 'utf8' | 'latin1'; readonly hasMark: boolean };

const mark = '\uFEFF';

/** Takes bytes as text; a byte-order mark is set aside. */
export function toFileText(bytes: Uint8Array): FileText {
  const buffer = Buffer.from(bytes);
  if (!isUtf8(buffer)) return { text: buffer.toString('latin1'), encoding: 'latin1', hasMark: false };
  const text = buffer.toString('utf8');
  const hasMark = text.startsWith(mark);
  return { text: hasMark ? text.slice(1) : text, encoding: 'utf8', hasMark };
}

/** The bytes of another text in the same encoding, with the byte-order mark if there was one. */
export function toBytes(text: string, { encoding, hasMark }: Omit<FileText, 'text'>): Buffer {
  return Buffer.from(hasMark ? `${mark}${text}` : text, encoding);
}

/** A declared text in the characters of a file: its bytes one by one where the file is no UTF-8. */
export function inCharactersOf({ encoding }: Pick<FileText, 'encoding'>, text: string): string {
  return encoding === 'latin1' ? Buffer.from(text, 'utf8').toString('latin1') : text;
}
