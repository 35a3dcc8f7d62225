import { dirname } from 'node:path';
import type { FileReader } from './file-reader.ts';

/**
 * A reader that sees only what lies in the project, all symbolic links followed: what a project names can lead nowhere else. Absolute
 * paths in `named` lie outside of it and were chosen by whoever runs the command; they and what is below them are seen too.
 */
export function confineReader(files: FileReader, named: readonly string[]): FileReader {
  const isNamed = (path: string): boolean =>
    !path.split('/').includes('..') &&
    named.some((each) => each.startsWith('/') && (path === each || path.startsWith(`${each.replace(/\/+$/, '')}/`)));
  const stat: FileReader['stat'] = (path) => {
    const status = files.stat(path);
    return 'inside' in status && !status.inside && !isNamed(path) ? { kind: 'denied' } : status;
  };
  const canSee = (path: string): boolean => stat(path).kind !== 'denied';
  return {
    stat,
    read: (path) => (canSee(path) ? files.read(path) : undefined),
    list: (path) => (canSee(path) ? files.list(path) : undefined),
    // What a link says is no more than its name; it is followed by the others alone.
    link: (path) => (canSee(dirname(path)) ? files.link(path) : undefined),
    digest: (path) => (canSee(path) ? files.digest(path) : undefined),
  };
}
