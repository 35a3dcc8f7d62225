import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { apply, cell, createWorld, declare, outcomesOf, plan, plannedTitles, play, statusesOf } from '../world.ts';

describe('an interruption', () => {
  it('waits for the running operation and lists every other as not started', async () => {
    const interruption = new AbortController();
    const busy = new FakeNode({ before: { 'set value of b': () => interruption.abort() } });
    const idle = new FakeNode();
    const world = createWorld({ busy, idle }, { signal: interruption.signal, concurrency: 1 });
    const planned = await plan(world, [
      play(
        ['busy', 'idle'],
        ['a', 'b', 'c', 'd'].map((name) => cell(name)),
      ),
    ]);
    const summary = await apply(world, planned);
    assert.isTrue(summary.interrupted);
    assert.deepEqual(outcomesOf(summary, 'busy'), [
      'done set value of a',
      'done set value of b',
      'not-started set value of c',
      'not-started set value of d',
    ]);
    assert.deepEqual(idle.executed, []);
    assert.deepEqual(statusesOf(summary), { busy: 'interrupted', idle: 'interrupted' });
    for (const name of ['busy', 'idle']) {
      assert.equal(outcomesOf(summary, name).length, plannedTitles(planned, name).length);
    }
  });

  it('between waves is no failure of the node', async () => {
    const interruption = new AbortController();
    const node = new FakeNode({
      catalogue: { tools: {} },
      before: { 'install tools': () => interruption.abort() },
    });
    const world = createWorld({ n: node }, { signal: interruption.signal });
    const planned = await plan(world, [play(['n'], [declare('bundle:tools'), cell('a')])]);
    const summary = await apply(world, planned);
    assert.deepEqual(outcomesOf(summary, 'n'), ['done install tools', 'not-started set value of a']);
    assert.deepEqual(statusesOf(summary), { n: 'interrupted' });
  });

  it('while the facts are read again is no failure of the node either', async () => {
    const interruption = new AbortController();
    let answers = 0;
    const node = new FakeNode({
      catalogue: { tools: {} },
      answersAfter: async () => {
        answers += 1;
        // The plan and the look under the lock come first; the third reading is the one between the waves.
        if (answers === 3) interruption.abort();
      },
    });
    const world = createWorld({ n: node }, { signal: interruption.signal });
    const planned = await plan(world, [play(['n'], [declare('bundle:tools'), cell('a')])]);
    const summary = await apply(world, planned);
    assert.deepEqual(outcomesOf(summary, 'n'), ['done install tools', 'not-started set value of a']);
    assert.deepEqual(statusesOf(summary), { n: 'interrupted' });
    assert.deepEqual(summary.nodes[0]?.diagnostics, []);
  });

  it('before the first write leaves everything as it was', async () => {
    const interruption = new AbortController();
    const node = new FakeNode();
    const world = createWorld({ n: node }, { signal: interruption.signal });
    const planned = await plan(world, [play(['n'], [cell('a')])]);
    interruption.abort();
    const summary = await apply(world, planned);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(statusesOf(summary), { n: 'interrupted' });
  });
});
