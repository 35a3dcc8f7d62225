import { type ArchiveEntry, BrokenArchive, type EntryContent, maxEntries, nameText } from './entry.ts';

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The entries of a zip archive as its central directory tells them; see APPNOTE.TXT 6.3. `maxBytes` bounds what the files come to
 * together. Throws `BrokenArchive`.
 */
export function readZip(archive: Uint8Array, maxBytes: number): readonly ArchiveEntry[] {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > maxEntries) throw new BrokenArchive(`It holds more than ${maxEntries} entries.`);
  const entries: ArchiveEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  let left = maxBytes;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== centralSignature) throw damaged();
    const record = readRecord(buffer, at);
    left -= record.sizeBytes;
    if (left < 0) throw new BrokenArchive(`Its files come to more than ${maxBytes / 1024 / 1024} MiB.`);
    entries.push(toEntry(buffer, record));
    at = record.next;
  }
  return entries;
}

type ZipRecord = {
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly modified: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly attributes: number;
  readonly offset: number;
  readonly path: string;
  readonly next: number;
};

/** The record at the end, behind which only a comment may stand. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at -= 1) {
    if (buffer.readUInt32LE(at) === endSignature && at + 22 + buffer.readUInt16LE(at + 20) === buffer.length) return at;
  }
  throw new BrokenArchive('It is no zip archive, or its end is missing.');
}

function readRecord(buffer: Buffer, at: number): ZipRecord {
  const nameLength = buffer.readUInt16LE(at + 28);
  const extraStart = at + 46 + nameLength;
  const extraEnd = extraStart + buffer.readUInt16LE(at + 30);
  if (extraEnd > buffer.length) throw damaged();
  const path = nameText(buffer.subarray(at + 46, extraStart));
  const [packedBytes, sizeBytes, offset] = [20, 24, 42].map((field) => buffer.readUInt32LE(at + field));
  if ([packedBytes, sizeBytes, offset].includes(0xffff_ffff)) {
    throw new BrokenArchive('It is in the zip64 form, for more than 4 GiB.', 'pack it as tar');
  }
  return {
    madeBy: buffer.readUInt16LE(at + 4) >> 8,
    flags: buffer.readUInt16LE(at + 8),
    method: buffer.readUInt16LE(at + 10),
    modified: modifiedOf(buffer, { at, extra: buffer.subarray(extraStart, extraEnd) }),
    crc: buffer.readUInt32LE(at + 16),
    packedBytes: packedBytes ?? 0,
    sizeBytes: sizeBytes ?? 0,
    attributes: buffer.readUInt32LE(at + 38),
    offset: offset ?? 0,
    path,
    next: extraEnd + buffer.readUInt16LE(at + 32),
  };
}

/** Seconds since 1970 from the extended timestamp (0x5455), else from the DOS time, which is taken for UTC. */
function modifiedOf(buffer: Buffer, { at, extra }: { readonly at: number; readonly extra: Buffer }): number {
  for (let start = 0; start + 4 <= extra.length; start += 4 + extra.readUInt16LE(start + 2)) {
    const isTime =
      extra.readUInt16LE(start) === 0x5455 && start + 9 <= extra.length && ((extra[start + 4] ?? 0) & 1) === 1;
    if (isTime) return extra.readInt32LE(start + 5);
  }
  const time = buffer.readUInt16LE(at + 12);
  const date = buffer.readUInt16LE(at + 14);
  const day = Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31);
  return day / 1000 + (time >> 11) * 3600 + ((time >> 5) & 63) * 60 + (time & 31) * 2;
}

function toEntry(buffer: Buffer, record: ZipRecord): ArchiveEntry {
  // Only who packed on a Unix says what the upper half means.
  const unixMode = record.madeBy === 3 || record.madeBy === 19 ? record.attributes >>> 16 : 0;
  const mode = unixMode === 0 ? {} : { mode: unixMode & 0o7777 };
  return { path: record.path, modified: record.modified, ...mode, ...contentOf(buffer, record, unixMode & 0o170000) };
}

function contentOf(buffer: Buffer, record: ZipRecord, fileType: number): EntryContent {
  if (record.path.endsWith('/')) return { type: 'directory' };
  if (fileType === 0o120000) return { type: 'link', target: nameText(unpack(buffer, record)) };
  if (fileType !== 0 && fileType !== 0o100000) return { type: 'other', what: 'a device or another special file' };
  return { type: 'file', bytes: unpack(buffer, record) };
}

function unpack(buffer: Buffer, record: ZipRecord): Uint8Array {
  const { offset, path, packedBytes, sizeBytes, method, flags, crc } = record;
  if ((flags & 1) !== 0) throw new BrokenArchive(`${path} is encrypted.`, 'pack it without a password');
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== localSignature) throw damaged();
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const packed = buffer.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) throw damaged();
  if (method !== 0 && method !== 8) {
    throw new BrokenArchive(`${path} is packed by method ${method}; 0 (stored) and 8 (deflate) can be read.`);
  }
  const { crc32, inflateRawSync } = process.getBuiltinModule('node:zlib');
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
  if (bytes.length !== sizeBytes || crc32(bytes) !== crc) throw new BrokenArchive(`The content of ${path} is damaged.`);
  return bytes;
}

function damaged(): BrokenArchive {
  return new BrokenArchive('Its list of contents is damaged.');
}
