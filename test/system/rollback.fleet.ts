import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { changedResources, rollbackCases, writeArchive } from './support/rollback-cases.ts';
import { runSetpoint, type SetpointResult, startSetpoint } from './support/setpoint.ts';

/** What stands on the host before: one thing of each kind that is then changed, and one that is removed. */
const prepare = `userdel -r rbuser; userdel rbleft; userdel -r rbnew; groupdel rbteam; groupdel rbgone
set -e
rm -rf /srv/rb /etc/sp-rb /home/rbnew && mkdir -p /srv/rb/dir /srv/rb/gone && cd /srv/rb
printf 'old\\n' >changed && chown daemon:games changed && chmod 0640 changed
printf 'to be removed\\n' >removed && chmod 0600 removed
printf 'a\\0b' >binary
head -c 3000000 /dev/zero | tr '\\0' x >large && chmod 0604 large
printf x >mode && chmod 0666 mode
chown daemon:games dir && chmod 0711 dir && chmod 0700 gone
ln -s changed link && ln -s removed oldlink
groupadd -g 4321 rbgone && groupadd -g 4322 rbteam
useradd -m -u 4401 -s /bin/sh -c 'Before Rollback' -G games rbuser && usermod -aG rbgone rbuser
useradd -M -d /nonexistent -u 4402 -s /usr/sbin/nologin -G games rbleft
mkdir -m 0755 /home/rbuser/.ssh && printf '# by hand\\n' >/home/rbuser/.ssh/authorized_keys
chmod 0644 /home/rbuser/.ssh/authorized_keys && chown -R rbuser: /home/rbuser/.ssh
systemctl enable --now -q cron
`;

const describe = `cd /srv/rb && find . -printf '%p %y %m %u %g %l\\n' | sort && find . -type f -exec sha256sum {} + | sort
grep -v ^sp-web /etc/passwd | sort; grep -v ^sp-web /etc/shadow | cut -d: -f1,4- | sort
grep -v ^sp-web /etc/group | while IFS=: read -r name _ gid members; do echo $name $gid $(echo $members | tr , '\\n' | sort); done | sort
find /home /root/.ssh -printf '%p %y %m %u %g\\n' | sort; cat /home/rbuser/.ssh/authorized_keys
for unit in cron sp-web rsync; do systemctl is-active $unit; systemctl is-enabled $unit; done 2>&1
dpkg-query -W -f '\${Package} \${Version} \${db:Status-Abbrev}\\n' | sort
ls /etc/sp-web /etc/sp-rb 2>&1`;

const cases = Object.values(rollbackCases);
const furtherPrepare = cases.flatMap((each) => (each.prepare === undefined ? [] : [`( ${each.prepare}\n)`])).join('\n');
const furtherLook = cases.flatMap((each) => (each.look === undefined ? [] : [`( ${each.look} ) 2>&1`])).join('\n');

fleetSuite('rollback', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;

  before(async () => {
    project = createProject({ 'inventory.yaml': inventoryOf([host], fleet) });
    const prepared = await host.exec(
      `${prepare}\n${furtherPrepare}\napt-get purge -y -q sp-web >/dev/null; apt-get install -y -q --allow-downgrades sp-hello=1.0 >/dev/null`,
    );
    assert.equal(prepared.code, 0, prepared.stderr);
  });
  after(async () => {
    project.remove();
    await host.exec('userdel -r rbuser; userdel -r rbnew; rm -rf /srv/rb; systemctl enable --now cron');
  });

  const look = async (): Promise<readonly string[]> =>
    (await host.exec(`${describe}\n${furtherLook}`)).stdout.split('\n');
  const run = (...args: readonly string[]): Promise<SetpointResult> => runSetpoint(args, { cwd: project.dir });

  it('brings back content, modes, owners, links, accounts, keys, services and packages', async () => {
    const before = await look();
    project.write('playbooks/site.yaml', playbookOf(changedResources));
    writeArchive(join(project.dir, 'playbooks/app.tar'));
    const applied = await run('apply', '--yes');
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    assert.notDeepEqual(await look(), before);
    const back = await run('rollback', 'last', '--yes');
    assert.equal(back.code, 0, back.stdout + back.stderr);
    assertSame(await look(), before);
  });

  it('finds nothing more to do when it is asked for again', async () => {
    const [run1 = ''] = (await run('runs')).stdout
      .split('\n')
      .filter((line) => /^\d{8}T/.test(line))
      .toReversed();
    const again = await run('rollback', run1.split(' ')[0] ?? '', '--plan-only', '--detailed-exitcode');
    assert.equal(again.code, 0, again.stdout + again.stderr);
  });

  it('undoes what a run did before it was killed, and what it may have done', async () => {
    const before = await look();
    project.write(
      'playbooks/site.yaml',
      playbookOf([
        { file: '/srv/rb/changed', content: 'half way\n' },
        { file: '/srv/rb/fresh', content: 'made\n' },
        {
          command: 'linger',
          run: 'touch /run/rb-lingers; until [ -e /run/rb-goes ]; do sleep 0.1; done',
          creates: '/srv/rb/never',
        },
        { file: '/srv/rb/binary', content: 'never written?\n' },
      ]),
    );
    const running = startSetpoint(['apply', '--yes'], { cwd: project.dir });
    await host.exec('until [ -e /run/rb-lingers ]; do sleep 0.1; done; rm /run/rb-lingers');
    running.child.kill('SIGKILL');
    await running.ended;
    const listed = await run('runs');
    assert.match(listed.stdout, /killed/);
    // The step that runs goes on without its controller, and holds the node until it ends.
    await host.exec('touch /run/rb-goes; flock -w 60 /run/setpoint.lock true; rm /run/rb-goes');
    const back = await run('rollback', 'last', '--yes');
    assert.include(back.stdout + back.stderr, 'command:linger');
    assert.equal(back.code, 0, back.stdout + back.stderr);
    assertSame(await look(), before);
  });

  it('says what others changed since the run', async () => {
    project.write('playbooks/site.yaml', playbookOf([{ file: '/srv/rb/changed', content: 'by the run\n' }]));
    assert.equal((await run('apply', '--yes')).code, 0);
    await host.exec('echo by hand >>/srv/rb/changed');
    const { stdout } = await run('rollback', 'last', '--plan-only');
    assert.include(stdout, 'SP720');
    assert.match(stdout, /content changed\s+since/);
  });
});

/** Names what is different, not all that is the same. */
function assertSame(now: readonly string[], before: readonly string[]): void {
  const appeared = now.filter((line) => !before.includes(line));
  const vanished = before.filter((line) => !now.includes(line));
  assert.deepEqual({ appeared, vanished }, { appeared: [], vanished: [] });
}
