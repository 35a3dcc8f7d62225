import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import type { LabUnit } from '../packages/lab/src/index.ts';
import { expectPlan } from './expected-plans.ts';
import { type ExampleDevices, startDevices } from './playbook-devices.ts';
import { copyExample, exampleNames, needsDevices, setpoint } from './playbook-examples.ts';

/** What the devices have taken once the example is applied, in order: function, first address from 0, words. */
const proofs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'pump-station': [
    [
      'FC16 holding 104: 6666 4026',
      'FC16 holding 100: cccd 3fec',
      'FC6 holding 9: 0001',
      'FC6 holding 107: 000c',
      'FC6 holding 109: 0083',
      'FC5 coil 0: 0001',
      'FC6 holding 199: 0001',
    ],
    [
      'FC16 holding 0: 4d69 6c6c 204c 616e 6520 2020 2020 2020',
      'FC16 holding 104: 0000 4040',
      'FC6 holding 9: 0001',
      'FC6 holding 106: 002d',
      'FC6 holding 107: 000c',
      'FC6 holding 109: 0083',
      'FC5 coil 0: 0001',
      'FC6 holding 199: 0001',
    ],
  ],
  'drive-parameters': [
    ['FC6 holding 9: 0f02', 'FC5 coil 0: 0000', 'FC6 holding 100: 004b', 'FC5 coil 0: 0001', 'FC6 holding 199: 0001'],
    [
      'FC6 holding 9: 0f02',
      'FC5 coil 0: 0000',
      'FC16 holding 109: 0002 4252',
      'FC6 holding 119: 04d8',
      'FC5 coil 0: 0001',
      'FC6 holding 199: 0001',
    ],
    ['FC6 holding 200: 0001', 'FC6 holding 9: 0f02'],
  ],
};

/** What somebody does at the first device afterwards, and what an apply says to it; nothing is written then. */
const refusals: Readonly<Record<string, readonly [(device: LabUnit) => void, RegExp]>> = {
  'pump-station': [
    (controller) => {
      controller.set('holding', 106, [90]);
      controller.set('discrete', 0, [0]);
    },
    /SP652[^]*selector \(discrete 0\) must be true and is false\./,
  ],
  'drive-parameters': [
    (drive) => {
      drive.set('input', 0, [2]);
      drive.failNextWrite('silent');
    },
    /no reply to the write of reset_fault \(holding 200\)/,
  ],
};

for (const name of exampleNames.filter(needsDevices)) {
  describe(`the example ${name} on devices of the lab`, function () {
    this.timeout(30_000);
    let base: string;
    let dir: string;
    let running: ExampleDevices;

    before(async () => {
      base = mkdtempSync(join(tmpdir(), 'setpoint-example-'));
      dir = join(base, name);
      const start = startDevices[name];
      if (start === undefined) throw new Error(`nothing is there that could be ${name}`);
      running = await start();
      const { ports } = running;
      copyExample(name, dir, (index) => (index < ports.length ? `host: 127.0.0.1, port: ${ports[index]}` : undefined));
    });

    after(async () => {
      await running?.stop();
      rmSync(base, { recursive: true, force: true });
    });

    it('plans what is expected, and writes nothing for it', async () => {
      await expectPlan(name, dir);
      expect(writesOf(running)).to.deep.equal(running.devices.map(() => []));
    });

    it('applies that and converges', async () => {
      const ended = await setpoint(dir, ['apply', '--yes']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
    });

    it('does what it is for, with no other write', () => {
      expect(writesOf(running)).to.deep.equal(proofs[name]);
    });

    it('finds nothing to do afterwards, and writes nothing', async () => {
      const written = writesOf(running);
      const plan = await setpoint(dir, ['plan', '--detailed-exitcode']);
      const apply = await setpoint(dir, ['apply', '--yes']);
      expect(plan.code, plan.stdout + plan.stderr).to.equal(0);
      expect(apply.code, apply.stdout + apply.stderr).to.equal(0);
      assert.match(plan.stdout, /^No changes: /);
      expect(writesOf(running)).to.deep.equal(written);
    });

    it('says why it cannot go on when the device is not as it has to be', async () => {
      const [device] = running.devices;
      const [spoil, wanted] = refusals[name] ?? [];
      if (device === undefined || spoil === undefined || wanted === undefined)
        throw new Error(`${name} has no refusal`);
      spoil(device);
      const ended = await setpoint(dir, ['apply', '--yes']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(3);
      assert.match(ended.stdout + ended.stderr, wanted);
    });
  });
}

function writesOf({ devices }: ExampleDevices): readonly (readonly string[])[] {
  return devices.map(({ writes }) =>
    writes.map(({ functionCode, table, address, words }) => {
      const hex = words.map((word) => word.toString(16).padStart(4, '0')).join(' ');
      return `FC${functionCode} ${table} ${address}: ${hex}`;
    }),
  );
}
