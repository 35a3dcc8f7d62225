import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ForwardTarget } from './transport.ts';

/** A stream to an address of this machine or one that it reaches; a failure is told as text. */
export function localForward(to: ForwardTarget): Promise<Duplex | string> {
  return new Promise((resolve) => {
    const socket = connect(to.kind === 'tcp' ? { host: to.host, port: to.port, noDelay: true } : { path: to.path });
    socket.setTimeout(answerTimeoutMs, () =>
      socket.destroy(new Error(`nothing answered within ${answerTimeoutMs / 1000} s`)),
    );
    socket.once('error', (error) => resolve(error.message));
    socket.once('connect', () => {
      socket.setTimeout(0);
      // Whoever uses it sees it close.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

const answerTimeoutMs = 20_000;
