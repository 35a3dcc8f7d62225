import { lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { ProjectFile } from './project-files.ts';

/** What came of making a project. Paths are relative to its directory. */
export type Scaffolding =
  | { readonly kind: 'made'; readonly created: readonly string[]; readonly kept: readonly string[] }
  /** Nothing was written, or what was written has been taken away again. */
  | { readonly kind: 'refused'; readonly problems: readonly Diagnostic[] };

/** Writes the files of a project into a directory, which is made when it is missing. What is there is never overwritten. */
export function scaffold(directory: string, files: readonly ProjectFile[]): Scaffolding {
  const present = files.filter(({ path }) => isThere(join(directory, path)));
  const inTheWay = present.filter(({ isEssential }) => isEssential);
  if (inTheWay.length > 0) return { kind: 'refused', problems: inTheWay.map(({ path }) => standsInTheWay(path)) };
  const missing = files.filter((file) => !present.includes(file));
  const made: Made = { directories: [], files: [] };
  for (const { path, text } of missing) {
    const failure = write(join(directory, path), text, made);
    if (failure === undefined) continue;
    takeAway(made);
    return { kind: 'refused', problems: [cannotWrite(join(directory, path), failure)] };
  }
  return { kind: 'made', created: missing.map(({ path }) => path), kept: present.map(({ path }) => path) };
}

/** What this run made, in order. */
type Made = { readonly directories: string[]; readonly files: string[] };

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A parent that is no directory, or may not be searched: writing tells what is wrong.
    return false;
  }
}

function write(path: string, text: string, made: Made): string | undefined {
  try {
    makeDirectory(dirname(path), made);
    writeFileSync(path, text, { flag: 'wx' });
    made.files.push(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function makeDirectory(path: string, made: Made): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makeDirectory(dirname(path), made);
  mkdirSync(path);
  made.directories.push(path);
}

function takeAway({ directories, files }: Made): void {
  for (const file of files) rmSync(file, { force: true });
  for (const directory of directories.toReversed()) rmdirSync(directory);
}

function standsInTheWay(path: string): Diagnostic {
  return errorDiagnostic('SP807', {
    detail: `${path} is there already, and nothing is overwritten.`,
    hint: 'setpoint init another-directory',
  });
}

function cannotWrite(path: string, reason: string): Diagnostic {
  return errorDiagnostic('SP808', { detail: `${path} cannot be written: ${reason}.` });
}
