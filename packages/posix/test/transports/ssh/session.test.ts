import { expect } from 'chai';
import { createTransports } from '../../../src/transports/registry.ts';
import type { Session } from '../../../src/transports/transport.ts';
import { sessionContract } from '../session-contract.ts';
import { contextIn, nodeWith, runOn, sessionOf, startOn } from '../session-probe.ts';
import { skipWithoutSshd, TestSshd } from '../test-sshd.ts';

describe('an ssh session', () => {
  let sshd: TestSshd;
  let session: Session;

  async function open(): Promise<Session> {
    const settings = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: sshd.writeKnownHosts(),
      config: false,
    };
    return sessionOf(await createTransports().ssh.open(nodeWith('ssh', settings), contextIn(sshd.dir)));
  }

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start({ config: ['MaxSessions 4'] });
    session = await open();
  });

  after(async () => {
    await session?.close();
    await sshd?.stop();
  });

  sessionContract(() => session);

  it('uses one connection for all commands', () => {
    expect(sshd.log.match(/Accepted publickey/g)?.length).to.equal(1);
  });

  it('tells a command that a signal ended from one that exited', async () => {
    const ran = await runOn(session, 'kill -TERM $$');
    expect(ran.status).to.deep.equal({ kind: 'signalled', signal: 'SIGTERM' });
  });

  it('waits for a channel that is given up to become free on the server', async () => {
    const stuck = await Promise.all([1, 2, 3, 4].map(() => startOn(session, 'exec sleep 0.5')));
    for (const process of stuck) process.abandon('given up');
    expect((await runOn(session, 'echo on')).stdout).to.equal('on\n');
  });

  it('reports a command as lost, not as failed, when the server session dies, and keeps what had arrived', async () => {
    const other = await open();
    const ran = await runOn(other, 'echo before; kill -9 $(ps -o ppid= -p $$); sleep 5');
    expect(ran.status.kind).to.equal('lost');
    expect(ran.stdout).to.equal('before\n');
    const late = await other.start('true');
    expect(late.kind === 'failed' && late.diagnostic.code).to.equal('SP516');
    await other.close();
  });
});
