import { assert } from 'chai';
import { readHolding as read, words } from './open-for-test.ts';
import { answerEverything, mbap, type Peer, wordsReply } from './scripted-peer.ts';
import { useTcp } from './tcp-suite.ts';

describe('a client over TCP', () => {
  const { start, open } = useTcp();

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
