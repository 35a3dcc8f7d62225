import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { createGitWorld, type GitWorld } from './git-world.ts';

describe('signatures of what is checked out', function () {
  this.timeout(60_000);
  let world: GitWorld;
  let keys: string;
  let trusted: string;

  beforeEach(() => {
    world = createGitWorld();
    keys = join(world.dir, 'keys');
    mkdirSync(keys);
    for (const name of ['ours', 'other'])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)]);
    trusted = join(keys, 'allowed signers');
    writeFileSync(trusted, `x@x ${readFileSync(join(keys, 'ours.pub'), 'utf8')}`);
  });
  afterEach(() => world.remove());

  const by = (name: string): readonly string[] => ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${join(keys, name)}`];
  const signCommit = (name: string): string =>
    world.run(world.source, ...by(name), 'commit', '-q', '--allow-empty', '-S', '-m', 'signed');
  const signTag = (tag: string, name: string): string =>
    world.run(world.source, ...by(name), 'tag', '-s', '-m', tag, tag);
  const head = (): string => world.run(world.path, 'rev-parse', 'HEAD');

  /** Why nothing was checked out. */
  async function refusal(properties: JsonObject): Promise<string> {
    const { outcomes } = await world.plan(properties);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
    return JSON.stringify(outcomes);
  }

  it('are wanted of commits by keys of SSH that are trusted', async () => {
    const verify = { verify: true, allowed_signers: trusted };
    expect(await refusal(verify)).to.include('is not signed by a key that is trusted here');
    expect(existsSync(world.path)).to.equal(false);
    signCommit('ours');
    await world.checkOut(verify);
    await world.checkAgain(verify);
    const good = head();
    signCommit('other');
    expect(await refusal(verify)).to.include('is not signed by a key');
    expect(head()).to.equal(good);
  });

  it('are wanted of annotated tags, and of the commit where a tag is light', async () => {
    const verify = { verify: true, allowed_signers: trusted };
    signTag('good', 'ours');
    world.commit('four');
    signTag('bad', 'other');
    await world.checkOut({ ...verify, ref: 'good' });
    expect(await refusal({ ...verify, ref: 'bad', depth: 1 })).to.include('the tag');
    expect(await refusal({ ...verify, ref: 'v1' })).to.include('the commit');
    signCommit('ours');
    world.run(world.source, 'tag', 'light');
    await world.checkOut({ ...verify, ref: 'light', depth: 1 });
  });

  it('are verified of a copy that is there when they are wanted later', async () => {
    signCommit('ours');
    await world.checkOut({});
    const { edits } = await world.checkOut({ verify: true, allowed_signers: trusted });
    expect(edits.map(({ path }) => path)).to.deep.equal(['signature']);
  });

  it('are those of the signers that are named', async () => {
    const print = (name: string): string =>
      execFileSync('ssh-keygen', ['-lf', join(keys, `${name}.pub`)], { encoding: 'utf8' }).split(' ')[1] ?? '';
    writeFileSync(
      trusted,
      ['ours', 'other'].map((name) => `x@x ${readFileSync(join(keys, `${name}.pub`), 'utf8')}`).join(''),
    );
    signCommit('other');
    const verify = { verify: true, allowed_signers: trusted };
    expect(await refusal({ ...verify, signers: [print('ours')] })).to.include('none of the signers');
    await world.checkOut({ ...verify, signers: [print('ours'), print('other')] });
  });

  it('may be those of GnuPG', async () => {
    const home = mkdtempSync('/tmp/gpg-');
    const before = process.env['GNUPGHOME'];
    process.env['GNUPGHOME'] = home;
    try {
      const gpg = (...args: readonly string[]): string =>
        execFileSync('gpg', ['--batch', '--quiet', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      gpg('--passphrase', '', '--quick-generate-key', 'x@x', 'ed25519', 'sign', 'never');
      const print = /^fpr:+([0-9A-F]{40}):/m.exec(gpg('--list-keys', '--with-colons'))?.[1] ?? '';
      world.run(world.source, '-c', `user.signingkey=${print}`, 'commit', '-q', '--allow-empty', '-S', '-m', 'signed');
      await world.checkOut({
        verify: true,
        signers: [
          print
            .replaceAll(/(.{4})/g, '$1 ')
            .trim()
            .toLowerCase(),
        ],
      });
      expect(await refusal({ verify: true, signers: ['A'.repeat(40)], ref: 'dev' })).to.include('is not signed');
      world.run(world.source, '-c', `user.signingkey=${print}`, 'commit', '-q', '--allow-empty', '-S', '-m', 'more');
      expect(await refusal({ verify: true, signers: ['A'.repeat(40)] })).to.include('none of the signers');
    } finally {
      execFileSync('gpgconf', ['--kill', 'gpg-agent'], { env: { ...process.env, GNUPGHOME: home } });
      rmSync(home, { recursive: true, force: true });
      if (before === undefined) delete process.env['GNUPGHOME'];
      else process.env['GNUPGHOME'] = before;
    }
  });
});
