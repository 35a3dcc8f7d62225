import {
  attachFleet,
  type Fleet,
  type FleetHost,
  fetchPackages,
  offerPackages,
  startFleet,
} from '@setpoint/testkit/fleet';

/** How many hosts the benchmark uses. */
export const hostCount = 4;

const pythonPackages = ['python3', 'python3-apt'];

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

/** Fetches Python and its apt binding, which Ansible needs and hosts do not have, as far as a host that was just reset lacks them. */
export async function fetchPython(host: FleetHost, dir: string): Promise<void> {
  await host.reset();
  await fetchPackages(host, pythonPackages, dir);
}

async function installPython(host: FleetHost, dir: string): Promise<void> {
  await offerPackages(host, dir);
  const result = await host.exec(`apt-get install -y -qq ${pythonPackages.join(' ')} >/root/python.log 2>&1`);
  if (result.code !== 0) throw new Error(`Python cannot be installed on ${host.name}; /root/python.log there says why`);
}
