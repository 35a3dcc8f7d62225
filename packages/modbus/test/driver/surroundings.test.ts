import type { LabPoint } from '@setpoint/lab';
import { assert } from 'chai';
import type { CellWrite, Condition, WriteAction } from '../../src/driver/action.ts';
import { type Bench, openBench, put, run, tell, writeOperation } from '../support/bench.ts';

const runCoil = put({ table: 'coil', address: 0 }, false);
const commit = put({ address: 90 }, 1);
const commitOnly = put({ address: 95 }, 9);
const guarded: Partial<WriteAction> = { guard: [runCoil], persist: commit };
const [first, second, third] = [10, 11, 12].map((address) => put({ address }, 5)) as [CellWrite, CellWrite, CellWrite];

const points: readonly LabPoint[] = [
  { table: 'coil', address: 0, words: [1] },
  { table: 'holding', address: 10, words: [1, 2, 3], interlock: { table: 'coil', address: 0, word: 0 } },
  { table: 'holding', address: 90, words: [0], selfClearing: true },
  { table: 'holding', address: 95, words: [2] },
];

const mustBe = (value: number): Condition => ({
  cell: put({ address: 95 }, 0).cell,
  test: { kind: 'is', words: value.toString(16).padStart(4, '0'), mask: [0xffff], text: String(value) },
});

describe('adjacent writes with the same guard and commit', () => {
  let bench: Bench;
  afterEach(() => bench.close());
  const taken = (): readonly string[] =>
    bench.device.writes.map(({ table, address, words }) => `${table} ${address} = ${words.join(' ')}`);

  it('set the guard once, write, commit once, and put the guard back', async () => {
    bench = await openBench({ points });
    const outcomes = await run(
      bench.channel,
      [first, second, third].map((write) => writeOperation(write, guarded)),
    );
    assert.deepEqual(outcomes.map(tell), [
      'done 2 writes (FC5, FC6)',
      'done 1 write (FC6)',
      'done 3 writes (FC6, FC5, FC6)',
    ]);
    assert.deepEqual(taken(), [
      'coil 0 = 0',
      'holding 10 = 5',
      'holding 11 = 5',
      'holding 12 = 5',
      'coil 0 = 1',
      'holding 90 = 1',
    ]);
  });

  it('commit once for writes with different guards', async () => {
    bench = await openBench({ points });
    const outcomes = await run(bench.channel, [
      writeOperation(first, guarded),
      writeOperation(commitOnly, { persist: commit }),
    ]);
    assert.deepEqual(outcomes.map(tell), ['done 3 writes (FC5, FC6, FC5)', 'done 2 writes (FC6, FC6)']);
    assert.deepEqual(taken(), ['coil 0 = 0', 'holding 10 = 5', 'coil 0 = 1', 'holding 95 = 9', 'holding 90 = 1']);
  });

  it('put the guard back after a failure, commit nothing and write nothing more', async () => {
    bench = await openBench({ points });
    const missing = put({ address: 50 }, 5);
    const outcomes = await run(
      bench.channel,
      [first, missing, third].map((write) => writeOperation(write, guarded)),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['done', 'failed', 'not-started'],
    );
    assert.deepEqual(taken(), ['coil 0 = 0', 'holding 10 = 5', 'coil 0 = 1']);
  });

  it('leave a guard alone that is as wanted already', async () => {
    bench = await openBench({ points });
    bench.device.set('coil', 0, [0]);
    await run(bench.channel, [writeOperation(first, guarded)]);
    assert.deepEqual(taken(), ['holding 10 = 5', 'holding 90 = 1']);
  });

  it('commit nothing when nothing had to be written', async () => {
    bench = await openBench({ points });
    bench.device.set('holding', 10, [5]);
    const outcomes = await run(bench.channel, [writeOperation(first, { persist: commit })]);
    assert.deepEqual(outcomes.map(tell), ['done no write; it held the value already']);
    assert.deepEqual(taken(), []);
  });

  it('tell that a change is not permanent when the commit fails', async () => {
    bench = await openBench({ points: points.filter(({ address }) => address !== 90) });
    const [outcome] = await run(bench.channel, [writeOperation(first, guarded)]);
    assert.match(outcome === undefined ? '' : tell(outcome), /^failed the change is not permanent: .*exception 2/);
    assert.deepEqual(taken(), ['coil 0 = 0', 'holding 10 = 5', 'coil 0 = 1']);
  });

  it('do not share a guard that stays set with one that is put back', async () => {
    bench = await openBench({ points });
    await run(bench.channel, [
      writeOperation(first, { guard: [runCoil], restoresGuard: true }),
      writeOperation(second, { guard: [runCoil], restoresGuard: false }),
    ]);
    assert.deepEqual(taken(), ['coil 0 = 0', 'holding 10 = 5', 'coil 0 = 1', 'coil 0 = 0', 'holding 11 = 5']);
  });

  it('set a guard that cannot be read, such as a word that unlocks, when it is not to be put back', async () => {
    bench = await openBench({ points: [...points, { table: 'holding', address: 99, words: [0], access: 'write' }] });
    const plain = put({ address: 99 }, 7);
    const unlock = { ...plain, cell: { ...plain.cell, readAddress: null } };
    await run(bench.channel, [writeOperation(put({ address: 95 }, 3), { guard: [unlock], restoresGuard: false })]);
    assert.deepEqual(taken(), ['holding 99 = 7', 'holding 95 = 3']);
  });

  it('write nothing when the guard cannot be set', async () => {
    bench = await openBench({
      points: [...points.slice(1), { table: 'coil', address: 0, words: [1], access: 'read' }],
    });
    const [outcome] = await run(bench.channel, [writeOperation(first, guarded)]);
    assert.match(outcome === undefined ? '' : tell(outcome), /^failed the guard could not be set: /);
    assert.deepEqual(taken(), []);
  });
});

describe('a condition for writing', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  it('is read right before the write, and refuses it by name', async () => {
    bench = await openBench({ points: [...points.slice(2), { table: 'holding', address: 10, words: [1] }] });
    const [held] = await run(bench.channel, [writeOperation(first, { expect: [mustBe(2)] })]);
    assert.equal(held?.status, 'done');
    bench.device.set('holding', 95, [7]);
    bench.device.set('holding', 10, [1]);
    const [refused] = await run(bench.channel, [writeOperation(first, { expect: [mustBe(2)] })]);
    assert.deepEqual(refused, {
      status: 'refused',
      reason: 'holding95 (holding 95) must be 2 and is 7; nothing was written',
    });
    assert.lengthOf(bench.device.writes, 1);
  });
});
