import { assert } from 'chai';
import { type ClientOptions, type ModbusClient, openClient, type RequestResult } from '../../src/client/index.ts';
import type { ModbusRequest } from '../../src/codec/index.ts';
import { answerEverything, answerNext, mbap, type Peer, ScriptedServer, wordsReply } from './scripted-peer.ts';

describe('a client over TCP', () => {
  const clients: ModbusClient[] = [];
  const servers: ScriptedServer[] = [];

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function start(...scripts: readonly ((peer: Peer) => unknown)[]): Promise<ScriptedServer> {
    const server = await ScriptedServer.start(...scripts);
    servers.push(server);
    return server;
  }

  async function open(server: ScriptedServer, options: Partial<ClientOptions> = {}): Promise<ModbusClient> {
    const endpoint = { kind: 'tcp', host: '127.0.0.1', port: server.port } as const;
    const opened = await openClient(endpoint, { connectTimeoutMs: 2000, ...options });
    if (opened.kind === 'failed') throw new Error(opened.why);
    clients.push(opened.client);
    return opened.client;
  }

  it('reads what the device holds', async () => {
    const client = await open(await start(answerEverything));
    assert.deepEqual(await client.request(read(10, 3), patient), words(10, 11, 12));
  });

  it('learns of a refusal', async () => {
    const server = await start(async (peer) => peer.send(mbap(await peer.read(), [0x83, 2])));
    const client = await open(server);
    assert.deepEqual(await client.request(read(0), patient), { status: 'exception', code: 2 });
  });

  it('counts its transactions over all 16 bits', async () => {
    const seen = new Set<number>();
    const server = await start(async (peer) => {
      for (;;) {
        const request = await peer.read();
        seen.add(request.transaction);
        peer.send(mbap(request, wordsReply(request)));
      }
    });
    const client = await open(server, { maxOutstanding: 16 });
    await Promise.all(Array.from({ length: 700 }, (_, address) => client.request(read(address), patient)));
    assert.equal(seen.size, 700);
  });

  it('keeps answers apart when 300 reads are asked for at once', async () => {
    const client = await open(await start(answerEverything));
    const asked = Array.from({ length: 300 }, (_, address) => client.request(read(address), patient));
    assert.deepEqual(
      await Promise.all(asked),
      Array.from({ length: 300 }, (_, address) => words(address)),
    );
  });

  it('has one request under way at a time', async () => {
    const unread: number[] = [];
    const server = await start(async (peer) => {
      for (;;) {
        const request = await peer.read();
        unread.push(peer.unread);
        peer.send(mbap(request, wordsReply(request)));
      }
    });
    const client = await open(server);
    await Promise.all([1, 2, 3, 4].map((address) => client.request(read(address), patient)));
    assert.deepEqual(unread, [0, 0, 0, 0]);
  });

  it('has as many under way as declared, and takes the answers in any order', async () => {
    const server = await start(async (peer) => {
      const requests = [await peer.read(), await peer.read(), await peer.read()];
      peer.send(...requests.reverse().map((request) => mbap(request, wordsReply(request))));
    });
    const client = await open(server, { maxOutstanding: 3 });
    const results = await Promise.all([1, 2, 3].map((address) => client.request(read(address), patient)));
    assert.deepEqual(results, [words(1), words(2), words(3)]);
  });

  it('takes a reply that comes one byte at a time', async () => {
    const server = await start(async (peer) => {
      const request = await peer.read();
      await peer.sendBytewise(mbap(request, wordsReply(request)));
    });
    const client = await open(server);
    assert.deepEqual(await client.request(read(7, 2), patient), words(7, 8));
  });

  it('drops a reply that comes after its time-out', async () => {
    const server = await start(async (peer) => {
      const first = await peer.read();
      const second = await peer.read();
      peer.send(mbap(first, wordsReply(first, 1000)), mbap(second, wordsReply(second)));
    });
    const client = await open(server);
    const why = 'the device did not answer within 30 ms';
    assert.deepEqual(await client.request(read(5), hurried), { status: 'timed-out', why });
    assert.deepEqual(await client.request(read(5), patient), words(5));
    assert.equal(server.connections, 1);
  });

  it('drops the second of two equal replies', async () => {
    const server = await start(async (peer) => {
      for (;;) {
        const request = await peer.read();
        peer.send(mbap(request, wordsReply(request)), mbap(request, wordsReply(request, 1000)));
      }
    });
    const client = await open(server);
    assert.deepEqual(await client.request(read(1), patient), words(1));
    assert.deepEqual(await client.request(read(2), patient), words(2));
  });

  it('drops a reply with the number of no request', async () => {
    const server = await start(async (peer) => {
      const request = await peer.read();
      const foreign = { ...request, transaction: request.transaction ^ 0x4000 };
      peer.send(mbap(foreign, wordsReply(request, 1000)), mbap(request, wordsReply(request)));
    });
    const client = await open(server);
    assert.deepEqual(await client.request(read(3), patient), words(3));
  });

  const refused: readonly (readonly [string, string, (peer: Peer) => unknown])[] = [
    ['of another unit', 'unit 1 was asked and unit 9 answered', reply((pdu) => ({ pdu, unit: 9 }))],
    [
      'to another function',
      'function 3 was asked for and function 4 was answered',
      reply((pdu) => ({ pdu: [4, ...pdu.slice(1)] })),
    ],
    [
      'with fewer values than asked for',
      '4 bytes of values were asked for and the reply announces 2',
      reply(() => ({ pdu: [3, 2, 0, 1] })),
    ],
    [
      'that is shorter than it announces',
      'the reply announces 4 bytes of values and has 2',
      reply(() => ({ pdu: [3, 4, 0, 1] })),
    ],
    ['without content', '4 bytes of values were asked for and the reply announces none', reply(() => ({ pdu: [3] }))],
    [
      'of another protocol',
      'what the device sent is not Modbus: it names protocol 1 where Modbus has 0',
      reply((pdu) => ({ pdu, protocol: 1 })),
    ],
    [
      'of an absurd length',
      'what the device sent is not Modbus: it announces 4660 bytes where 2 to 254 can be',
      reply((pdu) => ({ pdu, length: 0x1234 })),
    ],
    [
      'of length 0',
      'what the device sent is not Modbus: it announces 0 bytes where 2 to 254 can be',
      reply((pdu) => ({ pdu, length: 0 })),
    ],
  ];
  for (const [what, why, script] of refused) {
    it(`refuses a reply ${what}, closes the connection and works over the next one`, async () => {
      let closed: Promise<void> | undefined;
      const server = await start((peer) => {
        closed = peer.gone();
        return script(peer);
      }, answerEverything);
      const client = await open(server);
      assert.deepEqual(await client.request(read(0, 2), patient), { status: 'malformed', why });
      assert.deepEqual(await client.request(read(0, 2), patient), words(0, 1));
      await closed;
      assert.equal(server.connections, 2);
    });
  }

  it('refuses a write whose reply repeats another value', async () => {
    const server = await start(async (peer) => peer.send(mbap(await peer.read(), [6, 0, 9, 0, 8])));
    const client = await open(server);
    const result = await client.request({ kind: 'write-register', unit: 1, address: 9, value: 7 }, patient);
    const why = 'a reply to this write is 06 00 09 00 07 and this one is 06 00 09 00 08';
    assert.deepEqual(result, { status: 'malformed', why });
  });

  it('does not take what follows half a reply for its end', async () => {
    const server = await start(async (peer) => {
      const request = await peer.read();
      peer.send(mbap(request, wordsReply(request)).subarray(0, 8));
      await peer.gone();
    }, answerEverything);
    const client = await open(server);
    const why = 'the device sent 8 bytes, which is not a whole reply, within 30 ms';
    assert.deepEqual(await client.request(read(1), hurried), { status: 'timed-out', why });
    assert.deepEqual(await client.request(read(1), patient), words(1));
  });

  it('tells at once that the connection was closed within a reply', async () => {
    const server = await start(async (peer) => {
      const request = await peer.read();
      peer.send(mbap(request, wordsReply(request)).subarray(0, 8));
      peer.end();
    });
    const client = await open(server);
    const why = 'the device closed the connection within a reply';
    assert.deepEqual(await client.request(read(1), patient), { status: 'lost', sent: true, why });
  });

  it('tells every request under way at once that the connection was closed', async () => {
    const server = await start(async (peer) => {
      await peer.read();
      await peer.read();
      peer.end();
    });
    const client = await open(server, { maxOutstanding: 2 });
    const lost: RequestResult = { status: 'lost', sent: true, why: 'the device closed the connection' };
    const results = await Promise.all([client.request(read(1), patient), client.request(write, patient)]);
    assert.deepEqual(results, [lost, lost]);
  });

  it('tells that a device reset the connection', async () => {
    const server = await start(async (peer) => {
      await peer.read();
      peer.reset();
    });
    const client = await open(server);
    const why = 'the device reset the connection';
    assert.deepEqual(await client.request(write, patient), { status: 'lost', sent: true, why });
  });

  it('knows that nothing was sent when the device is gone', async () => {
    const server = await start(async (peer) => {
      await answerNext(peer);
      peer.end();
    });
    const client = await open(server);
    await client.request(read(1), patient);
    await server.stop();
    const result = await client.request(write, patient);
    const why = `127.0.0.1:${String(portOf(result))} refuses the connection`;
    assert.deepEqual(result, { status: 'lost', sent: false, why });
  });

  it('works with a device that closes after each reply, without a write in doubt', async () => {
    const writes: number[] = [];
    const server = await start(async (peer) => {
      const request = await peer.read();
      if (request.pdu[0] === 6) writes.push(request.pdu.readUInt16BE(1));
      peer.send(mbap(request, request.pdu[0] === 6 ? [...request.pdu] : wordsReply(request)));
      peer.end();
    });
    const client = await open(server);
    const results = [];
    for (let address = 0; address < 10; address++) {
      results.push(await client.request(read(address), patient));
      results.push(await client.request({ kind: 'write-register', unit: 1, address, value: 1 }, patient));
    }
    const written = { status: 'answered', reply: { kind: 'written' } };
    assert.deepEqual(results, Array.from({ length: 10 }, (_, address) => [words(address), written]).flat());
    assert.deepEqual(
      writes,
      Array.from({ length: 10 }, (_, address) => address),
    );
  });

  it('asks once more for a read that crossed with the closing of a connection', async () => {
    const server = await start(async (peer) => {
      await answerNext(peer);
      await peer.read();
      peer.end();
    }, answerEverything);
    const client = await open(server);
    await client.request(read(1), patient);
    assert.deepEqual(await client.request(read(2), patient), words(2));
    assert.equal(server.connections, 2);
  });

  it('never sends a write again', async () => {
    let writes = 0;
    const server = await start(
      async (peer) => {
        await answerNext(peer);
        await peer.read();
        writes += 1;
        peer.end();
      },
      async (peer) => {
        await peer.read();
        writes += 1;
      },
    );
    const client = await open(server);
    await client.request(read(1), patient);
    const why = 'the device closed the connection';
    assert.deepEqual(await client.request(write, patient), { status: 'lost', sent: true, why });
    assert.equal(writes, 1);
  });

  it('gives up a request when its caller does, and drops its late reply', async () => {
    const stop = new AbortController();
    const server = await start(async (peer) => {
      const first = await peer.read();
      stop.abort();
      const second = await peer.read();
      peer.send(mbap(first, wordsReply(first, 1000)), mbap(second, wordsReply(second)));
    });
    const client = await open(server);
    const result = await client.request(read(1), { ...patient, signal: stop.signal });
    assert.deepEqual(result, { status: 'aborted', sent: true });
    assert.deepEqual(await client.request(read(1), patient), words(1));
  });

  it('never sends a request that was given up in the queue', async () => {
    const stop = new AbortController();
    const addresses: number[] = [];
    const server = await start(async (peer) => {
      const first = await peer.read();
      stop.abort();
      peer.send(mbap(first, wordsReply(first)));
      for (;;) {
        const request = await peer.read();
        addresses.push(request.pdu.readUInt16BE(1));
        peer.send(mbap(request, wordsReply(request)));
      }
    });
    const client = await open(server);
    const results = await Promise.all([
      client.request(read(1), patient),
      client.request(read(2), { ...patient, signal: stop.signal }),
      client.request(read(3), patient),
    ]);
    assert.deepEqual(results, [words(1), { status: 'aborted', sent: false }, words(3)]);
    assert.deepEqual(addresses, [3]);
  });

  it('settles everything when it is closed', async () => {
    const server = await start(async (peer) => {
      await peer.read();
      await client.close();
    });
    const client = await open(server);
    const results = await Promise.all([client.request(read(1), patient), client.request(read(2), patient)]);
    assert.deepEqual(results, [
      { status: 'aborted', sent: true },
      { status: 'aborted', sent: false },
    ]);
    assert.deepEqual(await client.request(read(3), patient), { status: 'aborted', sent: false });
    await server.peer?.gone();
  });

  it('leaves a device alone after connecting and between requests for as long as declared', async () => {
    const times: number[] = [];
    const server = await start(async (peer) => {
      times.push(performance.now());
      for (;;) {
        const request = await peer.read();
        times.push(performance.now());
        peer.send(mbap(request, wordsReply(request)));
      }
    });
    const client = await open(server, { pauseAfterConnectMs: 60, requestPauseMs: 40 });
    await Promise.all([client.request(read(1), patient), client.request(read(2), patient)]);
    const [connected = 0, first = 0, second = 0] = times;
    assert.isAtLeast(first - connected, 50);
    assert.isAtLeast(second - first, 35);
  });

  it('makes a request beyond the limits of the specification a bug', async () => {
    const client = await open(await start(answerEverything));
    const outcome = client.request(read(0, 126), patient);
    const message = await outcome.then(() => '').catch((error: Error) => error.message);
    assert.match(message, /This is a bug in Setpoint/);
    assert.deepEqual(await client.request(read(0), patient), words(0));
  });
});

const patient = { timeoutMs: 5000 };
const hurried = { timeoutMs: 30 };

const write: ModbusRequest = { kind: 'write-register', unit: 1, address: 9, value: 7 };

function read(address: number, count = 1): ModbusRequest {
  return { kind: 'read-words', unit: 1, table: 'holding', address, count };
}

function words(...values: readonly number[]): RequestResult {
  return { status: 'answered', reply: { kind: 'words', words: values } };
}

/** Answers one request with what `change` makes of the right reply. */
function reply(
  change: (pdu: readonly number[]) => { pdu: readonly number[]; unit?: number; protocol?: number; length?: number },
): (peer: Peer) => Promise<void> {
  return async (peer) => {
    const request = await peer.read();
    const { pdu, unit, ...wrong } = change(wordsReply(request));
    peer.send(mbap({ ...request, unit: unit ?? request.unit }, pdu, wrong));
    await peer.gone();
  };
}

function portOf(result: RequestResult): number {
  return result.status === 'lost' ? Number(/:(\d+) /.exec(result.why)?.[1]) : 0;
}
