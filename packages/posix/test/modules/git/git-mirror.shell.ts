import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import { executeAll, planOperations, takeBack } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';

const bare = { bare: true };

describe('mirrors', function () {
  this.timeout(60_000);
  let world: GitWorld;
  beforeEach(() => {
    world = createGitWorld();
  });
  afterEach(() => world.remove());

  const refsOf = (path: string): string => world.run(path, 'for-each-ref', '--format=%(objectname) %(refname)');
  const head = (): string => world.run(world.path, 'symbolic-ref', 'HEAD');

  for (const shell of ['/bin/dash', '/usr/bin/busybox sh']) {
    it(`get every branch and tag, and follow what comes, moves and goes, by ${shell}`, async () => {
      const { source, path, run, commit, checkOut, checkAgain } = world;
      const node = shellNode(shell);
      const made = await checkOut(bare, node);
      expect(made.edits).to.containSubset([{ path: 'refs', after: { value: '2 branches, 2 tags' } }]);
      expect([refsOf(path), head()]).to.deep.equal([refsOf(source), 'refs/heads/main']);
      await checkAgain(bare, node);
      run(source, 'tag', '-f', 'v1', 'main');
      run(source, 'branch', '-D', 'dev');
      run(source, 'branch', 'dev/new');
      run(source, 'branch', '-m', 'main', 'trunk');
      commit('four');
      const { edits } = await checkOut(bare, node);
      const [head1, refs] = edits.map(({ path: name, before, after }) =>
        [name, before, after].map((side) =>
          typeof side === 'object' && 'value' in side ? Object.keys(side.value as object) : side,
        ),
      );
      expect([head1?.[0], refs]).to.deep.equal([
        'branch',
        [
          'refs',
          ['refs/heads/dev', 'refs/heads/main', 'refs/tags/v1'],
          ['refs/heads/dev/new', 'refs/heads/trunk', 'refs/tags/v1'],
        ],
      ]);
      expect([refsOf(path), head()]).to.deep.equal([refsOf(source), 'refs/heads/trunk']);
    });
  }

  it('are taken over from a clone, borrow objects, and stay where the remote is not to be followed', async () => {
    const { dir, source, path, run, commit, checkOut, checkAgain } = world;
    run(dir, 'clone', '-q', '--mirror', source, path);
    commit('four');
    await checkAgain({ ...bare, update: false });
    const { edits } = await checkOut(bare);
    expect(edits.map((edit) => edit.path)).to.deep.equal(['repo', 'refs']);
    renameSync(path, join(dir, 'lender'));
    expect(await world.plan({ ...bare, clone: false })).to.deep.include({ edits: [], problems: [] });
    await checkOut({ ...bare, reference: join(dir, 'lender'), umask: '027' });
    expect(run(path, 'count-objects', '-v'))
      .to.include('count: 0')
      .and.include('in-pack: 0');
    expect(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' })).to.equal('750\n');
  });

  it('get what the plan shows, though the remote has more by now, and nothing that is gone from it', async () => {
    const { source, path, url, run, commit, checkOut } = world;
    const declared = { identity: path, properties: { repo: url, ...bare } };
    await checkOut(bare);
    const four = commit('four');
    const operations = await planOperations(shellNode(), git, declared);
    commit('five');
    expect((await executeAll(shellNode().channel, operations)).map(({ status }) => status)).to.deep.equal(['done']);
    expect([run(path, 'rev-parse', 'main'), refsOf(path).includes('refs/setpoint')]).to.deep.equal([four, false]);
    commit('six');
    const later = await planOperations(shellNode(), git, declared);
    run(source, 'reset', '-q', '--hard', 'v1');
    run(source, 'reflog', 'expire', '--expire=now', '--all');
    run(source, 'gc', '-q', '--prune=now');
    expect((await executeAll(shellNode().channel, later)).map(({ status }) => status)).to.deep.equal(['refused']);
    expect(run(path, 'rev-parse', 'main')).to.equal(four);
  });

  it('are refused when somebody pushed after the plan, tell what would be lost, and go back', async () => {
    const { source, path, url, run, commit, checkOut } = world;
    const declared = { identity: path, properties: { repo: url, ...bare } };
    await checkOut(bare);
    commit('four');
    const operations = await planOperations(shellNode(), git, declared);
    run(path, 'update-ref', 'refs/heads/main', 'v1');
    run(path, 'branch', 'pushed', 'v1');
    const before = refsOf(path);
    expect((await executeAll(shellNode().channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
    const [work] = await planOperations(shellNode(), git, declared);
    expect(work?.hazards.map(({ message }) => message)).to.deep.equal([
      `refs/heads/pushed is removed from ${path}, because the remote does not have it`,
    ]);
    const back = await takeBack(shellNode(), git, declared);
    expect([back.remaining, back.outcomes.map(({ status }) => status)]).to.deep.equal([[], ['done', 'done']]);
    expect(refsOf(path).replaceAll(/^.*refs\/setpoint.*\n?/gm, '')).to.equal(before);
    expect(refsOf(source)).not.to.equal(before);
  });

  it('take no place of a working copy, and leave nothing behind that fails', async () => {
    const { dir, source, path, url, checkOut, plan } = world;
    const operations = await planOperations(shellNode(), git, { identity: path, properties: { repo: url, ...bare } });
    renameSync(source, `${source}.gone`);
    expect((await executeAll(shellNode().channel, operations)).map(({ status }) => status)).to.deep.equal(['failed']);
    expect(readdirSync(dir)).to.deep.equal(['source.gone']);
    const { edits } = await plan(bare);
    expect(edits.map((edit) => [edit.path, edit.before.kind])).to.deep.equal([['refs', 'unknown']]);
    renameSync(`${source}.gone`, source);
    await checkOut({});
    expect((await plan(bare)).problems.map(({ code }) => code)).to.deep.equal(['SP640']);
  });
});
