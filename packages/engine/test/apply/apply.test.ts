import type { Address } from '@setpoint/model';
import { FakeNode } from '@setpoint/testkit';
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
  plannedTitles,
  play,
  statusesOf,
  valuesOf,
} from '../world.ts';

describe('applying a plan', () => {
  it('executes exactly what was planned, in that order, and converges', async () => {
    const node = new FakeNode({ cells: { b: { value: 'old' }, c: {} } });
    const world = createWorld({ n: node });
    const resources = [cell('a'), cell('b', 'new'), declare('cell:c', { state: 'absent' })];
    const planned = await plan(world, [play(['n'], resources)]);
    const summary = await apply(world, planned);
    assert.deepEqual(node.executed, ['set value of a', 'set value of b', 'remove c']);
    assert.deepEqual(node.executed, plannedTitles(planned, 'n'));
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(valuesOf(node), { a: 'x', b: 'new' });
  });

  it('neither locks nor writes nor asks again where nothing is to be done', async () => {
    const node = new FakeNode({ cells: { a: { value: 'x' } } });
    const world = createWorld({ n: node });
    const summary = await planAndApply(world, [play(['n'], [cell('a')])]);
    assert.deepEqual(node.executed, []);
    assert.equal(node.asked, 1);
    assert.deepEqual(outcomesOf(summary, 'n'), []);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
  });

  it('releases the lock of every node at its end', async () => {
    const node = new FakeNode();
    await planAndApply(createWorld({ n: node }), [play(['n'], [cell('a')])]);
    assert.isUndefined(node.holder);
  });

  it('changes nothing on a node that another apply holds, and names the holder', async () => {
    const node = new FakeNode();
    node.holder = { who: 'bob', host: 'laptop', pid: 9, run: 'r0', since: 'today' };
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], [cell('a')])]);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(codesOf(summary, 'n'), ['SP555']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'bob on laptop (process 9, run r0, since today)');
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of a']);
  });

  it('goes on where the node has no means for a lock, and warns of it once', async () => {
    const node = new FakeNode({ lock: { kind: 'unsupported', why: 'the node has no flock' } });
    const world = createWorld({ n: node });
    const summary = await planAndApply(world, [play(['n'], [cell('a')]), play(['n'], [cell('b')])]);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(codesOf(summary, 'n'), ['SP556']);
    assert.equal(summary.nodes[0]?.diagnostics[0]?.severity, 'warning');
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'the node has no flock');
  });

  it('changes nothing where the lock cannot be trusted', async () => {
    const node = new FakeNode({ lock: { kind: 'refused', why: '/run/setpoint.lock is a link' } });
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], [cell('a')])]);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(codesOf(summary, 'n'), ['SP557']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, '/run/setpoint.lock is a link');
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of a']);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
  });

  it('does the rest of a play on the other nodes when one fails', async () => {
    const bad = new FakeNode({ faults: { 'set value of a': 'fails' } });
    const good = new FakeNode();
    const world = createWorld({ bad, good });
    const summary = await planAndApply(world, [play(['bad', 'good'], [cell('a'), cell('b')])]);
    assert.deepEqual(statusesOf(summary), { bad: 'failed', good: 'converged' });
    assert.deepEqual(outcomesOf(summary, 'bad'), ['failed set value of a', 'not-started set value of b']);
    assert.deepEqual(valuesOf(good), { a: 'x', b: 'x' });
  });

  it('never tells done when no record came back, and leaves the node alone after that', async () => {
    const node = new FakeNode({ faults: { 'set value of b': 'is lost' } });
    const world = createWorld({ n: node });
    const resources = [cell('a'), cell('b'), cell('c')];
    const summary = await planAndApply(world, [play(['n'], resources)], { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'done set value of a',
      'unknown set value of b',
      'unknown set value of c',
    ]);
    assert.deepEqual(statusesOf(summary), { n: 'unknown' });
    assert.deepEqual(node.executed, ['set value of a', 'set value of b']);
  });

  it('fails a resource that is not as declared afterwards, with declared and found value', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } }, forgetful: ['a'] });
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], [cell('a', 'new'), cell('b')])]);
    assert.deepEqual(codesOf(summary, 'n'), ['SP701']);
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail, 'value is declared "new" and was found "old"');
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
  });

  it('finds nothing to do the second time', async () => {
    const node = new FakeNode({ catalogue: { tools: { a: { value: 'brought' } } } });
    const plays = [play(['n'], [declare('bundle:tools'), cell('a'), cell('b')])];
    const world = createWorld({ n: node });
    await planAndApply(world, plays);
    const again = await plan(world, plays);
    assert.deepEqual(plannedTitles(again, 'n'), []);
  });
});

describe('going on after a failure', () => {
  const dependent = (address: Address, ...needs: readonly Address[]) => declare(address, { value: 'x', needs });

  it('skips what depends on it, directly or through something that needs no change', async () => {
    const node = new FakeNode({ cells: { b: { value: 'x' } }, faults: { 'set value of a': 'fails' } });
    const resources = [cell('a'), dependent('cell:b', 'cell:a'), dependent('cell:c', 'cell:b'), cell('d')];
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], resources)], { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'failed set value of a',
      'not-started set value of c',
      'done set value of d',
    ]);
  });

  it('skips what depends on a resource that could not be planned', async () => {
    const node = new FakeNode({ denied: ['a'] });
    const resources = [cell('a'), dependent('cell:b', 'cell:a'), cell('c')];
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], resources)], { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of b', 'done set value of c']);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
  });

  it('skips what waits for a fact that the failure was to settle', async () => {
    const node = new FakeNode({ catalogue: { tools: {} }, faults: { 'install tools': 'fails' } });
    const resources = [declare('bundle:tools'), cell('a')];
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], resources)], { keepGoing: true });
    assert.deepEqual(outcomesOf(summary, 'n'), ['failed install tools', 'not-started set value of a']);
  });

  it('leaves an incompletely planned node alone unless it was asked to go on', async () => {
    const node = new FakeNode({ denied: ['a'] });
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], [cell('a'), cell('b')])]);
    assert.deepEqual(outcomesOf(summary, 'n'), ['not-started set value of b']);
    assert.deepEqual(codesOf(summary, 'n'), ['SP601']);
  });
});

describe('adjacent operations of one type', () => {
  const bundles = [declare('bundle:one'), declare('bundle:two')];

  it('are executed as one, and each resource gets the outcome', async () => {
    const node = new FakeNode({ catalogue: { one: {}, two: {} } });
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], bundles)]);
    assert.deepEqual(node.executed, ['install one two']);
    assert.deepEqual(outcomesOf(summary, 'n'), ['done install one', 'done install two']);
  });

  it('fail as one', async () => {
    const node = new FakeNode({ catalogue: { one: {} } });
    const summary = await planAndApply(createWorld({ n: node }), [play(['n'], [...bundles, cell('a')])]);
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'failed install one',
      'failed install two',
      'not-started set value of a',
    ]);
  });

  it('stay apart when they act as different accounts', async () => {
    const node = new FakeNode({ catalogue: { one: {}, two: {} } });
    const [one, two] = bundles;
    const resources = [one, two].flatMap((each, index) =>
      each === undefined ? [] : [index === 0 ? each : { ...each, runAs: 'ann' }],
    );
    await planAndApply(createWorld({ n: node }), [play(['n'], resources)]);
    assert.deepEqual(node.executed, ['install one', 'install two']);
  });
});
