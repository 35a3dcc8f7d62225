import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import {
  type PlcPeer,
  peerSuite,
  plcFaults,
  startLibmodbusPeer,
  writeWithMbpoll,
} from '../../../packages/modbus/test/peers/index.ts';
import { deviceProject, tcpTo } from './support/device-project.ts';

const [found, wanted] = [24_571, 31_337];

/** Both values in the forms that something could print them in. */
const forms = [found, wanted].flatMap((value) => [
  String(value),
  value.toString(16).toUpperCase().padStart(4, '0'),
  value.toString(16).padStart(4, '0'),
]);

peerSuite('a sensitive register', () => {
  let plc: PlcPeer;
  let project: ReturnType<typeof deviceProject>;

  beforeEach(async () => {
    plc = await startLibmodbusPeer();
    project = deviceProject({ controller: tcpTo(plc.port) });
    project.declare([{ register: 'pin', value: wanted }]);
    const target = { kind: 'tcp', port: plc.port } as const;
    await writeWithMbpoll(target, { table: 'holding', address: 140, values: [found] });
  });

  afterEach(async () => {
    project.remove();
    await plc.stop();
  });

  const ways: Readonly<Record<string, { readonly args: readonly string[]; readonly forgets?: true }>> = {
    'a plan': { args: ['plan'] },
    'a plan in JSON': { args: ['plan', '--json'] },
    'an apply': { args: ['apply', '--yes'] },
    'an apply in JSON': { args: ['apply', '--yes', '--json'] },
    'an apply that the device does not keep': { args: ['apply', '--yes', '--json'], forgets: true },
  };
  for (const [what, { args, forgets }] of Object.entries(ways)) {
    it(`stands nowhere in ${what}, neither as it is nor as it shall be`, async () => {
      if (forgets === true) {
        const target = { kind: 'tcp', port: plc.port } as const;
        await writeWithMbpoll(target, { table: 'holding', address: plcFaults.forgottenWrites, values: [1] });
      }
      const { stdout, stderr } = await project.start(...args).ended;
      const texts = [stdout, stderr, ...filesBelow(join(project.dir, '.setpoint'))].join('\n');
      assert.include(texts, 'pin');
      const lines = texts
        .split('\n')
        .filter((line) => forms.some((form) => new RegExp(`\\b(?:0x)?${form}\\b`).test(line)));
      assert.deepEqual(lines, []);
    });
  }
});

function filesBelow(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dir, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
}
