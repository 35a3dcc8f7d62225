import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assert } from 'chai';
import { type Endpoint, openClient } from '../../src/client/index.ts';
import { type Peer, ScriptedServer } from './scripted-peer.ts';

describe('opening a connection', () => {
  const servers: ScriptedServer[] = [];

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function start(script: (peer: Peer) => unknown): Promise<number> {
    const server = await ScriptedServer.start(script);
    servers.push(server);
    return server.port;
  }

  it('tells of a name that nobody knows', async () => {
    const failure = await failureOf({ kind: 'tcp', host: 'no-such-device.invalid', port: 502 });
    assert.match(failure.why, /^no-such-device\.invalid:502 (is not known by that name|cannot be looked up)/);
  });

  it('tells of a port where nobody listens', async () => {
    const port = await start(() => {});
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    const failure = await failureOf({ kind: 'tcp', host: '127.0.0.1', port });
    assert.equal(failure.why, `127.0.0.1:${port} refuses the connection`);
    assert.match(failure.hint ?? '', /few connections/);
  });

  it('tells of a device that closes what it just accepted', async () => {
    const port = await start((peer) => peer.reset());
    const opened = await openClient({ kind: 'tcp', host: '127.0.0.1', port }, options);
    if (opened.kind === 'failed') return assert.match(opened.why, /accepts the connection and resets it/);
    const read = { kind: 'read-words', unit: 1, table: 'holding', address: 0, count: 1 } as const;
    const result = await opened.client.request(read, { timeoutMs: 1000 });
    await opened.client.close();
    assert.equal(result.status, 'lost');
    return assert.match(result.status === 'lost' ? result.why : '', /the device (reset|closed) the connection/);
  });

  it('tells of a key that is not there', async () => {
    const file = join(import.meta.dirname, 'scripted-peer.ts');
    const failure = await failureOf({ kind: 'tls', host: '127.0.0.1', port: 9, certFile: file, keyFile: '/nowhere' });
    assert.match(failure.why, /^the file \/nowhere cannot be read/);
  });

  it('tells of a certificate that is none', async () => {
    const port = await start(() => {});
    const file = join(import.meta.dirname, 'scripted-peer.ts');
    const failure = await failureOf({ kind: 'tls', host: '127.0.0.1', port, certFile: file, keyFile: file });
    assert.match(failure.why, /^the certificate or the key cannot be used/);
  });

  it('can be given up', async () => {
    const signal = AbortSignal.abort();
    const opened = await openClient({ kind: 'tcp', host: '127.0.0.1', port: 9 }, { ...options, signal });
    assert.deepEqual(opened, { kind: 'failed', why: 'connecting was given up' });
  });

  it('tells of a serial port that does not exist', async () => {
    const failure = await failureOf(serial('/dev/no-such-port'));
    assert.equal(failure.why, '/dev/no-such-port does not exist');
  });

  it('tells how to install the serial port library where it is missing', async () => {
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve: (name, context, next) => {
          if (name === 'serialport') throw new Error("Cannot find package 'serialport'");
          return next(name, context);
        },
      });
      const { openClient } = await import('${join(import.meta.dirname, '../../src/client/index.ts')}');
      const endpoint = { kind: 'serial', path: '/dev/null', baud: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
      console.log(JSON.stringify(await openClient(endpoint, { connectTimeoutMs: 5000 })));
    `;
    assert.deepEqual(JSON.parse(await runNode(program)), {
      kind: 'failed',
      why: "serial ports need the package serialport, which cannot be loaded (Cannot find package 'serialport')",
      hint: 'Install it beside setpoint: npm install serialport@13.0.0',
    });
  });

  it('lets the process end when the client is closed', async () => {
    const port = await start(async (peer) => {
      await peer.read();
    });
    const program = `
      import { openClient } from '${join(import.meta.dirname, '../../src/client/index.ts')}';
      const { client } = await openClient({ kind: 'tcp', host: '127.0.0.1', port: ${port} }, { connectTimeoutMs: 5000 });
      const read = { kind: 'read-words', unit: 1, table: 'holding', address: 0, count: 1 };
      const asked = client.request(read, { timeoutMs: 600000 });
      setTimeout(async () => { await client.close(); console.log((await asked).status); }, 20);
    `;
    assert.equal((await runNode(program)).trim(), 'aborted');
  });
});

const options = { connectTimeoutMs: 2000 };

/** What a program says on its output; one that does not end by itself is an error. */
async function runNode(program: string): Promise<string> {
  const args = ['--conditions=@setpoint/source', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
  return stdout;
}

async function failureOf(endpoint: Endpoint): Promise<{ readonly why: string; readonly hint?: string }> {
  const opened = await openClient(endpoint, options);
  if (opened.kind === 'failed') return opened;
  await opened.client.close();
  throw new Error('the connection was opened');
}

function serial(path: string): Endpoint {
  return { kind: 'serial', path, baud: 19200, dataBits: 8, parity: 'even', stopBits: 1 };
}
