import { type ExecFileException, execFile } from 'node:child_process';
import type { InventoryCommandResult } from '@setpoint/language';

const deadlineMs = 60_000;
const mostOutputBytes = 64 * 1024 * 1024;
/** Programs that take longer are named on the terminal, so that nobody wonders what is waited for. */
const slowMs = 250;

type Surroundings = {
  readonly cwd: string;
  /** Ends the program. */
  readonly signal: AbortSignal;
  readonly onSlow: () => void;
};

/** Runs an inventory program without arguments and input in the project's directory; it has a minute and 64 MiB. */
export function runInventoryCommand(
  path: string,
  { cwd, signal, onSlow }: Surroundings,
): Promise<InventoryCommandResult> {
  const slow = setTimeout(onSlow, slowMs);
  return new Promise((resolve) => {
    const child = execFile(
      path,
      [],
      { cwd, signal, timeout: deadlineMs, maxBuffer: mostOutputBytes, encoding: 'buffer' },
      (error, stdout, stderr) => {
        clearTimeout(slow);
        if (error === null) resolve({ kind: 'done', stdout });
        else resolve({ kind: 'failed', reason: reasonOf(error, stderr.toString('utf8')) });
      },
    );
    // A program that reads its input would otherwise wait for the whole minute; one that ends at once closes it first.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end();
  });
}

function reasonOf(error: ExecFileException, said: string): string {
  if (error.name === 'AbortError') return 'it was interrupted.';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it printed more than 64 MiB.';
  if (error.killed === true) return `it took longer than ${deadlineMs / 1000} s and was ended.`;
  const [first = ''] = said.trim().split('\n');
  const end = typeof error.code === 'number' ? `it ended with ${error.code}` : error.message;
  return first === '' ? `${end}.` : `${end}: ${first}`;
}
