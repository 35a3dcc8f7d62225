import type { CompiledPlay, Plan } from '@setpoint/model';
import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { cell, createWorld, declare, plan, play } from '../world.ts';

async function planOne(node: FakeNode, plays: readonly CompiledPlay[]): Promise<Plan> {
  return (await plan(createWorld({ n: node }), plays)).plan;
}

function changesOf(planned: Plan) {
  return planned.plays.flatMap((each) => each.nodes.flatMap(({ changes }) => changes));
}

describe('planning', () => {
  it('finds nothing to do where everything is as declared', async () => {
    const node = new FakeNode({ cells: { a: { value: 'x' } } });
    const [change] = changesOf(await planOne(node, [play(['n'], [cell('a')])]));
    assert.equal(change?.action, 'none');
    assert.deepEqual(change?.operations, []);
  });

  it('asks each different question of a node once, all in one go', async () => {
    const node = new FakeNode();
    await planOne(node, [play(['n'], [cell('a'), cell('b')]), play(['n'], [cell('a')])]);
    assert.equal(node.asked, 1);
  });

  it('executes nothing', async () => {
    const node = new FakeNode();
    await planOne(node, [play(['n'], [cell('a')])]);
    assert.deepEqual(node.executed, []);
  });

  it('lets later resources and later plays see what earlier ones will have done', async () => {
    const node = new FakeNode();
    const changes = changesOf(
      await planOne(node, [play(['n'], [cell('a', '1')]), play(['n'], [cell('a', '1'), cell('a', '2')])]),
    );
    assert.deepEqual(
      changes.map(({ action }) => action),
      ['create', 'none', 'update'],
    );
    assert.deepEqual(changes[2]?.edits[0]?.before, { kind: 'value', value: '1' });
  });

  it('says which resource a fact is known after, and still shows the change', async () => {
    const node = new FakeNode({ catalogue: { tools: {} } });
    const [, change] = changesOf(await planOne(node, [play(['n'], [declare('bundle:tools'), cell('a')])]));
    const cause = { kind: 'after', address: 'bundle:tools' } as const;
    assert.deepEqual(change?.unknowns, [cause]);
    assert.deepEqual(change?.edits, [
      { path: 'value', before: { kind: 'unknown', cause }, after: { kind: 'value', value: 'x' } },
    ]);
    assert.equal(change?.operations.length, 1);
  });

  it('still trusts what was found where a bundle only may bring more', async () => {
    const node = new FakeNode({ catalogue: { tools: {} }, cells: { a: { value: 'x' } } });
    const [, change] = changesOf(await planOne(node, [play(['n'], [declare('bundle:tools'), cell('a')])]));
    assert.equal(change?.action, 'none');
  });

  it('names the property that it may not read, and promises nothing', async () => {
    const node = new FakeNode({ denied: ['a'] });
    const planned = await planOne(node, [play(['n'], [cell('a'), cell('b')])]);
    const [nodePlan] = planned.plays[0]?.nodes ?? [];
    assert.equal(nodePlan?.status, 'incomplete');
    assert.deepEqual(
      nodePlan?.changes.map(({ action }) => action),
      ['unknown', 'create'],
    );
    assert.deepEqual(nodePlan?.changes[0]?.operations, []);
    assert.deepInclude(nodePlan?.diagnostics[0], {
      code: 'SP601',
      detail: 'Of its properties, value could not be read: not readable: cell a.',
    });
  });

  it('says once why a property could not be read', async () => {
    const planned = await planOne(new FakeNode({ unavailable: ['a'] }), [play(['n'], [cell('a')])]);
    assert.equal(
      planned.plays[0]?.nodes[0]?.diagnostics[0]?.detail,
      'Of its properties, value could not be read: cell a says that it has no value.',
    );
  });

  it('plans the other nodes when one cannot be reached', async () => {
    const world = createWorld({ n: new FakeNode() });
    const { plan: planned } = await plan(world, [play(['gone', 'n'], [cell('a')])]);
    assert.deepEqual(
      planned.plays[0]?.nodes.map(({ node, status }) => `${node} ${status}`),
      ['gone failed', 'n planned'],
    );
    assert.equal(planned.totals.failedNodes, 1);
  });
});
