import { delimiter, join } from 'node:path';

/** The root of the checkout. */
export const projectRoot = join(import.meta.dirname, '..');

const binaries = join(projectRoot, 'node_modules', '.bin');

/** The path of a program that npm installed, such as `tsc`. */
export function toolPath(name: string): string {
  return join(binaries, name);
}

/** The environment in which those programs find the project's own Node first, as `npm run` gives it. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [binaries, process.env['PATH'] ?? ''].join(delimiter) };
}
