import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** What stands at a path. `inside`: it lies in the project directory, all symbolic links followed. */
export type FileStatus =
  | {
      readonly kind: 'file';
      readonly sizeBytes: number;
      readonly mode: number;
      readonly inside: boolean;
      readonly absolutePath: string;
    }
  | { readonly kind: 'directory'; readonly mode: number; readonly inside: boolean; readonly absolutePath: string }
  | { readonly kind: 'other'; readonly inside: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied' };

/**
 * The port to the controller's files. Paths are relative to the project directory, or absolute. It is synchronous: everything is
 * read before the first node is reached, and only files of at most 10 MiB are held.
 */
export type FileReader = {
  readonly stat: (path: string) => FileStatus;
  /** The bytes of a file; undefined when it cannot be read. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Names in a directory, sorted; undefined when it cannot be read. */
  readonly list: (path: string) => readonly string[] | undefined;
  /** Where a symbolic link at the path leads, as it is stored; undefined for anything else. */
  readonly link: (path: string) => string | undefined;
  /** What a file of any size comes to, read in pieces; undefined when it cannot be read. */
  readonly digest: (path: string) => FileDigest | undefined;
};

/** Size and SHA-256 (lower-case hex) of a file, and its first bytes as ISO 8859-1, which tell some formats. */
export type FileDigest = { readonly sha256: string; readonly sizeBytes: number; readonly start: string };

/** The port over the file system of this machine. */
export function createFileReader(projectDir: string): FileReader {
  const root = realpathSync(projectDir);
  const locate = (path: string): string => (isAbsolute(path) ? path : join(root, path));
  return {
    stat: (path) => statAt(root, locate(path)),
    read: (path) => attempt(() => readFileSync(locate(path))),
    list: (path) => attempt(() => readdirSync(locate(path)).sort()),
    link: (path) => attempt(() => readlinkSync(locate(path))),
    digest: (path) => attempt(() => digestFile(locate(path))),
  };
}

/** The permission bits of `st_mode` as four octal digits. */
export function permissionsOf(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(4, '0');
}

function statAt(root: string, path: string): FileStatus {
  try {
    const absolutePath = realpathSync(path);
    const stats = statSync(absolutePath);
    const inside = isInside(root, absolutePath);
    if (stats.isFile()) return { kind: 'file', sizeBytes: stats.size, mode: stats.mode, inside, absolutePath };
    if (stats.isDirectory()) return { kind: 'directory', mode: stats.mode, inside, absolutePath };
    return { kind: 'other', inside };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM' ? { kind: 'denied' } : { kind: 'missing' };
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

const pieceBytes = 1024 * 1024;

const startBytes = 16;

function digestFile(path: string): FileDigest {
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    const hash = createHash('sha256');
    const piece = new Uint8Array(pieceBytes);
    let sizeBytes = 0;
    let start = '';
    for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, count));
      if (sizeBytes === 0) start = Buffer.from(piece.subarray(0, Math.min(count, startBytes))).toString('latin1');
      sizeBytes += count;
    }
    return { sha256: hash.digest('hex'), sizeBytes, start };
  } finally {
    closeSync(descriptor);
  }
}

/** Files come and go while we look: what cannot be read is a problem of the project, told by whoever asked. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
