import type { Duplex } from 'node:stream';
import { CarriedSession } from './carried-session.ts';
import { localForward } from './local-forward.ts';
import type { ForwardTarget, Transport } from './transport.ts';

/** What this machine reaches needs no carrier. */
class LocalSession extends CarriedSession {
  forward(to: ForwardTarget): Promise<Duplex | string> {
    return localForward(to);
  }
}

/** A shell on this machine. */
export const localTransport: Transport = {
  name: 'local',
  open: async (node, context) => ({
    kind: 'open',
    session: new LocalSession(
      {
        argv: (command) => ['/bin/sh', '-c', command],
        role: 'shell',
        place: { node: node.name, at: 'this machine' },
        parallel: Number.POSITIVE_INFINITY,
      },
      context,
    ),
  }),
};
