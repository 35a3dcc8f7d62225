import type { NodeIdentity, Plan, RunSummary } from '@setpoint/model';
import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { applyPlan } from '../../src/apply/index.ts';
import { holdToPlan } from '../../src/hold/index.ts';
import { closeNodes, type PlannedRun } from '../../src/plan/index.ts';
import {
  cell,
  codesOf,
  createWorld,
  declare,
  holder,
  outcomesOf,
  plan,
  play,
  statusesOf,
  valuesOf,
  type World,
} from '../world.ts';

type Plays = Parameters<typeof plan>[1];

/** What was decided on, and what a later run makes of it. */
type Decided = { readonly plan: Plan; readonly nodes: readonly NodeIdentity[] };

async function decide(world: World, plays: Plays): Promise<Decided> {
  const planned = await plan(world, plays);
  await closeNodes(planned.nodes);
  return { plan: asKept(planned.plan), nodes: planned.nodes.map(({ node, marks }) => ({ node: node.name, marks })) };
}

async function hold(world: World, plays: Plays, decided: Decided): Promise<PlannedRun> {
  const planned = await plan(world, plays);
  return holdToPlan(planned, asKept(planned.plan), decided);
}

async function carryOut(world: World, run: PlannedRun, allOrNothing = false): Promise<RunSummary> {
  const journal = { append: async (entry: World['journal'][number]) => void world.journal.push(entry) };
  const options = { journal, holder, keepGoing: false, savedPlan: 'sha256:decided', allOrNothing };
  const summary = await applyPlan(run, options, world.context);
  await closeNodes(run.nodes);
  return summary;
}

function asKept(made: Plan): Plan {
  return JSON.parse(JSON.stringify(made)) as Plan;
}

/** The details of all problems of a held run. */
function toldIn(run: PlannedRun): readonly string[] {
  return run.plan.plays.flatMap(({ nodes }) =>
    nodes.flatMap(({ diagnostics }) => diagnostics.map(({ detail }) => detail)),
  );
}

