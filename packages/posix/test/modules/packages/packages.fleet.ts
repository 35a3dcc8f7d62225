import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packages } from '../../../src/modules/packages/index.ts';
import { converge, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { makeHostRepository } from '../../support/host-repository.ts';
import { expectDone, shownEdits } from '../../support/package-actions.ts';

fleetSuite('all packages of a host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    await makeHostRepository(host, {
      directory: '/srv/more',
      packages: [
        { name: 'sp-lib', version: '1.0' },
        { name: 'sp-lib', version: '2.0', fields: ['Depends: sp-new'] },
        { name: 'sp-new' },
        { name: 'sp-app', version: '1.0', fields: ['Depends: sp-lib'] },
        { name: 'sp-app', version: '2.0', fields: ['Conflicts: sp-old'] },
        { name: 'sp-old' },
      ],
    });
    const { code, stderr } = await host.exec(
      'apt-get update && apt-get install -y sp-app=1.0 sp-lib=1.0 sp-old sp-hello=1.1 && apt-mark auto sp-lib && apt-mark hold sp-hello',
    );
    if (code !== 0) throw new Error(stderr);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (properties: JsonObject) => converge(node, packages, { identity: 'all', properties });

  it('names what a safe upgrade changes, changes that, and has nothing to do then', async () => {
    await host.exec('touch /tmp/before; sleep 0.05');
    const [operation] = await planOperations(node, packages, { identity: 'all', properties: { upgrade: 'safe' } });
    expect(operation?.title).to.equal('upgrade 1 package; install 1 package');
    expect(await output('find /tmp /var /etc -newer /tmp/before -type f')).to.equal('');
    const result = await plan({ upgrade: 'safe' });
    expectDone(result);
    expect(shownEdits(result)).to.deep.equal(['sp-lib 1.0 → 2.0', 'sp-new - → 1.0']);
    expect((await plan({ upgrade: 'safe' })).titles).to.deep.equal([]);
    expect(await output("dpkg-query -W -f '${Version} ' sp-app sp-lib sp-old sp-hello")).to.equal('1.0 1.1 2.0 1.0');
  });

  it('names what a full upgrade removes, and refuses when something else is due by then', async () => {
    const declared = { identity: 'all', properties: { upgrade: 'full', unneeded: 'removed' } };
    const operations = await planOperations(node, packages, declared);
    expect(operations.map(({ title }) => title)).to.deep.equal(['upgrade 1 package; remove 3 packages']);
    expect(operations[0]?.hazards.at(-1)?.message).to.equal('services of sp-lib, sp-new, sp-old are stopped');
    await host.exec('apt-mark hold sp-app');
    const [outcome] = await node.channel.execute([{ operation: operations[0] as never, needs: [] }], {});
    expect(outcome).to.include({ status: 'refused' });
    await host.exec('apt-mark unhold sp-app');
    const result = await plan(declared.properties);
    expectDone(result);
    expect(shownEdits(result)).to.deep.equal([
      'sp-app 1.0 → 2.0',
      'sp-lib 2.0 → -',
      'sp-new 1.0 → -',
      'sp-old 1.0 → -',
    ]);
    expect((await plan(declared.properties)).titles).to.deep.equal([]);
  });

  it('removes what nothing needs any more, and nothing else', async () => {
    await host.exec('apt-get install -y sp-tool05 sp-lib=1.0 && apt-mark auto sp-tool05');
    const result = await plan({ unneeded: 'removed' });
    expectDone(result);
    expect(shownEdits(result)).to.deep.equal(['sp-tool05 1.0 → -']);
    expect(result.titles).to.deep.equal(['remove 1 package']);
    expect(await output("dpkg-query -W -f '${Version}' sp-lib")).to.equal('1.0');
  });

  it('refreshes old lists first, and says that only they can tell', async () => {
    await host.exec('rm -rf /var/lib/apt/lists/*; rm -f /var/cache/apt/*.bin');
    const result = await plan({ upgrade: 'safe' });
    expect(result.titles).to.deep.equal(['refresh the package lists', 'upgrade all packages']);
    expectDone(result);
    expect(await output("dpkg-query -W -f '${Version}' sp-lib")).to.equal('2.0');
  });

  it('tells an account without rights that it needs them', async () => {
    await host.exec('apt-get install -y --allow-downgrades sp-lib=1.0');
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    const { outcomes, edits } = await converge(guest, packages, { identity: 'all', properties: { upgrade: 'safe' } });
    await guest.channel.close();
    expect(edits.map(({ path }) => path)).to.deep.equal(['sp-lib']);
    expect(JSON.stringify(outcomes)).to.contain('only root can change packages, and this is guest');
  });
});
