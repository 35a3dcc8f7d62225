import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { LockHolder } from '@setpoint/model';
import { lockBySocket, type SocketLock } from './socket-lock.ts';

/** Keeps a second apply out of a project directory. */
export function lockProject(projectDir: string, holder: LockHolder): Promise<SocketLock> {
  const real = realpathSync(projectDir);
  return lockBySocket({ name: real, directory: join(real, '.setpoint') }, holder);
}
