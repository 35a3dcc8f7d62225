import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createTransports } from '../../../src/transports/registry.ts';
import type { OpenResult, Session, TransportContext } from '../../../src/transports/transport.ts';
import { sessionContract } from '../session-contract.ts';
import { contextIn, failureOf, nodeWith, runOn, sessionOf } from '../session-probe.ts';
import { makeKey, skipWithoutSshd, TestSshd } from '../test-sshd.ts';

describe('an openssh session', () => {
  let sshd: TestSshd;
  let session: Session;

  function open(
    settings: Record<string, string | number | boolean> = {},
    more: Partial<TransportContext> = {},
  ): Promise<OpenResult> {
    const base = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: sshd.writeKnownHosts(),
      config: false,
    };
    return createTransports().openssh.open(nodeWith('openssh', { ...base, ...settings }), contextIn(sshd.dir, more));
  }

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start();
    session = sessionOf(await open());
  });

  after(async () => {
    await session?.close();
    await sshd?.stop();
  });

  sessionContract(() => session);

  it('uses one connection for all commands', () => {
    expect(sshd.log.match(/Accepted publickey/g)?.length).to.equal(1);
  });

  it('logs in with a certificate, which the built-in client cannot', async () => {
    const [authority, key] = [join(sshd.dir, 'authority'), join(sshd.dir, 'certified')];
    makeKey(authority, 'ed25519');
    makeKey(key, 'ed25519');
    execFileSync('ssh-keygen', ['-q', '-s', authority, '-I', 'test', '-n', 'root', `${key}.pub`]);
    const line = `cert-authority ${readFileSync(`${authority}.pub`, 'utf8')}`;
    writeFileSync(join(sshd.dir, 'authorized_keys'), line, { flag: 'a' });
    const certified = sessionOf(await open({ identity_file: key, identities_only: true }));
    expect((await runOn(certified, 'echo in')).stdout).to.equal('in\n');
    await certified.close();
  });

  it('goes through a jump host with the same care', async () => {
    const bastion = await TestSshd.start();
    const known = join(sshd.dir, 'both known hosts');
    writeFileSync(
      known,
      readFileSync(sshd.writeKnownHosts(), 'utf8') + readFileSync(bastion.writeKnownHosts(), 'utf8'),
    );
    const jump = nodeWith(
      'ssh',
      {
        host: '127.0.0.1',
        port: bastion.port,
        user: 'root',
        identity_file: bastion.clientKey,
        known_hosts: known,
        config: false,
      },
      'bastion',
    );
    const through = sessionOf(await open({ jump: 'bastion', known_hosts: known }, { resolveNode: () => jump }));
    expect((await runOn(through, 'echo through')).stdout).to.equal('through\n');
    expect(bastion.log).to.match(/Accepted publickey/);
    await through.close();
    await bastion.stop();
  });

  describe('tells why it failed', () => {
    it('when the host key is unknown, and pins it where new keys are accepted', async () => {
      const known_hosts = sshd.writeKnownHosts([], 'empty');
      expect(failureOf(await open({ known_hosts })).code).to.equal('SP505');
      await sessionOf(await open({ known_hosts }, { acceptNewHostKeys: true })).close();
      const pins = join(sshd.dir, 'project_known_hosts');
      expect(readFileSync(pins, 'utf8')).to.contain(sshd.hostKey());
      rmSync(pins);
    });

    it('when the host key has changed', async () => {
      makeKey(join(sshd.dir, 'other'), 'ed25519');
      const other = readFileSync(join(sshd.dir, 'other.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
      const known_hosts = sshd.writeKnownHosts([other], 'changed');
      const { code, detail } = failureOf(await open({ known_hosts }, { acceptNewHostKeys: true }));
      expect(code).to.equal('SP506');
      expect(detail).to.contain(`${known_hosts}:1`);
      expect(detail).to.contain('SHA256:');
    });

    it('when no key is accepted', async () => {
      makeKey(join(sshd.dir, 'stranger'), 'ed25519');
      expect(failureOf(await open({ identity_file: join(sshd.dir, 'stranger') })).code).to.equal('SP508');
    });

    it('when the port is closed', async () => {
      expect(failureOf(await open({ host: '127.0.0.2' })).code).to.equal('SP501');
    });

    it('when an option is wrong', async () => {
      expect(failureOf(await open({ options: 'NoSuchOption=1' })).code).to.equal('SP512');
    });
  });

  it('reports a command as lost when the connection dies', async () => {
    const other = sessionOf(await open());
    const ran = await runOn(other, 'echo before; kill -9 $(ps -o ppid= -p $$); sleep 5');
    expect(ran.status.kind).to.equal('lost');
    await other.close();
  });
});
