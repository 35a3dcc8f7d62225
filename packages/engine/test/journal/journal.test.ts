import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { apply, cell, createWorld, declare, plan, planAndApply, play } from '../world.ts';

describe('the journal of a run', () => {
  it('tells in order what left for the node and what came of it', async () => {
    const node = new FakeNode({ catalogue: { tools: {} } });
    const world = createWorld({ n: node });
    await planAndApply(world, [play(['n'], [declare('bundle:tools'), cell('a')])]);
    assert.deepEqual(
      world.journal.map(({ kind }) => kind),
      ['run-started', 'wave-started', 'operation-ended', 'wave-started', 'operation-ended', 'node-ended', 'run-ended'],
    );
  });

  it('begins with the plan as it was shown', async () => {
    const world = createWorld({ n: new FakeNode() });
    const planned = await plan(world, [play(['n'], [cell('a')])]);
    await apply(world, planned);
    const [first] = world.journal;
    assert.deepEqual(first?.kind === 'run-started' && first.plan, planned.plan);
  });

  it('has a wave on record before the first operation of it starts', async () => {
    const kindsAtFirstWrite: string[] = [];
    const journal: { readonly kind: string }[] = [];
    const node = new FakeNode({
      before: { 'set value of a': () => kindsAtFirstWrite.push(...journal.map(({ kind }) => kind)) },
    });
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [cell('a')])]);
    world.journal.push = (...entries) => journal.push(...entries);
    await apply(world, planned);
    assert.deepEqual(kindsAtFirstWrite, ['run-started', 'wave-started']);
  });

  it('has each outcome on record before the next operation of the wave starts', async () => {
    const world = createWorld({
      n: new FakeNode({
        before: { 'set value of b': () => assert.equal(world.journal.at(-1)?.kind, 'operation-ended') },
      }),
    });
    await planAndApply(world, [play(['n'], [cell('a'), cell('b')])]);
    assert.equal(world.journal.length, 6);
  });

  it('keeps what is about to be replaced, and what it is replaced for', async () => {
    const world = createWorld({ n: new FakeNode({ cells: { a: { value: 'old' } } }) });
    await planAndApply(world, [play(['n'], [cell('a', 'new')])]);
    const wave = world.journal.find((entry) => entry.kind === 'wave-started');
    const resource = cell('a', 'new');
    assert.deepEqual(wave?.changes, [
      {
        address: 'cell:a',
        titles: ['set value of a'],
        observed: { kind: 'present', state: { value: 'old' } },
        type: 'cell',
        declared: resource.declared,
        edited: ['value'],
        source: resource.source,
      },
    ]);
  });
});
