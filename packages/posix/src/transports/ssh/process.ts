import { finished } from 'node:stream/promises';
import type { ClientChannel } from 'ssh2';
import type { ExitStatus, RemoteProcess } from '../transport.ts';
import type { SshConnection } from './connection.ts';
import { readableFrom, wrapChannel } from './pipes.ts';

/** Makes a process of a channel that runs a command. `onEnd` is called once, when its place on the connection is free again. */
export function processFrom(channel: ClientChannel, connection: SshConnection, onEnd: () => void): RemoteProcess {
  const { stdin, stdout, cut } = wrapChannel(channel);
  const stderr = readableFrom(channel.stderr);
  const { promise, resolve } = Promise.withResolvers<ExitStatus>();
  const streamsEnded = Promise.allSettled([ended(stdout), ended(stderr)]);
  let isSettled = false;

  const settle = (status: ExitStatus, now: boolean): void => {
    if (isSettled) return;
    isSettled = true;
    stopListening();
    onEnd();
    if (now) resolve(status);
    else void streamsEnded.then(() => resolve(status));
  };
  const lose = (reason: string): void => {
    stdin.destroy();
    // What had arrived can still be read: ssh2 ends the streams after it.
    settle({ kind: 'lost', reason }, false);
  };
  const stopListening = connection.onLost(lose);
  let exit: ExitStatus | undefined;
  channel.on('exit', (...args: readonly unknown[]) => {
    exit = exitStatus(args);
  });
  channel.once('close', () => {
    settle(exit ?? noRecord, false);
  });

  return {
    stdin,
    stdout,
    stderr,
    exited: promise,
    abandon: (reason) => {
      settle({ kind: 'lost', reason }, true);
      cut();
      stderr.destroy();
    },
  };
}

/** sshd closes a channel without a record when its own session process was killed. */
const noRecord: ExitStatus = { kind: 'lost', reason: 'the server ended the command without saying how it ended' };

/** ssh2 gives the exit code, or null and the signal's name. */
function exitStatus([code, signal]: readonly unknown[]): ExitStatus {
  if (typeof code === 'number') return { kind: 'exited', code };
  return { kind: 'signalled', signal: typeof signal === 'string' ? signal : 'unknown' };
}

async function ended(stream: NodeJS.ReadableStream): Promise<void> {
  await finished(stream, { cleanup: true });
}
