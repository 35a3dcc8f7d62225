import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeSpec } from '@setpoint/model';
import { expect } from 'chai';
import type { TransportName } from '../../src/transports/driver-settings.ts';
import { createTransports } from '../../src/transports/registry.ts';
import type { Session } from '../../src/transports/transport.ts';
import { FreezingProxy } from './freezing-proxy.ts';
import { contextIn, nodeWith, sessionOf, startOn } from './session-probe.ts';
import { expectVerdictsOfSsh } from './ssh/host-key-parity.ts';
import { TestSshd } from './test-sshd.ts';

/** Faults that take their time; each states its bound. */
describe('a link that dies without a word', function () {
  this.timeout(60_000);
  let sshd: TestSshd;

  before(async () => {
    sshd = await TestSshd.start();
  });

  after(() => sshd.stop());

  function node(driver: string, port: number, more: NodeSpec['connection']['settings'] = {}): NodeSpec {
    const name = `node-at-${port}`;
    const known = join(sshd.dir, `known_hosts_${port}`);
    writeFileSync(known, `[127.0.0.1]:${port} ${sshd.hostKey()}\n`);
    const base = {
      host: '127.0.0.1',
      port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: known,
      config: false,
    };
    return nodeWith(driver, { ...base, ...more }, name);
  }

  async function open(
    driver: TransportName,
    port: number,
    more: NodeSpec['connection']['settings'] = {},
  ): Promise<Session> {
    return sessionOf(await createTransports()[driver].open(node(driver, port, more), contextIn(sshd.dir)));
  }

  for (const driver of ['ssh', 'openssh'] as const) {
    it(`settles a running command as lost within 20 s, by ${driver}, and closes at once`, async () => {
      const proxy = await FreezingProxy.start(sshd.port);
      const session = await open(driver, proxy.port);
      const process = await startOn(session, 'echo before; exec sleep 60');
      process.stderr.resume();
      await once(process.stdout, 'data');
      process.stdout.resume();
      proxy.freeze();
      const frozenAt = performance.now();
      const status = await process.exited;
      expect(status.kind).to.equal('lost');
      expect(performance.now() - frozenAt).to.be.lessThan(20_000);
      const closingAt = performance.now();
      await session.close();
      expect(performance.now() - closingAt).to.be.lessThan(6000);
      await proxy.stop();
    });
  }

  it('is noticed behind a jump host too', async () => {
    const proxy = await FreezingProxy.start(sshd.port);
    const jump = node('ssh', proxy.port);
    const settings = node('ssh', sshd.port, { jump: 'gate' });
    const opened = await createTransports().ssh.open(settings, contextIn(sshd.dir, { resolveNode: () => jump }));
    const session = sessionOf(opened);
    const process = await startOn(session, 'echo before; exec sleep 60');
    process.stderr.resume();
    await once(process.stdout, 'data');
    process.stdout.resume();
    proxy.freeze();
    const frozenAt = performance.now();
    expect((await process.exited).kind).to.equal('lost');
    expect(performance.now() - frozenAt).to.be.lessThan(20_000);
    await session.close();
    await proxy.stop();
  });

  it('does not count a link that is only busy or idle as dead', async () => {
    const session = await open('ssh', sshd.port);
    const process = await startOn(session, 'sleep 25; echo still here');
    process.stderr.resume();
    const [chunk] = (await once(process.stdout, 'data')) as [Buffer];
    expect(String(chunk)).to.equal('still here\n');
    process.stdout.resume();
    expect(await process.exited).to.deep.equal({ kind: 'exited', code: 0 });
    await session.close();
  });

  it('judges 200 generated known_hosts files as ssh does', async () => {
    await expectVerdictsOfSsh(
      sshd,
      Array.from({ length: 200 }, (_, index) => index + 1000),
    );
  });

  it('logs sixty nodes in at once under the default limits of sshd', async () => {
    const transports = createTransports();
    const opened = await Promise.all(
      Array.from({ length: 60 }, () => transports.ssh.open(node('ssh', sshd.port), contextIn(sshd.dir))),
    );
    await Promise.all(opened.map((result) => sessionOf(result).close()));
  });
});
