import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const fromEnvironment = 'canary-env-7Gh2Kp';
const fromFile = 'canary-file-4Wq9Zx';
const hash = `$6$canarysalt$${'c4n4ryh4sh'.repeat(9).slice(0, 86)}`;
const canaries = [fromEnvironment, fromFile, hash];

fleetSuite('secrets', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  const env = { TOKEN: fromEnvironment, HASH: hash };
  const results: SetpointResult[] = [];
  const run = async (...args: readonly string[]): Promise<SetpointResult> => {
    const result = await runSetpoint(args, { cwd: project.dir, env });
    results.push(result);
    return result;
  };

  before(() => {
    const secrets = { token: { env: 'TOKEN' }, hash: { env: 'HASH' }, stored: { file: 'secrets/stored' } };
    project = createProject({
      'setpoint.yaml': { secrets },
      'secrets/stored': `${fromFile}\n`,
      'inventory.yaml': inventoryOf([host], fleet),
      'playbooks/templates/app.j2': "token={{ secret('token') }}\nplain=text\n",
      'playbooks/site.yaml': playbookOf([
        { file: '/srv/templated', template: 'templates/app.j2', mode: '0600' },
        { file: '/srv/content', content: "${{ secret('stored') }}", mode: '0600' },
        {
          file: '/srv/looped-${{ item.name }}',
          for_each: [
            { name: 'a', token: "${{ secret('token') }}" },
            { name: 'b', token: "${{ secret('stored') }}" },
          ],
          content: '${{ item.token }}',
          mode: '0600',
        },
        { user: 'holder', password: "${{ secret('hash') }}" },
        {
          command: 'take it from standard input',
          run: 'cat >/srv/taken; sleep 1',
          stdin: "${{ secret('token') }}",
          creates: '/srv/taken',
        },
        { command: 'fail with it', run: 'cat; echo; exit 3', stdin: "${{ secret('token') }}", always: true },
      ]),
    });
  });
  after(() => project.remove());

  it('are used on the host, and stand in no process there at any moment', async () => {
    const stop = await watchProcesses(host);
    const applied = await run('apply', '--yes', '--verbose');
    const { samples, hits } = await stop();
    assert.equal(applied.code, 1, applied.stdout + applied.stderr);
    assert.notInclude(applied.stderr, 'SP2', 'the last command fails, so that its output is told');
    assert.include(readFileSync(join(host.rootDir, 'srv/templated'), 'utf8'), fromEnvironment);
    assert.include(readFileSync(join(host.rootDir, 'srv/content'), 'utf8'), fromFile);
    assert.include(readFileSync(join(host.rootDir, 'srv/taken'), 'utf8'), fromEnvironment);
    assert.include(readFileSync(join(host.rootDir, 'etc/shadow'), 'utf8'), hash);
    assert.isAbove(samples, 20);
    assert.equal(hits, '');
  });

  it('show as changed when they change, by nothing but a mask', async () => {
    project.write('secrets/stored', `${fromFile}-rotated\n`);
    const planned = await run('plan', '--show-all');
    assert.match(planned.stdout, /\/srv\/content/);
  });

  it('are in no output, journal or file of the project, in no form of any command', async () => {
    for (const args of [
      ['plan', '--json', '--show-all'],
      ['apply', '--yes', '--json'],
      ['drift'],
      ['runs', 'last', '--json'],
      ['explain', 'n1', 'file:/srv/content.content'],
      ['explain', 'n1', 'user:holder.password', '--debug'],
      ['validate', '--json'],
      ['graph'],
    ]) {
      await run(...args);
    }
    const kept = globSync('.setpoint/**/*', { cwd: project.dir, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    assert.isNotEmpty(kept);
    const texts = [
      ...results.map(({ stdout, stderr }) => stdout + stderr),
      ...kept.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    ];
    for (const canary of canaries) {
      for (const form of [canary, Buffer.from(canary).toString('base64').slice(0, -3), encodeURIComponent(canary)]) {
        assert.deepEqual(
          texts.filter((text) => text.includes(form)),
          [],
        );
      }
    }
  });

  it('are not told by what finds fault with a value that holds one (NL-01)', async () => {
    const token = "${{ secret('token') }}";
    project.write(
      'playbooks/site.yaml',
      playbookOf([
        { file: '/srv/a', content: 'x', mode: token },
        {
          container: 'a',
          image: `-${token}`,
          ports: [token],
          volumes: [token],
          env: { 'B C': token },
          options: [token],
        },
        { known_host: 'git', keys: [token] },
        { sudoers: 'ops', rules: [{ user: `a,${token}`, commands: [`${token} x`], run_as: `x) ${token}` }] },
        { certificate: '/srv/x.pem', key: token, names: [`http://${token}`], renew_before: token },
        { firewall: 'inet a', chains: [{ name: `${token} }` }] },
        { command: 'x', run: `echo ${token}`, creates: token, env: { [token]: 'x' } },
        { user: 'a', uid: token, shell: token },
        { authorized_keys: 'root', keys: [token] },
        { file: '/srv/${{ item }}', for_each: ['a', token], content: 'x', mode: '9${{ item }}' },
      ]),
    );
    for (const args of [['validate'], ['plan', '--json', '--debug'], ['apply', '--yes', '--verbose']]) {
      const { code, stdout, stderr } = await run(...args);
      assert.equal(code, 1);
      assert.notInclude(stdout + stderr, fromEnvironment);
      assert.isAbove((stdout + stderr).match(/SP312/g)?.length ?? 0, 8);
    }
  });

  it('leave no copy behind on the host but where they belong', async () => {
    writeFileSync(join(host.rootDir, 'root/patterns'), `${fromEnvironment}\n${fromFile}\n`, { mode: 0o600 });
    const found = await host.exec(
      'grep -rlaF -f /root/patterns /etc /home /root /srv /tmp /var/tmp /var/log /run 2>/dev/null | sort',
    );
    assert.deepEqual(found.stdout.trim().split('\n'), [
      '/root/patterns',
      '/srv/content',
      '/srv/looped-a',
      '/srv/looped-b',
      '/srv/taken',
      '/srv/templated',
    ]);
  });
});

/** Looks at the command line and the environment of every process of the host, about 50 times a second, until stopped. */
async function watchProcesses(host: FleetHost): Promise<() => Promise<{ samples: number; hits: string }>> {
  writeFileSync(join(host.rootDir, 'root/watched'), `${canaries.join('\n')}\n`, { mode: 0o600 });
  const look = 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr "\\0" "\\n" | grep -aF -f /root/watched';
  const watching = host.exec(
    `n=0; until [ -e /root/enough ]; do ${look} >>/root/hits; n=$((n + 1)); sleep 0.01; done; echo $n`,
  );
  return async () => {
    await host.exec('touch /root/enough');
    const samples = Number((await watching).stdout.trim());
    const hits = (await host.exec('cat /root/hits; rm -f /root/hits /root/enough /root/watched')).stdout;
    return { samples, hits };
  };
}
