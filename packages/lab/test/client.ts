import { readFileSync } from 'node:fs';
import type { Lab } from '@setpoint/lab';
import ssh2, { type ClientChannel } from 'ssh2';

/** How a command ended, as its client saw it. */
export type Ended = {
  readonly code: number | null;
  readonly signal: string | undefined;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
};

/** An ssh2 client that is logged in. */
export function connect(lab: Lab): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.once('connect', () => client.setNoDelay(true));
    client.once('ready', () => resolve(client));
    client.once('error', reject);
    client.connect({
      host: lab.host,
      port: lab.port,
      username: lab.user,
      privateKey: readFileSync(lab.privateKeyFile),
    });
  });
}

/** Runs one command to its end, with input or with something to do when its first output comes. */
export function run(
  client: ssh2.Client,
  command: string,
  input: Buffer | { readonly onOutput: (stream: ClientChannel) => void } = Buffer.alloc(0),
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, stream) => {
      if (error !== undefined) return reject(error);
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      let end: Pick<Ended, 'code' | 'signal'> = { code: null, signal: undefined };
      stream.on('data', (chunk: Buffer) => stdout.push(chunk));
      stream.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      stream.on('exit', (code: number | null, signal?: string) => {
        end = { code, signal };
      });
      stream.on('close', () => resolve({ ...end, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }));
      if (Buffer.isBuffer(input)) stream.end(input);
      else stream.once('data', () => input.onOutput(stream));
    });
  });
}
