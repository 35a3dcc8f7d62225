import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { type DeviceProject, deviceProject, linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

const playbook = `# What pump held when it was imported, by the device profile ACME pump.
name: pump
nodes: pump
resources:
  - register: speed_setpoint
    value: 1400 # rpm
  - register: run_hours
    value: 100000 # h
  - register: mode
    value: remote
  # pressure_limit: left out: not available
  - register: label
    value: "42 #"
  # missing: left out: the device has no such address
  # pin: left out: it is a secret
  - coil: run
    value: true
`;

describe('setpoint import of a Modbus device', () => {
  let project: DeviceProject;
  beforeEach(async () => {
    project = await deviceProject();
  });
  afterEach(() => project.close());

  const run = (...words: readonly string[]) => runCommand(words, project.dir);

  it('prints a playbook of what the device holds', async () => {
    const { code, stdout, stderr } = await run('import', 'pump');
    assert.deepEqual([code, stdout, stderr], [0, playbook, '5 resources, 3 left out\n']);
    assert.isEmpty(project.device.writes);
  });

  it('writes one that a plan right after has nothing to do for, and an apply writes nothing for', async () => {
    const { code, stdout } = await run('import', 'pump', '-o', 'playbooks/pump.yaml');
    assert.deepEqual([code, stdout], [0, 'wrote playbooks/pump.yaml: 5 resources, 3 left out\n']);
    const plan = await run('plan', '--detailed-exitcode');
    assert.equal(plan.code, 0, plan.stderr);
    assert.equal(plan.stdout, 'No changes: 5 resources on 1 node are as declared.\n');
    assert.equal((await run('apply', '--yes')).code, 0);
    assert.isEmpty(project.device.writes);
  });

  it('writes one that restores the device', async () => {
    await run('import', 'pump', '-o', 'playbooks/pump.yaml');
    project.device.set('holding', 100, [1]);
    project.device.set('holding', 112, [0, 0]);
    const { code, stderr } = await run('apply', '--yes');
    assert.equal(code, 0, stderr);
    assert.deepEqual(project.device.read('holding', 100), [1400]);
    assert.deepEqual(project.device.read('holding', 112, 2), [0x3432, 0x2023]);
  });

  it('keeps texts and numbers exact that YAML or a playbook would take for something else', async () => {
    const texts = [
      '"quoted"',
      "'single'",
      '${{ x }}',
      '$${{ 1 }',
      'true',
      '0042',
      '1e3',
      '# no',
      'a: b',
      '- c',
      '',
      '~',
    ];
    const wide = [...texts, 'caf\u00e9', 'tab\there', '\u0085next', '{{ y }}', 'null', ' lead'];
    const points = [
      ...wide.map((text, index) => ({ table: 'holding' as const, address: index * 10, words: wordsOf(text) })),
      { table: 'holding' as const, address: 500, words: [0xffff, 0xffff, 0xffff, 0xffff] },
      { table: 'holding' as const, address: 510, words: [0x3dcc, 0xcccd] },
    ];
    const other = await deviceProject({ points });
    const registers = wide.map(
      (_, index) => `  t${index}: { table: holding, address: ${index * 10}, type: string, length: 5 }`,
    );
    const numbers = [
      '  big: { table: holding, address: 500, type: uint64, scale: 0.1 }',
      '  tenth: { table: holding, address: 510, type: float32 }',
    ];
    writeFileSync(join(other.dir, 'profiles/pump.yaml'), `registers:\n${[...registers, ...numbers].join('\n')}\n`);
    const made = await runCommand(['import', 'pump', '-o', 'playbooks/pump.yaml'], other.dir);
    assert.equal(made.stdout, `wrote playbooks/pump.yaml: ${wide.length + 2} resources, 0 left out\n`);
    const plan = await runCommand(['plan'], other.dir);
    assert.equal(plan.stdout, `No changes: ${wide.length + 2} resources on 1 node are as declared.\n`, plan.stderr);
    await other.close();
  });

  it('overwrites a file only with --force', async () => {
    const path = join(project.dir, 'playbooks/pump.yaml');
    writeFileSync(path, '# mine\n');
    const refused = await run('import', 'pump', '-o', 'playbooks/pump.yaml');
    assert.equal(refused.code, 1);
    assert.include(refused.stderr, 'error[SP810]');
    assert.equal(readFileSync(path, 'utf8'), '# mine\n');
    const forced = await run('import', 'pump', '-o', 'playbooks/pump.yaml', '--force');
    assert.equal(forced.code, 0);
    assert.equal(readFileSync(path, 'utf8'), playbook);
  });

  it('gives programs the text, or the path', async () => {
    const [printed] = linesOf((await run('import', 'pump', '--json')).stdout, 'playbook');
    assert.deepEqual(printed, { type: 'playbook', node: 'pump', text: playbook, declared: 5, leftOut: 3 });
    const [written] = linesOf((await run('import', 'pump', '-o', 'p.yaml', '--json')).stdout, 'written');
    assert.deepEqual(written, { type: 'written', path: 'p.yaml', node: 'pump', declared: 5, leftOut: 3, files: [] });
  });

  /** What is named, the words of the command, the code, and what is told. */
  const wrong: readonly (readonly [string, readonly string[], string, string])[] = [
    ['a device without a profile', ['bare'], 'SP576', 'bare has no device profile'],
    [
      'types of a device',
      ['pump', '--types', 'register'],
      'SP860',
      '--types does not go with pump, which is reached by modbus',
    ],
    ['what is not in the inventory', ['pmup'], 'SP806', 'did you mean "pump"?'],
  ];
  for (const [what, words, code, told] of wrong) {
    it(`refuses ${what}`, async () => {
      const result = await run('import', ...words);
      assert.deepEqual([result.code, result.stdout], [1, '']);
      assert.include(result.stderr, `error[${code}]`);
      assert.include(result.stderr.replaceAll(/\n\s*/g, ' '), told);
    });
  }

  it('writes nothing when the device does not answer', async () => {
    await project.device.stop();
    const { code, stdout, stderr } = await run('import', 'pump', '-o', 'p.yaml');
    assert.deepEqual([code, stdout], [1, '']);
    assert.include(stderr, 'error[SP571]');
    assert.throws(() => readFileSync(join(project.dir, 'p.yaml')));
  });
});

/** Five registers with a text of at most ten characters. */
function wordsOf(text: string): readonly number[] {
  const bytes = Buffer.alloc(10);
  bytes.write(text, 'latin1');
  return [0, 2, 4, 6, 8].map((at) => bytes.readUInt16BE(at));
}
