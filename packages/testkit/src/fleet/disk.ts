import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FleetRecord, type HostRecord, hostFolder, hostRootDir } from './record.ts';
import { runOrThrow } from './run-command.ts';

/**
 * Lays a fresh overlay on the image, puts in what makes this host itself, and mounts it, instead of whatever was there. Every
 * call takes new folders: the kernel may hold the old layers a moment longer than the host lived.
 */
export async function mountPristineDisk(record: FleetRecord, host: HostRecord): Promise<void> {
  const folder = hostFolder(record, host);
  const rootDir = hostRootDir(record, host);
  mkdirSync(rootDir, { recursive: true });
  spawnSync('umount', ['--lazy', rootDir], { stdio: 'ignore' });
  removeDisks(folder);
  const disk = mkdtempSync(join(folder, diskPrefix));
  const [upper, work] = [join(disk, 'upper'), join(disk, 'work')];
  mkdirSync(upper, { mode: 0o755 });
  mkdirSync(work);
  const layers = `lowerdir=${record.imageRootDir},upperdir=${upper},workdir=${work}`;
  await runOrThrow('mount', ['-t', 'overlay', '-o', layers, 'setpoint-fleet', rootDir]);
  cpSync(await ensureSeed(record, host), rootDir, { recursive: true, preserveTimestamps: true });
}

/** The lines of a known_hosts file for a host. */
export function knownHostsLines(record: FleetRecord, host: HostRecord): readonly string[] {
  return hostKeyTypes.map((type) => {
    const [algorithm, key] = readFileSync(`${hostKeyFile(seedFolder(record, host), type)}.pub`, 'utf8').split(' ');
    return `${host.name},${host.address} ${algorithm} ${key}\n`;
  });
}

const diskPrefix = 'disk-';
const hostKeyTypes = ['ed25519', 'ecdsa'] as const;

function removeDisks(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(diskPrefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The files that make a host itself, made once: a host keeps its keys and its machine id when it is reset. */
async function ensureSeed(record: FleetRecord, host: HostRecord): Promise<string> {
  const seed = seedFolder(record, host);
  if (existsSync(seed)) return seed;
  mkdirSync(join(seed, 'etc/ssh'), { recursive: true });
  mkdirSync(join(seed, 'etc/systemd/network'), { recursive: true });
  writeFileSync(join(seed, 'etc/hostname'), `${host.name}\n`);
  writeFileSync(join(seed, 'etc/machine-id'), `${randomBytes(16).toString('hex')}\n`);
  const names = record.hosts.map(({ address, name }) => `${address} ${name}\n`).join('');
  writeFileSync(join(seed, 'etc/hosts'), `127.0.0.1 localhost\n::1 localhost\n${names}`);
  writeFileSync(join(seed, 'etc/systemd/network/10-host0.network'), networkFile(host.address));
  await Promise.all(hostKeyTypes.map((type) => makeHostKey(hostKeyFile(seed, type), { type, host })));
  return seed;
}

async function makeHostKey(file: string, { type, host }: { type: string; host: HostRecord }): Promise<void> {
  await runOrThrow('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', `root@${host.name}`, '-f', file]);
}

function seedFolder(record: FleetRecord, host: HostRecord): string {
  return join(hostFolder(record, host), 'seed');
}

function hostKeyFile(seed: string, type: string): string {
  return join(seed, `etc/ssh/ssh_host_${type}_key`);
}

function networkFile(address: string): string {
  return `[Match]
Name=host0

[Network]
Address=${address}/24
LinkLocalAddressing=no
IPv6AcceptRA=no
`;
}
