import { createServer, type Server } from 'node:net';
import { invariant } from '@setpoint/model';
import ssh2, { type AuthContext, type Connection, type ParsedKey, type PublicKeyAuthContext } from 'ssh2';
import { type RunningExec, serveExec } from './exec.ts';
import type { HostProcesses } from './host-processes.ts';
import type { SshKeyPair } from './ssh-key.ts';

export type SshServer = { readonly port: number; readonly stop: () => Promise<void> };

export type SshServerOptions = {
  readonly address: string;
  readonly user: string;
  readonly hostKey: SshKeyPair;
  readonly clientKey: SshKeyPair;
  readonly processes: HostProcesses;
};

/** Listens on a free port for one user with one key. It answers exec requests; terminals, shells and forwarding are refused. */
export async function startSshServer(options: SshServerOptions): Promise<SshServer> {
  const connections = new Set<Connection>();
  const allowed = parsePublicKey(options.clientKey);
  const ssh = new ssh2.Server({ hostKeys: [options.hostKey.privateKey] }, (connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    // A client that breaks off or speaks nonsense harms itself alone; its commands end with their channels.
    connection.on('error', () => connection.end());
    connection.on('authentication', (context) => {
      if (isAllowed(context, options.user, allowed)) context.accept();
      else context.reject(['publickey']);
    });
    connection.on('ready', () => acceptSessions(connection, options.processes));
  });
  // ssh2's own listener leaves Nagle's algorithm on, which with delayed acknowledgements costs 40 ms a message on loopback.
  const server = createServer({ noDelay: true }, (socket) => ssh.injectSocket(socket));
  const port = await listen(server, options.address);
  return { port, stop: () => close(server, connections) };
}

function parsePublicKey({ publicKey }: SshKeyPair): ParsedKey {
  const parsed = ssh2.utils.parseKey(publicKey);
  invariant(!(parsed instanceof Error), 'A key that was generated can be read');
  return parsed;
}

function isAllowed(context: AuthContext, user: string, allowed: ParsedKey): boolean {
  return context.method === 'publickey' && context.username === user && ownsKey(context, allowed);
}

/** A client asks first whether a key would do, and then signs; only the signature proves anything. */
function ownsKey({ key, blob, signature, hashAlgo }: PublicKeyAuthContext, allowed: ParsedKey): boolean {
  if (key.algo !== allowed.type || !key.data.equals(allowed.getPublicSSH())) return false;
  if (signature === undefined) return true;
  return blob !== undefined && allowed.verify(blob, signature, hashAlgo) === true;
}

function acceptSessions(connection: Connection, processes: HostProcesses): void {
  const running = new Set<RunningExec>();
  // The channels' own end is not told when the connection is lost under them.
  connection.once('close', () => {
    for (const exec of running) exec.abandon();
  });
  connection.on('session', (acceptSession) => {
    const session = acceptSession();
    session.on('exec', (accept, _reject, { command }) => {
      const exec = serveExec(accept(), command, processes);
      running.add(exec);
      void exec.ended.then(() => running.delete(exec));
      session.on('signal', (_accept, _rejectSignal, { name }) => exec.signal(name));
    });
  });
}

async function listen(server: Server, address: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  const bound = server.address();
  invariant(bound !== null && typeof bound === 'object', 'A listening server has a port');
  return bound.port;
}

function close(server: Server, connections: ReadonlySet<Connection>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const connection of connections) connection.end();
  });
}
