import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { linesAbout } from '../../../src/transports/known-hosts/judge.ts';
import { knownHostName } from '../../../src/transports/known-hosts/names.ts';
import { parseKnownHosts } from '../../../src/transports/known-hosts/parse.ts';
import { makeKey } from '../test-sshd.ts';
import { generateKnownHosts } from './generated.ts';

const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe('the lines of a known_hosts file about a host', () => {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-known-hosts-'));
  const file = join(dir, 'known_hosts');
  let keys: readonly string[] = [];

  before(function () {
    if (!hasSshKeygen) {
      process.stderr.write('SKIPPED: comparison with OpenSSH needs ssh-keygen (openssh-client)\n');
      this.skip();
    }
    keys = ['ed25519', 'ecdsa', 'rsa', 'ed25519'].map((type, index) => {
      const path = join(dir, `key${index}`);
      makeKey(path, type);
      return readFileSync(`${path}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
    });
  });

  after(() => rmSync(dir, { recursive: true }));

  const subjects = [
    { host: 'web1.example.org', port: 22 },
    { host: 'web1.example.org', port: 2222 },
    { host: '192.0.2.7', port: 22 },
    { host: '192.0.2.7', port: 2222 },
  ];

  for (const subject of subjects) {
    it(`are those that ssh-keygen finds, for ${knownHostName(subject.host, subject.port)} in 50 generated files`, () => {
      let found = 0;
      for (let seed = 0; seed < 50; seed += 1) {
        const text = generateKnownHosts(seed, { ...subject, keys, cut: false });
        const ours = linesAbout(parseKnownHosts(text, file), knownHostName(subject.host, subject.port));
        const theirs = sshKeygenFinds(text, knownHostName(subject.host, subject.port));
        expect(
          ours.map(({ line, marker }) => `${line} ${marker}`),
          text,
        ).to.deep.equal(theirs);
        found += theirs.length;
      }
      expect(found).to.be.greaterThan(15);
    });
  }

  /** Lines that `ssh-keygen -F` finds; it stops at nothing but tells invalid lines on standard error. */
  function sshKeygenFinds(text: string, name: string): readonly string[] {
    writeFileSync(file, text);
    let output = '';
    try {
      output = execFileSync('ssh-keygen', ['-F', name, '-f', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return [];
    }
    return [...output.matchAll(/^# Host .* found: line (\d+)(.*)$/gm)].map(([, line, marker = '']) => {
      if (marker.includes('CA')) return `${line} cert-authority`;
      return marker.includes('REVOKED') ? `${line} revoked` : `${line} none`;
    });
  }
});
