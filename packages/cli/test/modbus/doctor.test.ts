import { assert } from 'chai';
import { type DeviceProject, deviceProject, linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint doctor on the way to a Modbus device', () => {
  let project: DeviceProject;
  const findings = async (...nodes: readonly string[]) => {
    const { stdout } = await runCommand(['doctor', ...nodes, '--json'], project.dir);
    return linesOf(stdout, 'finding').filter(({ subject }) => nodes.includes(String(subject)));
  };
  beforeEach(async () => {
    project = await deviceProject();
  });
  afterEach(() => project.close());

  it('says who answered, and how many registers of the profile', async () => {
    const [pump, bare] = await findings('pump', 'bare');
    assert.deepInclude(pump, { subject: 'pump', check: 'answers', state: 'ok' });
    assert.match(String(pump?.['detail']), /^Setpoint lab pump 1\.0, 8 of 9 registers read, answered in \d+ ms$/);
    assert.match(String(bare?.['detail']), /^Setpoint lab pump 1\.0, answered in \d+ ms$/);
  });

  it('says that nothing answers', async () => {
    await project.device.stop();
    const [pump] = await findings('pump');
    assert.deepInclude(pump, { subject: 'pump', check: 'answers', state: 'error' });
    assert.match(String(pump?.['detail']), /^SP571: /);
  });
});
