import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import { executeAll, planOperations, takeBack } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { createGitWorld, type GitWorld, withLocalSubmodules } from './git-world.ts';

describe('files of git beside a working copy', function () {
  this.timeout(60_000);
  let world: GitWorld;
  let store: string;
  let other: string;

  beforeEach(() => {
    world = createGitWorld();
    store = join(world.dir, 'store of $x');
    other = join(world.dir, 'other');
  });
  afterEach(() => world.remove());

  const refusal = async (properties: JsonObject): Promise<readonly string[]> =>
    (await world.plan(properties)).problems.map(({ code, detail }) => `${code} ${detail}`);
  const pointer = (): string => readFileSync(join(world.path, '.git'), 'utf8');

  for (const shell of ['/bin/dash', '/usr/bin/busybox sh']) {
    it(`are made, followed by, moved and moved back by ${shell}`, async () => {
      const { checkOut, checkAgain, commit, read, path } = world;
      const node = shellNode(shell);
      await checkOut({ git_directory: store }, node);
      expect([pointer(), read(), existsSync(join(store, 'HEAD'))]).to.deep.equal([`gitdir: ${store}\n`, 'three', true]);
      commit('four');
      await checkOut({}, node);
      expect([pointer(), read()]).to.deep.equal([`gitdir: ${store}\n`, 'four']);
      const { edits } = await checkOut({ git_directory: other, update: false }, node);
      expect(edits.map((edit) => edit.path)).to.deep.equal(['git_directory']);
      expect([pointer(), existsSync(store)]).to.deep.equal([`gitdir: ${other}\n`, false]);
      await checkAgain({ git_directory: other }, node);
      await checkOut({ git_directory: join(path, '.git') }, node);
      expect([statSync(join(path, '.git')).isDirectory(), existsSync(other)]).to.deep.equal([true, false]);
      await checkAgain({}, node);
    });
  }

  it('are told when they are missing, when nothing leads to them, and when something else is in their place', async () => {
    const { checkOut, path, read } = world;
    await checkOut({ git_directory: store });
    renameSync(store, other);
    expect(await refusal({ git_directory: store })).to.deep.equal([
      `SP640 ${path}/.git says that git keeps its own files in ${store}, and that is no directory of git.`,
    ]);
    writeFileSync(join(path, '.git'), 'nothing');
    expect(await refusal({})).to.deep.equal([
      `SP640 ${path}/.git is a file that does not say where git keeps its own files.`,
    ]);
    writeFileSync(join(path, '.git'), `gitdir: ${other}\n`);
    mkdirSync(store);
    expect(await refusal({ git_directory: store })).to.deep.equal([
      `SP643 ${store} is there already, and the files of git of ${path} are not in it.`,
    ]);
    expect((await refusal({ git_directory: join(store, 'gone/x') })).join()).to.match(/^SP604 .*gone does not exist/);
    expect(read()).to.equal('three');
  });

  it('stay where submodules or another copy need them', async () => {
    const { dir, source, path, run, commit, checkOut, checkAgain } = world;
    const part = join(dir, 'part');
    run(dir, 'init', '-q', '-b', 'main', part);
    commit('part', part);
    run(source, 'submodule', 'add', '-q', `file://${part}`, 'sub');
    run(source, 'commit', '-q', '-m', 'sub');
    await withLocalSubmodules(async () => {
      await checkOut({ git_directory: store, submodules: true });
      expect(readFileSync(join(path, 'sub/text'), 'utf8')).to.equal('part');
      await checkAgain({ git_directory: store, submodules: true });
    });
    expect(await refusal({ git_directory: other })).to.deep.equal([
      `SP643 The files of git cannot be moved: ${path} has submodules, whose files of git lie among them.`,
    ]);
    rmSync(path, { recursive: true });
    run(source, 'worktree', 'add', '-q', path, 'dev');
    expect((await refusal({ git_directory: other })).join()).to.include('is a second working copy of another one');
  });

  it('are refused when they came elsewhere after the plan, and go back where they were', async () => {
    const { path, url, checkOut } = world;
    const declared = { identity: path, properties: { repo: url, git_directory: other } };
    await checkOut({ git_directory: store });
    const operations = await planOperations(shellNode(), git, declared);
    renameSync(store, `${store}.new`);
    writeFileSync(join(path, '.git'), `gitdir: ${store}.new\n`);
    expect((await executeAll(shellNode().channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
    const { remaining, why } = await takeBack(shellNode(), git, declared);
    expect([remaining, why, pointer()]).to.deep.equal([[], '', `gitdir: ${store}.new\n`]);
  });
});

describe('a new working copy', function () {
  this.timeout(60_000);
  let world: GitWorld;
  beforeEach(() => {
    world = createGitWorld();
  });
  afterEach(() => world.remove());

  it('borrows objects of a repository that is there, bare or not, with all of its history', async () => {
    const { dir, source, path, run, checkOut, checkAgain, read } = world;
    const mirror = join(dir, 'mirror of $x.git');
    run(dir, 'clone', '-q', '--mirror', source, mirror);
    for (const reference of [mirror, source]) {
      await checkOut({ reference });
      expect([read(), run(path, 'count-objects', '-v')].join('\n'))
        .to.include('three\ncount: 0')
        .and.include('in-pack: 0');
      await checkAgain({ reference });
      rmSync(path, { recursive: true });
    }
    const { problems } = await world.plan({ reference: dir });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP604']);
  });

  it('is not made when only one that is there is to follow, and has no more rights than umask leaves', async () => {
    const { path, checkOut, checkAgain, commit, read } = world;
    expect(await world.plan({ clone: false, ref: 'gone' })).to.deep.include({ edits: [], problems: [] });
    await checkOut({ umask: '0027' });
    const rights = execFileSync('stat', ['-c', '%a', path, join(path, 'text'), join(path, '.git/HEAD')], {
      encoding: 'utf8',
    });
    expect(rights).to.equal('750\n640\n640\n');
    commit('four');
    await checkOut({ clone: false });
    expect(read()).to.equal('four');
    await checkAgain({ clone: false, umask: '022' });
  });
});
