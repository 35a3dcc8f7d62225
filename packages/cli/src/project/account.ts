import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { CommandIo } from '../command.ts';

/** The name of the account that runs this process, or its number where the system knows no name for it, as in many containers. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** The home directory; the root directory for an account that has none. */
export function homeDirectory(env: CommandIo['env']): string {
  const named = env['HOME'] ?? '';
  if (named !== '') return named;
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** Where this account keeps what is made once and can be made again: `XDG_CACHE_HOME`, or `.cache` in its home. */
export function cacheDirectory(env: CommandIo['env']): string {
  const caches = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(caches) ? caches : join(homeDirectory(env), '.cache'), 'setpoint');
}
