import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import { runCommand } from './support/run-command.ts';

type Case = {
  readonly title: string;
  readonly words: readonly string[];
  readonly code: 0 | 1 | 2 | 3;
  /** A diagnostic code that must be told. */
  readonly tells?: string;
};

const project = {
  'inventory.yaml': 'nodes: { here: { local: {} }, dead: { exec: { command: [/nonexistent/shell] } } }\n',
  'playbooks/done.yaml': 'nodes: here\nresources: [{ directory: DIR/done, tags: [old] }]\n',
  'new.yaml': 'nodes: here\nresources: [{ directory: DIR/new, tags: [fresh] }]\n',
  'mixed.yaml': 'nodes: all\nresources: [{ directory: DIR/done }]\n',
  'dead.yaml': 'nodes: dead\nresources: [{ directory: DIR/done }]\n',
  'failing.yaml': 'nodes: here\nresources: [{ command: fail, run: exit 7, always: true }]\n',
  'typo.yaml': 'nodes: here\nresources: [{ directory: DIR/done, mod: "0755" }]\n',
  'empty.yaml': '',
  'binary.yaml': 'a\0b',
  'vars.yaml': 'who: you\n',
  'broken-inventory.sh': '#!/bin/sh\necho no database >&2\nexit 4\n',
  'listening-inventory.sh': '#!/bin/sh\ncat\necho "nodes: { here: { local: {} } }"\n',
};

