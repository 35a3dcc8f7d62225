import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { knownHost } from '../../../src/modules/known_host/index.ts';
import { converge } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { madeKey } from '../authorized_keys/made-key.ts';

describe('known hosts in a file, as ssh-keygen finds them', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-known-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const file = (): string => join(dir, 'known_hosts');
  const find = (host: string): string =>
    execFileSync('ssh-keygen', ['-F', host, '-f', file()], { encoding: 'utf8' }).replaceAll(/^#.*\n/gm, '');

  async function apply(identity: string, properties: JsonObject): Promise<void> {
    const declared = { identity, properties: { ...properties, file: file() } };
    const result = await converge(shellNode('/bin/sh'), knownHost, declared);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(['done']);
    expect([result.remaining, result.predicted]).to.deep.equal([[], []]);
    expect((await converge(shellNode('/bin/sh'), knownHost, declared)).titles).to.deep.equal([]);
  }

  it('are found by plain and hashed names, and forgotten', async () => {
    const key = `ssh-ed25519 ${madeKey('one')}`;
    await apply('git.example.com', { keys: [key] });
    await apply('[git.example.com]:2222', { keys: [key], hash: true });
    expect(find('git.example.com')).to.equal(`git.example.com ${key}\n`);
    expect(find('[git.example.com]:2222')).to.match(/^\|1\|\S+ ssh-ed25519 /);
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file()], { stdio: 'ignore' });
    await apply('git.example.com', { keys: [`ssh-ed25519 ${madeKey('two')}`] });
    expect(find('git.example.com'))
      .to.include(madeKey('two'))
      .and.to.match(/^\|1\|/);
    await apply('git.example.com', { state: 'absent' });
    expect(readFileSync(file(), 'utf8').split('\n')).to.have.length(2);
  });

  it('keep what others wrote, and the mode', async () => {
    writeFileSync(file(), `# ours\r\nold ssh-ed25519 ${madeKey('old')}`, { mode: 0o600 });
    await apply('git', { keys: [`ssh-ed25519 ${madeKey('one')}`] });
    expect(readFileSync(file(), 'utf8')).to.equal(
      `# ours\r\nold ssh-ed25519 ${madeKey('old')}\r\ngit ssh-ed25519 ${madeKey('one')}\r\n`,
    );
    expect(statSync(file()).mode & 0o777).to.equal(0o600);
  });
});
