import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createGitWorld, type GitWorld, withLocalSubmodules } from './git-world.ts';

describe('names in working copies', function () {
  this.timeout(60_000);
  let world: GitWorld;
  beforeEach(() => {
    world = createGitWorld();
  });
  afterEach(() => world.remove());

  it('are not taken for files of the same name, nor for the remote', async () => {
    const { source, run, checkOut, read, path } = world;
    for (const name of ['origin', 'dev', 'main', 'v1']) writeFileSync(join(source, name), name);
    run(source, 'add', '.');
    run(source, 'commit', '-q', '-m', 'files');
    await checkOut({ ref: 'main', remote: 'dev' });
    expect([readFileSync(join(path, 'origin'), 'utf8'), run(path, 'branch', '--show-current')]).to.deep.equal([
      'origin',
      'main',
    ]);
    await checkOut({ ref: 'dev', remote: 'dev' });
    expect([read(), run(path, 'branch', '--show-current')]).to.deep.equal(['one', 'dev']);
    await checkOut({ ref: 'v1', remote: 'dev' });
    expect(run(path, 'branch', '--show-current')).to.equal('');
  });

  it('may be whole ones beside branches and tags, as a forge has them for requests, with little history too', async () => {
    const { source, run, checkOut, commit, read, path } = world;
    run(source, 'checkout', '-q', '-b', 'request');
    commit('requested');
    run(source, 'update-ref', 'refs/pull/7/head', 'request');
    run(source, 'checkout', '-q', 'main');
    run(source, 'branch', '-q', '-D', 'request');
    await checkOut({ ref: 'refs/pull/7/head', depth: 1 });
    expect([read(), run(path, 'rev-list', '--count', 'HEAD')]).to.deep.equal(['requested', '1']);
    await checkOut({ ref: 'main' });
    await checkOut({ ref: 'refs/pull/7/head' });
    expect([read(), run(path, 'rev-list', '--count', 'HEAD')]).to.deep.equal(['requested', '4']);
  });

  it('change nothing when another tag of the remote names the same commit', async () => {
    const { source, run, checkOut, plan, checkAgain } = world;
    await checkOut({ ref: 'v2' });
    run(source, 'tag', 'stable', 'v2^{commit}');
    await checkAgain({ ref: 'v2' });
    expect((await plan({ ref: 'stable' })).edits).to.deep.equal([]);
  });

  it('bring along one branch alone when told so, with all of its history', async () => {
    const { source, run, commit, checkOut, path, read } = world;
    await checkOut({ ref: 'dev', single_branch: true });
    expect(run(path, 'branch', '-r')).to.equal('origin/dev');
    run(source, 'checkout', '-q', 'dev');
    commit('four');
    await checkOut({ ref: 'dev', single_branch: true });
    expect([read(), run(path, 'rev-list', '--count', 'HEAD')]).to.deep.equal(['four', '2']);
    await checkOut({ ref: 'v2', single_branch: true });
    expect([read(), run(path, 'tag')]).to.deep.equal(['two', 'v2']);
  });

  it('stay where they are when the remote is not to be followed', async () => {
    const { checkOut, checkAgain, commit, read, source } = world;
    await checkOut({ update: false });
    commit('four');
    renameSync(source, `${source}.gone`);
    await checkAgain({ update: false, ref: 'dev' });
    expect(read()).to.equal('three');
  });

  it('of submodules may come to lead elsewhere, and new ones come along', async () => {
    const { dir, source, run, commit, checkOut, checkAgain, path } = world;
    const parts = ['part', 'other.git', 'third'].map((name) => join(dir, name));
    for (const part of parts) {
      run(dir, 'init', '-q', '-b', 'main', part);
      commit(`of ${part}`, part);
    }
    const [part = '', other = '', third = ''] = parts;
    run(source, 'submodule', 'add', '-q', `file://${part}`, 'sub.git');
    run(source, 'commit', '-q', '-m', 'sub');
    await withLocalSubmodules(async () => {
      await checkOut({ submodules: true });
      expect(readFileSync(join(path, 'sub.git/text'), 'utf8')).to.equal(`of ${part}`);
      run(source, 'submodule', 'set-url', 'sub.git', `file://${other}`);
      run(join(source, 'sub.git'), 'fetch', '-q', 'origin');
      run(join(source, 'sub.git'), 'checkout', '-q', 'origin/main');
      run(source, 'submodule', 'add', '-q', `file://${third}`, 'new');
      run(source, 'add', '.');
      run(source, 'commit', '-q', '-m', 'changed');
      await checkOut({ submodules: true });
      expect(readFileSync(join(path, 'sub.git/text'), 'utf8')).to.equal(`of ${other}`);
      expect(readFileSync(join(path, 'new/text'), 'utf8')).to.equal(`of ${third}`);
      await checkAgain({ submodules: true });
    });
  });

  it('of a directory for git itself are not made up: what is no copy is told', async () => {
    const { path, plan, checkOut } = world;
    await checkOut({});
    rmSync(join(path, '.git'), { recursive: true });
    writeFileSync(join(path, '.git'), 'gitdir: /nowhere\n');
    expect((await plan({})).problems.map(({ code }) => code)).to.deep.equal(['SP640']);
    rmSync(join(path, '.git'));
    mkdirSync(join(path, '.git'));
    expect((await plan({})).problems.map(({ code }) => code)).to.deep.equal(['SP640']);
  });
});
