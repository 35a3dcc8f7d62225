import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { constants } from 'node:os';
import type { ServerChannel } from 'ssh2';
import type { HostProcesses } from './host-processes.ts';

/** A command that a client started. */
export type RunningExec = {
  /** Sends a signal, named as in RFC 4254 without SIG, to the command and its children. */
  readonly signal: (name: string) => void;
  /** The client is gone: the command and its children are ended. */
  readonly abandon: () => void;
  /** Resolves when the command and its output have ended. */
  readonly ended: Promise<void>;
};

/** Signals that RFC 4254, section 6.10 can name; another one is told as the exit code that a shell would give. */
const namedSignals = new Set([
  'ABRT',
  'ALRM',
  'FPE',
  'HUP',
  'ILL',
  'INT',
  'KILL',
  'PIPE',
  'QUIT',
  'SEGV',
  'TERM',
  'USR1',
  'USR2',
]);

/** Runs a command for a channel: bytes pass unchanged and no faster than either side reads; the end is reported last. */
export function serveExec(channel: ServerChannel, command: string, processes: HostProcesses): RunningExec {
  const child = processes.start(command);
  const abandon = (): void => processes.endGroup(child);
  connectStreams(channel, child);
  channel.on('error', abandon);
  channel.once('close', abandon);
  child.once('error', (error) => channel.stderr.write(`the lab cannot start the command: ${error.message}\n`));
  child.once('close', (code, signal) => {
    channel.off('close', abandon);
    channel.unpipe(child.stdin);
    // Input that nobody reads any more must not keep the channel from closing.
    channel.resume();
    reportEnd(channel, code, signal);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { abandon, ended, signal: (name) => processes.signalGroup(child, `SIG${name}`) };
}

function connectStreams(channel: ServerChannel, child: ChildProcessWithoutNullStreams): void {
  // A command may end without reading its input: the broken pipe that follows is no error.
  child.stdin.on('error', () => channel.unpipe(child.stdin));
  channel.pipe(child.stdin);
  child.stdout.pipe(channel, { end: false });
  child.stderr.pipe(channel.stderr, { end: false });
}

/** The report waits until all output is on its way: an empty write is done when everything before it is. */
function reportEnd(channel: ServerChannel, code: number | null, signal: NodeJS.Signals | null): void {
  channel.stderr.write('', () => {
    channel.write('', () => {
      const name = signal?.slice(3);
      if (name !== undefined && namedSignals.has(name)) channel.exit(name, false, '');
      else channel.exit(exitCodeOf(code, signal));
      channel.end();
    });
  });
}

/** A code as a shell would give it; Node tells a command that never started with a negative one. */
function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  if (signal !== null) return 128 + constants.signals[signal];
  return code === null || code < 0 ? 255 : code;
}
