import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ExitStatus, Session } from '../../src/transports/transport.ts';

/** The shells that every program must run in, as far as this machine has them. */
export const shells: readonly { readonly name: string; readonly command: string }[] = [
  { name: 'dash', command: '/bin/dash' },
  { name: 'bash', command: '/bin/bash' },
  { name: 'busybox sh', command: '/bin/busybox sh' },
].filter(({ command }) => existsSync(command.split(' ')[0] ?? ''));

/**
 * A session on this machine whose every `/bin/sh` is the given shell: root has it mounted there, for the session's processes alone;
 * any other account gets at least the outermost shell.
 */
export function shellSession(shell = '/bin/sh'): Session {
  return {
    start: async (command) => {
      const child = spawnIn(shell, command);
      const exited = new Promise<ExitStatus>((resolve) => {
        child.on('close', (code, signal) =>
          resolve(code === null ? { kind: 'signalled', signal: signal ?? '' } : { kind: 'exited', code }),
        );
      });
      return {
        kind: 'started',
        process: {
          stdin: child.stdin,
          stdout: child.stdout,
          stderr: child.stderr,
          exited,
          abandon: () => {
            child.stdin.destroy();
            child.stdout.destroy();
            child.stderr.destroy();
            child.kill('SIGKILL');
          },
        },
      };
    },
    close: async () => undefined,
  };
}

function spawnIn(shell: string, command: string): ChildProcessWithoutNullStreams {
  if (shell === '/bin/sh') return spawn('/bin/sh', ['-c', command], { detached: true });
  const [program = ''] = shell.split(' ');
  if (process.getuid?.() !== 0)
    return spawn('/bin/sh', ['-c', command.replaceAll('/bin/sh', shell)], { detached: true });
  const enter = 'mount --bind "$1" /bin/sh && exec /bin/sh -c "$2"';
  return spawn('unshare', ['--mount', '/bin/sh', '-c', enter, 'sh', program, command], { detached: true });
}
