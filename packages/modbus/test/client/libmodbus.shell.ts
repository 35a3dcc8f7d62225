import { assert } from 'chai';
import { type ModbusClient, openClient } from '../../src/client/index.ts';
import type { ModbusReply, ModbusRequest } from '../../src/codec/index.ts';
import {
  type PlcOptions,
  type PlcPeer,
  peerSuite,
  plcFaults,
  plcRegisters,
  plcWitnesses,
  readWithMbpoll,
  startLibmodbusPeer,
} from '../peers/index.ts';
import { answerTo, openForTest, readHolding, words, writeRegister } from './open-for-test.ts';

peerSuite('a client and a controller on libmodbus', () => {
  let plc: PlcPeer;
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    plc = await startPlc();
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function startPlc(options: PlcOptions = {}): Promise<PlcPeer> {
    const peer = await startLibmodbusPeer(options);
    stops.push(peer.stop);
    return peer;
  }

  async function open(port = plc.port): Promise<ModbusClient> {
    const client = await openForTest({ kind: 'tcp', host: '127.0.0.1', port });
    stops.push(() => client.close());
    return client;
  }

  const reads: readonly (readonly [ModbusRequest, ModbusReply])[] = [
    [
      { kind: 'read-bits', unit: 1, table: 'coil', address: 0, count: 3 },
      { kind: 'bits', bits: [true, false, false] },
    ],
    [
      { kind: 'read-bits', unit: 1, table: 'discrete', address: 0, count: 11 },
      { kind: 'bits', bits: Array.from({ length: 11 }, (_, address) => address % 2 === 1) },
    ],
    [readHolding(0, 3), { kind: 'words', words: [1000, 1001, 1002] }],
    [
      { kind: 'read-words', unit: 1, table: 'input', address: 4, count: 2 },
      { kind: 'words', words: [504, 505] },
    ],
    [readHolding(300, 125), { kind: 'words', words: Array.from({ length: 125 }, () => 0) }],
  ];
  for (const [request, reply] of reads) {
    it(`reads ${JSON.stringify(request)}`, async () => {
      assert.deepEqual(await answerTo(await open(), request), reply);
    });
  }

  const writes: readonly (readonly [ModbusRequest, string, 'coil' | 'holding', number, readonly number[]])[] = [
    [{ kind: 'write-coil', unit: 1, address: 8, value: true }, '5 8 1', 'coil', 8, [1]],
    [writeRegister(20, 65535), '6 20 65535', 'holding', 20, [65535]],
    [
      { kind: 'write-coils', unit: 1, address: 10, values: [true, false, true, true, false, false, true, false, true] },
      '15 10 1 0 1 1 0 0 1 0 1',
      'coil',
      10,
      [1, 0, 1, 1, 0, 0, 1, 0, 1],
    ],
    [{ kind: 'write-registers', unit: 1, address: 108, values: [1, 2] }, '16 108 1 2', 'holding', 108, [1, 2]],
    [{ kind: 'mask-write', unit: 1, address: 1, and: 0xff00, or: 0x0005 }, '22 1 773', 'holding', 1, [0x0305]],
  ];
  for (const [request, logged, table, address, values] of writes) {
    it(`writes with ${request.kind}, as the controller and mbpoll tell too`, async () => {
      assert.deepEqual(await answerTo(await open(), request), { kind: 'written' });
      assert.deepEqual(plc.writes(), [logged]);
      const target = { kind: 'tcp', port: plc.port } as const;
      assert.deepEqual(await readWithMbpoll(target, { table, address, count: values.length }), values);
    });
  }

  it('writes and reads with one request', async () => {
    const write = { address: 31, values: [7, 8] };
    const request: ModbusRequest = { kind: 'read-write', unit: 1, read: { address: 30, count: 4 }, write };
    assert.deepEqual(await answerTo(await open(), request), { kind: 'words', words: [1030, 7, 8, 1033] });
  });

  const refusals: readonly (readonly [string, ModbusRequest, number])[] = [
    ['a hole', readHolding(118, 4), 2],
    ['registers beyond its last', readHolding(1999, 2), 2],
    ['a write to a read-only register', writeRegister(plcRegisters.readOnly, 1), 2],
    ['a value out of range', writeRegister(plcRegisters.ranged, 101), 3],
    ['half a number of 32 bits', writeRegister(plcRegisters.pair, 1), 3],
    ['its identification', { kind: 'identify', unit: 1, code: 1, object: 0 }, 1],
  ];
  for (const [what, request, code] of refusals) {
    it(`hears that it refuses ${what}`, async () => {
      const result = await (await open()).request(request, { timeoutMs: 5000 });
      assert.deepEqual(result, { status: 'exception', code });
      assert.deepEqual(plc.writes(), []);
    });
  }

  it('hears that an interlock keeps a value out', async () => {
    const client = await open();
    await answerTo(client, { kind: 'write-coil', unit: 1, address: 0, value: false });
    const refused = await client.request(writeRegister(plcRegisters.interlocked, 5), { timeoutMs: 5000 });
    assert.deepEqual(refused, { status: 'exception', code: 4 });
  });

  it('hears that it is busy, as often as it is', async () => {
    const client = await open();
    await answerTo(client, writeRegister(plcFaults.busyRequests, 2));
    const ask = () => client.request(readHolding(0), { timeoutMs: 5000 });
    const busy = { status: 'exception', code: 6 };
    assert.deepEqual([await ask(), await ask(), await ask()], [busy, busy, words(1000)]);
  });

  it('hears an acknowledgement and finds the value there later', async () => {
    const client = await open();
    const acknowledged = await client.request(writeRegister(plcRegisters.slow, 9), { timeoutMs: 5000 });
    assert.deepEqual(acknowledged, { status: 'exception', code: 5 });
    assert.deepEqual(await client.request(readHolding(plcRegisters.slow), { timeoutMs: 5000 }), words(0));
    const giveUpMs = performance.now() + 5000;
    let value: unknown;
    do value = await client.request(readHolding(plcRegisters.slow), { timeoutMs: 5000 });
    while (JSON.stringify(value) !== JSON.stringify(words(9)) && performance.now() < giveUpMs);
    assert.deepEqual(value, words(9));
  });

  it('does not mistake a late reply for the next', async () => {
    const client = await open();
    await answerTo(client, writeRegister(plcFaults.delayNextMs, 150));
    const late = await client.request(readHolding(1), { timeoutMs: 50 });
    assert.equal(late.status, 'timed-out');
    assert.deepEqual(await client.request(readHolding(2), { timeoutMs: 5000 }), words(1002));
  });

  for (const [fault, when, logged] of [
    ['dropBeforeCarryingOut', 'before', []],
    ['dropAfterCarryingOut', 'after', ['6 3 77']],
  ] as const) {
    it(`does not know whether a write took effect when the connection ends ${when} it did`, async () => {
      const client = await open();
      await answerTo(client, writeRegister(plcFaults[fault], 1));
      const result = await client.request(writeRegister(3, 77), { timeoutMs: 5000 });
      assert.deepInclude(result, { status: 'lost', sent: true });
      const value = logged.length === 0 ? 1003 : 77;
      assert.deepEqual(await client.request(readHolding(3), { timeoutMs: 5000 }), words(value));
      assert.deepEqual(plc.writes(), [...logged]);
    });
  }

  it('works while the controller ends the connection after each reply', async () => {
    const other = await open();
    await answerTo(other, writeRegister(plcFaults.closeAfterEachReply, 1));
    await other.close();
    const client = await open();
    for (let address = 0; address < 5; address++) {
      assert.deepEqual(await client.request(readHolding(address), { timeoutMs: 5000 }), words(1000 + address));
      await answerTo(client, writeRegister(40 + address, address));
    }
    assert.deepEqual(
      plc.writes(),
      [0, 1, 2, 3, 4].map((value) => `6 ${40 + value} ${value}`),
    );
  });

  it('holds one connection, and none when it is closed', async () => {
    const client = await open();
    await Promise.all([1, 2, 3].map((address) => answerTo(client, readHolding(address))));
    assert.deepEqual(
      await client.request(readHolding(plcWitnesses.connectionsNow, 2), { timeoutMs: 5000 }),
      words(1, 1),
    );
    await client.close();
    const other = await open();
    assert.deepEqual(
      await other.request(readHolding(plcWitnesses.connectionsNow, 2), { timeoutMs: 5000 }),
      words(1, 1),
    );
  });

  it('tells of a controller whose connections are all taken, and gets in when one is free', async () => {
    const exclusive = await startPlc({ connections: 1 });
    const first = await open(exclusive.port);
    const second = await openClient(
      { kind: 'tcp', host: '127.0.0.1', port: exclusive.port },
      { connectTimeoutMs: 5000 },
    );
    if (second.kind === 'open') {
      const refused = await second.client.request(readHolding(0), { timeoutMs: 5000 });
      assert.equal(refused.status, 'lost');
      await second.client.close();
    }
    assert.deepEqual(await first.request(readHolding(0), { timeoutMs: 5000 }), words(1000));
    await first.close();
    const third = await open(exclusive.port);
    assert.deepEqual(await third.request(readHolding(0), { timeoutMs: 5000 }), words(1000));
  });

  it('hears from a gateway that a unit is silent, and from the others still', async () => {
    const gateway = await startPlc({ units: [1, 2], isGateway: true });
    const client = await open(gateway.port);
    const ask = (unit: number) => client.request(readHolding(0, 1, unit), { timeoutMs: 5000 });
    assert.deepEqual(await Promise.all([ask(1), ask(7), ask(2)]), [
      words(1000),
      { status: 'exception', code: 11 },
      words(1000),
    ]);
  });
});