const cases: readonly Case[] = [
  { title: 'help', words: ['--help'], code: 0 },
  { title: 'help of a command', words: ['plan', '--help'], code: 0 },
  { title: 'the version', words: ['--version'], code: 0 },
  { title: 'no word at all', words: [], code: 1 },
  { title: 'an unknown command', words: ['plam'], code: 1, tells: 'SP803' },
  { title: 'an unknown option', words: ['plan', '--limt', 'x'], code: 1, tells: 'SP803' },
  { title: 'a wrong number', words: ['facts', '--concurrency', '0'], code: 1, tells: 'SP803' },
  { title: 'a project that is not there', words: ['plan', '-C', 'nowhere'], code: 1, tells: 'SP801' },
  { title: 'runs of a project that is not there', words: ['runs', '-C', 'nowhere'], code: 1, tells: 'SP801' },
  { title: 'a project that is a file', words: ['validate', '-C', 'new.yaml'], code: 1, tells: 'SP801' },
  { title: 'a playbook that is not there', words: ['plan', 'nope.yaml'], code: 1, tells: 'SP801' },
  { title: 'a playbook that is a directory', words: ['plan', 'playbooks'], code: 1, tells: 'SP801' },
  { title: 'an empty playbook', words: ['plan', 'empty.yaml'], code: 1, tells: 'SP118' },
  { title: 'a binary playbook', words: ['plan', 'binary.yaml'], code: 1, tells: 'SP119' },
  { title: 'an inventory that is not there', words: ['plan', '-i', 'nope'], code: 1, tells: 'SP801' },
  { title: 'an inventory program that fails', words: ['plan', '-i', 'broken-inventory.sh'], code: 1, tells: 'SP411' },
  { title: 'an inventory program that reads its input', words: ['validate', '-i', 'listening-inventory.sh'], code: 0 },
  { title: 'a limit that names nothing', words: ['plan', '-l', 'nope'], code: 1, tells: 'SP403' },
  { title: 'a limit that cannot be read', words: ['plan', '-l', '&&'], code: 1, tells: 'SP402' },
  { title: 'a limit that is empty', words: ['plan', '-l', ''], code: 1, tells: 'SP402' },
  { title: 'a tag that nothing bears', words: ['plan', '-t', 'odl'], code: 1, tells: 'SP416' },
  { title: 'a tag that something bears', words: ['plan', '-t', 'old'], code: 0 },
  { title: 'a file of variables that is not there', words: ['plan', '-e', '@nope.yaml'], code: 1, tells: 'SP801' },
  { title: 'a file of variables', words: ['validate', '-e', '@vars.yaml'], code: 0 },
  { title: 'a variable without a value', words: ['plan', '-e', 'who'], code: 1, tells: 'SP803' },
  { title: 'a playbook with a mistake', words: ['validate', 'typo.yaml'], code: 1, tells: 'SP203' },
  { title: 'a valid playbook', words: ['validate'], code: 0 },
  { title: 'a plan without changes', words: ['plan'], code: 0 },
  { title: 'a plan without changes, asked for', words: ['plan', '--detailed-exitcode'], code: 0 },
  { title: 'a plan with changes', words: ['plan', 'new.yaml'], code: 0 },
  { title: 'a plan with changes, asked for', words: ['plan', 'new.yaml', '--detailed-exitcode'], code: 2 },
  { title: 'a plan of which one node fails', words: ['plan', 'mixed.yaml'], code: 3, tells: 'SP5' },
  {
    title: 'a plan of which one node fails, asked for',
    words: ['plan', 'mixed.yaml', '--detailed-exitcode'],
    code: 3,
    tells: 'SP5',
  },
  { title: 'a plan of which every node fails', words: ['plan', 'dead.yaml'], code: 1, tells: 'SP5' },
  { title: 'no drift', words: ['drift', '--detailed-exitcode'], code: 0 },
  { title: 'drift', words: ['drift', 'new.yaml'], code: 0 },
  { title: 'drift, asked for', words: ['drift', 'new.yaml', '--detailed-exitcode'], code: 2 },
  { title: 'an apply that nobody allowed', words: ['apply', 'new.yaml'], code: 1, tells: 'SP804' },
  { title: 'an apply that nothing needs', words: ['apply'], code: 0 },
  { title: 'an apply of a command that fails', words: ['apply', 'failing.yaml', '-y'], code: 1 },
  { title: 'facts of a node', words: ['facts', 'here'], code: 0 },
  { title: 'facts of an unknown node', words: ['facts', 'hree'], code: 1, tells: 'SP806' },
  { title: 'facts of which one node fails', words: ['facts'], code: 3, tells: 'SP5' },
  { title: 'facts of a node that fails', words: ['facts', 'dead'], code: 1, tells: 'SP5' },
  { title: 'an import of one file of a host', words: ['import', 'here', '--only', 'file:/etc/passwd'], code: 0 },
  {
    title: 'an import of what nobody can tell',
    words: ['import', 'here', '--types', 'command'],
    code: 1,
    tells: 'SP858',
  },
  { title: 'an import of all directories', words: ['import', 'here', '--types', 'directory'], code: 1, tells: 'SP859' },
  { title: 'an import of no address', words: ['import', 'here', '--only', '/etc/motd'], code: 1, tells: 'SP803' },
  { title: 'an import of tables of a host', words: ['import', 'here', '--tables', 'yaml'], code: 1, tells: 'SP860' },
  { title: 'an import of an unknown node', words: ['import', 'hree'], code: 1, tells: 'SP806' },
  { title: 'registers of a host', words: ['modbus', 'read', 'here', 'holding:1'], code: 1, tells: 'SP806' },
  {
    title: 'a device that cannot be reached',
    words: ['modbus', 'read', 'tcp://127.0.0.1:1', 'holding:1'],
    code: 1,
    tells: 'SP571',
  },
  { title: 'a register map that is not there', words: ['modbus', 'import-map', 'no.csv'], code: 1, tells: 'SP801' },
  { title: 'an unknown action', words: ['modbus', 'raed', 'x'], code: 1, tells: 'SP803' },
  { title: 'a graph', words: ['graph', '-f', 'dot'], code: 0 },
  { title: 'a graph of an unknown form', words: ['graph', '-f', 'svg'], code: 1, tells: 'SP803' },
  { title: 'no runs yet', words: ['runs'], code: 0 },
  { title: 'a run that is not there', words: ['runs', 'last'], code: 1, tells: 'SP806' },
  { title: 'the meaning of a code', words: ['explain', 'sp201'], code: 0 },
  { title: 'the meaning of an unknown code', words: ['explain', 'SP999'], code: 1, tells: 'SP806' },
  { title: 'a value', words: ['explain', 'here', 'directory:DIR/done'], code: 0 },
  { title: 'a value that is declared nowhere', words: ['explain', 'here', 'file:/x.mode'], code: 1, tells: 'SP806' },
  { title: 'all types', words: ['schema'], code: 0 },
  { title: 'an unknown type', words: ['schema', 'fil'], code: 1, tells: 'SP806' },
  { title: 'the schema of a file', words: ['schema', 'playbook'], code: 0 },
  { title: 'a completion script', words: ['completion', 'bash'], code: 0 },
  { title: 'no completion script', words: ['completion', 'tcsh'], code: 1, tells: 'SP803' },
];

