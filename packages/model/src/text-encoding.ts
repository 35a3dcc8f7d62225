/**
 * Encodings of text beside UTF-8, by the names that the Encoding Standard gives their tables (https://encoding.spec.whatwg.org);
 * `iso-8859-1` is ISO 8859-1 itself here. The two of UTF-16 write no byte-order mark that the text does not hold.
 */
export const textEncodings = [
  'ibm866',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'utf-16be',
  'utf-16le',
  'windows-874',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
] as const;

export type TextEncoding = (typeof textEncodings)[number];

/** The bytes of a text, or the first character that the encoding has not got; lines count from 1. */
export type EncodedText =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'inexpressible'; readonly character: string; readonly line: number };

/** Writes a text in an encoding. */
export function encodeText(text: string, encoding: TextEncoding): EncodedText {
  const isWide = encoding === 'utf-16be' || encoding === 'utf-16le';
  const table = isWide ? undefined : tableOf(encoding).toByte;
  const bytes: number[] = [];
  let line = 1;
  for (const character of text) {
    const encoded = table === undefined ? wideBytes(character, encoding === 'utf-16be') : table.get(character);
    if (encoded === undefined) return { kind: 'inexpressible', character, line };
    if (typeof encoded === 'number') bytes.push(encoded);
    else bytes.push(...encoded);
    if (character === '\n') line += 1;
  }
  return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
}

/** Reads bytes as text of an encoding; undefined for bytes that mean nothing in it, and for a NUL character. */
export function decodeEncoded(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  const text =
    encoding === 'utf-16be' || encoding === 'utf-16le'
      ? readWide(bytes, encoding === 'utf-16be')
      : readBytes(bytes, encoding);
  return text?.includes('\0') === true ? undefined : text;
}

function readBytes(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  const { toCharacter } = tableOf(encoding);
  const characters = Array.from(bytes, (byte) => toCharacter[byte]);
  return characters.includes(undefined) ? undefined : characters.join('');
}

function readWide(bytes: Uint8Array, isBig: boolean): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Array.from({ length: bytes.length / 2 }, (_, index) => view.getUint16(index * 2, !isBig));
  const text = units.map((unit) => String.fromCharCode(unit)).join('');
  return loneSurrogate.test(text) ? undefined : text;
}

/** One half of a pair, which is no character. */
const loneSurrogate = /\p{Surrogate}/u;

function wideBytes(character: string, isBig: boolean): readonly number[] | undefined {
  if (loneSurrogate.test(character)) return undefined;
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.flatMap((unit) => (isBig ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8]));
}

/** What each byte of an encoding with one byte per character means, and the other way round. */
type Table = {
  readonly toCharacter: readonly (string | undefined)[];
  readonly toByte: ReadonlyMap<string, number>;
};

const tables = new Map<TextEncoding, Table>();

function tableOf(encoding: TextEncoding): Table {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const toCharacter = Array.from({ length: 256 }, (_, byte) => characterOf(byte, encoding));
  const toByte = new Map<string, number>();
  toCharacter.forEach((character, byte) => {
    if (character !== undefined) toByte.set(character, byte);
  });
  const table = { toCharacter, toByte };
  tables.set(encoding, table);
  return table;
}

/** Node 22 and 23 had versions that took windows-1252 for ISO 8859-1 (nodejs/node#56542), so its own part stands here. */
function characterOf(byte: number, encoding: TextEncoding): string | undefined {
  if (encoding === 'iso-8859-1') return String.fromCharCode(byte);
  if (encoding === 'windows-1252') return windows1252[byte - 0x80] ?? String.fromCharCode(byte);
  const character = new TextDecoder(encoding).decode(Uint8Array.of(byte));
  return character === '\uFFFD' ? undefined : character;
}

const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
