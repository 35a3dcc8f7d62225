import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that a test talks to, until it is stopped. */
export type PeerProcess = { readonly stop: () => Promise<void> };

/**
 * Starts a program and waits for a line that `ready` matches on either of its outputs; resolves to that match too. A program that ends
 * before, or says nothing of the kind in time, is an error with all that it said.
 */
export async function startPeerProcess(
  command: readonly [string, ...string[]],
  ready: RegExp,
): Promise<PeerProcess & { readonly match: RegExpMatchArray }> {
  const [program, ...args] = command;
  // A group of its own, so that what the program starts itself ends with it.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const match = await new Promise<RegExpMatchArray>((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      killGroup(child);
      reject(new Error(`${command.join(' ')} ${why}: ${said}`));
    };
    const timer = setTimeout(() => fail('did not get ready'), readyTimeoutMs);
    const listen = (bytes: Buffer): void => {
      said += bytes.toString('utf8');
      const found = ready.exec(said);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
  return { match, stop: () => stopProcess(child) };
}

const readyTimeoutMs = 15_000;

async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? undefined : once(child, 'exit');
  killGroup(child);
  await exit;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
