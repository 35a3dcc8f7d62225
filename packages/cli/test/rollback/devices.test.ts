import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { type DeviceProject, deviceProject } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('going back to before a run on a device', () => {
  let project: DeviceProject;

  beforeEach(async () => {
    project = await deviceProject();
    const resources = '  - register: speed_setpoint\n    value: 1450\n  - coil: run\n    value: false\n';
    writeFileSync(join(project.dir, 'playbooks/site.yaml'), `name: pump\nnodes: pump\nresources:\n${resources}`);
    const { code, stderr } = await runCommand(['apply', '--yes'], project.dir);
    assert.equal(code, 0, stderr);
    assert.deepEqual([project.device.read('holding', 100), project.device.read('coil', 0)], [[1450], [0]]);
  });
  afterEach(() => project.close());

  it('writes the values of before, each once', async () => {
    const before = project.device.writes.length;
    const { code, stdout, stderr } = await runCommand(['rollback', 'last', '--yes'], project.dir);
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual([project.device.read('holding', 100), project.device.read('coil', 0)], [[1400], [1]]);
    const written = project.device.writes.slice(before).map(({ table, address }) => `${table} ${address}`);
    assert.deepEqual(written.toSorted(), ['coil 0', 'holding 100', 'holding 120'], 'and what makes them last');
  });

  it('says which value is no longer the one that the run left behind', async () => {
    project.device.set('holding', 100, [1300]);
    const { stdout, stderr } = await runCommand(['rollback', 'last', '--plan-only'], project.dir);
    assert.match(`${stdout}${stderr}`, /SP720[^]*register:speed_setpoint/);
    assert.deepEqual(project.device.read('holding', 100), [1300]);
  });
});
