import { nearestName } from '@setpoint/model';
import { globMatcher } from '../select/selector.ts';
import type { FileReader } from './file-reader.ts';

/** True for a path that may stand for several files. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/**
 * Files that a glob matches, as paths of the project, sorted. `*` and `?` stay within a name and leave out names that begin with a
 * dot, `**` stands for any number of directories. Directories outside of the project are not entered. `glob` is relative to the project, in
 * normal form.
 */
export function filesMatching(files: FileReader, glob: string): readonly string[] {
  const parts = glob.split('/');
  const last = parts.pop() ?? '';
  const directories = parts.reduce<readonly string[]>((found, part) => enter(files, found, part), ['']);
  const matches = nameMatcher(last);
  const found = directories.flatMap((directory) => {
    return namesIn(files, directory)
      .filter(matches)
      .map((name) => join(directory, name));
  });
  return [...new Set(found)].filter((path) => files.stat(path).kind === 'file').sort(byCodeUnits);
}

/** What to say about a glob that matches nothing: a name that was meant, or what is there instead. */
export function nearMiss(files: FileReader, glob: string): string | undefined {
  const parts = glob.split('/');
  let directory = '';
  for (const part of parts.slice(0, -1)) {
    if (isGlob(part)) return undefined;
    const names = namesIn(files, directory);
    if (!names.includes(part)) {
      const near = nearestName(part, names);
      return near === undefined ? `There is no directory ${join(directory, part)}.` : `Did you mean \`${near}\`?`;
    }
    directory = join(directory, part);
  }
  const present = namesIn(files, directory).filter((name) => files.stat(join(directory, name)).kind === 'file');
  const where = directory === '' ? 'the directory of the project' : directory;
  if (present.length === 0) return `There are no files in ${where}.`;
  const shown = present.slice(0, shownNames).join(', ');
  return `In ${where} there ${present.length === 1 ? 'is' : 'are'} ${shown}${present.length > shownNames ? ', …' : ''}.`;
}

const shownNames = 3;

function enter(files: FileReader, directories: readonly string[], part: string): readonly string[] {
  if (part === '**') return allBelow(files, directories);
  const matches = nameMatcher(part);
  return directories
    .flatMap((directory) =>
      (isGlob(part) ? namesIn(files, directory).filter(matches) : [part]).map((name) => join(directory, name)),
    )
    .filter((path) => isInsideDirectory(files, path));
}

/** The directories and all below them, each once, whatever links lead to it. */
function allBelow(files: FileReader, directories: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const open = directories.toReversed();
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    const status = files.stat(directory === '' ? '.' : directory);
    if (status.kind !== 'directory' || !status.inside || seen.has(status.absolutePath)) continue;
    seen.add(status.absolutePath);
    found.push(directory);
    const names = namesIn(files, directory).filter((name) => !name.startsWith('.'));
    open.push(...names.map((name) => join(directory, name)).reverse());
  }
  return found;
}

function isInsideDirectory(files: FileReader, path: string): boolean {
  const status = files.stat(path);
  return status.kind === 'directory' && status.inside;
}

function nameMatcher(part: string): (name: string) => boolean {
  const matches = globMatcher(part);
  return (name) => matches(name) && (part.startsWith('.') || !name.startsWith('.'));
}

function namesIn(files: FileReader, directory: string): readonly string[] {
  return files.list(directory === '' ? '.' : directory) ?? [];
}

function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** The same on every machine, whatever its language. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
