import { posix } from 'node:path';
import { type Diagnostic, errorDiagnostic, type SourceSpan } from '@setpoint/model';
import type { FileReader, FileStatus } from './file-reader.ts';

export type Confined =
  | { readonly kind: 'found'; readonly path: string; readonly status: FileStatus & { readonly kind: 'file' } }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

export type PathRequest = {
  readonly files: FileReader;
  /** The directory that the path is relative to, itself relative to the project. */
  readonly directory: string;
  readonly path: string;
  readonly span: SourceSpan;
};

/** Finds a file that a playbook names; it must be a regular file inside the project, links followed. */
export function confinePath({ files, directory, path, span }: PathRequest): Confined {
  const joined = posix.isAbsolute(path) ? path : posix.normalize(posix.join(directory, path));
  if (path.includes('\0') || joined === '..' || joined.startsWith('../')) return leaves(path, span);
  const status = files.stat(joined);
  if (status.kind === 'missing' || status.kind === 'denied') return unreadable(joined, status.kind, span);
  if (!status.inside) return leaves(path, span);
  if (status.kind === 'directory' || status.kind === 'other') return unreadable(joined, status.kind, span);
  return { kind: 'found', path: joined, status };
}

/** Says that a path leads out of the project. */
export function leaves(path: string, span: SourceSpan): Confined & { readonly kind: 'refused' } {
  return {
    kind: 'refused',
    diagnostic: errorDiagnostic('SP212', {
      detail: `The path \`${path}\` leads out of the project directory.`,
      hint: 'Copy the file into the project and name it by a relative path.',
      span,
    }),
  };
}

function unreadable(path: string, kind: 'missing' | 'denied' | 'directory' | 'other', span: SourceSpan): Confined {
  const words = {
    missing: 'does not exist',
    denied: 'may not be read by you',
    directory: 'is a directory, not a file',
    other: 'is no regular file',
  };
  const detail = `The file ${path} ${words[kind]}. Paths are relative to the file that names them.`;
  return {
    kind: 'refused',
    diagnostic: errorDiagnostic('SP801', { detail, hint: 'Check the path and the rights of the file.', span }),
  };
}
