import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attachFleet, type Fleet, type FleetHost, startFleet } from '@setpoint/testkit/fleet';
import { run } from './process.ts';

/** How many hosts the benchmark uses. */
export const hostCount = 4;

/** The fleet named by SETPOINT_FLEET, else one of the benchmark's own, which ends with it. */
export async function openHosts(tell: (text: string) => void): Promise<Fleet> {
  const name = process.env['SETPOINT_FLEET'];
  if (name === undefined) return startFleet({ hosts: hostCount, name: `bench-${process.pid}`, tell });
  const fleet = attachFleet(name);
  if (fleet === undefined || fleet.hosts.length < hostCount)
    throw new Error(`no fleet "${name}" of ${hostCount} hosts`);
  return { ...fleet, stop: async () => undefined };
}

/** Boots the hosts on pristine disks; those that Ansible will work on get the Python it needs. */
export async function resetHosts(hosts: readonly FleetHost[], pythonDir: string | undefined): Promise<void> {
  await Promise.all(
    hosts.map(async (host) => {
      await host.reset();
      if (pythonDir !== undefined) await installPython(host, pythonDir);
    }),
  );
}

/**
 * Fetches Python and its apt binding from the package source of this machine, as far as a host that was just reset lacks them. Hosts have none, because
 * Setpoint needs none.
 */
export async function fetchPython(host: FleetHost, dir: string): Promise<void> {
  mkdirSync(join(dir, 'partial'), { recursive: true });
  await host.reset();
  const status = join(host.rootDir, 'var/lib/dpkg/status');
  const options = [`Dir::State::status=${status}`, `Dir::Cache::archives=${dir}`, 'Debug::NoLocking=1'];
  const words = options.flatMap((option) => ['-o', option]);
  const packages = ['python3', 'python3-apt'];
  const args = ['install', '-y', '-qq', '--download-only', '--no-install-recommends', ...words, ...packages];
  await run({ program: 'apt-get', args });
}

async function installPython(host: FleetHost, dir: string): Promise<void> {
  const target = join(host.rootDir, 'root', 'python');
  mkdirSync(target, { recursive: true });
  const packages = readdirSync(dir).filter((name) => name.endsWith('.deb'));
  for (const name of packages) cpSync(join(dir, name), join(target, name));
  const result = await host.exec(
    'apt-get install -y -qq /root/python/*.deb >/root/python.log 2>&1 || { tail /root/python.log; exit 1; }',
  );
  if (result.code !== 0) throw new Error(`Python cannot be installed on ${host.name}: ${result.stdout}`);
}
