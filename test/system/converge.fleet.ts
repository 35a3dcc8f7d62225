import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { Plan } from '../../packages/model/src/index.ts';
import { listRoot } from './support/listing.ts';
import { executedTitles, plannedTitles } from './support/operation-titles.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { linesOf, runSetpoint } from './support/setpoint.ts';

fleetSuite('a bare host and one playbook', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  let planned: Plan;

  before(() => {
    const config = '/etc/sp-web/sp-web.conf';
    project = createProject({
      'inventory.yaml': inventoryOf([host], fleet),
      'playbooks/site.yaml': playbookOf([
        { package: 'sp-web' },
        { user: 'webops', comment: 'Looks after the web', groups: ['sp-web'], append: true },
        { directory: '/srv/sp-web/pages', owner: 'webops', group: 'sp-web', mode: '0750' },
        { file: config, content: 'port=8099\nroot=/srv/sp-web\n', owner: 'sp-web', mode: '0640', check: 'sp-web -t' },
        { link: '/etc/web.conf', target: config },
        { service: 'sp-web', running: true, enabled: true, restart_on: [`file:${config}`] },
      ]),
    });
  });
  after(() => project.remove());

  it('are planned without an error, although nearly everything depends on what is not there yet', async () => {
    const { code, stdout, stderr } = await runSetpoint(['plan', '--json'], { cwd: project.dir });
    assert.equal(code, 0, stdout + stderr);
    planned = linesOf(stdout, 'plan')[0]?.['plan'] as unknown as Plan;
    assert.equal(planned.totals.actions.unknown, 0);
    assert.isAtLeast(planned.totals.operations, 6);
  });

  it('are brought together by exactly the operations that the plan showed', async () => {
    const { code, stdout, stderr } = await runSetpoint(['apply', '--yes', '--json'], { cwd: project.dir });
    assert.equal(code, 0, stdout + stderr);
    const titles = plannedTitles(planned);
    const journal = project.journals().at(-1) ?? [];
    const shown = journal.find((entry) => entry.kind === 'run-started');
    assert.deepEqual(shown?.plan.plays, planned.plays, 'the plan that was applied is the plan that was shown');
    const summed = journal.find((entry) => entry.kind === 'node-ended')?.node;
    assert.equal(summed?.status, 'converged');
    assert.deepEqual(
      summed?.outcomes.map(({ address, title }) => `${address} ${title}`),
      titles,
    );
    assert.deepEqual(
      executedTitles(journal).filter((title) => !titles.includes(title)),
      [],
    );
  });

  it('serve', async () => {
    assert.include((await host.exec('busybox wget -q -O - http://127.0.0.1:8099/')).stdout, 'sp-web');
    assert.equal((await host.exec('systemctl is-enabled sp-web')).stdout, 'enabled\n');
  });

  it('are left alone by a second apply: no operation, no journal, no byte', async () => {
    const before = await listRoot(host);
    const { code, stdout, stderr } = await runSetpoint(['apply', '--yes', '--json'], { cwd: project.dir });
    assert.equal(code, 0, stdout + stderr);
    assert.equal(project.journals().length, 1);
    const again = linesOf(stdout, 'plan')[0]?.['plan'] as unknown as Plan;
    assert.equal(again.totals.actions.none, 6, stdout);
    assert.equal(await listRoot(host), before);
  });
});
