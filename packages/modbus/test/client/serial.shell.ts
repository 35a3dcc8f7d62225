import { assert } from 'chai';
import type { Endpoint, ModbusClient } from '../../src/client/index.ts';
import {
  type PlcPeer,
  peerSuite,
  plcFaults,
  readWithMbpoll,
  startSerialGateway,
  startSerialLibmodbusPeer,
  startSerialPair,
} from '../peers/index.ts';
import { answerTo, openForTest, readHolding, words, writeRegister } from './open-for-test.ts';

const baud = 19200;
const unit = 17;

peerSuite('a client and a controller on a serial bus', () => {
  const stops: (() => Promise<void>)[] = [];
  let plc: PlcPeer;
  let path: string;

  beforeEach(async () => {
    const bus = await startSerialPair();
    stops.push(bus.stop);
    path = bus.ends[0];
    plc = await startSerialLibmodbusPeer(bus.ends[1], { baud, unit });
    stops.push(plc.stop);
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function open(endpoint: Endpoint): Promise<ModbusClient> {
    const client = await openForTest(endpoint);
    stops.push(() => client.close());
    return client;
  }

  const ways: readonly (readonly [string, () => Promise<Endpoint>])[] = [
    ['at this machine', async () => ({ kind: 'serial', path, baud, dataBits: 8, parity: 'even', stopBits: 1 })],
    [
      'behind a gateway',
      async () => {
        const gateway = await startSerialGateway(path);
        stops.push(gateway.stop);
        return { kind: 'rtu-over-tcp', host: '127.0.0.1', port: gateway.port };
      },
    ],
  ];
  for (const [where, endpoint] of ways) {
    describe(where, () => {
      it('reads and writes, one request at a time however many are asked for', async () => {
        const client = await open(await endpoint());
        const asked = [0, 1, 2, 3].map((address) => client.request(readHolding(address, 1, unit), { timeoutMs: 5000 }));
        assert.deepEqual(await Promise.all(asked), [words(1000), words(1001), words(1002), words(1003)]);
        assert.deepEqual(await answerTo(client, writeRegister(4, 44, unit)), { kind: 'written' });
        const pair = { kind: 'write-registers', unit, address: 108, values: [1, 2] } as const;
        assert.deepEqual(await answerTo(client, pair), { kind: 'written' });
        assert.deepEqual(plc.writes(), ['6 4 44', '16 108 1 2']);
        const refused = await client.request(readHolding(120, 1, unit), { timeoutMs: 5000 });
        assert.deepEqual(refused, { status: 'exception', code: 2 });
        assert.deepEqual(
          await client.request(readHolding(300, 125, unit), { timeoutMs: 5000 }),
          words(...Array.from({ length: 125 }, () => 0)),
        );
      });

      it('learns that a unit is silent, and hears the others after it', async () => {
        const client = await open(await endpoint());
        const silent = await client.request(readHolding(0, 1, 18), { timeoutMs: 100 });
        assert.deepEqual(silent, { status: 'timed-out', why: 'the device did not answer within 100 ms' });
        assert.deepEqual(await client.request(readHolding(0, 1, unit), { timeoutMs: 5000 }), words(1000));
      });

      it('does not mistake a late reply for the next', async () => {
        const client = await open(await endpoint());
        await answerTo(client, writeRegister(plcFaults.delayNextMs, 120, unit));
        assert.equal((await client.request(readHolding(1, 1, unit), { timeoutMs: 100 })).status, 'timed-out');
        assert.deepEqual(await client.request(readHolding(2, 1, unit), { timeoutMs: 5000 }), words(1002));
      });
    });
  }

  it('leaves the port to others when it is closed', async () => {
    const client = await open({ kind: 'serial', path, baud, dataBits: 8, parity: 'even', stopBits: 1 });
    await answerTo(client, writeRegister(5, 55, unit));
    await client.close();
    const target = { kind: 'rtu', path, baud, unit } as const;
    assert.deepEqual(await readWithMbpoll(target, { table: 'holding', address: 4, count: 2 }), [1004, 55]);
  });
});
