import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { NodeSpec } from '@setpoint/model';
import type {
  ExitStatus,
  OpenResult,
  RemoteProcess,
  Session,
  TransportContext,
} from '../../src/transports/transport.ts';

/** What came of one command. */
export type Ran = { readonly stdout: string; readonly stderr: string; readonly status: ExitStatus };

/** Starts a command that must start, and gives its process. */
export async function startOn(session: Session, command: string): Promise<RemoteProcess> {
  const started = await session.start(command);
  if (started.kind === 'failed') throw new Error(`${started.diagnostic.code}: ${started.diagnostic.detail}`);
  return started.process;
}

/** Runs a command to its end with this text on its standard input. */
export async function runOn(session: Session, command: string, input = ''): Promise<Ran> {
  const process = await startOn(session, command);
  process.stdin.end(input);
  const [stdout, stderr, status] = await Promise.all([text(process.stdout), text(process.stderr), process.exited]);
  return { stdout, stderr, status };
}

/** Takes the session out of a result that must be open. */
export function sessionOf(result: OpenResult): Session {
  if (result.kind === 'failed') throw new Error(`${result.diagnostic.code}: ${result.diagnostic.detail}`);
  return result.session;
}

/** The code and the text of a result that must have failed. */
export function failureOf(result: OpenResult): {
  readonly code: string;
  readonly detail: string;
  readonly hint: string;
} {
  if (result.kind === 'open') throw new Error('The session opened');
  const { code, detail, hint = '' } = result.diagnostic;
  return { code, detail, hint };
}

/** A node with these settings under a transport's key. */
export function nodeWith(driver: string, settings: NodeSpec['connection']['settings'], name = 'node1'): NodeSpec {
  return { name, groups: [], connection: { driver, settings } };
}

/** A controller whose home, project and pins all lie in one directory. */
export function contextIn(dir: string, more: Partial<TransportContext> = {}): TransportContext {
  return {
    projectDir: dir,
    home: join(dir, 'home'),
    env: { PATH: process.env['PATH'], HOME: join(dir, 'home') },
    knownHostsFile: join(dir, 'project_known_hosts'),
    acceptNewHostKeys: false,
    resolveNode: () => undefined,
    ...more,
  };
}
