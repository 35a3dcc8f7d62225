import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject } from '../../packages/model/src/index.ts';
import { createProject, type Project, playbookOf, sshTo } from './support/project.ts';
import { linesOf, runSetpoint, type SetpointResult } from './support/setpoint.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const tree = {
  directory: '/srv/tree',
  source: 'files',
  owner: 'daemon',
  mode: 'keep',
  prune: true,
  exclude: ['*.local'],
};
const more: readonly JsonObject[] = [
  { download: '/srv/fetched', url: 'http://127.0.0.1:8912/one', sha256: sha256('one'), mode: '0755' },
  { toml: '/srv/tree.toml', at: 'servers[name=a].port', value: 80, create: true },
];

fleetSuite('directories of the project on a host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;

  before(async () => {
    const nodes = { n1: { ssh: { ...sshTo(host, fleet, 'deploy'), sudo: true } } };
    project = createProject({ 'inventory.yaml': { nodes } });
    mkdirSync(join(project.dir, 'playbooks/files/empty'), { recursive: true });
    for (const [name, text] of Object.entries({
      'conf/a.conf': 'a=1\n',
      'conf/ü b.conf': 'b=1\n',
      run: '#!/bin/sh\n',
      large: 'x'.repeat(300_000),
    }))
      project.write(`playbooks/files/${name}`, text);
    chmodSync(join(project.dir, 'playbooks/files/run'), 0o755);
    symlinkSync('conf', join(project.dir, 'playbooks/files/latest'));
    project.write('playbooks/site.yaml', playbookOf([tree, ...more]));
    const prepared = await host.exec(`rm -rf /srv/tree /srv/fetched /srv/tree.toml
mkdir -p /srv/site && printf one >/srv/site/one && ln -sf /bin/busybox /usr/local/bin/wget
busybox httpd -p 127.0.0.1:8912 -h /srv/site`);
    assert.equal(prepared.code, 0, prepared.stderr);
  });
  after(async () => {
    project.remove();
    await host.exec('rm -rf /srv/tree /srv/fetched /srv/tree.toml /srv/site /usr/local/bin/wget');
  });

  const setpoint = async (...args: readonly string[]): Promise<SetpointResult> => {
    const result = await runSetpoint(args, { cwd: project.dir });
    assert.equal(result.code, 0, result.stdout + result.stderr);
    return result;
  };
  const look = async (): Promise<readonly string[]> => {
    const script = `cd /srv && find tree fetched tree.toml -printf '%p %y %m %u %l\\n' 2>/dev/null | sort
find tree fetched tree.toml -type f -exec sha256sum {} + 2>/dev/null | sort`;
    return (await host.exec(script)).stdout.split('\n');
  };
  const operations = ({ stdout }: SetpointResult): number => linesOf(stdout, 'operation-started').length;

  it('are brought there, whole, and the second time nothing is done', async () => {
    await setpoint('apply', '--yes');
    const there = await look();
    assert.includeMembers(
      [...there],
      [
        'tree/conf/ü b.conf f 600 daemon ',
        'tree/run f 755 daemon ',
        'tree/empty d 755 daemon ',
        'tree/latest l 777 daemon conf',
        'fetched f 755 root ',
      ],
    );
    assert.equal(operations(await setpoint('apply', '--yes', '--json')), 0);
    assert.deepEqual(await look(), there);
  });

  it('are led back after a plan that was kept was applied: what differed returns, and says what it does not', async () => {
    await host.exec('cd /srv/tree && printf old >conf/a.conf && chmod 0600 run && printf y >large && touch my.local');
    const before = await look();
    const { stdout } = await setpoint('plan', '--out', 'the.plan');
    for (const text of ['source[conf/a.conf]', '-old', '+a=1', 'source.mode', '-0600 run'])
      assert.include(stdout, text);
    await setpoint('apply', 'the.plan', '--yes');
    assert.notDeepEqual(await look(), before);
    await setpoint('rollback', 'last', '--yes');
    assert.deepEqual(await look(), before);
  });

  it('prune what they do not hold, but for what is excluded', async () => {
    await host.exec('cd /srv/tree && mkdir -p old/er && touch old/er/x conf/c.conf');
    const { stdout } = await setpoint('plan');
    for (const text of ['-directory old', '-file old/er/x', 'cannot be brought back']) assert.include(stdout, text);
    await setpoint('apply', '--yes');
    const there = await look();
    assert.isFalse(there.some((line) => /old|c\.conf/.test(line)));
    assert.isTrue(there.some((line) => line.startsWith('tree/my.local ')));
  });

  it('go as a whole with the run that brought them, but never with what others put there', async () => {
    await host.exec('rm -rf /srv/tree /srv/fetched /srv/tree.toml');
    await setpoint('apply', '--yes');
    await setpoint('rollback', 'last', '--yes');
    const left = await look();
    assert.isFalse(
      left.some((line) => /^(tree|fetched)[ /]/.test(line)),
      left.join('\n'),
    );
  });

  it('wait for what a command before them may bring', async () => {
    const made = '/srv/tree/conf';
    const unpack = { command: 'unpack', run: `mkdir -p ${made} && echo old >${made}/a.conf`, creates: made };
    project.write('playbooks/site.yaml', playbookOf([unpack, tree, ...more]));
    await host.exec('rm -rf /srv/tree /srv/fetched /srv/tree.toml');
    assert.include((await setpoint('plan')).stdout, 'known after command:unpack');
    await setpoint('apply', '--yes');
    assert.equal((await host.exec('cat /srv/tree/conf/a.conf')).stdout, 'a=1\n');
  });
});
