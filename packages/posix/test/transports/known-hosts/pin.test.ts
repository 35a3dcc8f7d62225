import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pinHostKey } from '../../../src/transports/known-hosts/pin.ts';

describe('pinning host keys', () => {
  it('loses no line of two hundred nodes that pin at once', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-pin-'));
    const file = join(dir, 'new', 'known_hosts');
    const lines = Array.from({ length: 200 }, (_, index) => `node${index} ssh-ed25519 ${'A'.repeat(68)}`);
    const results = await Promise.all(lines.map((line) => pinHostKey(file, line)));
    expect(new Set(results.map(({ kind }) => kind))).to.deep.equal(new Set(['pinned']));
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).to.deep.equal([...lines].sort());
    rmSync(dir, { recursive: true });
  });
});
