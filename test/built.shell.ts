import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { version } from '../packages/cli/src/version.ts';

const root = join(import.meta.dirname, '..');
const sources = '--conditions=@setpoint/source';

const validate = ['validate', '-C', 'project', 'project/playbook.yaml'];

/** Prints at the end which of Node's own modules were loaded. */
const recorder = "process.on('exit', () => console.log(process.moduleLoadList.join('\\n')));";

describe('the built command line', () => {
  let scratch = '';
  let cache = '';

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'setpoint-built-'));
    const { status, stderr } = node([sources, join(root, 'scripts/build.ts'), join(scratch, 'dist')]);
    assert.equal(status, 0, stderr);
    cpSync(join(root, 'playbooks/hardened-ssh'), join(scratch, 'project'), { recursive: true });
    writeFileSync(join(scratch, 'recorder.cjs'), recorder);
  });

  beforeEach(() => {
    cache = mkdtempSync(join(scratch, 'cache-'));
  });

  after(() => rmSync(scratch, { recursive: true, force: true }));

  function node(args: readonly string[]) {
    const env = { PATH: process.env['PATH'], HOME: join(scratch, 'nobody'), XDG_CACHE_HOME: cache };
    return spawnSync(process.execPath, [...args], { cwd: scratch, env, encoding: 'utf8' });
  }

  const setpoint = (...words: readonly string[]) => node([join(scratch, 'dist/main.js'), ...words]);
  const keptCode = () => readdirSync(join(cache, 'setpoint')).map((name) => join(cache, 'setpoint', name));

  it('tells its version, and keeps nothing for that', () => {
    assert.equal(setpoint('--version').stdout, `${version}\n`);
    assert.deepEqual(readdirSync(cache), []);
  });

  it('says what the sources say', () => {
    const fromSources = [sources, join(root, 'packages/cli/src/main.ts')];
    for (const words of [validate, ['--help'], ['schema', 'file'], ['explain', 'SP301'], ['plam']]) {
      const { stdout, stderr, status } = node([...fromSources, ...words]);
      const built = setpoint(...words);
      assert.deepEqual([built.stdout, built.stderr, built.status], [stdout, stderr, status], words.join(' '));
    }
  });

  it('answers completion', () => {
    assert.include(setpoint('completion', '--nodes').stdout.split('\n'), 'all');
  });

  it('keeps the code of a run that succeeded, and takes it for the next', () => {
    const first = setpoint(...validate);
    assert.equal(first.status, 0, first.stderr);
    const inodes = () => keptCode().map((file) => statSync(file).ino);
    const before = inodes();
    assert.isNotEmpty(before);
    assert.equal(setpoint(...validate).stdout, first.stdout);
    assert.deepEqual(inodes(), before);
  });

  it('keeps it again when a run needed more of the program', () => {
    const small = join(scratch, 'small.yaml');
    const declare = (resource: string) => writeFileSync(small, `name: x\nnodes: all\nresources:\n  - ${resource}\n`);
    const parts = () =>
      keptCode().flatMap((file) => JSON.parse(readFileSync(file, 'latin1').split('\n')[0] ?? '') as string[]);
    const types = () =>
      parts()
        .filter((part) => part.startsWith('./type-'))
        .sort();
    declare('group: ops');
    assert.equal(setpoint('validate', '-C', 'project', small).status, 0);
    assert.deepEqual(types(), ['./type-group.js']);
    declare('user: ann');
    assert.equal(setpoint('validate', '-C', 'project', small).status, 0);
    assert.deepEqual(types(), ['./type-group.js', './type-user.js']);
  });

  it('loads nothing of the resource types that are not declared, nor of what reaches nodes', () => {
    setpoint(...validate);
    const names = readdirSync(join(cache, 'setpoint')).map((name) => name.split('-')[0]);
    assert.sameMembers(names, ['validate', 'validate.posix']);
  });

  it('keeps no code of a run that failed', () => {
    assert.equal(setpoint('validate', '-C', '/nonexistent').status, 1);
    assert.deepEqual(readdirSync(cache), []);
  });

  it('compiles again when the code that it kept is broken', () => {
    setpoint(...validate);
    const file = keptCode().find((path) => path.includes('validate-')) ?? '';
    const { size } = statSync(file);
    for (const spoil of [
      () => truncateSync(file, size / 2),
      () => writeFileSync(file, 'no code'),
      () => writeFileSync(file, ''),
    ]) {
      spoil();
      assert.equal(setpoint(...validate).status, 0);
      assert.isAbove(readFileSync(file).length, size / 2);
    }
  });

  it('works where nothing can be kept', () => {
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file');
    assert.equal(setpoint(...validate).status, 0);
  });

  it('loads no module of Node.js that a validate can do without', () => {
    const { stdout } = node([
      '--require',
      './recorder.cjs',
      join(scratch, 'dist/main.js'),
      'validate',
      '-C',
      'project',
    ]);
    const loaded = stdout.split('\n');
    assert.include(loaded, 'NativeModule vm');
    for (const name of ['child_process', 'internal/fs/promises', 'dgram', 'readline/promises']) {
      assert.notInclude(loaded, `NativeModule ${name}`);
    }
  });
});
