import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { definedOnly } from '../ssh-config/resolver.ts';

/** A proxy command's process as the stream that carries a connection, and a way to end it. */
export type ProxyCarrier = {
  readonly carrier: Duplex;
  readonly end: () => Promise<void>;
  /** The last of what the command said on standard error. */
  readonly complaint: () => string;
};

/** Starts a ProxyCommand through the shell, as ssh does; destroying the stream ends it with all its children. */
export function startProxyCommand(command: string, env: Readonly<Record<string, string | undefined>>): ProxyCarrier {
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: definedOnly(env),
  });
  const ended = once(child, 'close').then(
    () => undefined,
    () => undefined,
  );
  const { stdin, stdout, stderr } = child;
  let complaint = '';
  const carrier = new Duplex({
    read: () => void stdout.resume(),
    write: (chunk: Buffer, _encoding, done) => void stdin.write(chunk, done),
    final: (done) => void stdin.end(done),
    destroy: (error, done) => {
      killGroup(child.pid);
      stdin.destroy();
      stdout.destroy();
      done(error);
    },
  });
  stdout.on('data', (chunk: Buffer) => {
    if (!carrier.push(chunk)) stdout.pause();
  });
  stdout.once('end', () => carrier.push(null));
  stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-complaintLimit);
  });
  for (const stream of [stdin, stdout, carrier]) stream.on('error', () => {});
  void ended.then(() => carrier.destroy());
  return {
    carrier,
    end: () => {
      carrier.destroy();
      return ended;
    },
    complaint: () => complaint.trim().split('\n').at(-1) ?? '',
  };
}

const complaintLimit = 1000;

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
