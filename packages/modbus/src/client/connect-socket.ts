import { readFile } from 'node:fs/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { OpenFailure } from './client.ts';
import type { Endpoint, TlsEndpoint } from './endpoint.ts';
import { explainConnectError, explainConnectTimeout, explainLostConnection } from './failures.ts';
import { closeTimeoutMs, type Link } from './link.ts';

export type ConnectOptions = { readonly timeoutMs: number; readonly signal: AbortSignal };

/** Opens a TCP connection, and TLS in it where the endpoint says so. */
export async function connectSocket(
  endpoint: Exclude<Endpoint, { kind: 'serial' }>,
  options: ConnectOptions,
): Promise<Link | OpenFailure> {
  if (endpoint.kind !== 'tls') {
    return await settleSocket(
      endpoint,
      options,
      connectTcp({ host: endpoint.host, port: endpoint.port, noDelay: true }),
    );
  }
  const keys = await readKeys(endpoint);
  if ('kind' in keys) return keys;
  try {
    return await settleSocket(endpoint, options, connectTls({ ...tlsOptions(endpoint), ...keys }).setNoDelay(true));
  } catch (error) {
    // Node throws for keys and certificates that it cannot read, before anything is sent.
    return { kind: 'failed', why: `the certificate or the key cannot be used (${(error as Error).message})` };
  }
}

type Keys = { readonly ca?: Buffer; readonly cert: Buffer; readonly key: Buffer };

async function readKeys({ caFile, certFile, keyFile }: TlsEndpoint): Promise<Keys | OpenFailure> {
  const paths = caFile === undefined ? [certFile, keyFile] : [certFile, keyFile, caFile];
  const read = await Promise.allSettled(paths.map((path) => readFile(path)));
  for (const [index, file] of read.entries()) {
    if (file.status === 'fulfilled') continue;
    return { kind: 'failed', why: `the file ${paths[index]} cannot be read (${(file.reason as Error).message})` };
  }
  const [cert, key, ca] = read.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : []));
  if (cert === undefined || key === undefined) return { kind: 'failed', why: 'a certificate and a key are needed' };
  return { cert, key, ...(ca === undefined ? {} : { ca }) };
}

function tlsOptions({ host, port, serverName, rejectUnauthorized }: TlsEndpoint) {
  // The name in the handshake may not be an address (RFC 6066, section 3).
  const name = serverName ?? (isIP(host) === 0 ? host : undefined);
  const servername = name === undefined ? {} : { servername: name };
  return { host, port, ...servername, rejectUnauthorized: rejectUnauthorized ?? true, minVersion: 'TLSv1.2' } as const;
}

function settleSocket(
  endpoint: Exclude<Endpoint, { kind: 'serial' }>,
  { timeoutMs, signal }: ConnectOptions,
  socket: Socket | TLSSocket,
): Promise<Link | OpenFailure> {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const fail = (failure: OpenFailure): void => {
      release();
      socket.on('error', () => {});
      socket.destroy();
      resolve(failure);
    };
    const onError = (error: Error): void => fail(explainConnectError(endpoint, error));
    const onClose = (): void => onError(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    const onAbort = (): void => fail({ kind: 'failed', why: 'connecting was given up' });
    const open = (): void => {
      release();
      resolve(linkOf(socket));
    };
    // The event comes from within the reading of a record; what is written in the same turn is not sent until more is read.
    const onSession = (): void => void setImmediate(open);
    let proof: NodeJS.Timeout | undefined;
    const onSecure = (): void => {
      if (!('getProtocol' in socket) || socket.getProtocol() !== 'TLSv1.3') return open();
      // With TLS 1.3 the other side checks our certificate after the handshake is over for us. What it sends then says that it did; one that sends nothing is given as long as the handshake took.
      socket.once('session', onSession);
      proof = setTimeout(open, performance.now() - startedMs + leastProofMs);
    };
    const deadline = setTimeout(() => fail(explainConnectTimeout(endpoint, timeoutMs)), timeoutMs);
    const release = (): void => {
      clearTimeout(deadline);
      clearTimeout(proof);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError).off('close', onClose).off('end', onClose);
      socket.removeListener('session', onSession);
    };
    socket.once('error', onError).once('close', onClose).once('end', onClose);
    socket.once(endpoint.kind === 'tls' ? 'secureConnect' : 'connect', onSecure);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

/** Slack for a machine under load. */
const leastProofMs = 50;

function linkOf(socket: Socket): Link {
  let isOver = false;
  return {
    send: (bytes) => void socket.write(bytes),
    listen: ({ onBytes, onEnd }) => {
      let lastError: Error | undefined;
      const end = (): void => {
        if (!isOver) onEnd(explainLostConnection(lastError));
        isOver = true;
      };
      socket.on('data', onBytes);
      socket.on('error', (error) => {
        lastError = error;
      });
      socket.on('end', end);
      socket.on('close', end);
    },
    close: () => {
      isOver = true;
      return closeSocket(socket);
    },
  };
}

/** Lets the device see a proper end, so that it has the connection free again, but waits for it only a moment. */
function closeSocket(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const timer = setTimeout(() => socket.destroy(), closeTimeoutMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.end(() => socket.destroy());
  });
}
