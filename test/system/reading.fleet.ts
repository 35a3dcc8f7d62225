import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { listRoot } from './support/listing.ts';
import { createProject, inventoryOf, type Project, playbookOf, sshTo } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const resources = [
  { package: 'sp-web' },
  { user: 'reader', groups: ['games'] },
  { group: 'readers', members: ['daemon'] },
  { directory: '/srv/read', owner: 'reader', mode: '0700' },
  { file: '/srv/read/a', content: 'a\n', owner: 'reader' },
  { file: '/etc/motd', content: 'read me\n' },
  { link: '/srv/l', target: '/srv/read' },
  { command: 'make it', run: 'touch /srv/made', creates: '/srv/made' },
  { command: 'guarded', run: 'touch /srv/guarded', unless: 'test -e /srv/guarded', safe_guard: true },
  { service: 'sp-web', running: true, enabled: true },
  { service: 'cron', running: true },
];

fleetSuite('planning', (fleet) => {
  const [first, second, third] = fleet.hosts as readonly [FleetHost, FleetHost, FleetHost];
  let project: Project;
  const plan = (...options: readonly string[]): Promise<SetpointResult> =>
    runSetpoint(['plan', ...options], { cwd: project.dir });

  before(() => {
    project = createProject({
      'inventory.yaml': inventoryOf([first, second, third], fleet),
      'playbooks/site.yaml': playbookOf(resources),
    });
  });
  after(() => project.remove());

  it('writes nothing anywhere on the host', async () => {
    const before = await listRoot(first);
    const { code, stdout, stderr } = await plan('--limit', 'n1');
    assert.equal(code, 0, stdout + stderr);
    assert.equal(await listRoot(first), before);
  });

  it('works on a read-only root', async () => {
    const keys = '/root/.ssh/authorized_keys';
    // Each login gets a look at the root that nothing can be written through; sshd and the journal go on writing through theirs.
    const script = 'mount -o remount,bind,ro / && ! touch /etc/motd 2>/dev/null && exec sh -c "$SSH_ORIGINAL_COMMAND"';
    const command = `unshare -m sh -c '${script}'`.replaceAll('"', String.raw`\"`);
    writeFileSync(
      join(second.rootDir, keys),
      `command="${command}" ${readFileSync(join(second.rootDir, keys), 'utf8')}`,
    );
    const writable = await plan('--limit', 'n1');
    const readOnly = await plan('--limit', 'n2');
    await second.reset();
    assert.equal(readOnly.code, 0, readOnly.stderr);
    assert.equal(readOnly.stdout.replaceAll('n2', 'n1'), writable.stdout);
  });

  it('says as an unprivileged account what it could not read, per property', async () => {
    project.write('inventory.yaml', {
      nodes: { n1: { ssh: sshTo(first, fleet, 'guest') }, n2: { ssh: sshTo(second, fleet) } },
    });
    project.write('playbooks/site.yaml', playbookOf([{ file: '/etc/sudoers', content: 'x\n', mode: '0440' }]));
    const [alone, both] = [await plan('--limit', 'n1'), await plan()];
    project.write('inventory.yaml', inventoryOf([first, second, third], fleet));
    project.write('playbooks/site.yaml', playbookOf(resources));
    assert.equal(alone.code, 1);
    assert.equal(both.code, 3);
    assert.match(alone.stdout + alone.stderr, /SP601/);
    assert.match(alone.stdout + alone.stderr, /content could not be read/);
    assert.notMatch(alone.stdout + alone.stderr, /mode could not be read/);
  });

  it('gives the same bytes at any concurrency, in any time zone and language', async () => {
    const texts = { text: new Set<string>(), json: new Set<string>() };
    for (const concurrency of ['1', '50']) {
      for (const TZ of ['UTC', 'Asia/Kathmandu']) {
        for (const LANG of ['C', 'tr_TR.UTF-8']) {
          const run = async (...options: readonly string[]): Promise<string> => {
            const env = { TZ, LANG, LC_ALL: LANG };
            const result = await runSetpoint(['plan', '--concurrency', concurrency, ...options], {
              cwd: project.dir,
              env,
            });
            assert.equal(result.code, 0, result.stderr);
            return result.stdout;
          };
          texts.text.add(await run());
          texts.json.add(await run('--json'));
        }
      }
    }
    for (let again = 0; again < 4; again += 1) texts.text.add((await plan()).stdout);
    assert.deepEqual([texts.text.size, texts.json.size], [1, 1], [...texts.text].join('\n-----\n'));
  });
});
