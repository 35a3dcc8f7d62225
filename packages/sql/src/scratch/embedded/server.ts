import { spawn } from 'node:child_process';
import { chown, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { otherAccount } from './account.ts';
import type { EmbeddedInstallation } from './install.ts';

/** A scratch server that runs; `stop` returns when it has ended and nothing is left of it. */
export type EmbeddedServer = { readonly socketPath: string; readonly stop: () => Promise<void> };

const port = 5432;
const readyTimeoutMs = 30_000;

/** Starts a server of its own in a folder of its own, reached by its socket only. It ends when this process does, however that comes. */
export async function startEmbedded({ bin, template }: EmbeddedInstallation): Promise<EmbeddedServer> {
  const account = otherAccount();
  const directory = await mkdtemp(join(await walkableFolder(), 'setpoint-'));
  const data = join(directory, 'data');
  await cp(template, data, { recursive: true, preserveTimestamps: true });
  if (account !== undefined) await giveAway(directory, account);
  const args = ['-D', data, '-k', directory, '-p', String(port), ...settings.flatMap((each) => ['-c', each])];
  const child = spawn('/bin/sh', ['-c', untilParentEnds, 'sh', directory, join(bin, 'postgres'), ...args], {
    cwd: directory,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...account,
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.ref();
    child.ref();
    child.stdin.end();
    await ended;
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await becomeReady(child);
  } catch (error) {
    await stop();
    throw error;
  }
  // It lives as long as the channel that uses it, and does not keep the process from its end.
  child.unref();
  for (const stream of [child.stdin, child.stderr]) if (stream instanceof Socket) stream.unref();
  return { socketPath: join(directory, `.s.PGSQL.${port}`), stop };
}

/** A server of another account must be able to walk to its folder, which a temporary folder of root's own may not allow. */
async function walkableFolder(): Promise<string> {
  const folder = tmpdir();
  if (otherAccount() === undefined) return folder;
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return '/var/tmp';
  }
  return folder;
}

/** The pipe to the shell closes with this process, also when that is killed; the server is then told to end at once, and its folder goes with it. */
const untilParentEnds =
  'dir=$1; shift; exec 3<&0; "$@" 3<&- & server=$!; (cat <&3 >/dev/null; kill -INT $server) & wait $server; kill $! 2>/dev/null; rm -rf "$dir"';

/** Nothing has to survive a crash. */
const settings = [
  'listen_addresses=',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'shared_buffers=32MB',
  'max_connections=20',
  'max_locks_per_transaction=1024',
];

function becomeReady(child: ReturnType<typeof spawn>): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the scratch server is not ready:\n${log}`)), readyTimeoutMs);
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-4000);
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`the scratch server ended:\n${log}`)));
  });
}

async function giveAway(
  directory: string,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const entries = await readdir(directory, { recursive: true });
  await Promise.all(['', ...entries].map((entry) => chown(join(directory, entry), uid, gid)));
}
