import type { Address, DeclaredResource, ResourceModule } from '@setpoint/model';
import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { orderResources } from '../../src/order/index.ts';
import { cell, createWorld, plan, play } from '../world.ts';

/** Cells that are made from everything in the directory that their value names. */
const jar: ResourceModule = {
  ...cellModule,
  type: 'jar',
  references: () => [],
  holds: () => ({ directory: '/srv/app', query: 'cell' }),
};
const modules = new Map([
  ['cell', cellModule],
  ['jar', jar],
]);

function jarOf(name: string, after: readonly Address[] = []): DeclaredResource {
  return { ...cell(name, 'x', { after }), type: 'jar', address: `jar:${name}` };
}

function waits(resources: readonly DeclaredResource[]): Readonly<Record<string, readonly Address[]>> {
  const { dependencies, diagnostics } = orderResources(resources, modules);
  assert.deepEqual(diagnostics, []);
  return Object.fromEntries([...dependencies].filter(([, addresses]) => addresses.length > 0));
}

describe('the order of what is made from everything in a directory', () => {
  it('has what lies in there first, wherever it is written, and the directory itself', () => {
    const resources = [cell('/srv/app/a'), cell('/srv/application'), jarOf('/x'), cell('/srv/app/b'), cell('/srv/app')];
    assert.deepEqual(waits(resources), { 'jar:/x': ['cell:/srv/app/a', 'cell:/srv/app/b', 'cell:/srv/app'] });
  });

  it('is another one where `after` says so', () => {
    const resources = [
      cell('/srv/app/a', 'x', { after: ['jar:/x'] }),
      jarOf('/x', ['cell:/elsewhere']),
      cell('/elsewhere'),
    ];
    assert.deepEqual(waits(resources), { 'cell:/srv/app/a': ['jar:/x'], 'jar:/x': ['cell:/elsewhere'] });
  });

  it('is left alone where the order is given', () => {
    assert.deepEqual(waits([cell('/srv/app/a'), { ...jarOf('/x'), isOrdered: true }]), {});
  });

  it('makes what it is known after a change in there, and not after one elsewhere', async () => {
    const node = new FakeNode({ cells: { '/x': { value: 'x' }, '/srv/app/b': { value: 'x' } } });
    const causes = async (changed: string): Promise<unknown> => {
      const world = createWorld({ n: node }, { modules: [jar] });
      const { plays } = (await plan(world, [play(['n'], [cell('/srv/app/b'), cell(changed), jarOf('/x')])])).plan;
      return plays[0]?.nodes[0]?.changes[2]?.unknowns;
    };
    assert.deepEqual(await causes('/srv/app/a'), [{ kind: 'after', address: 'cell:/srv/app/a' }]);
    assert.deepEqual(await causes('/srv/application'), []);
  });
});
