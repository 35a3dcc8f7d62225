import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { groupDirectories, isPopulated } from '../../src/fleet/cgroup.ts';
import { attachFleet, startFleet } from '../../src/fleet/fleet.ts';
import { bridgeName } from '../../src/fleet/network.ts';
import { ownIdentity } from '../../src/fleet/process-identity.ts';
import { type FleetRecord, fleetFolder, listRecords, removeDeadFleets } from '../../src/fleet/record.ts';
import { fleetSuite } from '../../src/fleet/suite.ts';

fleetSuite('a second fleet on the same machine', (fleet) => {
  const name = `second-${process.pid}`;

  it('has addresses of its own and does not disturb the first', async () => {
    const second = await startFleet({ hosts: 1, name });
    try {
      const [host] = second.hosts;
      assert.notInclude(
        fleet.hosts.map(({ address }) => address),
        host?.address,
      );
      assert.equal((await host?.exec('hostname'))?.stdout, 'host1\n');
      assert.equal((await fleet.hosts[0]?.exec('systemctl is-system-running'))?.stdout, 'running\n');
    } finally {
      await second.stop();
    }
  });

  it('leaves nothing behind when it is stopped', async () => {
    const second = await startFleet({ hosts: 1, name });
    const record = recordOf(name);
    assert.isTrue(hasTraces(record));
    await second.stop();
    assert.isFalse(hasTraces(record));
    assert.isUndefined(attachFleet(name));
  });

  it('is removed by the next start when its process was killed', async () => {
    const second = await startFleet({ hosts: 1, name });
    const record = recordOf(name);
    abandon(record);
    removeDeadFleets();
    assert.isFalse(hasTraces(record));
    assert.isFalse(existsSync(second.knownHostsFile));
  });

  it('stays when it was asked to, and any process can stop it', async () => {
    await startFleet({ hosts: 1, name, keep: true });
    removeDeadFleets();
    assert.isTrue(isPopulated(recordOf(name).hosts[0]?.machine ?? ''));
    await attachFleet(name)?.stop();
    assert.isUndefined(attachFleet(name));
  });
});

function recordOf(name: string): FleetRecord {
  const record = listRecords().find((candidate) => candidate.name === name);
  assert.isDefined(record);
  return record as FleetRecord;
}

/** Makes the owner a process that no longer is: the pid was given to another one since. */
function abandon(record: FleetRecord): void {
  const owner = { ...ownIdentity(), startTicks: '0' };
  writeFileSync(join(fleetFolder(record), 'fleet.json'), JSON.stringify({ ...record, owner }));
}

function hasTraces(record: FleetRecord): boolean {
  const groups = record.hosts.flatMap((host) => groupDirectories(host.machine));
  const mounted = readFileSync('/proc/mounts', 'utf8').includes(`${fleetFolder(record)}/`);
  const links = Object.keys(networkInterfaces()).includes(bridgeName(record.slot));
  return mounted || links || [fleetFolder(record), ...groups].some((path) => existsSync(path));
}
