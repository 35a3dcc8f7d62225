import { type FleetHost, installDebianPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const own = '/home/sp-sync/.config/systemd/user';

fleetSuite('an account that is new, with units of its own', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project | undefined;

  before(async function () {
    this.timeout(120_000);
    await installDebianPackages(host, ['libpam-systemd']);
    project = createProject({
      'inventory.yaml': inventoryOf([host], fleet),
      'playbooks/site.yaml': playbookOf([
        { user: 'sp-sync', ssh_key: {}, linger: true },
        {
          unit: 'user/sp-sync.service',
          Service: { ExecStart: '/bin/sleep infinity' },
          Install: { WantedBy: 'default.target' },
        },
        { directory: own, parents: true, owner: 'sp-sync' },
        {
          file: `${own}/sp-own.service`,
          content: '[Service]\nExecStart=/bin/sleep infinity\n',
          owner: 'sp-sync',
        },
        {
          service: 'sp-sync/sp-sync',
          running: true,
          enabled: true,
          restart_on: ['unit:user/sp-sync.service'],
        },
        { service: 'sp-sync/sp-own', running: true },
      ]),
    });
  });
  after(() => project?.remove());

  const command = (...words: readonly string[]): Promise<SetpointResult> =>
    runSetpoint(words, { cwd: project?.dir ?? '' });

  it('is planned whole before anything of it is there, applied, and needs nothing more', async function () {
    this.timeout(120_000);
    const planned = await command('plan');
    assert.equal(planned.code, 0, planned.stdout + planned.stderr);
    assert.match(planned.stdout, /service:sp-sync\/sp-sync[^]*enabled: false → true\n *running: false → true/);
    const applied = await command('apply', '--yes');
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    const again = await command('plan', '--detailed-exitcode');
    assert.equal(again.code, 0, again.stdout + again.stderr);
    assert.equal((await host.exec('pgrep -c -u sp-sync -x sleep')).stdout.trim(), '2');
  });
});
