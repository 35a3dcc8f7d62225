import type { DriverSettings } from '@setpoint/model';
import { assert } from 'chai';
import { testDrivers } from '../support/modules.ts';
import { brief, makeProject, removeProjects } from '../support/project.ts';

const inventory = `nodes:
  db1: { ssh: { host: bastion } }
  bastion: { ssh: { host: gate, password: "\${{ secret('bastion') }}" } }
  gate: { ssh: { host: 10.0.0.1 } }
  other: { ssh: { host: 10.0.0.2, password: "\${{ secret('other') }}" } }
`;

const site = 'nodes: db1\nresources: []\n';

/** Here every host that is a node is a station on the way. */
const drivers: ReadonlyMap<string, DriverSettings> = new Map(
  [...testDrivers].map(([name, driver]) => [
    name,
    {
      ...driver,
      waypoints: ({ host }) =>
        typeof host === 'string' ? [{ property: 'host', node: host, mustBeNode: host.startsWith('bas') }] : [],
    },
  ]),
);

describe('nodes that others are reached through', () => {
  after(removeProjects);

  const load = (text: string) =>
    makeProject({
      'inventory.yaml': text,
      'site.yaml': site,
      'setpoint.yaml': 'secrets:\n  bastion: { env: BASTION }\n  other: { env: OTHER }\n',
    }).load({ playbooks: [], limit: 'db1', drivers, env: { BASTION: 'hidden-word' } });

  it('are known to a run whose limit leaves them out, with their secrets and no others', async () => {
    const loaded = await load(inventory);
    assert.deepEqual(brief(loaded), []);
    assert.deepEqual(
      loaded.nodes.map(({ name }) => name),
      ['db1'],
    );
    assert.deepEqual(
      loaded.waypoints.map(({ name }) => name),
      ['bastion', 'gate'],
    );
    assert.equal(loaded.waypoints[0]?.connection.settings['password'], 'hidden-word');
  });

  it('are told when they have to be nodes and are none', async () => {
    const loaded = await load(inventory.replace('{ host: bastion }', '{ host: bastoin }'));
    assert.deepEqual(brief(loaded), ['SP420 inventory.yaml:2:3']);
    assert.include(loaded.diagnostics[0], { hint: 'Did you mean `bastion`?', node: 'db1' });
    assert.deepEqual(loaded.waypoints, []);
  });

  it('may lead in a circle, which is no matter of the inventory', async () => {
    const loaded = await load(inventory.replace('10.0.0.1', 'bastion'));
    assert.deepEqual(
      loaded.waypoints.map(({ name }) => name),
      ['bastion', 'gate'],
    );
  });
});
