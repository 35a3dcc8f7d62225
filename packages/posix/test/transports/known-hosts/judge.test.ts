import { expect } from 'chai';
import { preferKnownAlgorithms } from '../../../src/transports/known-hosts/algorithms.ts';
import { fingerprint } from '../../../src/transports/known-hosts/fingerprint.ts';
import { judgeHostKey, linesAbout } from '../../../src/transports/known-hosts/judge.ts';
import { parseKnownHosts } from '../../../src/transports/known-hosts/parse.ts';

/** A public key of the type with this filling, as it stands in a file. */
function key(filling: number): string {
  return `ssh-ed25519 ${Buffer.concat([Buffer.from('\0\0\0\x0bssh-ed25519\0\0\0\x20'), Buffer.alloc(32, filling)]).toString('base64')}`;
}

const shown = Buffer.from(key(1).split(' ')[1] ?? '', 'base64');

describe('the verdict about a host key', () => {
  const cases: readonly { readonly title: string; readonly file: string; readonly verdict: string }[] = [
    { title: 'is known when a line has it', file: `web ${key(1)}`, verdict: 'known' },
    { title: 'is unknown when the file is empty', file: '', verdict: 'unknown' },
    { title: 'is unknown when only other hosts have it', file: `db ${key(1)}`, verdict: 'unknown' },
    { title: 'is changed when the host has another key', file: `web ${key(2)}`, verdict: 'changed' },
    { title: 'is known when one of several lines has it', file: `web ${key(2)}\nweb ${key(1)}`, verdict: 'known' },
    {
      title: 'is revoked even when another line knows it',
      file: `web ${key(1)}\n@revoked * ${key(1)}`,
      verdict: 'revoked',
    },
    {
      title: 'is not revoked by a line about another key',
      file: `web ${key(1)}\n@revoked * ${key(2)}`,
      verdict: 'known',
    },
    {
      title: 'is unknown when only a certificate authority is trusted',
      file: `@cert-authority * ${key(1)}`,
      verdict: 'unknown',
    },
    { title: 'ignores a line that excludes the host', file: `*,!web ${key(1)}`, verdict: 'unknown' },
    { title: 'is unknown when the line is cut', file: `web ${key(1).slice(0, -8)}`, verdict: 'unknown' },
  ];
  for (const { title, file, verdict } of cases) {
    it(title, () => {
      expect(judgeHostKey(linesAbout(parseKnownHosts(file, 'known_hosts'), 'web'), shown).kind).to.equal(verdict);
    });
  }

  it('is found in no time for a pattern made to be slow', () => {
    const slow = `${'*a'.repeat(400)}b ${key(1)}`;
    expect(linesAbout(parseKnownHosts(slow, 'known_hosts'), 'a'.repeat(400))).to.deep.equal([]);
  });
});

describe('the fingerprint of a key', () => {
  it('has the form that OpenSSH prints', () => {
    expect(fingerprint(shown)).to.match(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });
});

describe('the order of host key algorithms', () => {
  it('puts those of known keys first and keeps the order otherwise', () => {
    const order = preferKnownAlgorithms(
      ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'rsa-sha2-512', 'rsa-sha2-256'],
      new Set(['ssh-rsa']),
    );
    expect(order).to.deep.equal(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-ed25519', 'ecdsa-sha2-nistp256']);
  });
});
