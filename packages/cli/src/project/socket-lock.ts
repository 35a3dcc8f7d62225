import { createHash } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { LockHolder } from '@setpoint/model';

export type SocketLock =
  | { readonly kind: 'held'; readonly release: () => void }
  | { readonly kind: 'taken'; readonly by: LockHolder | undefined };

/** What is locked, by any name, and the directory of the socket file where the system has no abstract sockets. */
export type LockTarget = { readonly name: string; readonly directory: string };

/**
 * Keeps other processes of this machine off something with a name. The lock is a listening socket in Linux's abstract namespace
 * (elsewhere a socket file): the kernel frees it when its process ends, however that happens, and whoever connects is told who holds it.
 */
export async function lockBySocket(target: LockTarget, holder: LockHolder): Promise<SocketLock> {
  const path = socketPath(target);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(holder));
  });
  const isListening = await listen(server, path);
  if (!isListening) return { kind: 'taken', by: await askHolder(path) };
  server.unref();
  return { kind: 'held', release: () => server.close() };
}

function socketPath({ name, directory }: LockTarget): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return process.platform === 'linux' ? `\0setpoint-${digest}` : join(directory, `setpoint-${digest}.sock`);
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(path, () => resolve(true));
  });
}

function askHolder(path: string): Promise<LockHolder | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parseHolder(text)));
  });
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return undefined;
  }
}
