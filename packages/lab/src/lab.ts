import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type HostProcesses, hostProcesses } from './host-processes.ts';
import { generateSshKey, type SshKeyPair } from './ssh-key.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

/** A running throw-away host and all that a client needs to reach it with public-key authentication and a known host key. */
export type Lab = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The client's private key, OpenSSH form, mode 0600. */
  readonly privateKeyFile: string;
  /** Names the host key under `[127.0.0.1]:port`, as OpenSSH writes it. */
  readonly knownHostsFile: string;
  /** The folder that stands for the host: HOME and working directory of every command. */
  readonly rootDir: string;
  /** Ends every command, closes every connection and the port; resolves when none of its processes is left. */
  readonly stop: () => Promise<void>;
};

export type LabOptions = {
  /** Made when missing. Keys and the host's files go there and nowhere else; it stays after `stop`. */
  readonly dir: string;
};

const address = '127.0.0.1';
const user = 'lab';

/**
 * Starts a throw-away SSH host on a free port of the loopback interface, within this process. It runs each command with
 * `/bin/sh` as the user who started it, so nothing but playbooks decides what is touched: let them address files below
 * `rootDir`.
 *
 * ```ts
 * const lab = await startLab({ dir: '.setpoint/lab' });
 * // inventory, under the node's `ssh`, each value taken from `lab`:
 * //   host, port, user, identity_file: privateKeyFile, identities_only: true, known_hosts: knownHostsFile, config: false
 * // playbook, run with `--var root=` and `lab.rootDir`:
 * //   - file: ${{ root }}/motd
 * await lab.stop();
 * ```
 *
 * It is a small host: no terminals, shells, SFTP or forwarding, and the streams of a command are sockets, so that a command
 * reads standard input but cannot open it again as `/dev/stdin`.
 *
 * Rejects with the system's error when the folder cannot be written or no port can be had.
 */
export async function startLab({ dir }: LabOptions): Promise<Lab> {
  const base = resolve(dir);
  const rootDir = join(base, 'host');
  await mkdir(rootDir, { recursive: true });
  const hostKey = generateSshKey('lab-host');
  const clientKey = generateSshKey('lab-client');
  const processes = hostProcesses({ homeDir: rootDir, user, marker: randomUUID() });
  const server = await startSshServer({ address, user, hostKey, clientKey, processes });
  try {
    const files = await writeFiles({ base, port: server.port, hostKey, clientKey });
    return { host: address, port: server.port, user, ...files, rootDir, stop: stopOnce(server, processes) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

type FileOptions = {
  readonly base: string;
  readonly port: number;
  readonly hostKey: SshKeyPair;
  readonly clientKey: SshKeyPair;
};

async function writeFiles(options: FileOptions): Promise<Pick<Lab, 'privateKeyFile' | 'knownHostsFile'>> {
  const { base, port, hostKey, clientKey } = options;
  const keyDir = join(base, 'keys');
  await mkdir(keyDir, { recursive: true });
  await chmod(keyDir, 0o700);
  const privateKeyFile = join(keyDir, 'id_ed25519');
  const knownHostsFile = join(keyDir, 'known_hosts');
  await writeSecret(privateKeyFile, clientKey.privateKey);
  await writeSecret(knownHostsFile, `[${address}]:${port} ${hostKey.publicKey}\n`);
  return { privateKeyFile, knownHostsFile };
}

/** A mode is given to new files only, so an earlier lab's file goes first. */
async function writeSecret(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
}

/** However often it is called, a lab stops once, and every caller waits for the same end. */
function stopOnce(server: SshServer, processes: HostProcesses): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = server.stop();
    await processes.endAll();
    await closed;
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
