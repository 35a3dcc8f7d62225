import type { ResourceModule } from '@setpoint/model';
import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import {
  apply,
  cell,
  codesOf,
  createWorld,
  declare,
  outcomesOf,
  plan,
  planAndApply,
  play,
  statusesOf,
  type World,
} from '../world.ts';

const members = ['queries', 'observe', 'diff', 'operations', 'predict', 'references'] as const;

/** A module of the type `glitch` that throws in one member. */
function glitch(member: (typeof members)[number]): ResourceModule {
  const broken = (): never => {
    throw new Error(`${member} divided by zero`);
  };
  return { ...cellModule, type: 'glitch', [member]: broken };
}

function worldWith(module: ResourceModule, nodes: Readonly<Record<string, FakeNode>>): World & { bugs: unknown[] } {
  const world = createWorld(nodes, { modules: [module] });
  const bugs: unknown[] = [];
  return { ...world, context: { ...world.context, onBug: (error) => bugs.push(error) }, bugs };
}

describe('a module that throws although it never should', () => {
  for (const member of members) {
    it(`fails its own node when it throws in ${member}, and the others are changed`, async () => {
      const module = glitch(member);
      const [bad, good] = [new FakeNode(), new FakeNode()];
      const world = worldWith(module, { bad, good });
      const broken = declare('glitch:a', { value: 'x' }, { modules: [module] });
      const summary = await planAndApply(world, [play(['bad'], [cell('b'), broken]), play(['good'], [cell('b')])], {
        keepGoing: true,
      });
      assert.equal(statusesOf(summary)['bad'], 'failed');
      assert.equal(statusesOf(summary)['good'], 'converged');
      const diagnostic = summary.nodes[0]?.diagnostics.find(({ code }) => code === 'SP809');
      assert.include(diagnostic?.detail, `${member} divided by zero. This is a bug`);
      assert.include(diagnostic?.hint, '--debug');
      assert.instanceOf(world.bugs[0], Error);
      if (member !== 'references') {
        assert.equal(diagnostic?.address, 'glitch:a');
        assert.deepEqual(outcomesOf(summary, 'bad'), ['done set value of b'], 'what does not depend on it goes on');
      }
    });
  }

  it('leaves the node alone unless it was asked to keep going', async () => {
    const module = glitch('diff');
    const node = new FakeNode();
    const world = worldWith(module, { n: node });
    const broken = declare('glitch:a', { value: 'x' }, { modules: [module] });
    const planned = await plan(world, [play(['n'], [cell('b'), broken])]);
    assert.equal(planned.plan.plays[0]?.nodes[0]?.status, 'incomplete');
    await apply(world, planned);
    assert.deepEqual(node.executed, []);
  });

  it('tells what had left for the node as unknown when it throws in the middle of an apply', async () => {
    let isApplying = false;
    const node = new FakeNode();
    const other = new FakeNode();
    const world = worldWith(glitch('diff'), { n: node, m: other });
    const planned = await plan(world, [play(['n', 'm'], [cell('a')])]);
    const [first] = planned.nodes;
    const channel = first?.channel;
    if (first === undefined || channel === undefined) throw new Error('the node was not planned');
    const failing = {
      ...channel,
      execute: async (): Promise<never> => {
        isApplying = true;
        throw new Error('a driver threw');
      },
    };
    const nodes = planned.nodes.map((each) => (each === first ? { ...each, channel: failing } : each));
    const summary = await apply(world, { ...planned, nodes });
    assert.isTrue(isApplying);
    assert.deepEqual(statusesOf(summary), { n: 'unknown', m: 'converged' });
    assert.deepEqual(outcomesOf(summary, 'n'), ['unknown set value of a']);
    assert.deepEqual(codesOf(summary, 'n'), ['SP809']);
  });
});

describe('a circle of dependencies', () => {
  it('is not applied, also by who keeps going; what is no part of it is', async () => {
    const node = new FakeNode();
    const resources = [
      cell('free'),
      declare('cell:a', { value: 'x', needs: ['cell:b'] }),
      declare('cell:b', { value: 'x', needs: ['cell:a'] }),
      declare('cell:behind', { value: 'x', needs: ['cell:a'] }),
    ];
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], resources)]);
    const actions = planned.plan.plays[0]?.nodes[0]?.changes.map(({ address, action }) => `${action} ${address}`);
    assert.deepEqual(actions, ['create cell:free', 'unknown cell:a', 'unknown cell:b', 'unknown cell:behind']);
    const summary = await apply(world, planned, { keepGoing: true });
    assert.deepEqual(node.executed, ['set value of free']);
    assert.deepEqual(codesOf(summary, 'n'), ['SP606']);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
  });
});
