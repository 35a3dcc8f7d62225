import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';

/** The directory of the project: the one given, else the nearest one upwards that has a `setpoint.yaml`, else where we are. */
export function findProjectDir(cwd: string, given: string | undefined): string {
  if (given !== undefined) return resolve(cwd, given);
  for (let dir = cwd; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'setpoint.yaml'))) return dir;
    if (dirname(dir) === dir) return cwd;
  }
}

/** What is wrong with the project directory that was given. */
export function projectDirProblem(cwd: string, given: string): Diagnostic | undefined {
  const stats = statSync(resolve(cwd, given), { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return undefined;
  return errorDiagnostic('SP801', {
    detail: `The project directory ${given} ${stats === undefined ? 'does not exist' : 'is no directory'}.`,
    hint: `setpoint init ${given}`,
  });
}
