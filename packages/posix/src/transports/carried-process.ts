import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { ExitStatus, RemoteProcess } from './transport.ts';

/** What to start on this machine, and how its end is to be understood. */
export type CarriedCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly role: CarrierRole;
};

/**
 * What the program is to the node: its own shell, a carrier whose exit code is the command's, or ssh, whose 255 means that ssh
 * itself failed (ssh(1), EXIT STATUS). A command that ends with 255 cannot be told from that and counts as lost, the safe side.
 */
export type CarrierRole = 'shell' | 'carrier' | 'ssh';

/** A process started on this machine; `reason` tells why it could not be. */
export type CarriedResult =
  | { readonly kind: 'started'; readonly process: RemoteProcess; readonly ended: Promise<void> }
  | { readonly kind: 'failed'; readonly reason: string };

/** Starts a program in a process group of its own, so that giving it up ends its children too. */
export function startCarried(command: CarriedCommand): Promise<CarriedResult> {
  const { program, args, cwd, env } = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.once('error', (error) => resolve({ kind: 'failed', reason: startProblem(error) }));
    child.once('spawn', () => {
      const ended = new Promise<void>((done) => child.once('close', () => done()));
      resolve({ kind: 'started', process: remoteProcess(child, command.role), ended });
    });
  });
}

function startProblem(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES') return 'it may not be executed';
  return code === 'E2BIG' ? 'the command line is too long' : error.message;
}

function remoteProcess(child: ChildProcessWithoutNullStreams, role: CarrierRole): RemoteProcess {
  const { stdin, stdout, stderr } = child;
  const { promise, resolve } = Promise.withResolvers<ExitStatus>();
  // A writer that listens sees EPIPE; one that does not must not bring the process down.
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => {});
  child.on('error', () => {});
  child.once('close', (code, signal) => resolve(exitStatus(code, signal, role)));
  return {
    stdin,
    stdout,
    stderr,
    exited: promise,
    abandon: (reason) => {
      resolve({ kind: 'lost', reason });
      killGroup(child);
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
    },
  };
}

function exitStatus(code: number | null, signal: NodeJS.Signals | null, role: CarrierRole): ExitStatus {
  if (code === 255 && role === 'ssh')
    return { kind: 'lost', reason: 'ssh ended with 255, which says that its connection failed' };
  if (code !== null) return { kind: 'exited', code };
  if (role === 'shell') return { kind: 'signalled', signal: signal ?? 'unknown' };
  return { kind: 'lost', reason: `the program that carries the command was ended by ${signal ?? 'a signal'}` };
}

function killGroup(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Ended already, or it belongs to another account by now, as sudo's children do.
  }
}
