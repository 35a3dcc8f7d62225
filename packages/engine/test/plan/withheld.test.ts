import type { DeclaredResource, Withheld } from '@setpoint/model';
import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { cell, createWorld, plan, play } from '../world.ts';

const left: Withheld = { why: ['needs secret db'], properties: ['value'], isAsked: true };

async function planned(node: FakeNode, resources: readonly DeclaredResource[]) {
  const { plan: made } = await plan(createWorld({ n: node }), [play(['n'], resources)]);
  return made.plays[0]?.nodes[0];
}

describe('a resource that is left open', () => {
  it('is unknown with its cause, shows what is there, and has nothing to do', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const part = await planned(node, [{ ...cell('a', 'stand-in'), withheld: left }]);
    const [change] = part?.changes ?? [];
    const cause = { kind: 'withheld', what: 'needs secret db' } as const;
    assert.equal(part?.status, 'planned');
    assert.equal(change?.action, 'unknown');
    assert.deepEqual(change?.operations, []);
    assert.deepEqual(change?.unknowns, [cause]);
    assert.deepEqual(change?.edits, [
      { path: 'value', before: { kind: 'value', value: 'old' }, after: { kind: 'unknown', cause } },
    ]);
    assert.notInclude(JSON.stringify(part), 'stand-in');
  });

  it('shows no edits when the whole of it is open', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const part = await planned(node, [{ ...cell('a'), withheld: { ...left, properties: [] } }]);
    assert.deepEqual(part?.changes[0]?.edits, []);
  });

  it('makes unknown to later resources what it may change', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const part = await planned(node, [{ ...cell('a', 'x'), withheld: left }, cell('a', 'old')]);
    const [, later] = part?.changes ?? [];
    assert.deepEqual(later?.unknowns, [{ kind: 'after', address: 'cell:a' }]);
  });

  it('is not asked about when its question would run something', async () => {
    const node = new FakeNode();
    const part = await planned(node, [{ ...cell('a'), withheld: { ...left, isAsked: false } }]);
    assert.equal(node.asked, 0);
    assert.equal(part?.changes[0]?.action, 'unknown');
  });

  it('does not connect to a node that is left open, and tells it as no error', async () => {
    const world = createWorld({ n: new FakeNode() });
    const [open] = [play(['n'], [cell('a')])];
    const nodes = open?.nodes.map(({ node, resources }) => ({
      node: { ...node, connection: { ...node.connection, withheld: 'Why.' } },
      resources,
    }));
    const { plan: made } = await plan(world, [{ name: 'p', nodes: nodes ?? [] }]);
    const [part] = made.plays[0]?.nodes ?? [];
    assert.deepEqual(
      part?.diagnostics.map(({ code, severity, detail }) => [code, severity, detail]),
      [['SP519', 'warning', 'n is not planned. Why.']],
    );
  });
});
