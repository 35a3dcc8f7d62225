import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { assert } from 'chai';
import { type DeviceProject, deviceProject, linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint facts of a Modbus device', () => {
  let project: DeviceProject;
  before(async () => {
    project = await deviceProject();
  });
  after(() => project.close());

  it('shows what the device says of itself, and every register that can be read', async () => {
    const { code, stdout, stderr } = await runCommand(['facts', 'pump'], project.dir);
    assert.equal(
      stdout,
      `pump
FACT          VALUE
vendor        Setpoint lab
product_code  pump
revision      1.0

NAME            VALUE                           RAW            ADDRESS              ACCESS
speed_setpoint  1400 rpm                        0x0578         holding 100 (40101)  read-write
run_hours       100000 h                        0x0001 0x86A0  holding 101 (40102)  read-write
mode            remote (1)                      0x0001         holding 110 (40111)  read-write
pressure_limit  not available                   0x8000         holding 111 (40112)  read-write
label           "42 #"                          0x3432 0x2023  holding 112 (40113)  read-write
missing         the device has no such address                 holding 130 (40131)  read-write
pin             (secret)                        (secret)       holding 140 (40141)  read-write
run             true                                           coil 0 (00001)       read-write
temperature     23.5 °C                         0x00EB         input 0 (30001)      read

`,
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.isEmpty(project.device.writes);
  });

  it('is one object for each node with --json', async () => {
    const { code, stdout } = await runCommand(['facts', 'pump', 'bare', '--json'], project.dir);
    const lines = linesOf(stdout, 'facts');
    assert.deepEqual([code, lines.map(({ node }) => node)], [0, ['pump', 'bare']]);
    const [pump, bare] = lines.map(({ facts }) => facts as { registers: readonly object[]; identification: object });
    const identification = { vendor: 'Setpoint lab', product_code: 'pump', revision: '1.0' };
    assert.deepEqual(bare, { identification, registers: [] });
    assert.deepEqual(pump?.registers[1], {
      name: 'run_hours',
      table: 'holding',
      address: 101,
      status: 'value',
      words: [1, 0x86a0],
      value: 100000,
      text: '100000 h',
      access: 'read-write',
    });
    assert.notInclude(stdout, '4711');
  });

  it('says how to learn more of a device without a profile', async () => {
    const { code, stdout, stderr } = await runCommand(['facts', 'bare'], project.dir);
    assert.equal(code, 0);
    assert.notInclude(stdout, 'ADDRESS');
    assert.include(stderr, 'bare has no device profile');
    assert.include(stderr, '`setpoint modbus read bare holding:0-9`');
  });

  it('shows the registers of a device that keeps silent when it is asked to identify itself', async () => {
    const silent = createServer((socket) => {
      socket.on('data', (frame) => {
        // Function 3 is answered with as many zeros as were asked for; nothing else is.
        if (frame[7] !== 3) return;
        const zeros = Buffer.alloc(2 * frame.readUInt16BE(10));
        const head = Buffer.from([...frame.subarray(0, 4), 0, 3 + zeros.length, 1, 3, zeros.length]);
        socket.write(Buffer.concat([head, zeros]));
      });
    });
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const own = `nodes: { old: { modbus: { host: 127.0.0.1, port: ${port}, timeout_seconds: 0.1, retries: 0, profile: profiles/old.yaml } } }`;
    writeFileSync(join(project.dir, 'old.yaml'), own);
    writeFileSync(join(project.dir, 'profiles/old.yaml'), 'registers: { level: { table: holding, address: 7 } }\n');
    const { code, stdout } = await runCommand(['facts', 'old', '-i', 'old.yaml'], project.dir);
    silent.close();
    assert.equal(code, 0);
    assert.include(stdout, 'The device does not answer when it is asked to identify itself (function 43/14).\n');
    assert.include(stdout, 'level  0      0x0000  holding 7 (40008)  read-write\n');
  });

  it('tells of hosts what it always did, beside devices', async () => {
    const { code, stdout } = await runCommand(['facts', '--json'], project.dir);
    const lines = linesOf(stdout, 'facts');
    assert.deepEqual([code, lines.map(({ node }) => node)], [0, ['pump', 'bare', 'here']]);
    assert.property(lines[2]?.['facts'], 'os_name');
  });

  it('is partial when a device does not answer', async () => {
    const other = await deviceProject();
    await other.device.stop();
    const { code, stdout, stderr } = await runCommand(['facts', 'pump', 'here'], other.dir);
    assert.equal(code, 3);
    assert.include(stderr, 'error[SP571]');
    assert.include(stdout, 'here\n');
    await other.close();
  });
});
