import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { SqlFailure } from './session.ts';
import type { SqlAddress, SqlTarget } from './target.ts';

/** How long a connection may take when nobody says. */
export const defaultConnectTimeoutMs = 10_000;

/**
 * Opens the way to a server. Throws `SqlFailure` with state 08001 when there is no way, and `HYT00` when it takes longer than the
 * target allows.
 */
export async function dial(target: SqlTarget): Promise<Duplex> {
  const timeoutMs = target.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const { address } = target;
  const opening = address.kind === 'tunnel' ? throughTunnel(address) : overSocket(address, timeoutMs);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong(target)), timeoutMs);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (error) {
    opening.then(
      (stream) => stream.destroy(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The failure of a connection that took too long. */
export function tookTooLong(target: SqlTarget): SqlFailure {
  const seconds = (target.connectTimeoutMs ?? defaultConnectTimeoutMs) / 1000;
  return new SqlFailure({ message: `no answer within ${seconds} s`, sqlState: 'HYT00' });
}

/** Where a target is, for the reader. */
export function addressText(address: SqlAddress): string {
  switch (address.kind) {
    case 'tcp':
      return `${address.host}:${address.port}`;
    case 'socket':
      return address.path;
    case 'tunnel':
      return `${address.host} through a tunnel`;
    default:
      return address satisfies never;
  }
}

function overSocket(address: Exclude<SqlAddress, { kind: 'tunnel' }>, timeoutMs: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      address.kind === 'tcp'
        ? { host: address.host, port: address.port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 }
        : { path: address.path },
    );
    const giveUp = setTimeout(() => socket.destroy(), timeoutMs + 100);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(giveUp);
      reject(new SqlFailure({ message: wordsOf(error), sqlState: '08001', detail: error.code }));
    });
    socket.once('connect', () => {
      clearTimeout(giveUp);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

async function throughTunnel(address: Extract<SqlAddress, { kind: 'tunnel' }>): Promise<Duplex> {
  try {
    return await address.open();
  } catch (error) {
    const message = error instanceof Error ? wordsOf(error) : String(error);
    const failure = new SqlFailure({ message, sqlState: '08001', detail: 'ETUNNEL' });
    failure.cause = error;
    throw failure;
  }
}

function wordsOf(error: Error): string {
  return error instanceof AggregateError ? error.errors.map((each) => String(each.message)).join('; ') : error.message;
}
