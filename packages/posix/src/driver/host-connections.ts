import { type Diagnostic, errorDiagnostic, type NodeSpec } from '@setpoint/model';
import type { RemoteProcess, Session, Transport, TransportContext } from '../transports/transport.ts';

/** The connections to one host. One serves any number of streams, and a few programs that stay. */
export class HostConnections {
  readonly #open: () => Promise<Session | Diagnostic>;
  #connections: Connection[] = [];

  constructor(transport: Transport, node: NodeSpec, context: TransportContext) {
    this.#open = () => openSession(transport, node, context);
  }

  /** A session for streams. */
  session(): Promise<Session | Diagnostic> {
    return this.#take(() => true).then(({ session }) => session);
  }

  /** Starts a command that may run for long; another connection is made when one has as many as its server takes. */
  async start(command: string): Promise<RemoteProcess | Diagnostic> {
    const { connection, session } = await this.#take(({ programs }) => programs < programsPerConnection, true);
    const started = 'code' in session ? session : await session.start(command);
    if ('code' in started) return started;
    if (started.kind === 'failed') {
      connection.programs -= 1;
      return started.diagnostic;
    }
    void started.process.exited.then(() => {
      connection.programs -= 1;
    });
    return started.process;
  }

  async close(): Promise<void> {
    const all = this.#connections;
    this.#connections = [];
    for (const { opening } of all) {
      const opened = await opening;
      if (!('code' in opened)) await opened.close();
    }
  }

  /** One that failed or was lost is forgotten: whoever comes next opens it anew. */
  async #take(fits: (connection: Connection) => boolean, isForProgram = false): Promise<Taken> {
    for (;;) {
      const connection = this.#connections.find(fits) ?? this.#add();
      if (isForProgram) connection.programs += 1;
      const session = await connection.opening;
      const isLost = !('code' in session) && session.isOpen?.() === false;
      if (isLost || 'code' in session) this.#connections = this.#connections.filter((each) => each !== connection);
      if (!isLost) return { connection, session };
    }
  }

  #add(): Connection {
    const connection = { opening: this.#open(), programs: 0 };
    this.#connections.push(connection);
    return connection;
  }
}

type Connection = { readonly opening: Promise<Session | Diagnostic>; programs: number };
type Taken = { readonly connection: Connection; readonly session: Session | Diagnostic };

/** A session runs four commands at once; what is started to end another one must not wait for it. */
const programsPerConnection = 4;

async function openSession(
  transport: Transport,
  node: NodeSpec,
  context: TransportContext,
): Promise<Session | Diagnostic> {
  try {
    const opened = await transport.open(node, context);
    return opened.kind === 'open' ? opened.session : opened.diagnostic;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return errorDiagnostic('SP551', { node: node.name, detail });
  }
}
