import { assert } from 'chai';
import { peerSuite, readWithMbpoll, startPymodbusPeer } from '../peers/index.ts';
import { answerTo, openForTest, readHolding, words, writeRegister } from './open-for-test.ts';

peerSuite('a client and a device on pymodbus', () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  for (const kind of ['tcp', 'rtu-over-tcp'] as const) {
    it(`read, write and identify over ${kind}`, async () => {
      const device = await startPymodbusPeer(kind);
      stops.push(device.stop);
      const client = await openForTest({ kind, host: '127.0.0.1', port: device.port });
      stops.push(() => client.close());

      assert.deepEqual(await answerTo(client, readHolding(5, 2, 1)), { kind: 'words', words: [2005, 2006] });
      assert.deepEqual(await answerTo(client, readHolding(5, 2, 2)), { kind: 'words', words: [3005, 3006] });
      const coils = await answerTo(client, { kind: 'read-bits', unit: 1, table: 'coil', address: 0, count: 10 });
      assert.deepEqual(coils, { kind: 'bits', bits: Array.from({ length: 10 }, (_, index) => index % 3 === 0) });

      const written = { kind: 'written' } as const;
      assert.deepEqual(await answerTo(client, writeRegister(7, 777)), written);
      const several = { kind: 'write-registers', unit: 1, address: 8, values: [1, 65535] } as const;
      assert.deepEqual(await answerTo(client, several), written);
      assert.deepEqual(
        await answerTo(client, { kind: 'mask-write', unit: 1, address: 5, and: 0xff00, or: 1 }),
        written,
      );
      assert.deepEqual(await answerTo(client, readHolding(5, 5)), {
        kind: 'words',
        words: [0x0701, 2006, 777, 1, 65535],
      });
      const values = [true, true, false, true, true, true, true, true, true];
      assert.deepEqual(await answerTo(client, { kind: 'write-coils', unit: 1, address: 20, values }), written);
      const read = await answerTo(client, { kind: 'read-bits', unit: 1, table: 'coil', address: 20, count: 9 });
      assert.deepEqual(read, { kind: 'bits', bits: values });
      const both = { read: { address: 50, count: 2 }, write: { address: 51, values: [9] } };
      assert.deepEqual(await answerTo(client, { kind: 'read-write', unit: 1, ...both }), {
        kind: 'words',
        words: [2050, 9],
      });

      const refused = await client.request(readHolding(99, 2), { timeoutMs: 5000 });
      assert.deepEqual(refused, { status: 'exception', code: 2 });
      const identity = await answerTo(client, { kind: 'identify', unit: 1, code: 1, object: 0 });
      assert.deepInclude(identity, { kind: 'identification', moreFollows: false });
      const objects = identity.kind === 'identification' ? identity.objects : {};
      assert.deepEqual(objects, { 0: 'Setpoint Tests', 1: 'SP-1', 2: '1.2' });
      assert.deepEqual(await client.request(readHolding(0), { timeoutMs: 5000 }), words(2000));
      if (kind === 'rtu-over-tcp') return;

      const target = { kind: 'tcp', port: device.port } as const;
      const range = { table: 'holding', address: 7, count: 3 } as const;
      assert.deepEqual(await readWithMbpoll(target, range), [777, 1, 65535]);
      const silent = await client.request(readHolding(0, 1, 9), { timeoutMs: 200 });
      assert.deepEqual(silent, { status: 'timed-out', why: 'the device did not answer within 200 ms' });
    });
  }
});
