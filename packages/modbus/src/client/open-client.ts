import type { ClientOptions, ModbusClient, OpenFailure } from './client.ts';
import { type ConnectOptions, connectSocket } from './connect-socket.ts';
import type { Connection } from './connection.ts';
import type { Endpoint } from './endpoint.ts';
import type { Link } from './link.ts';
import { MbapConnection } from './mbap-connection.ts';
import { QueuedClient } from './queued-client.ts';
import { RtuConnection, type RtuTiming } from './rtu-connection.ts';

export type OpenResult = { readonly kind: 'open'; readonly client: ModbusClient } | OpenFailure;

/**
 * Opens a connection to an endpoint. Name look-up, refusal, no route, no answer, TLS and serial port problems each have a reason of
 * their own. The signal ends the opening; open clients end by `close`.
 */
export async function openClient(
  endpoint: Endpoint,
  options: ClientOptions & { readonly signal?: AbortSignal },
): Promise<OpenResult> {
  const connect = connector(endpoint, options);
  const first = await connect(options.signal ?? new AbortController().signal);
  if ('kind' in first) return first;
  const client = new QueuedClient(first, {
    maxOutstanding: hasSerialFrames(endpoint) ? 1 : (options.maxOutstanding ?? 1),
    pauseAfterConnectMs: options.pauseAfterConnectMs ?? 0,
    requestPauseMs: options.requestPauseMs ?? 0,
    reopen: connect,
  });
  return { kind: 'open', client };
}

type Connect = (signal: AbortSignal) => Promise<Connection | OpenFailure>;

/** Gives what opens the first connection and those after it. */
function connector(endpoint: Endpoint, options: ClientOptions): Connect {
  const nextTransaction = transactionNumbers();
  let isFirst = true;
  return async (signal) => {
    const link = await openLink(endpoint, { timeoutMs: options.connectTimeoutMs, signal });
    if ('kind' in link) return link;
    const isReplacement = !isFirst;
    isFirst = false;
    if (!hasSerialFrames(endpoint)) return new MbapConnection(link, nextTransaction);
    return new RtuConnection(link, timingOf(endpoint, options), isReplacement);
  };
}

async function openLink(endpoint: Endpoint, options: ConnectOptions): Promise<Link | OpenFailure> {
  if (endpoint.kind !== 'serial') return await connectSocket(endpoint, options);
  const { connectSerial } = await import('./connect-serial.ts');
  return await connectSerial(endpoint, options);
}

type SerialFramed = Extract<Endpoint, { readonly kind: 'serial' | 'rtu-over-tcp' }>;

function hasSerialFrames(endpoint: Endpoint): endpoint is SerialFramed {
  return endpoint.kind === 'serial' || endpoint.kind === 'rtu-over-tcp';
}

/** All of 0 to 65535, in turn. */
function transactionNumbers(): () => number {
  let last = -1;
  return () => {
    last = (last + 1) & 0xffff;
    return last;
  };
}

/** The times of Modbus over serial line V1.02, 2.5.1.1: 3.5 characters of 11 bits, and 1.75 ms above 19200 baud. */
function timingOf(endpoint: SerialFramed, { lateReplyMs }: ClientOptions): RtuTiming {
  const echo = endpoint.echo ?? false;
  if (endpoint.kind === 'rtu-over-tcp') return { byteMs: 0, gapMs: 0, lateReplyMs: lateReplyMs ?? 200, echo };
  const byteMs = 11_000 / endpoint.baud;
  const gapMs = endpoint.baud > 19_200 ? 1.75 : 3.5 * byteMs;
  return { byteMs, gapMs, lateReplyMs: Math.max(gapMs, lateReplyMs ?? 50), echo };
}
