import type { FleetHost } from '@setpoint/testkit/fleet';
import { assert } from 'chai';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import type { StaleCase } from '../stale-cases/stale-case.ts';
import { createProject, type Project, playbookOf } from './project.ts';
import { refusals } from './refusals.ts';
import { runSetpoint, type SetpointResult } from './setpoint.ts';

/** The host that the cases are tried on, and the inventory that leads to it. */
export type StalePlace = Pick<FleetHost, 'exec'> & { readonly inventory: JsonObject };

/**
 * Tests of one saved plan for all cases: what moved since is left as it is and told, and what did not move is done. `place` is asked
 * when the tests run.
 */
export function describeStalePlan(cases: readonly StaleCase[], place: () => StalePlace): void {
  let project: Project;
  let applied: SetpointResult;
  const looks = new Map<string, string>();

  before(async () => {
    const { exec, inventory } = place();
    // Whether something is there may depend on the command before it; what is there does not.
    await exec('echo found >/srv/after');
    for (const { found, type } of cases) {
      const made = await exec(found);
      assert.equal(made.code, 0, `${type}: ${made.stderr}`);
    }
    project = createProject({
      ...Object.assign({}, ...cases.map(({ files }) => files ?? {})),
      'inventory.yaml': inventory,
      'playbooks/site.yaml': playbookOf([
        { file: '/srv/before', content: 'made\n' },
        ...cases.map(({ type, identity, declared }) => ({ [type]: identity, ...declared })),
        { file: '/srv/after', content: 'made\n' },
      ]),
    });
    const planned = await runSetpoint(['plan', '--out', 'plan.json'], { cwd: project.dir });
    assert.equal(planned.code, 0, planned.stdout + planned.stderr);
    for (const { type, moved, look } of cases) {
      const done = await exec(moved);
      assert.equal(done.code, 0, `${type}: ${done.stderr}`);
      looks.set(type, (await exec(look)).stdout);
    }
    applied = await runSetpoint(['apply', '--yes', 'plan.json', '--json'], { cwd: project.dir });
  });
  after(() => project?.remove());

  for (const { type, identity, look, told } of cases) {
    it(`leaves a ${type} as it is, and says what moved`, async () => {
      assert.equal((await place().exec(look)).stdout, looks.get(type));
      const refusal = refusals(applied).find(({ address }) => address === `${type}:${identity}`);
      assert.match(refusal?.detail ?? applied.stderr, told, refusal?.detail);
    });
  }

  it('is done where nothing moved', async () => {
    assert.equal((await place().exec('cat /srv/before /srv/after')).stdout, 'made\nmade\n', applied.stdout);
    assert.include([1, 3], applied.code);
  });
}
