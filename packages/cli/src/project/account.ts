import { homedir, userInfo } from 'node:os';
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
