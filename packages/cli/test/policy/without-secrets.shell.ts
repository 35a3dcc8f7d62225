import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Lab, startLab } from '@setpoint/lab';
import type { Change, Plan } from '@setpoint/model';
import { assert } from 'chai';
import { runCommand } from '../support/run-command.ts';

const canary = 'canary-2f8b1c77e0';

describe('a plan without secrets', () => {
  let dir: string;
  let lab: Lab;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-without-'));
    lab = await startLab({ dir: join(dir, 'lab') });
    write(lab.rootDir, 'app.conf', 'password=old\n');
    writeProject(dir, lab);
  });

  after(async () => {
    await lab.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  async function planned(...words: readonly string[]) {
    const { code, stdout, stderr } = await runCommand(
      ['plan', '--json', 'site.yaml', '--without-secrets', ...words],
      dir,
      { HOME: dir, APP_PASSWORD: canary },
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; plan?: Plan });
    const plan = lines.find(({ type }) => type === 'plan')?.plan;
    return { code, plan, text: stdout + stderr };
  }

  function changesOf(plan: Plan | undefined, node: string): readonly Change[] {
    return plan?.plays.flatMap((play) => play.nodes).find((each) => each.node === node)?.changes ?? [];
  }

  it('plans what needs no secret and says of the rest why it is not known', async () => {
    const { code, plan } = await planned();
    assert.equal(code, 0);
    assert.deepEqual(
      changesOf(plan, 'web').map(({ address, action }) => `${action} ${address.replace(lab.rootDir, '')}`),
      ['create file:/motd', 'unknown file:/app.conf', 'unknown command:guarded'],
    );
    const [, app] = changesOf(plan, 'web');
    assert.deepEqual(app?.unknowns, [{ kind: 'withheld', what: 'needs secret app' }]);
    assert.deepEqual(app?.operations, []);
    assert.deepEqual(plan?.limits, ['--without-secrets']);
  });

  it('has no secret in it, old or new', async () => {
    const { text } = await planned();
    assert.notInclude(text, canary);
    assert.notInclude(text, 'password=old');
  });

  it('reaches no node that needs a secret, or through which something would run here', async () => {
    const { plan, text } = await planned();
    const left = plan?.plays
      .flatMap((play) => play.nodes)
      .filter(({ status }) => status === 'failed')
      .map(
        ({ node, diagnostics }) => `${node} ${diagnostics.map(({ code, severity }) => `${code} ${severity}`).join()}`,
      );
    const names = ['here', 'database', 'container', 'proxied', 'configured', 'optioned', 'behind'];
    assert.deepEqual(
      left,
      names.map((name) => `${name} SP519 warning`),
    );
    assert.include(text, 'needs the secret `app`');
    for (const marker of ['ran-exec', 'ran-proxy', 'ran-config', 'ran-option'])
      assert.isFalse(existsSync(join(dir, marker)), marker);
  });

  it('runs no script of the playbook on a node', async () => {
    await planned();
    assert.isFalse(existsSync(join(lab.rootDir, 'ran-guard')));
  });

  it('counts what is open as something to change', async () => {
    assert.equal((await planned('--detailed-exitcode')).code, 2);
  });

  it('runs no inventory program', async () => {
    const { code, text } = await planned('--inventory', 'inventory.sh');
    assert.equal(code, 1);
    assert.include(text, 'SP411');
    assert.isFalse(existsSync(join(dir, 'ran-inventory')));
  });

  it('reads no file outside of the project that the project names', async () => {
    write(dir, 'private/key', `private: ${canary}\n: :\n`);
    const confined = join(dir, 'confined');
    write(confined, 'setpoint.yaml', `inventory: ${dir}/private/key\n`);
    mkdirSync(join(confined, 'playbooks'));
    symlinkSync(join(dir, 'private/key'), join(confined, 'playbooks/site.yaml'));
    for (const words of [[], ['playbooks/site.yaml']]) {
      const open = await runCommand(['validate', ...words], confined, {});
      assert.include(open.stderr, canary, 'the frame of an error shows what was read');
      const ended = await runCommand(['validate', '--without-secrets', ...words], confined, {});
      assert.equal(ended.code, 1);
      assert.notInclude(ended.stdout + ended.stderr, canary);
    }
  });

  it('can be validated', async () => {
    const valid = await runCommand(['validate', 'site.yaml', '--without-secrets'], dir, {});
    assert.equal(valid.code, 0, valid.stderr);
    const invalid = await runCommand(['validate', 'site.yaml'], dir, {});
    assert.include(invalid.stderr, 'SP308');
  });

  it('cannot be applied', async () => {
    const refused = await runCommand(['apply', '--yes', 'site.yaml', '--without-secrets'], dir, {});
    assert.equal(refused.code, 1);
    assert.include(refused.stderr, 'SP803');
  });
});

function write(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function writeProject(dir: string, lab: Lab): void {
  const ssh = {
    host: lab.host,
    port: lab.port,
    user: lab.user,
    identity_file: lab.privateKeyFile,
    identities_only: true,
    known_hosts: lab.knownHostsFile,
    config: false,
  };
  const touch = (name: string): string => `touch ${join(dir, name)}`;
  write(dir, 'ssh_config', `Host *\n  ProxyCommand ${touch('ran-config')}\n`);
  const nodes = {
    web: { ssh },
    here: { local: {} },
    database: { ssh: { ...ssh, password: "${{ secret('app') }}" } },
    container: { exec: { command: ['/bin/sh', '-c', touch('ran-exec')] } },
    proxied: { ssh: { ...ssh, proxy_command: touch('ran-proxy') } },
    configured: { ssh: { ...ssh, config: 'ssh_config' } },
    optioned: { openssh: { host: lab.host, options: [`ProxyCommand=${touch('ran-option')}`] } },
    behind: { ssh: { ...ssh, jump: 'proxied' } },
  };
  write(dir, 'inventory.yaml', JSON.stringify({ nodes }));
  write(dir, 'inventory.sh', `#!/bin/sh\n${touch('ran-inventory')}\ncat inventory.yaml\n`);
  chmodSync(join(dir, 'inventory.sh'), 0o755);
  write(dir, 'setpoint.yaml', 'secrets:\n  app: { env: APP_PASSWORD }\n');
  write(dir, 'app.j2', "password={{ secret('app') }}\n");
  const resources = [
    { file: `${lab.rootDir}/motd`, content: 'hello\n' },
    { file: `${lab.rootDir}/app.conf`, template: 'app.j2' },
    { command: 'guarded', run: 'true', unless: `touch ${lab.rootDir}/ran-guard; false`, safe_guard: true },
  ];
  write(dir, 'site.yaml', JSON.stringify({ nodes: 'all', resources }));
}
