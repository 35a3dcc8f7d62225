import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import ssh2 from 'ssh2';
import { generateSshKey } from '../src/ssh-key.ts';

describe('a generated SSH key', () => {
  it('is read by ssh-keygen, with the same public half', () => {
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
    const file = join(dir, 'key');
    const key = generateSshKey('a comment');
    writeFileSync(file, key.privateKey, { mode: 0o600 });
    const read = spawnSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' });
    rmSync(dir, { recursive: true, force: true });
    expect(read.stdout).to.equal(`${key.publicKey} a comment\n`);
  });

  it('is read by ssh2 and signs for its public half, every time', () => {
    for (let round = 0; round < 600; round += 1) {
      const { privateKey, publicKey } = generateSshKey('x');
      const secret = ssh2.utils.parseKey(privateKey);
      const open = ssh2.utils.parseKey(publicKey);
      if (secret instanceof Error || open instanceof Error) return assert.fail(`round ${round}: not readable`);
      assert.isTrue(open.verify('text', secret.sign('text')));
    }
  });
});
