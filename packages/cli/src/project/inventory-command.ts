import { execFile } from 'node:child_process';
import type { InventoryCommandResult } from '@setpoint/language';

const deadlineMs = 60_000;
const mostOutputBytes = 64 * 1024 * 1024;

/** Runs an inventory program without arguments in the project's directory; it has a minute and 64 MiB. */
export function runInventoryCommand(path: string, cwd: string): Promise<InventoryCommandResult> {
  return new Promise((resolve) => {
    execFile(
      path,
      [],
      { cwd, timeout: deadlineMs, maxBuffer: mostOutputBytes, encoding: 'buffer' },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'done', stdout });
        else resolve({ kind: 'failed', reason: stderr.toString('utf8').trim().split('\n')[0] || error.message });
      },
    );
  });
}
