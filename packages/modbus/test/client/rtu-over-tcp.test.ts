import { assert } from 'chai';
import { type ClientOptions, type ModbusClient, openClient, type RequestResult } from '../../src/client/index.ts';
import { encodeRtu, type ModbusRequest } from '../../src/codec/index.ts';
import { type Peer, ScriptedServer } from './scripted-peer.ts';

describe('a client of serial frames over TCP', () => {
  const clients: ModbusClient[] = [];
  const servers: ScriptedServer[] = [];

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function open(
    script: (peer: Peer) => unknown,
    options: Partial<ClientOptions> & { readonly echo?: boolean } = {},
  ): Promise<{ readonly client: ModbusClient; readonly server: ScriptedServer }> {
    const server = await ScriptedServer.start(script);
    servers.push(server);
    const { echo = false, ...rest } = options;
    const endpoint = { kind: 'rtu-over-tcp', host: '127.0.0.1', port: server.port, echo } as const;
    const opened = await openClient(endpoint, { connectTimeoutMs: 2000, ...rest });
    if (opened.kind === 'failed') throw new Error(opened.why);
    clients.push(opened.client);
    return { client: opened.client, server };
  }

  it('reads what the device holds', async () => {
    const { client } = await open(answerReads);
    assert.deepEqual(await client.request(read(10, 2), patient), words(10, 11));
  });

  it('has one request under way at a time, whatever is declared', async () => {
    const { client } = await open(answerReads, { maxOutstanding: 8 });
    const results = await Promise.all([1, 2, 3].map((address) => client.request(read(address), patient)));
    assert.deepEqual(results, [words(1), words(2), words(3)]);
  });

  it('takes a reply that comes one byte at a time', async () => {
    const { client } = await open(async (peer) => peer.sendBytewise(answerTo(await peer.take(8))));
    assert.deepEqual(await client.request(read(3), patient), words(3));
  });

  it('finds the reply behind noise and the frames of other units', async () => {
    const { client } = await open(async (peer) => {
      const request = await peer.take(8);
      const other = encodeRtu({ unit: 9, pdu: Buffer.from([3, 2, 0, 99]) });
      peer.send(Buffer.from([0, 0xff]), other, answerTo(request));
    });
    assert.deepEqual(await client.request(read(4), patient), words(4));
  });

  it('learns of a refusal', async () => {
    const { client } = await open(async (peer) => {
      await peer.take(8);
      peer.send(encodeRtu({ unit: 1, pdu: Buffer.from([0x83, 2]) }));
    });
    assert.deepEqual(await client.request(read(4), patient), { status: 'exception', code: 2 });
  });

  it('refuses a reply with a wrong checksum and goes on after silence', async () => {
    const { client } = await open(
      async (peer) => {
        const damaged = answerTo(await peer.take(8));
        damaged[3] = 0x7f;
        peer.send(damaged);
        await answerReads(peer);
      },
      { lateReplyMs: 20 },
    );
    const why = 'the checksum of its 7 bytes is wrong';
    assert.deepEqual(await client.request(read(5), patient), { status: 'malformed', why });
    assert.deepEqual(await client.request(read(5), patient), words(5));
  });

  it('refuses a reply with another number of values', async () => {
    const { client } = await open(async (peer) => {
      await peer.take(8);
      peer.send(encodeRtu({ unit: 1, pdu: Buffer.from([3, 4, 0, 1, 0, 2]) }));
    });
    const why = '2 bytes of values were asked for and the reply announces 4';
    assert.deepEqual(await client.request(read(5), patient), { status: 'malformed', why });
  });

  it('does not take the late reply to one request for the reply to the next', async () => {
    let first: Buffer | undefined;
    const { client, server } = await open(async (peer) => {
      first = await peer.take(8);
      await peer.take(8).then((second) => peer.send(answerTo(second)));
    });
    const timedOut = await client.request(read(6), { timeoutMs: 30 });
    assert.deepEqual(timedOut, { status: 'timed-out', why: 'the device did not answer within 30 ms' });
    const next = client.request(read(7), patient);
    if (first !== undefined) server.peer?.send(answerTo(first));
    assert.deepEqual(await next, words(7));
  });

  it('tells of a unit that answers for another', async () => {
    const { client } = await open(async (peer) => {
      await peer.take(8);
      peer.send(encodeRtu({ unit: 9, pdu: Buffer.from([3, 2, 0, 1]) }));
    });
    const why = '7 bytes came, which are not a whole reply of this unit, within 30 ms';
    assert.deepEqual(await client.request(read(6), { timeoutMs: 30 }), { status: 'timed-out', why });
  });

  it('sends nothing while something else is never silent on the line', async () => {
    let sent = 0;
    const { client } = await open(
      async (peer) => {
        await peer.take(8);
        while (!peer.isGone) {
          peer.send(Buffer.from([0x55]));
          await new Promise((resolve) => setTimeout(resolve, 5));
          sent = peer.unread;
        }
      },
      { lateReplyMs: 50 },
    );
    await client.request(read(1), { timeoutMs: 30 });
    const why = 'the line is never silent: something else sends on it';
    assert.deepEqual(await client.request(read(2), { timeoutMs: 30 }), { status: 'lost', sent: false, why });
    assert.equal(sent, 0);
  });

  it('takes the declared echo off, also where it equals the reply', async () => {
    const { client } = await open(
      async (peer) => {
        const request = await peer.take(8);
        peer.send(request, answerTo(request));
        const write = await peer.take(8);
        peer.send(write, write);
      },
      { echo: true },
    );
    assert.deepEqual(await client.request(read(8), patient), words(8));
    assert.deepEqual(await client.request(write, patient), written);
  });

  it('does not take an echo for the reply to a write', async () => {
    const { client } = await open(async (peer) => peer.send(await peer.take(8)), { echo: true });
    const result = await client.request(write, { timeoutMs: 30 });
    assert.deepEqual(result, { status: 'timed-out', why: 'the device did not answer within 30 ms' });
  });

  it('tells of an echo that differs', async () => {
    const { client } = await open(async (peer) => peer.send((await peer.take(8)).fill(0, 3, 4)), { echo: true });
    const why = 'the line did not echo what was sent: two senders collide, or it has no echo';
    assert.deepEqual(await client.request(write, patient), { status: 'malformed', why });
  });

  it('waits for no answer to a write to all units, and reads from no such unit', async () => {
    const { client, server } = await open(() => {});
    assert.deepEqual(await client.request({ ...write, unit: 0 }, patient), written);
    assert.deepEqual(await server.peer?.take(8), encodeRtu({ unit: 0, pdu: Buffer.from([6, 0, 9, 0, 7]) }));
    const why = 'unit 0 is all devices of the bus, and none of them answers';
    assert.deepEqual(await client.request({ ...read(1), unit: 0 }, patient), { status: 'lost', sent: false, why });
  });

  it('tells that the gateway closed the connection', async () => {
    const { client } = await open(async (peer) => {
      await peer.take(8);
      peer.end();
    });
    const why = 'the device closed the connection';
    assert.deepEqual(await client.request(write, patient), { status: 'lost', sent: true, why });
  });
});

const patient = { timeoutMs: 5000 };

const write = { kind: 'write-register', unit: 1, address: 9, value: 7 } as const;

const written: RequestResult = { status: 'answered', reply: { kind: 'written' } };

function read(address: number, count = 1): ModbusRequest {
  return { kind: 'read-words', unit: 1, table: 'holding', address, count };
}

function words(...values: readonly number[]): RequestResult {
  return { status: 'answered', reply: { kind: 'words', words: values } };
}

async function answerReads(peer: Peer): Promise<void> {
  for (;;) peer.send(answerTo(await peer.take(8)));
}

/** The reply to a read: each word is its address. */
function answerTo(request: Buffer): Buffer {
  const address = request.readUInt16BE(2);
  const words = Array.from({ length: request.readUInt16BE(4) }, (_, index) => address + index);
  const content = words.flatMap((word) => [word >> 8, word & 0xff]);
  return encodeRtu({ unit: request[0] ?? 0, pdu: Buffer.from([request[1] ?? 0, content.length, ...content]) });
}
