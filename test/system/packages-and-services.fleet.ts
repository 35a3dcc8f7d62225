import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject } from '../../packages/model/src/index.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const config = '/etc/sp-web/sp-web.conf';
const dropIn = '/etc/systemd/system/sp-web.service.d/limits.conf';

fleetSuite('packages and services at the command line', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;

  before(() => {
    project = createProject({ 'inventory.yaml': inventoryOf([host], fleet) });
  });
  after(() => project.remove());

  /** Runs a command on a playbook of these resources. */
  function run(args: readonly string[], resources: readonly JsonObject[]): Promise<SetpointResult> {
    project.write('playbooks/site.yaml', playbookOf(resources));
    return runSetpoint(args, { cwd: project.dir });
  }

  const apply = (resources: readonly JsonObject[]) => run(['apply', '--yes'], resources);

  async function assertConverged(resources: readonly JsonObject[]): Promise<SetpointResult> {
    const result = await apply(resources);
    assert.equal(result.code, 0, result.stdout + result.stderr);
    const again = await run(['plan', '--detailed-exitcode'], resources);
    assert.equal(again.code, 0, again.stdout);
    return result;
  }

  const web = (port: number): readonly JsonObject[] => [
    { package: 'sp-web' },
    { file: config, content: `port=${port}\nroot=/srv/sp-web\n` },
  ];
  const running = { service: 'sp-web', running: true, enabled: true, restart_on: [`file:${config}`] };

  it('make up for a restart that a failed run did not come to', async () => {
    await assertConverged([...web(8081), running]);
    const interrupted = await apply([
      ...web(8082),
      { command: 'break', run: 'false', always: true, after: [`file:${config}`] },
      { ...running, after: ['command:break'] },
    ]);
    assert.notEqual(interrupted.code, 0, interrupted.stdout);
    assert.include((await host.exec(`cat ${config}`)).stdout, '8082');
    const { stdout } = await run(['plan'], [...web(8082), running]);
    assert.include(stdout, `because sp-web.service runs since before file:${config} changed`);
    await assertConverged([...web(8082), running]);
    assert.include((await host.exec('busybox wget -q -O - http://127.0.0.1:8082/')).stdout, 'sp-web');
  });

  it('restart once, whatever number of inputs changed', async () => {
    const pid = (await host.exec('systemctl show -p MainPID --value sp-web')).stdout;
    const page = '/srv/sp-web/page.html';
    const result = await assertConverged([
      ...web(8083),
      { file: page, content: 'a page\n' },
      { ...running, restart_on: [`file:${config}`, `file:${page}`, 'package:sp-web'] },
    ]);
    assert.equal(result.stdout.match(/restart sp-web\.service/g)?.length, 1);
    assert.notEqual((await host.exec('systemctl show -p MainPID --value sp-web')).stdout, pid);
  });

  const untouched: Readonly<Record<string, readonly JsonObject[]>> = {
    'that is left out': [{ file: '/srv/input', content: 'new\n', when: false }],
    'that does not change': [{ file: '/srv/input', content: 'old\n' }],
    'that cannot be changed': [
      { file: '/srv/input', content: 'new\n', check: 'false' },
      { command: 'later', run: 'true', always: true },
    ],
  };
  for (const [what, input] of Object.entries(untouched)) {
    it(`are not restarted for an input ${what} (HN-05)`, async () => {
      await host.exec('printf "old\\n" >/srv/input; touch -d @0 /srv/input');
      const pid = (await host.exec('systemctl show -p MainPID --value sp-web')).stdout;
      const result = await apply([...input, { service: 'sp-web', running: true, restart_on: ['file:/srv/input'] }]);
      assert.equal(result.code === 0, what !== 'that cannot be changed', result.stdout + result.stderr);
      assert.equal((await host.exec('systemctl show -p MainPID --value sp-web; cat /srv/input')).stdout, `${pid}old\n`);
    });
  }

  it('are restarted for a certificate that is issued anew, and once (X-03)', async () => {
    const tls = (names: readonly string[]): readonly JsonObject[] => [
      { certificate: '/srv/sp-web.pem', key: '/srv/sp-web.key', names },
      { service: 'sp-web', running: true, restart_on: ['certificate:/srv/sp-web.pem'] },
    ];
    await assertConverged(tls(['a.example.com']));
    const { stdout } = await assertConverged(tls(['b.example.com']));
    assert.include(stdout, 'because certificate:/srv/sp-web.pem changes in this run');
  });

  it('come from files of the project, and from files that the same run brings', async () => {
    mkdirSync(join(project.dir, 'files'), { recursive: true });
    for (const file of ['sp-tool30_1.0_all.deb', 'sp-tool29_1.0_all.deb'])
      cpSync(join(host.rootDir, 'srv/setpoint-repo', file), join(project.dir, 'files', file));
    const { stdout } = await assertConverged([
      { package: 'sp-tool30', source: '../files/sp-tool30_1.0_all.deb' },
      { file: '/var/cache/brought.deb', source: '../files/sp-tool29_1.0_all.deb' },
      { package: 'sp-tool29', file: '/var/cache/brought.deb' },
      { packages: 'all', unneeded: 'removed' },
    ]);
    assert.include(stdout, 'install sp-tool29 from /var/cache/brought.deb');
    assert.include((await host.exec('apt-mark showmanual')).stdout, 'sp-tool29\nsp-tool30');
  });

  it('show in the plan that systemd must read a unit file again', async () => {
    const limits = { file: dropIn, content: '[Service]\nLimitNOFILE=4096\n' };
    const resources = [
      ...web(8083),
      { directory: '/etc/systemd/system/sp-web.service.d' },
      limits,
      { ...running, restart_on: [`file:${config}`, `file:${dropIn}`] },
    ];
    const { stdout } = await run(['plan'], resources);
    assert.match(stdout, /unit_file: "changed" → "loaded"/);
    await assertConverged(resources);
    assert.equal((await host.exec('systemctl show -p LimitNOFILE --value sp-web')).stdout, '4096\n');
  });

  it('have systemd read its files once for adjacent units, also where a later one is refused', async () => {
    const reloads = async (): Promise<number> =>
      Number((await host.exec("journalctl --sync; journalctl -q _PID=1 -o cat | grep -c '^Reloading'")).stdout);
    const job = (name: string, program: string): JsonObject => ({
      unit: `sp-${name}.service`,
      Service: { Type: 'oneshot', ExecStart: program },
    });
    const timer = { unit: 'sp-one.timer', Timer: { OnCalendar: 'daily' }, Install: { WantedBy: 'timers.target' } };
    const more = { unit: 'sp-one.service#more', Service: { Nice: '5' } };
    const before = await reloads();
    await assertConverged([job('one', '/bin/true'), more, timer, job('two', '/bin/true')]);
    assert.equal((await reloads()) - before, 1);
    const refused = await apply([job('one', '/bin/false'), job('two', '/nowhere'), timer]);
    assert.notEqual(refused.code, 0);
    assert.equal((await reloads()) - before, 2);
    assert.include((await host.exec('systemctl show -p ExecStart -p NeedDaemonReload sp-one')).stdout, '/bin/false');
    const gone = ['sp-one.timer', 'sp-one.service#more', 'sp-one.service', 'sp-two.service'];
    const removed = await apply(gone.map((unit) => ({ unit, state: 'absent' })));
    assert.equal(removed.code, 0, removed.stdout + removed.stderr);
    assert.equal((await reloads()) - before, 3);
  });

  it('tell the words of a service that cannot start', async () => {
    const result = await apply([{ package: 'sp-web' }, { file: config, content: 'port=\n' }, running]);
    assert.notEqual(result.code, 0);
    assert.include(result.stdout + result.stderr, 'sp-web: no port is configured');
    assert.include(result.stdout + result.stderr, 'sp-web.service ended right after its start');
    await assertConverged([...web(8083), running]);
  });

  it('suggest the names that were meant', async () => {
    const { code, stdout, stderr } = await run(['plan'], [{ service: 'crn', running: true }, { package: 'sp-helo' }]);
    assert.equal(code, 1, stdout + stderr);
    assert.include(stdout + stderr, 'did you mean `service: cron`?');
    const { stdout: plan } = await run(['plan'], [{ package: 'sp-helo' }]);
    assert.include(plan, 'the package lists of the node do not have sp-helo; did you mean sp-hello?');
  });

  it('refuse at load what would be an input that is not declared', async () => {
    const { code, stderr } = await run(['validate'], [{ service: 'cron', restart_on: ['file:/etc/crontab'] }]);
    assert.equal(code, 1);
    assert.include(stderr, 'file:/etc/crontab');
  });

  it('manage the unit files of an image in which systemd does not run', async () => {
    project.write('inventory.yaml', { nodes: { image: { exec: { command: ['chroot', host.rootDir] } } } });
    const resources = [
      { package: 'sp-web-auto' },
      { service: 'sp-web-auto', running: true, enabled: false },
      { service: 'cron', running: true, enabled: true },
      { service: 'sp-later', masked: true },
    ];
    const result = await assertConverged(resources);
    assert.include(result.stdout + result.stderr, 'warning[SP635]');
    const states = await host.exec('systemctl is-enabled sp-web-auto cron sp-later');
    assert.equal(states.stdout, 'disabled\nenabled\nmasked\n');
    project.write('inventory.yaml', inventoryOf([host], fleet));
  });
});
