import { connect, type Socket } from 'node:net';
import type { ConnectFailure } from '../connect-failure.ts';

/** Where to open a TCP connection and how long to wait. */
export type DialOptions = {
  readonly host: string;
  readonly port: number;
  /** 0 for either. */
  readonly family: 0 | 4 | 6;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

export type DialResult =
  | { readonly kind: 'connected'; readonly socket: Socket }
  | { readonly kind: 'failed'; readonly failure: ConnectFailure };

/** Opens a TCP connection within the time, name look-up included. */
export function dial({ host, port, family, timeoutMs, signal }: DialOptions): Promise<DialResult> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, family, noDelay: true, keepAlive: true, autoSelectFamilyAttemptTimeout });
    const settle = (result: DialResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.removeListener('connect', succeed);
      if (result.kind === 'failed') socket.destroy();
      resolve(result);
    };
    const succeed = (): void => settle({ kind: 'connected', socket });
    const abort = (): void => settle({ kind: 'failed', failure: { kind: 'interrupted' } });
    const expire = (): void => settle({ kind: 'failed', failure: timeoutFailure(timeoutMs) });
    const timer = setTimeout(expire, timeoutMs);
    signal?.addEventListener('abort', abort);
    socket.once('connect', succeed);
    // Stays on for life: an error after the connection stands is told by its end, and must not end the process.
    socket.on('error', (error) => settle({ kind: 'failed', failure: classifyDialError(error, host) }));
    if (signal?.aborted === true) abort();
  });
}

/** Node's own 250 ms per address give up on a slow link before its answer can be there. */
const autoSelectFamilyAttemptTimeout = 2500;

function timeoutFailure(timeoutMs: number): ConnectFailure {
  return { kind: 'unreachable', reason: `nothing answered within ${timeoutMs / 1000} s` };
}

/** Tells what a socket error means for a connection that does not stand yet. */
export function classifyDialError(error: Error, host: string): ConnectFailure {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA')
    return { kind: 'name-not-found', name: host };
  return { kind: 'unreachable', reason: dialReasons[code] ?? error.message };
}

const dialReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused, so nothing listens on that port',
  ETIMEDOUT: 'nothing answered in time',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no route to its network',
  EAI_AGAIN: 'the name server did not answer',
  ECONNRESET: 'the connection was reset',
};
