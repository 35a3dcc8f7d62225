import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../tools.ts';
import type { GeneratedFile } from './generated-file.ts';

/** A file on disk that differs from what the code gives. */
export type StaleFile = { readonly path: string; readonly reason: 'missing' | 'out of date' | 'no longer made' };

/** Folders that hold generated files and nothing else: what is in them and is not made any more goes. */
const generatedFolders = [
  'schemas',
  'docs/reference',
  'packages/cli/src/generated',
  'packages/render/src/html/generated',
];

/** Compares the files with those on disk, sorted by path. */
export function staleFiles(files: readonly GeneratedFile[]): readonly StaleFile[] {
  const made = new Set(files.map(({ path }) => path));
  const differing = files.flatMap(({ path, text }): readonly StaleFile[] => {
    const found = readText(path);
    if (found === text) return [];
    return [{ path, reason: found === undefined ? 'missing' : 'out of date' }];
  });
  const left = filesOnDisk()
    .filter((path) => !made.has(path))
    .map((path): StaleFile => ({ path, reason: 'no longer made' }));
  return [...differing, ...left].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Brings the stale files up to date and touches no others. */
export function writeFiles(files: readonly GeneratedFile[], stale: readonly StaleFile[]): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path } of stale) {
    const text = texts.get(path);
    const absolute = join(projectRoot, path);
    if (text === undefined) {
      rmSync(absolute);
      continue;
    }
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
}

function filesOnDisk(): readonly string[] {
  const patterns = generatedFolders.map((folder) => `${folder}/**/*`);
  return globSync(patterns, { cwd: projectRoot, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(join(projectRoot, path), 'utf8');
  } catch {
    return undefined;
  }
}
