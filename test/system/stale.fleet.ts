import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { posixModules } from '../../packages/posix/src/index.ts';
import { staleCases } from './stale-cases/index.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

fleetSuite('a saved plan of a host on which everything moved since', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  let applied: SetpointResult;
  const looks = new Map<string, string>();

  before(async () => {
    // Whether something is there may depend on the command before it; what is there does not.
    await host.exec('echo found >/srv/after');
    for (const { found, type } of staleCases) {
      const made = await host.exec(found);
      assert.equal(made.code, 0, `${type}: ${made.stderr}`);
    }
    project = createProject({
      ...Object.assign({}, ...staleCases.map(({ files }) => files ?? {})),
      'inventory.yaml': inventoryOf([host], fleet),
      'playbooks/site.yaml': playbookOf([
        { file: '/srv/before', content: 'made\n' },
        ...staleCases.map(({ type, identity, declared }) => ({ [type]: identity, ...declared })),
        { file: '/srv/after', content: 'made\n' },
      ]),
    });
    const planned = await runSetpoint(['plan', '--out', 'plan.json'], { cwd: project.dir });
    assert.equal(planned.code, 0, planned.stdout + planned.stderr);
    for (const { type, moved, look } of staleCases) {
      const done = await host.exec(moved);
      assert.equal(done.code, 0, `${type}: ${done.stderr}`);
      looks.set(type, (await host.exec(look)).stdout);
    }
    applied = await runSetpoint(['apply', '--yes', 'plan.json', '--json'], { cwd: project.dir });
  });
  after(() => project.remove());

  it('has a case for each type, but containers, which the hosts have no program for', () => {
    assert.sameMembers(
      [...staleCases.map(({ type }) => type), 'container'],
      posixModules.map(({ type }) => type),
    );
  });

  for (const { type, identity, look, told } of staleCases) {
    it(`leaves a ${type} as it is, and says what moved`, async () => {
      assert.equal((await host.exec(look)).stdout, looks.get(type));
      const refusal = refusals(applied).find(({ address }) => address === `${type}:${identity}`);
      assert.match(refusal?.detail ?? applied.stderr, told, refusal?.detail);
    });
  }

  it('is done where nothing moved', async () => {
    assert.equal((await host.exec('cat /srv/before /srv/after')).stdout, 'made\nmade\n', applied.stdout);
    assert.include([1, 3], applied.code);
  });
});

type Refusal = { readonly code: string; readonly address?: string; readonly detail: string };

/** The refusals that the lines of a run hold, wherever they stand in them. */
function refusals({ stdout }: SetpointResult): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const line of stdout.split('\n').filter((each) => each !== '')) {
    JSON.parse(line, (_, value: Partial<Refusal> | null) => {
      if (value?.code === 'SP707' && value.detail !== undefined) found.push(value as Refusal);
      return value;
    });
  }
  return found;
}
