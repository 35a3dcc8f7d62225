import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { setpointIn } from '../playbook-examples.ts';

describe('a command that does not bring about what it is run for', () => {
  it('fails, and is told as one that is still needed', async function () {
    this.timeout(20_000);
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-run-'));
    try {
      mkdirSync(join(dir, 'playbooks'));
      writeFileSync(join(dir, 'setpoint.yaml'), '');
      writeFileSync(join(dir, 'inventory.yaml'), 'nodes: { here: { local: {} } }\n');
      const resource = `- command: make it\n    run: "true"\n    creates: ${dir}/it\n`;
      writeFileSync(join(dir, 'playbooks', 'site.yaml'), `nodes: here\nresources:\n  ${resource}`);
      const ended = await setpointIn(['apply', '--yes', '-C', dir]);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(1);
      assert.match(ended.stdout + ended.stderr, /SP701[^]*was run and read again, and what makes it needed is still/);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
