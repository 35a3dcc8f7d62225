import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { CommandIo } from '../command.ts';

/**
 * The path of a file of the project as the repository has it: from the folder that a CI job checked out, or else from where the
 * command was called. A file outside of it keeps its absolute path.
 */
export function placeOf(file: string, projectDir: string, { env, cwd }: Pick<CommandIo, 'env' | 'cwd'>): string {
  const base = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
  const absolute = resolve(projectDir, file);
  const inside = relative(base, absolute);
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return (isOutside ? absolute : inside).replaceAll(sep, '/');
}
