import { createHash } from 'node:crypto';
import type { ArchiveMember, Body } from '@setpoint/model';
import { decompress, formatOf } from './decompress.ts';
import { type ArchiveEntry, BrokenArchive } from './entry.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';

/** Archives that unpack to more are not held in memory. */
export const maxUnpackedBytes = 512 * 1024 * 1024;

/** What an archive holds, with the contents of its files one after the other; or a sentence that says why it cannot be told. */
export type ArchiveReading =
  | { readonly kind: 'read'; readonly body: Body; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly why: string; readonly hint?: string };

/** Reads a tar archive, packed by gzip, zstd, xz, bzip2 or not at all, or a zip archive. The content tells which, not the name. */
export function readArchive(archive: Uint8Array, maxBytes: number = maxUnpackedBytes): ArchiveReading {
  try {
    return layOut(readEntries(archive, maxBytes));
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error;
    return { kind: 'refused', why: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
}

function readEntries(archive: Uint8Array, maxBytes: number): readonly ArchiveEntry[] {
  const format = formatOf(archive);
  if (format === 'zip') return readZip(archive, maxBytes);
  return readTar(format === 'tar' ? archive : decompress(archive, format, maxBytes));
}

type Place = Required<Pick<ArchiveMember, 'sizeBytes' | 'sha256' | 'offset'>>;

function layOut(entries: readonly ArchiveEntry[]): ArchiveReading {
  const contents: Uint8Array[] = [];
  const places = new Map<string, Place>();
  const known = new Map<string, Place>();
  let sizeBytes = 0;
  const place = (bytes: Uint8Array): Place => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const made = known.get(sha256) ?? { sizeBytes: bytes.length, sha256, offset: sizeBytes };
    if (!known.has(sha256)) {
      known.set(sha256, made);
      contents.push(bytes);
      sizeBytes += bytes.length;
    }
    return made;
  };
  const members = entries.map((entry): ArchiveMember => {
    const path = tidy(entry.path);
    if (entry.type === 'file') places.set(path, place(entry.bytes));
    return toMember(entry, path, places);
  });
  const bytes = Buffer.concat(contents);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'read', body: { sha256, sizeBytes, members }, bytes };
}

function toMember(entry: ArchiveEntry, path: string, places: Map<string, Place>): ArchiveMember {
  const known = {
    path,
    ...(entry.modified === undefined || Number.isNaN(entry.modified) ? {} : { modified: entry.modified }),
    ...(entry.mode === undefined || Number.isNaN(entry.mode) ? {} : { mode: octal(entry.mode) }),
  };
  switch (entry.type) {
    case 'file':
      return { ...known, type: 'file', ...places.get(path) };
    case 'directory':
      return { ...known, type: 'directory' };
    case 'link':
      return { ...known, type: 'link', target: entry.target };
    case 'other':
      return { ...known, type: 'other', what: entry.what };
    case 'hard-link': {
      const same = places.get(tidy(entry.target));
      if (same !== undefined) {
        places.set(path, same);
        return { ...known, type: 'file', ...same };
      }
      const what = `a hard link to ${entry.target}, which is no file of the archive`;
      return { ...known, type: 'other', what };
    }
    default:
      return entry satisfies never;
  }
}

/** Set-user-ID, set-group-ID and sticky bits do not come out of archives: who wants them declares a mode. */
function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

/** Only what says nothing is left out; `..` and a slash at the beginning stay to be judged. */
function tidy(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}
