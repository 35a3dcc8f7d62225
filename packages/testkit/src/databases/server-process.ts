import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from './account.ts';
import { giveToServer } from './template.ts';

/** How a database server is started and how it says that it listens. */
export type ServerProgram = {
  readonly program: string;
  readonly args: readonly string[];
  /** Printed when it takes connections. */
  readonly readyLine: RegExp;
  readonly stopSignal: NodeJS.Signals;
};

/** A server that runs; `stop` returns when it has ended. */
export type ServerProcess = {
  readonly pid: number;
  /** What it has said so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

const readyTimeoutMs = 30_000;

/** A folder for one server that belongs to the account that it runs as. Short, since the paths of sockets must be. */
export async function serverDirectory(prefix: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), prefix));
  await giveToServer(directory);
  return directory;
}

/** A loopback port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server and waits until it takes connections. It is ended when this process ends, however that comes about; `directory`
 * is removed after it.
 */
export async function startServer(program: ServerProgram, directory: string): Promise<ServerProcess> {
  const child = spawnAsServer(program, directory);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const endNow = () => {
    child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', endNow);
  let log = '';
  const stop = async () => {
    child.kill(program.stopSignal);
    await ended;
    process.off('exit', endNow);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        log += chunk.toString('utf8');
        if (program.readyLine.test(log)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`${program.program} ended with code ${code}:\n${log}`)));
      setTimeout(() => reject(new Error(`${program.program} is not ready:\n${log}`)), readyTimeoutMs).unref();
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, log: () => log, stop };
}

/** `setpriv` has the kernel end the server with us, even when we are killed. */
function spawnAsServer({ program, args, stopSignal }: ServerProgram, cwd: string): ChildProcess {
  const { uid, gid } = serverAccount();
  const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const isRoot = process.getuid?.() === 0;
  const become = isRoot ? ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'] : [];
  const withUs = existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--pdeathsig', stopSignal.replace('SIG', ''), ...become, program, ...args]
    : [program, ...args];
  const [first = program, ...rest] = withUs;
  const drop = isRoot && first === program ? { uid, gid } : {};
  return spawn(first, rest, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...drop });
}
