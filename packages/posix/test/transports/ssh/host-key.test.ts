import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createTransports } from '../../../src/transports/registry.ts';
import type { OpenResult } from '../../../src/transports/transport.ts';
import { contextIn, failureOf, nodeWith, sessionOf } from '../session-probe.ts';
import { makeKey, skipWithoutSshd, TestSshd } from '../test-sshd.ts';
import { expectVerdictsOfSsh } from './host-key-parity.ts';

describe('the host key of a node', () => {
  let sshd: TestSshd;
  let otherKey: string;

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start({ hostKeyTypes: ['ed25519', 'ecdsa', 'rsa'] });
    makeKey(join(sshd.dir, 'other'), 'ed25519');
    otherKey = readFileSync(join(sshd.dir, 'other.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
  });

  after(() => sshd?.stop());

  function open(knownHosts: string, acceptNewHostKeys = false): Promise<OpenResult> {
    const settings = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: knownHosts,
      config: false,
    };
    return createTransports().ssh.open(nodeWith('ssh', settings), contextIn(sshd.dir, { acceptNewHostKeys }));
  }

  const name = (): string => `[127.0.0.1]:${sshd.port}`;
  const pins = (): string => join(sshd.dir, 'project_known_hosts');

  it('is refused when it is unknown, with its fingerprint and the line to add, before any login', async () => {
    const { code, detail, hint } = failureOf(await open(sshd.writeKnownHosts([], 'empty')));
    expect(code).to.equal('SP505');
    expect(detail).to.match(/ED25519 key SHA256:\S{43}/);
    expect(hint).to.contain(`${name()} ${sshd.hostKey()}`);
    expect(sshd.log).to.not.match(/userauth|Accepted|Failed/);
  });

  it('is refused when it has changed, with the line that knows another and the command to remove it', async () => {
    const file = sshd.writeKnownHosts([otherKey], 'changed');
    const { code, detail, hint } = failureOf(await open(file, true));
    expect(code).to.equal('SP506');
    expect(detail).to.contain(`${file}:1 knows it by the ED25519 key SHA256:`);
    expect(hint).to.contain(`ssh-keygen -R '${name()}' -f ${file}`);
    expect(existsSync(pins())).to.equal(false);
  });

  it('is refused when it is revoked, even where new keys are accepted', async () => {
    const file = join(sshd.dir, 'revoked');
    writeFileSync(file, `@revoked * ${sshd.hostKey()}\n${name()} ${sshd.hostKey()}\n`);
    const { code, detail } = failureOf(await open(file, true));
    expect(code).to.equal('SP507');
    expect(detail).to.contain(`${file}:1`);
  });

  it('is refused with advice when only a certificate authority is trusted', async () => {
    const file = join(sshd.dir, 'authority');
    writeFileSync(file, `@cert-authority * ${otherKey}\n`);
    const { code, detail } = failureOf(await open(file));
    expect(code).to.equal('SP505');
    expect(detail).to.contain('openssh transport');
  });

  for (const type of ['ecdsa', 'rsa']) {
    it(`is asked for in the type that is known, here ${type} of three`, async () => {
      await sessionOf(await open(sshd.writeKnownHosts([sshd.hostKey(type)], `only_${type}`))).close();
    });
  }

  it('is known by the name without the port, when nothing is known for the port', async () => {
    const file = join(sshd.dir, 'portless');
    writeFileSync(file, `127.0.0.1 ${sshd.hostKey()}\n`);
    await sessionOf(await open(file)).close();
  });

  it('is pinned in the project where new keys are accepted, and then known', async () => {
    const empty = sshd.writeKnownHosts([], 'empty');
    writeFileSync(pins(), '# no line end');
    await sessionOf(await open(empty, true)).close();
    expect(readFileSync(pins(), 'utf8')).to.equal(`# no line end\n${name()} ${sshd.hostKey()}\n`);
    await sessionOf(await open(empty)).close();
    rmSync(pins());
    await sessionOf(await open(empty, true)).close();
    expect(statSync(pins()).mode & 0o777).to.equal(0o600);
    rmSync(pins());
  });

  it('is judged as ssh judges it, for twenty generated known_hosts files', async () => {
    await expectVerdictsOfSsh(
      sshd,
      Array.from({ length: 20 }, (_, index) => index + 20),
    );
  });

  it('is not accepted when it cannot be pinned', async () => {
    const settings = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      known_hosts: sshd.writeKnownHosts([], 'empty'),
      config: false,
    };
    const context = contextIn(sshd.dir, {
      acceptNewHostKeys: true,
      knownHostsFile: join(sshd.clientKey, 'below-a-file'),
    });
    expect(failureOf(await createTransports().ssh.open(nodeWith('ssh', settings), context)).code).to.equal('SP515');
  });
});
