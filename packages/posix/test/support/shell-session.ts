import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ExitStatus, Session } from '../../src/transports/transport.ts';

/** The shells that every program must run in, as far as this machine has them. */
export const shells: readonly { readonly name: string; readonly command: string }[] = [
  { name: 'dash', command: '/bin/dash' },
  { name: 'bash', command: '/bin/bash' },
  { name: 'busybox sh', command: '/bin/busybox sh' },
].filter(({ command }) => existsSync(command.split(' ')[0] ?? ''));

/** A session on this machine whose every shell is the given one; `run` programs and bootstraps use it alike. */
export function shellSession(shell = '/bin/sh'): Session {
  return {
    start: async (command) => {
      const child = spawn('/bin/sh', ['-c', command.replaceAll('/bin/sh', shell)], { detached: true });
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
