import { assert } from 'chai';
import type { RequestResult } from '../../src/client/index.ts';
import { readHolding as read, words, writeRegister } from './open-for-test.ts';
import { answerEverything, answerNext, mbap, wordsReply } from './scripted-peer.ts';
import { useTcp } from './tcp-suite.ts';

describe('the connection of a client', () => {
  const { start, open } = useTcp();

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
});

const patient = { timeoutMs: 5000 };

const write = writeRegister(9, 7);

function portOf(result: RequestResult): number {
  return result.status === 'lost' ? Number(/:(\d+) /.exec(result.why)?.[1]) : 0;
}
