import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert, expect } from 'chai';
import { copyExample, type Ended, exampleDir, exampleNames, exampleSecrets, setpoint } from './playbook-examples.ts';

/** What the first host says once the example is applied: a command, and what it must print. */
const proofs: Readonly<Record<string, readonly [string, RegExp]>> = {
  'app-deployment': ['busybox wget -qO- http://127.0.0.1:8090/', /Notes 1\.4\.2/],
  'hardened-ssh': ['sshd -T | grep -i permitrootlogin', /^permitrootlogin no$/m],
  'users-and-keys': ['id -nG alice && sudo -l -U bob', /^alice operators\n[^]*NOPASSWD: \/usr\/bin\/systemctl/],
  'web-tier': ['busybox wget -qO- http://127.0.0.1:8080/', /Served by web1 on port 8080\./],
};

for (const name of exampleNames) {
  fleetSuite(`the example ${name} on bare hosts`, (fleet) => {
    let base: string | undefined;
    let dir: string;

    before(() => {
      base = mkdtempSync(join(tmpdir(), 'setpoint-example-'));
      dir = join(base, name);
      copyExample(name, dir, fleet);
    });

    // Where hosts cannot run, nothing was made.
    after(() => {
      if (base !== undefined) rmSync(base, { recursive: true, force: true });
    });

    it('plans what is expected', async () => {
      const text = await setpoint(dir, ['plan']);
      const json = await setpoint(dir, ['plan', '--json']);
      expect(text.code, text.stdout + text.stderr).to.equal(0);
      expectGolden(name, 'expected.plan.txt', text.stdout);
      expectGolden(name, 'expected.plan.json', `${JSON.stringify(planIn(json), null, 2)}\n`);
    });

    it('applies that and converges', async () => {
      const ended = await setpoint(dir, ['apply', '--yes']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      for (const secret of Object.values(exampleSecrets)) assert.notInclude(ended.stdout + ended.stderr, secret);
    });

    it('does what it is for', async () => {
      const [command, wanted] = proofs[name] ?? ['echo "this example has no proof"', /^$/];
      const answer = await fleet.hosts[0]?.exec(command);
      assert.match(answer?.stdout ?? '', wanted);
    });

    it('finds nothing to do afterwards', async () => {
      const ended = await setpoint(dir, ['plan', '--detailed-exitcode']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      assert.match(ended.stdout, /^No changes: /);
    });
  });
}

/** Compares with the accepted text; UPDATE_GOLDEN=1, which `npm run golden -- --accept` sets, writes it instead. */
function expectGolden(name: string, file: string, actual: string): void {
  const path = join(exampleDir(name), file);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  expect(actual, `playbooks/${name}/${file}`).to.equal(readFileSync(path, 'utf8'));
}

/**
 * The plan among the JSON lines of a command, without the shell text of its operations: how a module carries an operation out is
 * its own matter, and its own tests look at it.
 */
function planIn({ stdout }: Ended): unknown {
  const lines = stdout.trimEnd().split('\n');
  const found = lines.map((line) => JSON.parse(line, withoutScript) as { type: string; plan?: unknown });
  return found.find(({ type }) => type === 'plan')?.plan;
}

function withoutScript(key: string, value: unknown): unknown {
  return key === 'script' ? undefined : value;
}