describe('a run that is held to a plan', () => {
  it('is refused where a change was to be confirmed in another time, or not at all', async () => {
    const restorable = { ...cellModule, restore: () => ({ kind: 'declared', declared: null }) as const };
    for (const [then, now] of [
      [60_000, 30_000],
      [60_000, undefined],
      [undefined, 60_000],
    ]) {
      const node = new FakeNode();
      const world = createWorld({ n: node }, { modules: [restorable] });
      const within = (ms: number | undefined) => [
        play(['n'], [{ ...cell('a'), ...(ms === undefined ? {} : { confirmWithinMs: ms }) }]),
      ];
      const run = await hold(world, within(now), await decide(world, within(then)));
      await carryOut(world, run);
      assert.deepEqual(node.executed, []);
      assert.include(toldIn(run).join(), '`confirm_within` is another one now');
    }
  });

  it('does all of it where nothing has moved, and says in the journal which plan it was', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a'), cell('b')])];
    const run = await hold(world, plays, await decide(world, plays));
    assert.deepEqual(statusesOf(await carryOut(world, run)), { n: 'converged' });
    assert.deepEqual(node.executed, ['set value of a', 'set value of b']);
    const started = world.journal.find((entry) => entry.kind === 'run-started');
    assert.equal(started?.savedPlan, 'sha256:decided');
  });

  it('finds nothing to do when all of it was done before', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a')])];
    const decided = await decide(world, plays);
    await carryOut(world, await hold(world, plays, decided));
    const again = await hold(world, plays, decided);
    assert.equal(again.plan.totals.operations, 0);
    const summary = await carryOut(world, again);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(outcomesOf(summary, 'n'), ['satisfied set value of a']);
    assert.deepEqual(node.executed, ['set value of a']);
  });

  it('refuses what has moved by name, with the planned and the current value, and does the rest', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a'), cell('b')])];
    const decided = await decide(world, plays);
    node.cells.set('a', { value: 'moved' });
    const run = await hold(world, plays, decided);
    assert.deepEqual(toldIn(run), [
      'cell:a on n is not done: value was planned from "old" to "x", and is "moved" now.',
    ]);
    const summary = await carryOut(world, run);
    assert.deepEqual(outcomesOf(summary, 'n'), ['refused set value of a', 'done set value of b']);
    assert.deepEqual(codesOf(summary, 'n'), ['SP707']);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
    assert.deepEqual(valuesOf(node), { a: 'moved', b: 'x' });
  });

  it('refuses what was as declared and is not any more', async () => {
    const node = new FakeNode({ cells: { a: { value: 'x' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a')])];
    const decided = await decide(world, plays);
    node.cells.set('a', { value: 'moved' });
    const run = await hold(world, plays, decided);
    assert.deepEqual(toldIn(run), [
      'cell:a on n is not done: value was as declared, and is "moved" now, where "x" is declared.',
    ]);
    await carryOut(world, run);
    assert.deepEqual(node.executed, []);
  });

  it('refuses a change that would take other operations', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a')])];
    const decided = await decide(world, plays);
    node.cells.set('a', { value: 'old', locked: true });
    const run = await hold(world, plays, decided);
    assert.include(toldIn(run)[0], 'now it would take to unlock a, then set value of a');
  });

  it('does not do what depends on a refused change, also through others, and does the rest', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const resources = [
      cell('a'),
      cell('b', 'x', { after: ['cell:a'] }),
      cell('c', 'x', { after: ['cell:b'] }),
      cell('d'),
    ];
    const plays = [play(['n'], resources)];
    const decided = await decide(world, plays);
    node.cells.set('a', { value: 'moved' });
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'refused set value of a',
      'not-started set value of b',
      'not-started set value of c',
      'done set value of d',
    ]);
  });

  it('does not hold up other nodes', async () => {
    const nodes = {
      m: new FakeNode({ cells: { a: { value: 'old' } } }),
      n: new FakeNode({ cells: { a: { value: 'old' } } }),
    };
    const world = createWorld(nodes);
    const plays = [play(['m', 'n'], [cell('a')])];
    const decided = await decide(world, plays);
    nodes.m.cells.set('a', { value: 'moved' });
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(statusesOf(summary), { m: 'failed', n: 'converged' });
  });

  it('tells a secret that moved without telling it', async () => {
    const node = new FakeNode({ cells: { a: { password: 'tiger' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [declare('cell:a', { password: 'lion' })])];
    const decided = await decide(world, plays);
    node.cells.set('a', { password: 'panther' });
    const run = await hold(world, plays, decided);
    assert.deepEqual(toldIn(run), [
      'cell:a on n is not done: password was planned from a secret value to a secret value, and is another secret value now.',
    ]);
  });

  it('fills in what was not known as soon as what it waited for is there', async () => {
    const node = new FakeNode({ catalogue: { tools: { a: { value: 'brought' } } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [declare('bundle:tools'), cell('a', 'mine')])];
    const decided = await decide(world, plays);
    // A run that was cut off after the bundle.
    node.bundles.add('tools');
    node.cells.set('a', { value: 'brought' });
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(outcomesOf(summary, 'n'), ['satisfied install tools', 'done set value of a']);
  });

  it('refuses what can no longer be read, and does the rest', async () => {
    const denied: string[] = [];
    const node = new FakeNode({ denied });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a'), cell('b')])];
    const decided = await decide(world, plays);
    denied.push('a');
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(outcomesOf(summary, 'n'), ['refused set value of a', 'done set value of b']);
  });

  it('leaves a node alone that was not planned whole', async () => {
    const node = new FakeNode({ denied: ['a'] });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a'), cell('b')])];
    const summary = await carryOut(world, await hold(world, plays, await decide(world, plays)));
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of b']);
    assert.deepEqual(node.executed, []);
  });

  it('refuses nothing of a node that it cannot reach: that node is unreachable', async () => {
    const node = new FakeNode();
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a')])];
    const decided = await decide(world, plays);
    node.isReachable = false;
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(statusesOf(summary), { n: 'unreachable' });
  });

  it('refuses what moves between the comparison and the write, and what depends on it, and does the rest', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a'), cell('b', 'x', { after: ['cell:a'] }), cell('c')])];
    const run = await hold(world, plays, await decide(world, plays));
    node.cells.set('a', { value: 'moved' });
    const summary = await carryOut(world, run);
    assert.deepEqual(codesOf(summary, 'n'), ['SP704']);
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'refused set value of a',
      'not-started set value of b',
      'done set value of c',
    ]);
  });

  it('writes nowhere when all or nothing is asked for and one node moves after the comparison', async () => {
    const nodes = {
      m: new FakeNode({ cells: { a: { value: 'old' } } }),
      n: new FakeNode({ cells: { a: { value: 'old' } } }),
    };
    const world = createWorld(nodes);
    const plays = [play(['m', 'n'], [cell('a')])];
    const decided = await decide(world, plays);
    const run = await hold(world, plays, decided);
    nodes.n.cells.set('a', { value: 'moved' });
    const summary = await carryOut(world, run, true);
    assert.deepEqual(statusesOf(summary), { m: 'not-started', n: 'failed' });
    assert.deepEqual([...nodes.m.executed, ...nodes.n.executed], []);
    assert.isUndefined(nodes.m.holder);
    nodes.n.cells.set('a', { value: 'old' });
    const whole = await carryOut(world, await hold(world, plays, decided), true);
    assert.deepEqual(statusesOf(whole), { m: 'converged', n: 'converged' });
  });

  it('goes on with later plays: what was refused was not broken', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } } });
    const world = createWorld({ n: node });
    const plays = [play(['n'], [cell('a')]), play(['n'], [cell('b')])];
    const decided = await decide(world, plays);
    node.cells.set('a', { value: 'moved' });
    const summary = await carryOut(world, await hold(world, plays, decided));
    assert.deepEqual(outcomesOf(summary, 'n'), ['refused set value of a', 'done set value of b']);
  });

  describe('by what a node says about itself', () => {
    const cases = [
      { title: 'the same words are the same node', saved: { id: 'a' }, now: { id: 'a' }, isSame: true },
      { title: 'another word is another node', saved: { id: 'a' }, now: { id: 'b' }, isSame: false },
      {
        title: 'one of two words is enough to differ',
        saved: { id: 'a', key: 'k' },
        now: { id: 'a', key: 'l' },
        isSame: false,
      },
      {
        title: 'a word that only one of them has is not compared',
        saved: { id: 'a' },
        now: { id: 'a', key: 'k' },
        isSame: true,
      },
      { title: 'without a common word nobody can tell', saved: { id: 'a' }, now: { key: 'k' }, isSame: false },
      { title: 'a node that is silent now was another one', saved: { id: 'a' }, now: {}, isSame: false },
      { title: 'a node that said nothing then cannot be told from another', saved: {}, now: { id: 'a' }, isSame: true },
      { title: 'nodes that say nothing are taken for the same', saved: {}, now: {}, isSame: true },
    ];
    for (const { title, saved, now, isSame } of cases) {
      it(title, async () => {
        const node = new FakeNode();
        const world = createWorld({ n: node });
        const plays = [play(['n'], [cell('a')])];
        const decided = await decide(world, plays);
        const planned = await plan(world, plays);
        const marked = { ...planned, nodes: planned.nodes.map((each) => ({ ...each, marks: now })) };
        const run = holdToPlan(marked, asKept(planned.plan), { ...decided, nodes: [{ node: 'n', marks: saved }] });
        const summary = await carryOut(world, run);
        assert.deepEqual(node.executed, isSame ? ['set value of a'] : []);
        assert.deepEqual(codesOf(summary, 'n'), isSame ? [] : ['SP819']);
      });
    }
  });
});
