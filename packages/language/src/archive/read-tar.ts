import { type ArchiveEntry, BrokenArchive, type EntryContent, maxEntries, nameText } from './entry.ts';

const blockBytes = 512;

/**
 * The entries of a tar archive as POSIX.1-2001 (pax), POSIX.1-1988 (ustar) and GNU tar write it. Contents are views into the archive.
 * Throws `BrokenArchive`.
 */
export function readTar(archive: Uint8Array): readonly ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  let general: Extended = new Map();
  let extended: Extended = new Map();
  let at = 0;
  while (at + blockBytes <= archive.length) {
    const header = Buffer.from(archive.buffer, archive.byteOffset + at, blockBytes);
    if (isZero(header)) return entries;
    const sizeBytes = sizeOf(header, at, extended);
    const start = at + blockBytes;
    const bytes = archive.subarray(start, start + sizeBytes);
    if (bytes.length < sizeBytes) throw new BrokenArchive('It ends in the middle of a file.');
    at = start + Math.ceil(sizeBytes / blockBytes) * blockBytes;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'g') general = new Map([...general, ...readPax(bytes)]);
    else if (type === 'x') extended = new Map([...extended, ...readPax(bytes)]);
    else if (type === 'L') extended = new Map([...extended, ['path', withoutNul(bytes)]]);
    else if (type === 'K') extended = new Map([...extended, ['linkpath', withoutNul(bytes)]]);
    else {
      entries.push(toEntry(header, bytes, new Map([...general, ...extended])));
      extended = new Map();
    }
    if (entries.length > maxEntries) throw new BrokenArchive(`It holds more than ${maxEntries} entries.`);
  }
  if (entries.length === 0) throw new BrokenArchive('It is no tar archive.');
  // GNU tar takes an archive without the closing blocks, too.
  return entries;
}

type Extended = ReadonlyMap<string, Uint8Array>;

/** Checks the header's own sum, which tells an archive from any other file, and reads how much follows. */
function sizeOf(header: Buffer, at: number, extended: Extended): number {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== numberAt(header, 148, 8)) {
    throw new BrokenArchive(at === 0 ? 'It is no tar archive.' : 'A header in it is damaged.');
  }
  const type = String.fromCharCode(header[156] ?? 0);
  const told = 'xgLK'.includes(type) ? undefined : extended.get('size');
  const sizeBytes = told === undefined ? numberAt(header, 124, 12) : Number(Buffer.from(told).toString('latin1'));
  // Links and directories may bear a size and have no content all the same.
  if ('123456'.includes(type)) return 0;
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new BrokenArchive('A size in it makes no sense.');
  return sizeBytes;
}

function toEntry(header: Buffer, bytes: Uint8Array, extended: Extended): ArchiveEntry {
  const path = nameText(extended.get('path') ?? headerPath(header));
  const target = () => nameText(extended.get('linkpath') ?? textField(header, 157, 100));
  const modified = extended.get('mtime');
  return {
    path,
    mode: numberAt(header, 100, 8),
    modified: Math.floor(
      modified === undefined ? numberAt(header, 136, 12) : Number(Buffer.from(modified).toString('latin1')),
    ),
    ...contentOf(String.fromCharCode(header[156] ?? 0), { path, bytes, target, isSparse: isSparse(extended) }),
  };
}

type Parts = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly target: () => string;
  readonly isSparse: boolean;
};

function contentOf(type: string, { path, bytes, target, isSparse: sparse }: Parts): EntryContent {
  if (sparse || type === 'S')
    throw new BrokenArchive(`${path} is stored as a sparse file.`, 'pack it without --sparse');
  switch (type) {
    case '0':
    case '\0':
    case '7':
      // Before POSIX, a name that ends with a slash was how a directory was told.
      return path.endsWith('/') ? { type: 'directory' } : { type: 'file', bytes };
    case '1':
      return { type: 'hard-link', target: target() };
    case '2':
      return { type: 'link', target: target() };
    case '5':
      return { type: 'directory' };
    default:
      return { type: 'other', what: others[type] ?? `an entry of type ${JSON.stringify(type)}` };
  }
}

const others: Readonly<Record<string, string>> = { 3: 'a character device', 4: 'a block device', 6: 'a named pipe' };

function isSparse(extended: Extended): boolean {
  return [...extended.keys()].some((key) => key.startsWith('GNU.sparse.'));
}

function headerPath(header: Buffer): Uint8Array {
  const name = textField(header, 0, 100);
  // GNU tar keeps times where POSIX keeps the beginning of the path.
  const isPosix = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? textField(header, 345, 155) : new Uint8Array();
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
}

function textField(header: Buffer, start: number, length: number): Uint8Array {
  return withoutNul(header.subarray(start, start + length));
}

function withoutNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

/** Octal digits, or as GNU tar writes large numbers: the first bit set and the rest binary. */
function numberAt(header: Buffer, start: number, length: number): number {
  const field = header.subarray(start, start + length);
  const first = field[0] ?? 0;
  if ((first & 0x80) === 0)
    return Number.parseInt(
      field
        .toString('latin1')
        .replace(/[\0 ]+/g, ' ')
        .trim() || '0',
      8,
    );
  const isNegative = (first & 0x40) !== 0;
  const start_ = isNegative ? (first | 0x80) - 0x100 : first & 0x7f;
  return field.subarray(1).reduce((total, byte) => total * 256 + byte, start_);
}

/** Records `LENGTH KEY=VALUE\n`; the length counts the whole record. */
function readPax(bytes: Uint8Array): Extended {
  const found = new Map<string, Uint8Array>();
  let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  while (rest.length > 0 && rest[0] !== 0) {
    const match = /^(\d{1,9}) ([^=]+)=/.exec(rest.toString('latin1', 0, 256));
    const length = Number(match?.[1] ?? 0);
    if (match === null || length <= match[0].length || length > rest.length) {
      throw new BrokenArchive('An extended header in it is damaged.');
    }
    found.set(match[2] ?? '', rest.subarray(match[0].length, length - 1));
    rest = rest.subarray(length);
  }
  return found;
}

function isZero(header: Buffer): boolean {
  return header.every((byte) => byte === 0);
}
