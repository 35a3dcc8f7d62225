import { setMaxListeners } from 'node:events';
import type { TransportName } from './driver-settings.ts';
import { execTransport } from './exec.ts';
import { localTransport } from './local.ts';
import type { Transport, TransportContext } from './transport.ts';

/** Makes the transports for one run; nodes share keys, known hosts, jump hosts and the limit on logins through them. */
export function createTransports(): Readonly<Record<TransportName, Transport>> {
  return { local: localTransport, ssh: lazySsh(), openssh: lazyOpenssh(), exec: execTransport };
}

/** ssh2 is loaded by the first node that needs it: a run without ssh does not pay for it. */
function lazySsh(): Transport {
  const opener = once(async () => (await import('./ssh/open.ts')).createSshOpener());
  return { name: 'ssh', open: async (node, context) => (await opener())(node, forManyNodes(context)) };
}

function lazyOpenssh(): Transport {
  const opener = once(async () => (await import('./openssh/open.ts')).createOpensshOpener());
  return { name: 'openssh', open: async (node, context) => (await opener())(node, forManyNodes(context)) };
}

/** Every node that connects listens to the one signal of the run; Node would warn of a leak at the eleventh. */
function forManyNodes(context: TransportContext): TransportContext {
  if (context.signal !== undefined) setMaxListeners(0, context.signal);
  return context;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
