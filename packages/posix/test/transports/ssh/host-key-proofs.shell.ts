import { expect } from 'chai';
import { createTransports } from '../../../src/transports/registry.ts';
import { contextIn, nodeWith, runOn, sessionOf } from '../session-probe.ts';
import { skipWithoutSshd, TestSshd } from '../test-sshd.ts';

describe('the other host keys of a server', () => {
  let sshd: TestSshd;

  before(async function () {
    skipWithoutSshd(this);
    const hostKeyTypes = ['ed25519', 'ecdsa', 'rsa'];
    sshd = await TestSshd.start({ config: ['LogLevel DEBUG1'], hostKeyTypes });
  });

  after(() => sshd?.stop());

  it('need not be proved: nobody looks at them', async () => {
    const settings = { host: '127.0.0.1', port: sshd.port, user: 'root', config: false };
    const keys = { identity_file: sshd.clientKey, known_hosts: sshd.writeKnownHosts() };
    const node = nodeWith('ssh', { ...settings, ...keys }, 'node1');
    const session = sessionOf(await createTransports().ssh.open(node, contextIn(sshd.dir)));
    expect((await runOn(session, 'echo in')).stdout).to.equal('in\n');
    await session.close();
    await sshd.logged(/Disconnected from user root/);
    expect(sshd.log).to.match(/Starting session: command/);
    expect(sshd.log).not.to.match(/hostkeys-prove/);
  });
});
