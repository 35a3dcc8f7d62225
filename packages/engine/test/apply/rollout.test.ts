import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { splitBatches } from '../../src/apply/batches.ts';
import { cell, createWorld, outcomesOf, planAndApply, play, statusesOf } from '../world.ts';

const failing = (): FakeNode => new FakeNode({ faults: { 'set value of a': 'fails' } });

describe('the batches of a roll-out', () => {
  const nodes = ['1', '2', '3', '4', '5'];
  const cases = [
    { rollout: undefined, batches: '12345' },
    { rollout: { canary: 1 }, batches: '1 2345' },
    { rollout: { batch: 2 }, batches: '12 34 5' },
    { rollout: { canary: 1, batch: 2 }, batches: '1 23 45' },
    { rollout: { batch: '25%' as const }, batches: '12 34 5' },
    { rollout: { batch: '1%' as const }, batches: '1 2 3 4 5' },
    { rollout: { canary: 9 }, batches: '12345' },
  ];
  for (const { rollout, batches } of cases) {
    it(`of ${JSON.stringify(rollout ?? 'nothing special')} are ${batches}`, () => {
      assert.equal(
        splitBatches(nodes, rollout)
          .map((batch) => batch.join(''))
          .join(' '),
        batches,
      );
    });
  }
});

describe('a roll-out', () => {
  it('stops at a canary that failed', async () => {
    const nodes = { n1: failing(), n2: new FakeNode(), n3: new FakeNode() };
    const summary = await planAndApply(createWorld(nodes), [
      play(Object.keys(nodes), [cell('a')], { canary: 1, maxFailed: 0 }),
    ]);
    assert.deepEqual(statusesOf(summary), { n1: 'failed', n2: 'not-started', n3: 'not-started' });
    assert.deepEqual(outcomesOf(summary, 'n3'), ['not-started set value of a']);
    assert.deepEqual(nodes.n2.executed, []);
  });

  it('goes on while no more nodes failed than it tolerates', async () => {
    const nodes = { n1: failing(), n2: new FakeNode(), n3: failing(), n4: new FakeNode() };
    const summary = await planAndApply(createWorld(nodes), [
      play(Object.keys(nodes), [cell('a')], { batch: 1, maxFailed: 1 }),
    ]);
    assert.deepEqual(statusesOf(summary), { n1: 'failed', n2: 'converged', n3: 'failed', n4: 'not-started' });
  });

  it('counts a node that cannot be reached as failed', async () => {
    const nodes = { n2: new FakeNode() };
    const summary = await planAndApply(createWorld(nodes), [play(['n1', 'n2'], [cell('a')], { batch: 1 })]);
    assert.deepEqual(statusesOf(summary), { n1: 'unreachable', n2: 'not-started' });
  });

  it('never calls a node converged that could not be reached, even when its turn never came', async () => {
    const nodes = { n1: failing(), n2: new FakeNode({ denied: ['a'] }) };
    const summary = await planAndApply(createWorld(nodes), [play(['n1', 'n2', 'n3'], [cell('a')], { batch: 1 })]);
    assert.deepEqual(statusesOf(summary), { n1: 'failed', n2: 'failed', n3: 'unreachable' });
  });
});

describe('plays', () => {
  it('stop after one that failed, on all nodes', async () => {
    const nodes = { n1: failing(), n2: new FakeNode() };
    const summary = await planAndApply(createWorld(nodes), [
      play(['n1', 'n2'], [cell('a')]),
      play(['n1', 'n2'], [cell('b')]),
    ]);
    assert.deepEqual(outcomesOf(summary, 'n1'), ['failed set value of a', 'not-started set value of b']);
    assert.deepEqual(outcomesOf(summary, 'n2'), ['done set value of a', 'not-started set value of b']);
    assert.deepEqual(statusesOf(summary), { n1: 'failed', n2: 'not-started' });
  });

  it('go on when they were asked to', async () => {
    const nodes = { n1: failing(), n2: new FakeNode() };
    const plays = [play(['n1', 'n2'], [cell('a')]), play(['n1', 'n2'], [cell('b')])];
    const summary = await planAndApply(createWorld(nodes), plays, { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n1'), ['failed set value of a', 'done set value of b']);
    assert.deepEqual(statusesOf(summary), { n1: 'failed', n2: 'converged' });
  });

  it('go on after a failure that the roll-out tolerates, without the node that failed', async () => {
    const nodes = { n1: failing(), n2: new FakeNode() };
    const tolerant = { maxFailed: 1 };
    const summary = await planAndApply(createWorld(nodes), [
      play(['n1', 'n2'], [cell('a')], tolerant),
      play(['n1', 'n2'], [cell('b')]),
      play(['n1', 'n2'], [cell('c')]),
    ]);
    assert.deepEqual(outcomesOf(summary, 'n1'), [
      'failed set value of a',
      'not-started set value of b',
      'not-started set value of c',
    ]);
    assert.deepEqual(outcomesOf(summary, 'n2'), ['done set value of a', 'done set value of b', 'done set value of c']);
  });
});
