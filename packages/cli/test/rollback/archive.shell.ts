import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { createLocalProject, type LocalProject } from './local-project.ts';

describe('a rollback of an archive', () => {
  let project: LocalProject;
  beforeEach(() => {
    project = createLocalProject();
    const packed = join(project.dir, 'packed');
    mkdirSync(join(packed, 'new'), { recursive: true });
    writeFileSync(join(packed, 'text'), 'packed');
    writeFileSync(join(packed, 'new/file'), 'new');
    symlinkSync('text', join(packed, 'link'));
    execFileSync('tar', ['-C', packed, '-czf', join(project.dir, 'playbooks/app.tar.gz'), 'text', 'new', 'link']);
  });
  afterEach(() => project.remove());

  const at = (path: string): string => join(project.managed, path);
  const run = async (...words: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await project.run(...words);
    assert.equal(code, 0, `${stdout}${stderr}`);
    return stdout;
  };

  it('brings back what was replaced, with its mode, and takes away what was new', async () => {
    writeFileSync(at('text'), 'old', { mode: 0o600 });
    symlinkSync('elsewhere', at('link'));
    writeFileSync(at('own'), 'mine');
    project.declare('  - archive: DIR\n    source: app.tar.gz\n    file_mode: "0644"\n');
    await run('apply', '--yes');
    expect([readFileSync(at('text'), 'utf8'), readFileSync(at('link'), 'utf8')]).to.deep.equal(['packed', 'packed']);
    await run('rollback', 'last', '--yes');
    expect(readdirSync(project.managed).sort()).to.deep.equal(['link', 'own', 'text']);
    expect([readFileSync(at('text'), 'utf8'), statSync(at('text')).mode & 0o777]).to.deep.equal(['old', 0o600]);
  });

  it('takes away a directory that was made for it', async () => {
    rmSync(project.managed, { recursive: true });
    project.declare('  - archive: DIR\n    source: app.tar.gz\n');
    await run('apply', '--yes');
    expect(readFileSync(at('new/file'), 'utf8')).to.equal('new');
    await run('rollback', 'last', '--yes');
    expect(existsSync(project.managed)).to.equal(false);
  });

  it('says that what was pruned does not come back', async () => {
    writeFileSync(at('own'), 'mine');
    project.declare('  - archive: DIR\n    source: app.tar.gz\n    prune: true\n');
    await run('apply', '--yes');
    expect(readdirSync(project.managed).sort()).to.deep.equal(['link', 'new', 'text']);
    expect(await run('rollback', 'last', '--yes')).to.match(/What was pruned from .* was not kept/);
    expect(readdirSync(project.managed)).to.deep.equal([]);
  });
});
