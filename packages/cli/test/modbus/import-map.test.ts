import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint modbus import-map', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-map-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const run = (table: string, ...words: readonly string[]) => {
    writeFileSync(join(dir, 'map.csv'), table);
    return runCommand(['modbus', 'import-map', 'map.csv', ...words], dir);
  };
  const table = 'Name,Address,Type,Unit\nspeed,40101,uint16,rpm\nhours,40102,uint32,h\n';

  it('prints the profile', async () => {
    const { code, stdout, stderr } = await run(table);
    assert.deepEqual([code, stderr], [0, '']);
    assert.include(stdout, 'registers:\n  speed:\n    ref: "40101"\n');
  });

  it('writes the profile, with the directories above it, for a node to use', async () => {
    const { code, stdout } = await run(table, '-o', 'profiles/pump.yaml');
    assert.deepEqual([code, stdout], [0, 'wrote profiles/pump.yaml, 2 registers\n']);
    writeFileSync(
      join(dir, 'inventory.yaml'),
      'nodes: { pump: { modbus: { host: 127.0.0.1, port: 1, profile: profiles/pump.yaml } } }\n',
    );
    const read = await runCommand(['modbus', 'read', 'pump', 'speeed'], dir);
    assert.include(read.stderr, 'Did you mean speed?');
  });

  it('overwrites a file only with --force', async () => {
    const path = join(dir, 'pump.yaml');
    writeFileSync(path, '# mine\n');
    const refused = await run(table, '-o', 'pump.yaml');
    assert.equal(refused.code, 1);
    assert.include(refused.stderr, 'error[SP810]');
    assert.equal(readFileSync(path, 'utf8'), '# mine\n');
    assert.equal((await run(table, '-o', 'pump.yaml', '--force')).code, 0);
    assert.include(readFileSync(path, 'utf8'), 'registers:');
  });

  it('tells all lines that cannot be taken, with their places, and writes nothing', async () => {
    const { code, stdout, stderr } = await run(`${table}bad,xyz1,uint16,\nodd,40105,float99,\n`, '-o', 'pump.yaml');
    assert.deepEqual([code, stdout], [1, '']);
    assert.include(stderr, '--> map.csv:4:1');
    assert.include(stderr, '--> map.csv:5:1');
    assert.include(stderr, 'odd,40105,float99,');
    assert.lengthOf(stderr.match(/error\[SP574\]/g) ?? [], 2);
    assert.throws(() => readFileSync(join(dir, 'pump.yaml')));
  });

  it('warns of what has to be mended by hand', async () => {
    const { code, stderr } = await run('Name,Address,Type\na,40101,uint32\nb,40102,uint16\n', '-o', 'pump.yaml');
    assert.equal(code, 0);
    assert.include(stderr, 'warning[SP575]');
    assert.include(stderr, '--> map.csv:3:1');
  });

  it('gives programs the text, or the path', async () => {
    const [printed] = linesOf((await run(table, '--json')).stdout, 'profile');
    assert.equal(printed?.['registers'], 2);
    assert.include(printed?.['text'], 'speed:');
    const [written] = linesOf((await run(table, '-o', 'p.yaml', '--json')).stdout, 'written');
    assert.deepEqual(written, { type: 'written', path: 'p.yaml', registers: 2 });
  });

  it('says that there is no such table', async () => {
    const { code, stderr } = await runCommand(['modbus', 'import-map', 'nope.csv'], dir);
    assert.equal(code, 1);
    assert.include(stderr, 'nope.csv cannot be read: it does not exist.');
  });
});
