import { assert } from 'chai';
import { orderResources } from '../../src/order/index.ts';
import { cell, createWorld, declare } from '../world.ts';

const { modules } = createWorld({}).context;

type Case = {
  readonly rule: string;
  readonly written: readonly (readonly [name: string, ...after: string[]])[];
  readonly order: string;
};

const cases: readonly Case[] = [
  { rule: 'handles resources as written', written: [['c'], ['a'], ['b']], order: 'c a b' },
  { rule: 'moves a resource later, behind what it depends on', written: [['a', 'c'], ['b'], ['c']], order: 'b c a' },
  { rule: 'leaves in place what is written after its dependency', written: [['a'], ['b', 'a'], ['c']], order: 'a b c' },
  { rule: 'moves a chain as a whole', written: [['a', 'b'], ['b', 'c'], ['c'], ['d']], order: 'c b a d' },
  { rule: 'waits for the last of several', written: [['a', 'b', 'd'], ['b'], ['c'], ['d']], order: 'b c d a' },
  { rule: 'keeps those that were moved in their order', written: [['a', 'c'], ['b', 'c'], ['c']], order: 'c a b' },
  { rule: 'ignores what is not declared', written: [['a', 'elsewhere'], ['b']], order: 'a b' },
  { rule: 'ignores a resource that names itself', written: [['a', 'a'], ['b']], order: 'a b' },
];

describe('the order of resources', () => {
  for (const { rule, written, order } of cases) {
    it(rule, () => {
      const resources = written.map(([name, ...after]) =>
        cell(name, 'x', { after: after.map((each) => `cell:${each}` as const) }),
      );
      const result = orderResources(resources, modules);
      assert.deepEqual(result.diagnostics, []);
      assert.equal(result.resources.map(({ address }) => address.slice('cell:'.length)).join(' '), order);
    });
  }

  it('takes dependencies that the module implies', () => {
    const resources = [declare('cell:a', { value: 'x', needs: ['cell:b'] }), cell('b')];
    const result = orderResources(resources, modules);
    assert.deepEqual(
      result.resources.map(({ address }) => address),
      ['cell:b', 'cell:a'],
    );
    assert.deepEqual(result.dependencies.get('cell:a'), ['cell:b']);
  });

  it('prints a circle, and only it', () => {
    const resources = [
      cell('free'),
      cell('a', 'x', { after: ['cell:b'] }),
      cell('b', 'x', { after: ['cell:c'] }),
      cell('c', 'x', { after: ['cell:b'] }),
    ];
    const [circle, ...others] = orderResources(resources, modules).diagnostics;
    assert.deepEqual(others, []);
    assert.equal(circle?.code, 'SP606');
    assert.equal(circle?.detail, 'These resources wait for each other: cell:b → cell:c → cell:b.');
  });
});
