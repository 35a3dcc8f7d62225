import { compareText } from '@setpoint/model';
import { assert } from 'chai';
import { type DeviceProject, deviceProject, linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint modbus read', () => {
  let project: DeviceProject;
  const read = (...words: readonly string[]) => runCommand(['modbus', 'read', ...words], project.dir);
  const at = (): string => `tcp://127.0.0.1:${project.device.port}`;
  before(async () => {
    project = await deviceProject();
  });
  after(() => project.close());

  it('shows registers by name and by address, in the order asked for', async () => {
    const { code, stdout, stderr } = await read('pump', 'mode', '40101', 'coil:0-1');
    assert.equal(
      stdout,
      `NAME         VALUE       RAW     ADDRESS
mode         remote (1)  0x0001  holding 110 (40111)
holding:100  1400        0x0578  holding 100 (40101)
coil:0       true                coil 0 (00001)
coil:1       false               coil 1 (00002)
`,
    );
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('needs no project to read a device by its address', async () => {
    const { code, stdout } = await runCommand(
      ['modbus', 'read', `${at()}/1`, 'holding:101-102', '--type', 'uint32', '--scale', '0.1'],
      '/',
    );
    assert.include(stdout, 'holding:101  10000  0x0001 0x86A0  holding 101 (40102)\n');
    assert.equal(code, 0);
  });

  it('gives programs a line for each value', async () => {
    const { stdout } = await read('pump', 'temperature', 'pin', 'holding:140', '--json');
    const place = { type: 'value', node: 'pump', table: 'holding', address: 140 };
    assert.deepEqual(linesOf(stdout, 'value'), [
      {
        type: 'value',
        node: 'pump',
        name: 'temperature',
        table: 'input',
        address: 0,
        status: 'value',
        words: [235],
        value: 23.5,
        text: '23.5 °C',
      },
      { ...place, name: 'pin', status: 'secret' },
      { ...place, name: 'holding:140', status: 'secret' },
    ]);
  });

  it('is partial when the device lacks some, and failed when it lacks all', async () => {
    const some = await read('pump', 'mode', 'missing');
    assert.equal(some.code, 3);
    assert.include(some.stdout, 'missing  the device has no such address          holding 130 (40131)');
    assert.equal((await read('pump', 'missing')).code, 1);
  });

  it('takes as few requests as it can', async () => {
    const before = project.device.requests.length;
    await read('bare', 'holding:100-102', 'holding:110-112', 'coil:0-1');
    assert.deepEqual(
      project.device.requests.slice(before).toSorted((left, right) => left - right),
      [1, 3, 3, 3],
    );
  });

  /** What is typed after `modbus`, the code of each problem, and what must be told. */
  const wrong: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
    ['an unknown register', ['read', 'pump', 'speed_setpiont'], ['SP806'], 'Did you mean speed_setpoint?'],
    ['an ambiguous address', ['read', 'pump', 'holding:40108'], ['SP803'], 'can be read in two ways'],
    ['several things at once', ['read', 'pump', 'x1', 'holding:40108', '107'], ['SP803', 'SP803', 'SP806'], ''],
    ['a node that is no device', ['read', 'here', 'holding:1'], ['SP806'], 'has no Modbus registers'],
    ['a node that does not exist', ['read', 'pumpe', 'holding:1'], ['SP806'], 'did you mean "pump"?'],
    ['an address in the place of a node', ['read', '192.0.2.7', 'holding:1'], ['SP806'], 'tcp://192.0.2.7'],
    [
      'a scheme that is none',
      ['read', 'udp://192.0.2.7', 'holding:1'],
      ['SP803'],
      'does not say how a device is reached',
    ],
    ['nothing to read', ['read', 'pump'], ['SP803'], 'needs node and what'],
    ['an option of another action', ['read', 'pump', 'mode', '--count', '3'], ['SP803'], '--count means nothing'],
    ['an action that is none', ['raed', 'pump', 'mode'], ['SP803'], 'Did you mean read?'],
    ['a type that is none', ['read', 'pump', 'holding:1', '--type', 'flaot32'], ['SP803'], 'Did you mean float32?'],
    [
      'an interval that is none',
      ['watch', 'pump', 'mode', '--interval', 'fast'],
      ['SP803'],
      '--interval takes seconds',
    ],
  ];
  for (const [what, words, codes, told] of wrong) {
    it(`refuses ${what} before it connects`, async () => {
      const before = project.device.requests.length;
      const { code, stdout, stderr } = await runCommand(['modbus', ...words], project.dir);
      assert.deepEqual([code, stdout], [1, '']);
      assert.deepEqual(stderr.match(/(?<=error\[)\w+/g)?.toSorted(compareText), [...codes]);
      assert.include(stderr.replaceAll(/\n\s*/g, ' '), told);
      assert.lengthOf(project.device.requests, before);
    });
  }

  it('tells of a unit that does not answer', async () => {
    const { code, stderr } = await read(`${at()}/9?timeout=0.1`, 'holding:1');
    assert.equal(code, 1);
    assert.include(stderr, 'error[SP572]');
    assert.include(stderr, 'Unit 9 at 127.0.0.1');
  });

  it('leaves no connection behind', async () => {
    await read('pump', 'mode');
    // The device hears of the end a moment after the command has ended.
    while (project.device.connections().now > 0) await new Promise((resolve) => setImmediate(resolve));
  });
});
