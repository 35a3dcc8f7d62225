import {
  chmodSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { runCommand } from '../support/run-command.ts';

const essential = [
  'inventory.yaml',
  'playbooks/site.yaml',
  'schemas/component.schema.json',
  'schemas/inventory.schema.json',
  'schemas/playbook.schema.json',
  'schemas/profile.schema.json',
  'schemas/setpoint.schema.json',
  'setpoint.yaml',
  'templates/hello.txt.j2',
];
const convenient = ['.gitignore', '.vscode/extensions.json', '.vscode/settings.json', 'README.md'];
const everything = [...essential, ...convenient].sort();

describe('a new project', () => {
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'setpoint-init-'));
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is made in an empty directory', async () => {
    const { code, stdout } = await runCommand(['init'], directory);
    assert.equal(code, 0);
    assert.deepEqual(filesIn(directory), everything);
    assert.deepEqual(
      stdout.trim().split('\n').sort(),
      everything.map((path) => `created ${path}`),
    );
  });

  it('is made in a directory that is not there yet, and says how to enter it', async () => {
    const { code, stderr } = await runCommand(['init', 'deep/demo'], directory);
    assert.equal(code, 0);
    assert.deepEqual(filesIn(join(directory, 'deep/demo')), everything);
    assert.include(stderr, 'cd deep/demo\n');
  });

  it('is valid', async () => {
    await runCommand(['init'], directory);
    const { code, stdout, stderr } = await runCommand(['validate'], directory);
    assert.equal(stderr, '');
    assert.match(stdout, /^Valid: .*\b2 resources/);
    assert.equal(code, 0);
  });

  it('names its schemas in its files by paths that lead to them', async () => {
    await runCommand(['init'], directory);
    for (const path of ['setpoint.yaml', 'inventory.yaml', 'playbooks/site.yaml']) {
      const line = readFileSync(join(directory, path), 'utf8').split('\n')[0] ?? '';
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? '';
      assert.isTrue(lstatSync(join(directory, path, '..', schema)).isFile(), `${path}: ${line}`);
    }
  });

  it('keeps the key and the journals of the project out of git, and shares pinned host keys', async () => {
    await runCommand(['init'], directory);
    const lines = readFileSync(join(directory, '.gitignore'), 'utf8').split('\n');
    assert.includeMembers(lines, ['.setpoint/*', '!.setpoint/known_hosts']);
  });

  it('tells programs what it made', async () => {
    const { stdout } = await runCommand(['init', '--json'], directory);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly type: string; readonly path?: string });
    assert.sameMembers(
      lines.filter(({ type }) => type === 'created').map(({ path }) => path),
      everything,
    );
    assert.deepInclude(lines.at(-1) ?? {}, { type: 'summary', directory, created: everything.length, kept: 0 });
  });

  it('is made beside files of others, and keeps a README that is there', async () => {
    writeFileSync(join(directory, 'README.md'), 'mine\n');
    writeFileSync(join(directory, 'notes.txt'), 'mine\n');
    const { code, stdout } = await runCommand(['init'], directory);
    assert.equal(code, 0);
    assert.equal(readFileSync(join(directory, 'README.md'), 'utf8'), 'mine\n');
    assert.include(stdout, 'kept    README.md');
    assert.deepEqual(filesIn(directory), [...everything, 'notes.txt'].sort());
  });

  it('is not made where a project is: every file in the way is named, and nothing is written', async () => {
    writeFileSync(join(directory, 'setpoint.yaml'), 'mine\n');
    mkdirSync(join(directory, 'playbooks'));
    symlinkSync('nowhere', join(directory, 'playbooks/site.yaml'));
    const { code, stderr } = await runCommand(['init'], directory);
    assert.equal(code, 1);
    assert.match(stderr, /SP807.*\n +playbooks\/site\.yaml is there already/);
    assert.match(stderr, /SP807.*\n +setpoint\.yaml is there already/);
    assert.deepEqual(filesIn(directory), ['playbooks/site.yaml', 'setpoint.yaml']);
    assert.equal(readFileSync(join(directory, 'setpoint.yaml'), 'utf8'), 'mine\n');
  });

  it('takes away what it wrote when a later file cannot be written', async () => {
    writeFileSync(join(directory, 'templates'), 'a file where a folder is needed\n');
    const { code, stderr } = await runCommand(['init'], directory);
    assert.equal(code, 1);
    assert.include(stderr, 'SP808');
    assert.deepEqual(filesIn(directory), ['templates']);
    assert.isFalse(globSync('playbooks', { cwd: directory }).length > 0, 'an empty folder was left behind');
  });

  it('is not made in a directory that may not be written to', async function () {
    chmodSync(directory, 0o555);
    const release = actAsNobody();
    if (release === undefined) return this.skip();
    try {
      const { code, stderr } = await runCommand(['init'], directory);
      assert.equal(code, 1);
      assert.match(stderr, /SP808.*\n +\S+\/setpoint\.yaml cannot be written: EACCES/);
    } finally {
      release();
    }
    assert.deepEqual(filesIn(directory), []);
  });
});

function filesIn(directory: string): readonly string[] {
  return globSync(['**/*', '**/.*', '**/.*/**/*'], { cwd: directory, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .filter((path, index, all) => all.indexOf(path) === index)
    .sort();
}

/** Root may write everywhere; an account without rights stands in for it. Undefined when the tests run as a user that may not write anyway. */
function actAsNobody(): (() => void) | undefined {
  if (process.getuid?.() !== 0) return () => undefined;
  if (process.seteuid === undefined) return undefined;
  process.seteuid(65534);
  return () => process.seteuid?.(0);
}
