import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { runCommand } from '../support/run-command.ts';

const made: string[] = [];

/** A project with one node, this machine, that would write `a` and `b` into its own directory. */
function project(policy: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-policy-'));
  made.push(dir);
  const file = (name: string): string => `  - file: ${dir}/made-${name}\n    content: ${name}\n`;
  writeFileSync(join(dir, 'inventory.yaml'), 'nodes:\n  here: { local: {} }\n');
  writeFileSync(join(dir, 'setpoint.yaml'), `policy:\n${policy.replaceAll('$DIR', dir)}`);
  writeFileSync(join(dir, 'site.yaml'), `nodes: here\nresources:\n${file('a')}${file('b')}`);
  return dir;
}

/** The plan among the JSON lines. */
function planIn(stdout: string): { violations?: { code: string; hint: string }[]; allowed?: string[] } {
  const lines = stdout.trimEnd().split('\n');
  const found = lines.map((line) => JSON.parse(line) as { type: string; plan: object });
  return found.find(({ type }) => type === 'plan')?.plan ?? {};
}

describe('apply under a policy', () => {
  after(() => {
    for (const dir of made) rmSync(dir, { recursive: true, force: true });
  });

  const policies: readonly (readonly [string, string, readonly string[]])[] = [
    ['a rule', '  require_allow: [{ action: create, name: new-files }]\n', ['--allow', 'new-files']],
    ['a protected node', '  protect: { nodes: [here] }\n', ['--allow', 'node:here']],
    [
      'a protected path',
      '  protect: { paths: [$DIR/made-*] }\n',
      ['--allow', 'file:$DIR/made-a', '--allow', 'file:$DIR/made-b'],
    ],
  ];
  for (const [what, policy, allow] of policies) {
    it(`writes nothing against ${what}, and goes on when it is allowed`, async () => {
      const dir = project(policy);
      const planned = await runCommand(['plan', '--json', 'site.yaml'], dir);
      assert.equal(planned.code, 0, 'a plan may be looked at');
      assert.isNotEmpty(planIn(planned.stdout).violations);
      const refused = await runCommand(['apply', '--yes', 'site.yaml'], dir);
      assert.equal(refused.code, 1);
      assert.match(refused.stderr, /error\[SP85[0-3]\][\s\S]*--allow/);
      assert.isFalse(existsSync(join(dir, 'made-a')));
      assert.isFalse(existsSync(join(dir, '.setpoint', 'runs')), 'no run was begun');
      const names = allow.map((word) => word.replace('$DIR', dir));
      const applied = await runCommand(['apply', '--yes', 'site.yaml', ...names], dir);
      assert.equal(applied.code, 0, applied.stderr);
      assert.equal(readFileSync(join(dir, 'made-a'), 'utf8'), 'a');
    });
  }

  it('names what was allowed in the plan and in the journal', async () => {
    const dir = project('  require_allow: [{ type: file }]\n');
    const applied = await runCommand(['apply', '--yes', '--json', 'site.yaml', '--allow', 'file'], dir);
    assert.deepEqual(planIn(applied.stdout).allowed, ['file']);
    const listed = await runCommand(['runs', 'last'], dir);
    const [run] = listed.stdout.match(/\d{8}T\d{6}Z-[0-9a-f]{6}/) ?? [];
    const journal = readFileSync(join(dir, '.setpoint', 'runs', run ?? '', 'journal.jsonl'), 'utf8');
    const [first = ''] = journal.split('\n');
    assert.deepEqual((JSON.parse(first) as { plan: { allowed: unknown } }).plan.allowed, ['file']);
  });

  it('asks nothing of what is as declared already', async () => {
    const dir = project('  require_allow: [{ type: file }]\n');
    await runCommand(['apply', '--yes', 'site.yaml', '--allow', 'file'], dir);
    const again = await runCommand(['apply', '--yes', 'site.yaml'], dir);
    assert.equal(again.code, 0, again.stderr);
  });

  it('says when a name allows nothing', async () => {
    const dir = project('  require_allow: [{ type: file, name: new-files }]\n');
    const refused = await runCommand(['apply', '--yes', 'site.yaml', '--allow', 'new-file'], dir);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /warning\[SP854\][\s\S]*Did you mean `new-files`/);
  });

  it('holds a saved plan to it too, and takes allowances from nobody but who applies', async () => {
    const dir = project('  require_allow: [{ type: file }]\n');
    const saved = await runCommand(['plan', 'site.yaml', '--out', 'plan.json', '--allow', 'file'], dir);
    assert.equal(saved.code, 0, saved.stderr);
    const refused = await runCommand(['apply', '--yes', 'plan.json'], dir);
    assert.equal(refused.code, 1);
    assert.include(refused.stderr, 'SP850');
    assert.isFalse(existsSync(join(dir, 'made-a')));
    const applied = await runCommand(['apply', '--yes', 'plan.json', '--allow', 'file'], dir);
    assert.equal(applied.code, 0, applied.stderr);
  });

  it('applies no saved plan that was made without secrets', async () => {
    const dir = project('  require_allow: []\n');
    await runCommand(['plan', 'site.yaml', '--out', 'plan.json', '--without-secrets'], dir);
    const refused = await runCommand(['apply', '--yes', 'plan.json'], dir);
    assert.equal(refused.code, 1);
    assert.include(refused.stderr, 'SP855');
  });
});
