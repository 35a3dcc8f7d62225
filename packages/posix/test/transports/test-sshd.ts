import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True where a real OpenSSH server can be started: the program is installed and the tests run as root. */
export const sshdIsThere = existsSync('/usr/sbin/sshd') && process.getuid?.() === 0;

/** Says loudly that the tests against a real server did not run. */
export function skipWithoutSshd(context: Mocha.Context): void {
  if (sshdIsThere) return;
  process.stderr.write('SKIPPED: tests against a real sshd need /usr/sbin/sshd (openssh-server) and root\n');
  context.skip();
}

export type SshdOptions = {
  /** Lines of sshd_config that come before the defaults; the first one wins. */
  readonly config?: readonly string[];
  readonly hostKeyTypes?: readonly string[];
};

/** A real OpenSSH server on the loopback address with keys of its own, and a directory for the test that ends with it. */
export class TestSshd {
  readonly dir = mkdtempSync(join(tmpdir(), 'setpoint-sshd-'));
  readonly port: number;
  readonly #process: ChildProcess;
  #log = '';

  private constructor(port: number, { config = [], hostKeyTypes = ['ed25519'] }: SshdOptions) {
    this.port = port;
    for (const type of hostKeyTypes) makeKey(join(this.dir, `host_${type}`), type);
    makeKey(this.clientKey, 'ed25519');
    writeFileSync(join(this.dir, 'authorized_keys'), readFileSync(`${this.clientKey}.pub`));
    mkdirSync('/run/sshd', { recursive: true });
    writeFileSync(join(this.dir, 'sshd_config'), this.#config(config, hostKeyTypes));
    this.#process = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', join(this.dir, 'sshd_config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString();
    });
  }

  /** Starts a server and waits until it listens. */
  static async start(options: SshdOptions = {}): Promise<TestSshd> {
    const sshd = new TestSshd(await freePort(), options);
    await sshd.logged(/Server listening on/);
    return sshd;
  }

  /** The private key that root may log in with; its public part stands beside it. */
  get clientKey(): string {
    return join(this.dir, 'client');
  }

  get log(): string {
    return this.#log;
  }

  /** Waits until the server has logged something. */
  async logged(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.#log)) {
      if (this.#process.exitCode !== null) throw new Error(`sshd ended: ${this.#log}`);
      if (this.#process.stderr !== null) await once(this.#process.stderr, 'data');
    }
  }

  /** The public host key of a type as `type base64`. */
  hostKey(type = 'ed25519'): string {
    return readFileSync(join(this.dir, `host_${type}.pub`), 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' ');
  }

  /** Writes a known_hosts file that knows the server by these keys, and gives its path. */
  writeKnownHosts(keys: readonly string[] = [this.hostKey()], name = 'known_hosts'): string {
    const path = join(this.dir, name);
    writeFileSync(path, keys.map((key) => `[127.0.0.1]:${this.port} ${key}\n`).join(''));
    return path;
  }

  /** Ends the server and every session of it. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
    rmSync(this.dir, { recursive: true, force: true });
  }

  #config(lines: readonly string[], hostKeyTypes: readonly string[]): string {
    return [
      ...lines,
      `Port ${this.port}`,
      'ListenAddress 127.0.0.1',
      ...hostKeyTypes.map((type) => `HostKey ${join(this.dir, `host_${type}`)}`),
      `AuthorizedKeysFile ${join(this.dir, 'authorized_keys')}`,
      'PidFile none',
      'StrictModes no',
      'PermitRootLogin yes',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'UsePAM no',
      'LogLevel VERBOSE',
      // Bash reads the start files of the account under ssh only at shell level 1: a nested level leaves them out.
      'SetEnv SHLVL=1',
      '',
    ].join('\n');
  }
}

/** Makes a key pair with ssh-keygen; an empty passphrase leaves it unprotected. */
export function makeKey(path: string, type: string, { passphrase = '', format = 'RFC4716' } = {}): void {
  const bits = type === 'rsa' ? ['-b', '2048'] : [];
  execFileSync('ssh-keygen', [
    '-q',
    '-t',
    type,
    ...bits,
    '-m',
    format,
    '-a',
    '4',
    '-N',
    passphrase,
    '-C',
    'test',
    '-f',
    path,
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return address.port;
}
