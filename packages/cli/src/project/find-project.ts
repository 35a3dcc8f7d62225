import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The directory of the project: the one given, else the nearest one upwards that has a `setpoint.yaml`, else where we are. */
export function findProjectDir(cwd: string, given: string | undefined): string {
  if (given !== undefined) return resolve(cwd, given);
  for (let dir = cwd; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'setpoint.yaml'))) return dir;
    if (dirname(dir) === dir) return cwd;
  }
}
