import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { HostWay } from '../../src/session/host-way.ts';

/** This machine as the host that a database is reached through. */
export const localWay: HostWay = {
  stream: (to) => {
    const socket = connect(to.kind === 'tcp' ? { host: to.host, port: to.port } : { path: to.path });
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('connect', () => resolve(socket));
    });
  },
  start: (script, account) => {
    const words = ['/bin/sh', '-c', script];
    const [program = '', ...args] = account === undefined ? words : ['sudo', '-n', '-u', account, '--', ...words];
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const exited = new Promise<number | string>((resolve) => {
      child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone'));
    });
    return Promise.resolve({
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      exited,
      abandon: () => void child.kill(),
    });
  },
  close: () => Promise.resolve(),
};
