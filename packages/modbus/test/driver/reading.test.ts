import type { LabPoint } from '@setpoint/lab';
import type { Answer, Json } from '@setpoint/model';
import { assert } from 'chai';
import type { Table } from '../../src/codec/index.ts';
import { identificationQuery, registersQuery } from '../../src/driver/query.ts';
import { type Bench, nodeFor, openBench, openChannel } from '../support/bench.ts';

/** Holding registers from an address on, each holding its own address. */
function block(address: number, count: number, more: Partial<LabPoint> = {}): LabPoint {
  return { table: 'holding', address, words: Array.from({ length: count }, (_, index) => address + index), ...more };
}

function singles(first: number, count: number, table: Table = 'holding') {
  return Array.from({ length: count }, (_, index) => registersQuery(table, first + index, 1));
}

describe('asking a Modbus device', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  async function ask(queries: readonly ReturnType<typeof registersQuery>[]): Promise<readonly Answer[]> {
    const result = await bench.channel.ask(queries.map((query) => ({ query })));
    if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
    return result.answers;
  }
  const wordsOf = (answers: readonly Answer[]): readonly Json[] =>
    answers.map((answer) => (answer.status === 'found' ? (answer.value['words'] ?? null) : answer.status));

  it('reads 500 registers in the fewest requests there can be', async () => {
    bench = await openBench({ points: [block(0, 500)], limits: { words: 125 } });
    const answers = await ask(singles(0, 500));
    assert.deepEqual(
      wordsOf(answers),
      Array.from({ length: 500 }, (_, index) => [index]),
    );
    assert.deepEqual(bench.device.requests, [3, 3, 3, 3]);
  });

  it('answers in the order of the questions, whatever their order and tables', async () => {
    bench = await openBench({
      points: [
        block(10, 4),
        { table: 'coil', address: 3, words: [1, 0, 1] },
        { table: 'discrete', address: 3, words: [1] },
        { table: 'input', address: 0, words: [7] },
      ],
    });
    const answers = await ask([
      registersQuery('holding', 12, 2),
      registersQuery('coil', 5, 1),
      registersQuery('holding', 10, 1),
      registersQuery('discrete', 3, 1),
      registersQuery('input', 0, 1),
      registersQuery('coil', 4, 1),
    ]);
    assert.deepEqual(wordsOf(answers), [[12, 13], [1], [10], [1], [7], [0]]);
    assert.sameMembers([...bench.device.requests], [1, 2, 3, 4]);
  });

  it('splits a request at a hole that it found, and does not fall into it again', async () => {
    bench = await openBench({ points: [block(0, 3), block(5, 3)] });
    const queries = [...singles(0, 3), ...singles(5, 3)];
    assert.deepEqual(wordsOf(await ask(queries)), [[0], [1], [2], [5], [6], [7]]);
    assert.lengthOf(bench.device.requests, 3, 'one that failed and two that did not');
    await ask(queries);
    assert.lengthOf(bench.device.requests, 5);
  });

  it('says which of the asked registers are not there, and spoils no other with them', async () => {
    bench = await openBench({ points: [block(0, 3), block(4, 4)] });
    const queries = singles(0, 8);
    assert.deepEqual(wordsOf(await ask(queries)), [[0], [1], [2], 'absent', [4], [5], [6], [7]]);
    const before = bench.device.requests.length;
    await ask(queries);
    assert.equal(bench.device.requests.length - before, 3, 'both sides and the missing one');
  });

  it('takes less at once from a device that refuses much at once, and remembers how much it takes', async () => {
    bench = await openBench({ points: [block(0, 100)], limits: { words: 20 } });
    const queries = singles(0, 100);
    assert.deepEqual(
      wordsOf(await ask(queries)),
      Array.from({ length: 100 }, (_, index) => [index]),
    );
    const before = bench.device.requests.length;
    await ask(queries);
    assert.isAtMost(bench.device.requests.length - before, 9);
  });

  it('never splits a value', async () => {
    bench = await openBench({ points: [block(0, 40)], limits: { words: 5 } });
    const answers = await ask(Array.from({ length: 10 }, (_, index) => registersQuery('holding', index * 4, 4)));
    assert.deepEqual(wordsOf(answers)[9], [36, 37, 38, 39]);
  });

  it('tells what the device says of itself', async () => {
    bench = await openBench({ points: [], identity: ['ACME', 'P-1', '2.4'] });
    const result = await bench.channel.ask([{ query: identificationQuery }]);
    assert.deepEqual(result, {
      kind: 'answered',
      answers: [{ status: 'found', value: { vendor: 'ACME', product_code: 'P-1', revision: '2.4' } }],
    });
  });

  it('names the unit that does not answer', async () => {
    bench = await openBench({ points: [block(0, 1)] }, { unit: 9, retries: 0, timeout_seconds: 0.1 });
    const result = await bench.channel.ask([{ query: registersQuery('holding', 0, 1) }]);
    assert.equal(result.kind, 'failed');
    assert.include(result.kind === 'failed' ? result.diagnostic : {}, { code: 'SP572', node: 'plc' });
    assert.match(
      result.kind === 'failed' ? result.diagnostic.detail : '',
      /^Unit 9 at 127\.0\.0\.1:\d+ gives no usable reply: /,
    );
    assert.match(result.kind === 'failed' ? (result.diagnostic.hint ?? '') : '', /^Compare unit and framing /);
  });

  it('names the endpoint that cannot be reached', async () => {
    bench = await openBench({ points: [] });
    const channel = await openChannel(nodeFor({ port: 1, unit: 1 }));
    const result = await channel.ask([{ query: registersQuery('holding', 0, 1) }]);
    await channel.close();
    assert.include(result.kind === 'failed' ? result.diagnostic : {}, { code: 'SP571', node: 'plc' });
    assert.match(
      result.kind === 'failed' ? result.diagnostic.detail : '',
      /^The device cannot be reached: 127\.0\.0\.1:1 refuses/,
    );
  });

  it('works with a device that closes the connection after each reply', async () => {
    bench = await openBench({ points: [block(0, 1), block(500, 1)], closesAfterReply: true });
    assert.deepEqual(wordsOf(await ask([registersQuery('holding', 0, 1), registersQuery('holding', 500, 1)])), [
      [0],
      [500],
    ]);
  });

  it('lets go of the connection when it has nothing to ask', async () => {
    bench = await openBench({ points: [block(0, 1)] });
    await ask(singles(0, 1));
    assert.equal(bench.device.connections().now, 1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(bench.device.connections().now, 0);
    assert.deepEqual(wordsOf(await ask(singles(0, 1))), [[0]]);
    assert.equal(bench.device.connections().most, 1);
  });
});
