import { connect } from 'node:net';
import { assert } from 'chai';
import { type Endpoint, openClient } from '../../src/client/index.ts';
import {
  type Certificates,
  makeCertificates,
  type PlcPeer,
  peerSuite,
  startLibmodbusPeer,
  startTlsFront,
} from '../peers/index.ts';
import { answerTo, openForTest, readHolding, writeRegister } from './open-for-test.ts';
import { ScriptedServer } from './scripted-peer.ts';

peerSuite('a client and a device that speaks TLS', () => {
  let plc: PlcPeer;
  let certificates: Certificates;
  const stops: (() => unknown)[] = [];

  before(async () => {
    certificates = await makeCertificates();
    plc = await startLibmodbusPeer();
  });

  after(async () => {
    await plc?.stop();
    certificates?.remove();
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  for (const version of ['TLS1.2', 'TLS1.3'] as const) {
    it(`read and write with certificates on both sides over ${version}`, async () => {
      const client = await openForTest(trusted(await front(version)));
      stops.push(() => client.close());
      assert.deepEqual(await answerTo(client, readHolding(0, 2)), { kind: 'words', words: [1000, 1001] });
      assert.deepEqual(await answerTo(client, writeRegister(50, 5)), { kind: 'written' });
      assert.include(plc.writes(), '6 50 5');
    });

    it(`learns over ${version} that the device does not trust its certificate`, async () => {
      const { strangerCert, strangerKey } = certificates;
      const endpoint = { ...trusted(await front(version)), certFile: strangerCert, keyFile: strangerKey };
      assert.match(await failureOf(endpoint), /refuses our certificate|requires a certificate of ours/);
    });
  }

  it('refuses a device whose certificate nobody trusted signed', async () => {
    const { caFile: _ca, ...endpoint } = trusted(await front());
    assert.match(await failureOf(endpoint), /shows a certificate that no trusted authority signed$/);
  });

  it('refuses a device whose certificate has another name, unless that name is declared', async () => {
    const endpoint = trusted(await front());
    assert.match(await failureOf({ ...endpoint, serverName: 'other.test' }), /shows a certificate for another name$/);
    const client = await openForTest({ ...endpoint, serverName: 'plc.test' });
    await client.close();
  });

  it('tells of a port that speaks plain Modbus', async () => {
    const server = await ScriptedServer.start((peer) => peer.send(Buffer.from([0, 0, 0, 0, 0, 3, 1, 0x83, 1])));
    stops.push(() => server.stop());
    assert.match(await failureOf(trusted(server.port)), /does not speak TLS$/);
  });

  it('tells of a port that accepts and stays silent', async () => {
    const server = await ScriptedServer.start(() => {});
    stops.push(() => server.stop());
    const opened = await openClient(trusted(server.port), { connectTimeoutMs: 100 });
    const why = `127.0.0.1:${server.port} does not answer within 100 ms`;
    assert.deepInclude(opened, { kind: 'failed', why });
  });

  it('is not heard by a client without TLS', async () => {
    const port = await front();
    const socket = connect(port, '127.0.0.1');
    stops.push(() => socket.destroy());
    const client = await openForTest({ kind: 'tcp', host: '127.0.0.1', port });
    stops.push(() => client.close());
    const result = await client.request(readHolding(0), { timeoutMs: 2000 });
    assert.include(['malformed', 'lost', 'timed-out'], result.status);
  });

  async function front(version?: 'TLS1.2' | 'TLS1.3'): Promise<number> {
    const started = await startTlsFront(plc.port, certificates, version);
    stops.push(started.stop);
    return started.port;
  }

  function trusted(port: number) {
    const { ca, clientCert, clientKey } = certificates;
    return { kind: 'tls', host: '127.0.0.1', port, caFile: ca, certFile: clientCert, keyFile: clientKey } as const;
  }
});

async function failureOf(endpoint: Endpoint): Promise<string> {
  const opened = await openClient(endpoint, { connectTimeoutMs: 5000 });
  if (opened.kind === 'failed') return opened.why;
  await opened.client.close();
  return 'the connection was opened';
}
