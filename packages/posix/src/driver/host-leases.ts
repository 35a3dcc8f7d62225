import type { Duplex } from 'node:stream';
import { type Diagnostic, errorDiagnostic, type NodeSpec } from '@setpoint/model';
import { commandFor, type Identity } from '../program/bootstrap.ts';
import type { ForwardTarget, RemoteProcess, Session, Transport, TransportContext } from '../transports/transport.ts';

/** A host that something else is reached through. The connection is opened when it is first needed. */
export type HostLease = {
  /** A stream from the host to an address; a diagnostic when the host cannot be reached, a text when the address cannot. */
  readonly stream: (to: ForwardTarget) => Promise<Duplex | Diagnostic | string>;
  /** A shell script that holds no single quotes, run as the login account or through sudo. */
  readonly start: (script: string, account: string | undefined) => Promise<RemoteProcess | Diagnostic>;
  /** Gives the connection back; the last who does closes it. */
  readonly close: () => Promise<void>;
};

type Shared = { users: number; opening: Promise<Session | Diagnostic> | undefined };

/** One connection per host for all that is reached through it. */
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
    const node = this.#context.resolveNode(name);
    if (node === undefined) return `${name} is named under \`via\`, and the inventory of this run has no such node.`;
    const transport = this.#transports.get(node.connection.driver);
    if (transport === undefined)
      return `${name} is named under \`via\`, and it is reached by ${node.connection.driver}, which leads no further.`;
    const shared = this.#shared.get(name) ?? { users: 0, opening: undefined };
    this.#shared.set(name, shared);
    shared.users += 1;
    return this.#leaseOf(shared, node, transport);
  }

  #leaseOf(shared: Shared, node: NodeSpec, transport: Transport): HostLease {
    let isGivenBack = false;
    const session = async () => {
      const known = await shared.opening;
      if (known !== undefined && !('code' in known) && known.isOpen?.() === false) shared.opening = undefined;
      shared.opening ??= openSession(transport, node, this.#context);
      return shared.opening;
    };
    return {
      stream: async (to) => {
        const opened = await session();
        if ('code' in opened) return forget(shared, opened);
        if (opened.forward === undefined)
          return `${node.name} is reached by ${transport.name}, which forwards no connections`;
        return opened.forward(to);
      },
      start: async (script, account) => {
        const opened = await session();
        if ('code' in opened) return forget(shared, opened);
        const started = await opened.start(commandFor(script, identityOf(account)));
        return started.kind === 'started' ? started.process : forget(shared, started.diagnostic);
      },
      close: async () => {
        if (isGivenBack) return;
        isGivenBack = true;
        shared.users -= 1;
        if (shared.users > 0) return;
        const opened = await shared.opening;
        shared.opening = undefined;
        if (opened !== undefined && !('code' in opened)) await opened.close();
      },
    };
  }
}

async function openSession(
  transport: Transport,
  node: NodeSpec,
  context: TransportContext,
): Promise<Session | Diagnostic> {
  try {
    const opened = await transport.open(node, context);
    return opened.kind === 'open' ? opened.session : opened.diagnostic;
  } catch (error) {
    return errorDiagnostic('SP551', {
      node: node.name,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The next one who needs the host tries anew. */
function forget(shared: Shared, diagnostic: Diagnostic): Diagnostic {
  shared.opening = undefined;
  return diagnostic;
}

function identityOf(account: string | undefined): Identity {
  return account === undefined ? { kind: 'login' } : { kind: 'sudo', account };
}
