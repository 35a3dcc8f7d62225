import type { Client } from 'ssh2';

/** The part of a connecting client that answers requests of the server; ssh2 has no public way to it. */
type Answering = { readonly _protocol?: { readonly _handlers?: { GLOBAL_REQUEST?: AnswerRequest } } };

type AnswerRequest = (
  ...request: readonly [protocol: unknown, name: string, wantReply: boolean, data: unknown]
) => void;

/**
 * Lets a server's list of its other host keys go by. The client would have it prove each of them, only to tell listeners that nobody
 * here is: a round trip, and a signature for each key on both sides. Call it after `connect`.
 */
export function ignoreOtherHostKeys(client: Client): void {
  const handlers = (client as unknown as Answering)._protocol?._handlers;
  const answer = handlers?.GLOBAL_REQUEST;
  if (handlers === undefined || answer === undefined) return;
  handlers.GLOBAL_REQUEST = (...request) => {
    const [, name, wantReply] = request;
    if (name !== 'hostkeys-00@openssh.com' || wantReply) answer(...request);
  };
}
