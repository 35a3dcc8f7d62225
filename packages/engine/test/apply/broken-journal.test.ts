import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { applyPlan } from '../../src/apply/index.ts';
import { closeNodes } from '../../src/plan/index.ts';
import { cell, codesOf, createWorld, declare, outcomesOf, plan, play, statusesOf } from '../world.ts';

const holder = { who: 'ada', host: 'desk', pid: 1, run: 'r1', since: 'today' };

describe('a journal that cannot be written any more', () => {
  /** Applies with a disk that is full after some entries. */
  async function applyWithRoomFor(entries: number, node: FakeNode) {
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [declare('bundle:tools'), cell('a'), cell('b')])]);
    let left = entries;
    const append = async (): Promise<void> => {
      left -= 1;
      if (left < 0) throw new Error('ENOSPC: no space left on device, write');
    };
    const summary = await applyPlan(planned, { journal: { append }, holder, keepGoing: false }, world.context);
    await closeNodes(planned.nodes);
    return summary;
  }
  const node = (): FakeNode => new FakeNode({ catalogue: { tools: {} } });

  it('from the start starts nothing and says why', async () => {
    const idle = node();
    const summary = await applyWithRoomFor(0, idle);
    assert.deepEqual(idle.executed, []);
    assert.deepEqual(codesOf(summary, 'n'), ['SP706']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'no space left on device');
  });

  it('in the middle of a run ends it with what is known of every operation', async () => {
    for (let entries = 1; entries <= 3; entries += 1) {
      const busy = node();
      const summary = await applyWithRoomFor(entries, busy);
      const told = outcomesOf(summary, 'n');
      assert.isAbove(told.length, 0);
      assert.equal(told.filter((outcome) => outcome.startsWith('done')).length, busy.executed.length);
      assert.deepEqual(codesOf(summary, 'n'), ['SP706']);
      assert.deepEqual(statusesOf(summary), { n: 'interrupted' });
      assert.isUndefined(busy.holder);
      assert.isFalse(summary.interrupted);
    }
  });
});
