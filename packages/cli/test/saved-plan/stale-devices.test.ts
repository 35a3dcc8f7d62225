import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { type DeviceProject, deviceProject } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('a saved plan of a device on which values moved since', () => {
  let project: DeviceProject;

  beforeEach(async () => {
    project = await deviceProject();
    writeFileSync(
      join(project.dir, 'playbooks/site.yaml'),
      `name: pump
nodes: pump
resources:
  - register: speed_setpoint
    value: 1450
  - register: run_hours
    value: 7
  - coil: run
    value: false
`,
    );
    const { code, stderr } = await runCommand(['plan', '--out', 'plan.json'], project.dir);
    assert.equal(code, 0, stderr);
  });
  afterEach(() => project.close());

  /** Applies the plan; what is said is one line, wherever it was broken. */
  const apply = async (): Promise<{ readonly code: number; readonly said: string }> => {
    const { code, stdout, stderr } = await runCommand(['apply', '--yes', 'plan.json'], project.dir);
    return { code, said: `${stdout}${stderr}`.replaceAll(/\s+/g, ' ') };
  };

  it('leaves a register as it is, says what moved, and writes the others', async () => {
    project.device.set('holding', 100, [1300]);
    const { code, said } = await apply();
    assert.equal(code, 1, said);
    assert.match(said, /register:speed_setpoint on pump is not done: value was planned from 1400/);
    assert.match(said, /to 1450[^,]*, and is 1300[^,]* now/);
    assert.deepEqual(project.device.read('holding', 100), [1300]);
    assert.deepEqual(project.device.read('holding', 101, 2), [0, 7]);
  });

  it('leaves a coil that was switched and is as declared by now, and has nothing to do for it', async () => {
    project.device.set('coil', 0, [0]);
    const { code, said } = await apply();
    assert.equal(code, 0, said);
    assert.isFalse(project.device.writes.some(({ table }) => table === 'coil'));
  });

  it('leaves a coil of which the plan knew nothing to do', async () => {
    project.device.set('coil', 0, [0]);
    const planned = await runCommand(['plan', '--out', 'plan.json'], project.dir);
    assert.equal(planned.code, 0, planned.stderr);
    project.device.set('coil', 0, [1]);
    const { code, said } = await apply();
    assert.equal(code, 1);
    assert.match(said, /coil:run on pump is not done: value was as declared, and is true now/);
    assert.deepEqual(project.device.read('coil', 0), [1]);
    assert.deepEqual(project.device.read('holding', 100), [1450]);
  });

  it('writes nothing at all when it is to be all or nothing', async () => {
    project.device.set('holding', 100, [1300]);
    const { code, stderr } = await runCommand(['apply', '--yes', '--all-or-nothing', 'plan.json'], project.dir);
    assert.equal(code, 1, stderr);
    assert.isEmpty(project.device.writes);
  });

  it('finds nothing to do when it is applied twice', async () => {
    assert.equal((await apply()).code, 0);
    const writes = project.device.writes.length;
    const again = await apply();
    assert.equal(again.code, 0, again.said);
    assert.lengthOf(project.device.writes, writes);
  });
});
