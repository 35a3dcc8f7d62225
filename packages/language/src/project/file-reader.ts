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
  /** Size and SHA-256 (lower-case hex) of a file of any size, read in pieces; undefined when it cannot be read. */
  readonly digest: (path: string) => { readonly sha256: string; readonly sizeBytes: number } | undefined;
};

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

function digestFile(path: string): { readonly sha256: string; readonly sizeBytes: number } {
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    const hash = createHash('sha256');
    const piece = new Uint8Array(pieceBytes);
    let sizeBytes = 0;
    for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, count));
      sizeBytes += count;
    }
    return { sha256: hash.digest('hex'), sizeBytes };
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