/** Commands whose words go on after --json would change what they ask. */
const withoutJson = new Set(['help', 'help of a command', 'the version', 'no word at all']);

describe('exit codes', () => {
  let dir = '';

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-exit-'));
    mkdirSync(join(dir, 'done'));
    for (const [path, text] of Object.entries(project)) {
      mkdirSync(join(dir, dirname(path)), { recursive: true });
      writeFileSync(join(dir, path), text.replaceAll('DIR', dir));
      if (path.endsWith('.sh')) chmodSync(join(dir, path), 0o755);
    }
  });

  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const run = (words: readonly string[]) =>
    runCommand(
      words.map((word) => word.replaceAll('DIR', dir)),
      dir,
    );

  for (const { title, words, code, tells } of cases) {
    it(`is ${code} for ${title}`, async () => {
      const { code: found, stdout, stderr } = await run(words);
      assert.equal(found, code, stdout + stderr);
      if (tells !== undefined) assert.match(stdout + stderr, new RegExp(`error\\[${tells}`));
      assert.notInclude(stdout + stderr, '\u001b');
      assert.notMatch(stdout + stderr, /^\s+at .*:\d+:\d+\)?$/m);
      if (code === 2) assert.notMatch(stdout, /no changes|no drift/i);
    });
    if (withoutJson.has(title)) continue;
    it(`is ${code} for ${title} as JSON, one object per line after the version`, async () => {
      const { code: found, stdout, stderr } = await run([...words, '--json']);
      assert.equal(found, code, stdout + stderr);
      assert.equal(stderr, '');
      const lines = stdout.split('\n').filter((line) => line !== '');
      const objects = lines.map((line) => JSON.parse(line) as object);
      assert.deepEqual(objects[0], { type: 'version', setpoint: '1.0' });
      assert.isAbove(objects.length, 1);
      if (tells !== undefined) assert.include(stdout, `"code":"${tells}`);
    });
  }

  it('is 0 for an apply that was allowed, and 0 with nothing to do for the next one', async () => {
    assert.equal((await run(['apply', 'new.yaml', '--yes'])).code, 0);
    assert.isTrue(existsSync(join(dir, 'new')));
    const second = await run(['apply', 'new.yaml', '--yes']);
    assert.equal(second.code, 0);
    assert.match(second.stdout, /No changes/);
    assert.equal((await run(['runs', 'last'])).code, 0);
  });

  it('is 1 for a command that fails, which is told with its own exit code', async () => {
    const { code, stdout } = await run(['apply', 'failing.yaml', '--yes']);
    assert.equal(code, 1);
    assert.match(stdout, /\b7\b/);
    assert.match(stdout, /0 of 1 node converged/);
  });

  it('is 3 for an apply of which one node could not be planned', async () => {
    const { code, stdout } = await run(['apply', 'mixed.yaml', '--yes']);
    assert.equal(code, 3, stdout);
  });

  it('is 1, and nothing is changed, when the journal cannot be written', async () => {
    writeFileSync(join(dir, '.setpoint'), 'in the way');
    const { code, stderr } = await run(['apply', 'new.yaml', '--yes']);
    assert.equal(code, 1);
    assert.match(stderr, /error\[SP808\][^]*The journal of the run cannot be written/);
    assert.isFalse(existsSync(join(dir, 'new')));
  });

  it('is 0 for runs when a journal is damaged, which is said', async () => {
    mkdirSync(join(dir, '.setpoint/runs/20260101T000000Z-aaaaaa'), { recursive: true });
    writeFileSync(join(dir, '.setpoint/runs/20260101T000000Z-aaaaaa/journal.jsonl'), '{nonsense\n');
    writeFileSync(join(dir, '.setpoint/runs/stray'), '');
    const { code, stdout } = await run(['runs']);
    assert.equal(code, 0);
    assert.match(stdout, /aaaaaa +cannot be read/);
    assert.equal((await run(['runs', 'last'])).code, 1);
  });
});
