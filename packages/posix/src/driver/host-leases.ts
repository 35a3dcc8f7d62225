import type { Duplex } from 'node:stream';
import type { Diagnostic } from '@setpoint/model';
import { commandFor, type Identity } from '../program/bootstrap.ts';
import type { ForwardTarget, RemoteProcess, Transport, TransportContext } from '../transports/transport.ts';
import { HostConnections } from './host-connections.ts';

/** A host that something else is reached through. The connection is opened when it is first needed. */
export type HostLease = {
  /** A stream from the host to an address; a diagnostic when the host cannot be reached, a text when the address cannot. */
  readonly stream: (to: ForwardTarget) => Promise<Duplex | Diagnostic | string>;
  /** A shell script that holds no single quotes, run as the login account or through sudo. */
  readonly start: (script: string, account: string | undefined) => Promise<RemoteProcess | Diagnostic>;
  /** Gives the connection back; the last who does closes it. */
  readonly close: () => Promise<void>;
};

type Shared = { users: number; readonly connections: HostConnections; readonly refusal: string };

/** One connection per host for all that is reached through it, and more only for programs that stay. */
export class HostLeases {
  readonly #transports: ReadonlyMap<string, Transport>;
  readonly #context: TransportContext;
  readonly #shared = new Map<string, Shared>();

  constructor(transports: readonly Transport[], context: TransportContext) {
    this.#transports = new Map(transports.map((transport) => [transport.name, transport]));
    this.#context = context;
  }

  /** A sentence when the inventory has no such node or it is no host. */
  lease(name: string): HostLease | string {
    const shared = this.#shared.get(name) ?? this.#share(name);
    if (typeof shared === 'string') return shared;
    this.#shared.set(name, shared);
    shared.users += 1;
    return leaseOf(shared);
  }

  #share(name: string): Shared | string {
    const node = this.#context.resolveNode(name);
    if (node === undefined) return `${name} is named under \`via\`, and the inventory of this run has no such node.`;
    const { driver } = node.connection;
    const transport = this.#transports.get(driver);
    if (transport === undefined)
      return `${name} is named under \`via\`, and it is reached by ${driver}, which leads no further.`;
    return {
      users: 0,
      connections: new HostConnections(transport, node, this.#context),
      refusal: `${name} is reached by ${driver}, which forwards no connections`,
    };
  }
}

function leaseOf(shared: Shared): HostLease {
  const { connections, refusal } = shared;
  let isGivenBack = false;
  return {
    stream: async (to) => {
      const session = await connections.session();
      if ('code' in session) return session;
      return session.forward?.(to) ?? refusal;
    },
    start: (script, account) => connections.start(commandFor(script, identityOf(account))),
    close: async () => {
      if (isGivenBack) return;
      isGivenBack = true;
      shared.users -= 1;
      if (shared.users === 0) await connections.close();
    },
  };
}

function identityOf(account: string | undefined): Identity {
  return account === undefined ? { kind: 'login' } : { kind: 'sudo', account };
}
