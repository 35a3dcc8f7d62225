import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import { type Converged, executeAll, planOperations } from '../../support/converge.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';
import { createGitWorld, type GitWorld, withLocalSubmodules } from './git-world.ts';

describe('working copies', function () {
  this.timeout(60_000);
  let world: GitWorld;
  let dir: string;
  let source: string;
  let path: string;
  let url: string;

  beforeEach(() => {
    world = createGitWorld();
    ({ dir, source, path, url } = world);
  });
  afterEach(() => world.remove());

  const run: GitWorld['run'] = (...args) => world.run(...args);
  const commit: GitWorld['commit'] = (...args) => world.commit(...args);
  const read: GitWorld['read'] = () => world.read();
  const plan: GitWorld['plan'] = (...args) => world.plan(...args);
  const checkOut: GitWorld['checkOut'] = (...args) => world.checkOut(...args);
  const checkAgain: GitWorld['checkAgain'] = (...args) => world.checkAgain(...args);
  const commitEdit = ({ edits }: Converged): unknown => edits.find((edit) => edit.path === 'commit');

  for (const shell of ['/bin/dash', '/bin/bash', '/usr/bin/busybox sh']) {
    it(`are made and follow branches, tags and commits by ${shell}`, async () => {
      const node = shellNode(shell);
      await checkOut({}, node);
      expect([read(), run(path, 'branch', '--show-current')]).to.deep.equal(['three', 'main']);
      const four = commit('four');
      const moved = await checkOut({}, node);
      expect(commitEdit(moved)).to.have.nested.property('after.value', four);
      await checkAgain({}, node);
    });
  }

  it('stand on the branch that is declared, and on none for a commit', async () => {
    await checkOut({ ref: 'dev' });
    expect([read(), run(path, 'status', '-sb')]).to.deep.equal(['one', '## dev...origin/dev']);
    await checkOut({ ref: run(source, 'rev-parse', 'v2^{commit}') });
    expect([read(), run(path, 'branch', '--show-current')]).to.deep.equal(['two', '']);
    await checkOut({ ref: 'refs/heads/main' });
    expect(read()).to.equal('three');
  });

  it('are made in an empty directory in place, and leave it empty when that fails', async () => {
    mkdirSync(path, { mode: 0o700 });
    const node = shellNode();
    const operations = await planOperations(node, git, { identity: path, properties: { repo: url, ref: 'v1' } });
    const moved = join(dir, 'moved');
    execFileSync('mv', [source, moved]);
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['failed']);
    expect(execFileSync('ls', ['-A', path], { encoding: 'utf8' })).to.equal('');
    execFileSync('mv', [moved, source]);
    await checkOut({ ref: 'v1' });
    expect(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' })).to.equal('700\n');
  });

  it('leave nothing behind when a new one fails', async () => {
    const node = shellNode();
    const operations = await planOperations(node, git, { identity: path, properties: { repo: url, ref: 'v1' } });
    rmSync(source, { recursive: true });
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['failed']);
    expect(execFileSync('ls', ['-A', dir], { encoding: 'utf8' })).to.equal('');
  });

  it('stay shallow, and fetch what another branch or an older tag needs', async () => {
    await checkOut({ depth: 1 });
    const count = (): string => run(path, 'rev-list', '--count', '--all');
    expect(count()).to.equal('1');
    commit('four');
    await checkOut({ depth: 1 });
    expect([read(), run(path, 'rev-parse', '--is-shallow-repository')]).to.deep.equal(['four', 'true']);
    await checkAgain({ depth: 1 });
    await checkOut({ depth: 1, ref: 'v1' });
    expect(read()).to.equal('one');
    await checkOut({ depth: 1, ref: run(source, 'rev-parse', 'v2^{commit}') });
    expect(read()).to.equal('two');
    await checkOut({ ref: 'main' });
    expect(run(path, 'rev-parse', '--is-shallow-repository')).to.equal('false');
  });

  it('keep work that was done in them, unless it may be thrown away', async () => {
    await checkOut({});
    commit('four');
    writeFileSync(join(path, 'text'), 'mine');
    writeFileSync(join(path, 'untracked'), 'mine');
    expect((await plan({})).problems.map(({ code, detail }) => [code, detail.includes('text')])).to.deep.equal([
      ['SP638', true],
    ]);
    expect(read()).to.equal('mine');
    await checkOut({ force: true });
    expect([read(), existsSync(join(path, 'untracked'))]).to.deep.equal(['four', true]);
    commit('local', path);
    expect((await plan({ ref: 'v1' })).problems.map(({ code }) => code)).to.deep.equal(['SP638']);
    await checkOut({ force: true });
    expect(read()).to.equal('four');
  });

  it('follow a remote whose history was written anew, and a tag that was moved', async () => {
    await checkOut({ ref: 'main' });
    run(source, 'reset', '-q', '--hard', 'v1');
    commit('other');
    await checkOut({ ref: 'main' });
    expect(read()).to.equal('other');
    await checkOut({ ref: 'v1' });
    run(source, 'tag', '-f', 'v1', 'main');
    await checkOut({ ref: 'v1' });
    expect(read()).to.equal('other');
  });

  it('come from another URL when that is declared', async () => {
    await checkOut({});
    const fork = join(dir, 'fork');
    run(dir, 'clone', '-q', source, fork);
    const text = commit('fork', fork);
    const result = await checkOut({ repo: fork });
    expect(result.edits.map((edit) => edit.path)).to.deep.equal(['repo', 'commit']);
    expect(run(path, 'rev-parse', 'HEAD')).to.equal(text);
  });

  it('take submodules along when told so', async () => {
    const part = join(dir, 'part');
    run(dir, 'init', '-q', '-b', 'main', part);
    commit('part', part);
    run(source, 'submodule', 'add', '-q', `file://${part}`, 'sub');
    run(source, 'commit', '-q', '-m', 'sub');
    await checkOut({});
    expect(existsSync(join(path, 'sub/text'))).to.equal(false);
    await withLocalSubmodules(async () => {
      const { edits } = await checkOut({ submodules: true });
      expect(edits.map((edit) => edit.path)).to.deep.equal(['submodules']);
      expect(readFileSync(join(path, 'sub/text'), 'utf8')).to.equal('part');
      await checkAgain({ submodules: true });
    });
  });

  it('are refused when they moved between plan and apply', async () => {
    const node = shellNode();
    await checkOut({ ref: 'v1' });
    const operations = await planOperations(node, git, { identity: path, properties: { repo: url, ref: 'v2' } });
    writeFileSync(join(path, 'text'), 'mine');
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
    run(path, 'checkout', '-q', '-f', 'origin/main');
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
    expect(read()).to.equal('three');
  });

  it('tell names that do not exist or say two things, and what else stands at the path', async () => {
    run(source, 'branch', 'v1');
    const codes = async (properties: JsonObject): Promise<readonly string[]> =>
      (await plan(properties)).problems.map(({ code }) => code);
    expect(await codes({ ref: 'v1' })).to.deep.equal(['SP639']);
    expect(await codes({ ref: 'gone' })).to.deep.equal(['SP639']);
    await checkOut({ ref: 'refs/tags/v1' });
    rmSync(join(path, '.git'), { recursive: true });
    expect(await codes({})).to.deep.equal(['SP640']);
    rmSync(path, { recursive: true });
    writeFileSync(path, 'file');
    expect(await codes({})).to.deep.equal(['SP640']);
  });

  it('say why a remote could not be asked, and are not touched then', async () => {
    await checkOut({});
    const gone = await plan({ repo: 'ssh://127.0.0.1:9/gone' });
    expect(gone.edits.map(({ path: name, before }) => [name, before.kind])).to.deep.equal([['ref', 'unknown']]);
    expect(JSON.stringify(gone.edits)).to.match(/did not answer: .*(refused|port 9)/);
  });

  it('are not touched for an account to which they do not belong', async () => {
    await checkOut({});
    execFileSync('chown', ['-R', 'daemon', path]);
    expect((await plan({ ref: 'v1' })).problems.map(({ code, hint }) => [code, hint])).to.deep.equal([
      ['SP640', 'add `sudo: daemon` to the resource'],
    ]);
    execFileSync('chmod', ['755', dir]);
    const { problems, outcomes } = await plan({ ref: 'v1' }, shellNode('/bin/sh', asNobody));
    expect([problems.map(({ code }) => code), outcomes]).to.deep.equal([['SP640'], []]);
  });
});
