import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasControlGroups } from './cgroup.ts';
import { fleetDirectory } from './paths.ts';
import { runCommand } from './run-command.ts';

/** Whether real hosts can run on this machine, and if not, why and what would change that. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly enable: string };

/** The programs that fleets use, by the Debian package that has them. */
export const fleetTools: Readonly<Record<string, readonly string[]>> = {
  'apt-utils': ['apt-ftparchive'],
  dpkg: ['dpkg-deb'],
  iproute2: ['ip'],
  mmdebstrap: ['mmdebstrap'],
  'openssh-client': ['ssh', 'ssh-keygen'],
  'systemd-container': ['systemd-nspawn'],
  'util-linux': ['mount', 'umount', 'nsenter'],
};

/** Tells whether hosts can run here, by trying: rights and tools first, then a mount and a bridge that are removed at once. */
export async function canRunFleet(): Promise<Readiness> {
  if (process.platform !== 'linux') return unavailable('hosts need Linux', 'run the tests on a Linux machine');
  if (process.getuid?.() !== 0) return unavailable('hosts need root', 'sudo npm test');
  const missing = missingPackages();
  if (missing.length > 0) {
    return unavailable(
      `not installed: ${missing.join(', ')}`,
      `apt-get update && apt-get install -y ${missing.join(' ')}`,
    );
  }
  if (!hasControlGroups()) return unavailable('no cgroup2 file system is mounted', mountGroups);
  return (await tryOverlay()) ?? (await tryBridge()) ?? { kind: 'ready' };
}

const mountGroups = 'mount -t cgroup2 cgroup2 /sys/fs/cgroup';
const realMachine =
  'run the tests on a machine, or in a container with all privileges, that may mount and make network links';

function unavailable(reason: string, enable: string): Readiness {
  return { kind: 'unavailable', reason, enable };
}

function missingPackages(): readonly string[] {
  return Object.keys(fleetTools).filter((name) => fleetTools[name]?.some((tool) => !isOnPath(tool)));
}

function isOnPath(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function tryOverlay(): Promise<Readiness | undefined> {
  mkdirSync(fleetDirectory(), { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(fleetDirectory(), 'probe-'));
  try {
    const [lower, upper, work, merged] = ['lower', 'upper', 'work', 'merged'].map((name) => join(folder, name));
    for (const directory of [lower, upper, work, merged]) if (directory) mkdirSync(directory);
    const layers = `lowerdir=${lower},upperdir=${upper},workdir=${work}`;
    const mounted = await runCommand('mount', ['-t', 'overlay', '-o', layers, 'setpoint-probe', `${merged}`]);
    if (mounted.code !== 0) return unavailable(`an overlay cannot be mounted: ${mounted.stderr.trim()}`, realMachine);
    await runCommand('umount', [`${merged}`]);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tryBridge(): Promise<Readiness | undefined> {
  const name = `spprobe${process.pid % 100_000_000}`;
  const made = await runCommand('ip', ['link', 'add', 'name', name, 'type', 'bridge']);
  if (made.code !== 0) return unavailable(`a network bridge cannot be made: ${made.stderr.trim()}`, realMachine);
  await runCommand('ip', ['link', 'delete', 'dev', name]);
  return undefined;
}
