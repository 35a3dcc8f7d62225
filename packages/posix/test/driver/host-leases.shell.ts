import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { NodeSpec } from '@setpoint/model';
import { assert } from 'chai';
import { type HostLease, HostLeases } from '../../src/driver/host-leases.ts';
import { createTransports } from '../../src/transports/registry.ts';
import { contextIn, nodeWith } from '../transports/session-probe.ts';
import { skipWithoutSshd, TestSshd } from '../transports/test-sshd.ts';

describe('a host that other things are reached through', () => {
  let sshd: TestSshd;
  let server: Server;
  let socketServer: Server;

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start();
    server = createServer((socket) => socket.end('over tcp')).listen(0, '127.0.0.1');
    socketServer = createServer((socket) => socket.end('over a socket')).listen(join(sshd.dir, 'service'));
    await Promise.all([once(server, 'listening'), once(socketServer, 'listening')]);
  });

  after(async () => {
    server?.close();
    socketServer?.close();
    await sshd?.stop();
  });

  const logins = (): number => sshd.log.match(/Accepted publickey/g)?.length ?? 0;

  function leases(): HostLeases {
    const settings = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: sshd.writeKnownHosts(),
      config: false,
    };
    const nodes = new Map<string, NodeSpec>([
      ['bastion', nodeWith('ssh', settings, 'bastion')],
      ['stranger', nodeWith('ssh', { ...settings, known_hosts: join(sshd.dir, 'nobody') }, 'stranger')],
      ['here', nodeWith('local', {}, 'here')],
      ['jail', nodeWith('exec', { command: ['env'] }, 'jail')],
      ['pump', nodeWith('modbus', {}, 'pump')],
    ]);
    const context = contextIn(sshd.dir, { resolveNode: (name) => nodes.get(name) });
    return new HostLeases(Object.values(createTransports()), context);
  }

  function lease(hosts: HostLeases, name: string): HostLease {
    const found = hosts.lease(name);
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  function refusal(name: string): string {
    const found = leases().lease(name);
    return typeof found === 'string' ? found : 'none';
  }

  const port = (): number => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  async function said(stream: Duplex | object | string): Promise<string> {
    if (typeof stream === 'string') return stream;
    return 'code' in stream ? String(stream.code) : text(stream as Duplex);
  }

  for (const name of ['bastion', 'here']) {
    it(`forwards to addresses and sockets (${name})`, async () => {
      const way = lease(leases(), name);
      assert.equal(await said(await way.stream({ kind: 'tcp', host: '127.0.0.1', port: port() })), 'over tcp');
      assert.equal(await said(await way.stream({ kind: 'socket', path: join(sshd.dir, 'service') })), 'over a socket');
      await way.close();
    });

    it(`says why an address cannot be reached, and goes on (${name})`, async () => {
      const way = lease(leases(), name);
      assert.match(await said(await way.stream({ kind: 'tcp', host: '127.0.0.1', port: 1 })), /refused/i);
      assert.match(await said(await way.stream({ kind: 'socket', path: '/nowhere' })), /fail|ENOENT/i);
      assert.equal(await said(await way.stream({ kind: 'tcp', host: '127.0.0.1', port: port() })), 'over tcp');
      await way.close();
    });
  }

  it('logs in once for all who use it at the same time, and again for those who come later', async () => {
    const hosts = leases();
    const before = logins();
    const ways = [lease(hosts, 'bastion'), lease(hosts, 'bastion'), lease(hosts, 'bastion')];
    const to = { kind: 'tcp', host: '127.0.0.1', port: port() } as const;
    assert.deepEqual(await Promise.all(ways.map(async (way) => said(await way.stream(to)))), Array(3).fill('over tcp'));
    assert.equal(logins() - before, 1);
    for (const way of ways) await way.close();
    const later = lease(hosts, 'bastion');
    assert.equal(await said(await later.stream(to)), 'over tcp');
    await later.close();
    assert.equal(logins() - before, 2);
  });

  it('logs in again when the connection was lost', async () => {
    const way = lease(leases(), 'bastion');
    const to = { kind: 'tcp', host: '127.0.0.1', port: port() } as const;
    assert.equal(await said(await way.stream(to)), 'over tcp');
    const started = await way.start('kill -KILL $PPID', undefined);
    if (!('exited' in started)) throw new Error(started.detail);
    started.stdout.resume();
    started.stderr.resume();
    assert.equal((await started.exited).kind, 'lost');
    assert.equal(await said(await way.stream(to)), 'over tcp');
    await way.close();
  });

  it('runs a script as the login account or as another one', async () => {
    const way = lease(leases(), 'bastion');
    for (const account of [undefined, 'nobody']) {
      const started = await way.start('id -un; cat', account);
      if (!('exited' in started)) throw new Error(started.detail);
      started.stdin.end('and its input\n');
      started.stderr.resume();
      assert.equal(await text(started.stdout), `${account ?? 'root'}\nand its input\n`);
    }
    await way.close();
  });

  it('runs more programs that stay than one connection takes', async () => {
    const way = lease(leases(), 'bastion');
    const before = logins();
    const started = await Promise.all(Array.from({ length: 9 }, () => way.start('echo up; cat', undefined)));
    for (const each of started) {
      if (!('exited' in each)) throw new Error(each.detail);
      each.stderr.resume();
      const [first] = (await once(each.stdout, 'data')) as [Buffer];
      assert.equal(first.toString(), 'up\n');
    }
    assert.equal(logins() - before, 3);
    for (const each of started) {
      if (!('exited' in each)) continue;
      each.stdout.resume();
      each.stdin.end();
    }
    for (const each of started) if ('exited' in each) assert.equal((await each.exited).kind, 'exited');
    const again = await way.start('exit 0', undefined);
    if (!('exited' in again)) throw new Error(again.detail);
    again.stdout.resume();
    again.stderr.resume();
    await again.exited;
    assert.equal(logins() - before, 3);
    await way.close();
  });

  it('checks the key of the host as for any other node', async () => {
    const way = lease(leases(), 'stranger');
    assert.equal(await said(await way.stream({ kind: 'tcp', host: '127.0.0.1', port: port() })), 'SP505');
    await way.close();
  });

  it('must be a host, and one that forwards', async () => {
    assert.match(refusal('nowhere'), /no such node/);
    assert.match(refusal('pump'), /reached by modbus, which leads no further/);
    const way = lease(leases(), 'jail');
    assert.match(await said(await way.stream({ kind: 'socket', path: '/x' })), /exec, which forwards no connections/);
    await way.close();
  });
});
