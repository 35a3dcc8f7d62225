import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import {
  type ApplyChoice,
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
  valuesOf,
} from '../world.ts';

/** Longer than facts count as fresh. */
const aWhileMs = 10_000;

describe('facts that were not known', () => {
  const plays = [play(['n'], [declare('bundle:tools'), cell('a', 'mine'), cell('b')])];

  it('are read between waves, and the change shown is made', async () => {
    const node = new FakeNode({ catalogue: { tools: { a: { value: 'brought' } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(node.executed, ['install tools', 'set value of a', 'set value of b']);
    assert.deepEqual(valuesOf(node), { a: 'mine', b: 'x' });
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
  });

  it('may turn out as declared already, which is told apart from done', async () => {
    const node = new FakeNode({ catalogue: { tools: { a: { value: 'mine' } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'done install tools',
      'satisfied set value of a',
      'done set value of b',
    ]);
  });

  it('keep the outcomes in the order of the plan, whichever is settled first', async () => {
    const node = new FakeNode({ catalogue: { tools: { b: { value: 'x' } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'done install tools',
      'done set value of a',
      'satisfied set value of b',
    ]);
  });

  it('may not ask for more than was shown: the change is refused by name', async () => {
    const node = new FakeNode({ catalogue: { tools: { b: { value: 'brought', locked: true } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(codesOf(summary, 'n'), ['SP705']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'something that was not shown: unlock b');
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'done install tools',
      'not-started set value of a',
      'refused set value of b',
    ]);
    assert.deepEqual(node.executed, ['install tools']);
  });

  it('let the rest proceed after a refusal when the user chose so', async () => {
    const node = new FakeNode({ catalogue: { tools: { a: { value: 'brought', locked: true } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays, { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n'), ['done install tools', 'refused set value of a', 'done set value of b']);
  });
});

describe('facts that operations ask for themselves', () => {
  const probe = { ...cellModule, type: 'probe', decidesOnNode: () => true };
  const world = (node: FakeNode) => createWorld({ n: node }, { modules: [probe] });
  const value = { value: 'x' };
  const plays = [
    play(
      ['n'],
      [
        declare('bundle:tools'),
        declare('probe:a', value, { modules: [probe] }),
        declare('probe:b', value, { modules: [probe] }),
      ],
    ),
  ];

  it('are not waited for: everything goes out in one wave', async () => {
    const node = new FakeNode({ catalogue: { tools: {} } });
    const made = world(node);
    const summary = await planAndApply(made, plays);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(node.executed, ['install tools', 'set value of a', 'set value of b']);
    assert.lengthOf(
      made.journal.filter(({ kind }) => kind === 'wave-started'),
      1,
    );
    assert.equal(node.asked, 3, 'for the plan, before the first write and at the end');
  });

  it('keep a change from being made when what settles them was not done, whatever the user chose', async () => {
    for (const keepGoing of [false, true]) {
      const node = new FakeNode({ faults: { 'install tools': 'fails' }, catalogue: { tools: {} } });
      const summary = await planAndApply(world(node), plays, { keepGoing });
      assert.deepEqual(outcomesOf(summary, 'n'), [
        'failed install tools',
        'not-started set value of a',
        'not-started set value of b',
      ]);
    }
  });
});

describe('facts that were read a moment ago', () => {
  const freshForMs = 5000;
  const plays = [play(['n'], [cell('a')])];

  const cases: readonly {
    readonly what: string;
    readonly asked: number;
    readonly choice?: ApplyChoice;
    readonly between?: (node: FakeNode, wait: (ms: number) => void) => void;
  }[] = [
    { what: 'are not read again before the first write', asked: 2, choice: { freshForMs } },
    { what: 'are read again unless the run may do without', asked: 3 },
    {
      what: 'are read again when they are old by now',
      asked: 3,
      choice: { freshForMs },
      between: (_, wait) => wait(freshForMs + 1),
    },
    {
      what: 'are read again when another apply held the node in between',
      asked: 3,
      choice: { freshForMs },
      between: (node) => {
        node.held += 1;
      },
    },
  ];
  for (const { what, asked, choice, between } of cases) {
    it(what, async () => {
      const node = new FakeNode();
      const world = createWorld({ n: node });
      const planned = await plan(world, plays);
      between?.(node, world.wait);
      const summary = await apply(world, planned, choice);
      assert.deepEqual(statusesOf(summary), { n: 'converged' });
      assert.equal(node.asked, asked);
    });
  }

  it('are read again for a second play, after the first has written', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const summary = await planAndApply(world, [...plays, play(['n'], [cell('b')])], { freshForMs });
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.equal(node.asked, 4);
  });
});

describe('facts that the program of a wave brings with it', () => {
  const plays = [play(['n'], [declare('bundle:tools'), cell('a'), cell('b')])];

  it('are what the next wave and the proof go by, without asking', async () => {
    const node = new FakeNode({ answersAfterwards: true, catalogue: { tools: { a: { value: 'brought' } } } });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(valuesOf(node), { a: 'x', b: 'x' });
    assert.equal(node.asked, 2, 'for the plan and before the first write');
  });

  it('prove what was done, and show what did not hold', async () => {
    const node = new FakeNode({ answersAfterwards: true, catalogue: { tools: {} }, forgetful: ['b'] });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(codesOf(summary, 'n'), ['SP701']);
    assert.equal(node.asked, 2);
  });

  it('refuse what would need something that was not shown', async () => {
    const catalogue = { tools: { a: { value: 'brought', locked: true } } };
    const node = new FakeNode({ answersAfterwards: true, catalogue });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(codesOf(summary, 'n'), ['SP705']);
    assert.deepEqual(node.executed, ['install tools']);
  });

  it('are asked for when a step was not done', async () => {
    const faults = { 'set value of b': 'fails' } as const;
    const node = new FakeNode({ answersAfterwards: true, catalogue: { tools: {} }, faults });
    const summary = await planAndApply(createWorld({ n: node }), plays);
    assert.deepEqual(outcomesOf(summary, 'n'), ['done install tools', 'done set value of a', 'failed set value of b']);
    assert.equal(node.asked, 3, 'for the plan, before the first write and for the proof');
  });
});

describe('facts that moved since the plan', () => {
  it('refuse the change before the first write, by name', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [cell('b'), cell('a', 'new')])]);
    node.cells.set('a', { value: 'of somebody else' });
    world.wait(aWhileMs);
    const summary = await apply(world, planned);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(codesOf(summary, 'n'), ['SP704']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'cell:a on n is not what the plan found: value moved');
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of b', 'refused set value of a']);
  });

  it('refuse a change that would need other operations than those shown', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [cell('a', 'new')])]);
    node.cells.set('a', { value: 'old', locked: true });
    world.wait(aWhileMs);
    const summary = await apply(world, planned);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(codesOf(summary, 'n'), ['SP704']);
  });

  it('refuse a change that somebody else has made meanwhile', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [cell('a')])]);
    node.cells.set('a', { value: 'x' });
    world.wait(aWhileMs);
    assert.deepEqual(codesOf(await apply(world, planned), 'n'), ['SP704']);
  });

  it('leave the other nodes and, when the user chose so, the other changes alone', async () => {
    const moved = new FakeNode();
    const calm = new FakeNode();
    const world = createWorld({ moved, calm });
    const planned = await plan(world, [play(['moved', 'calm'], [cell('a'), cell('b')])]);
    moved.cells.set('a', { value: 'of somebody else' });
    world.wait(aWhileMs);
    const summary = await apply(world, planned, { keepGoing: true });
    assert.deepEqual(statusesOf(summary), { moved: 'failed', calm: 'converged' });
    assert.deepEqual(moved.executed, ['set value of b']);
  });

  it('are noticed even right after the plan, because they are read again under the lock of the node', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const planned = await plan(world, [play(['n'], [cell('a')])]);
    node.cells.set('a', { value: 'of another apply that has just ended' });
    const summary = await apply(world, planned);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
    assert.deepEqual(node.executed, []);
    assert.equal(node.asked, 2, 'once for the plan, once before the first write');
  });
});
