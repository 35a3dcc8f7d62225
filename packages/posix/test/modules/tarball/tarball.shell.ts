import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { tarball } from '../../../src/modules/tarball/index.ts';
import { type Converged, converge, executeAll, planOperations, takeBack } from '../../support/converge.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';

describe('archives of a directory of the node', function () {
  this.timeout(60_000);
  let dir: string;
  let tree: string;
  let path: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'tarball '));
    tree = join(dir, "it's $HOME");
    path = join(dir, 'a b.tar.gz');
    mkdirSync(join(tree, 'sub/deep'), { recursive: true });
    writeFileSync(join(tree, 'a'), 'one\n');
    writeFileSync(join(tree, 'sub/-x.log'), 'two\n');
    writeFileSync(join(tree, 'sub/deep/größe ✓'), 'three\n', { mode: 0o600 });
    symlinkSync('nowhere', join(tree, 'broken'));
    utimesSync(join(tree, 'a'), 1_000_000_000, 1_000_000_000);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const declared = (properties: JsonObject = {}, identity = path) => ({
    identity,
    properties: { tree, ...properties },
  });
  const pack = async (properties: JsonObject = {}, node = shellNode()): Promise<Converged> => {
    const result = await converge(node, tarball, declared(properties));
    expect(result.problems).to.deep.equal([]);
    for (const outcome of result.outcomes) expect(outcome, JSON.stringify(outcome)).to.include({ status: 'done' });
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    return result;
  };
  const members = (at = path): readonly string[] =>
    execFileSync('tar', ['-tf', at, '--quoting-style=literal'], { encoding: 'utf8' }).trim().split('\n');
  const statuses = async (properties: JsonObject, act: () => void): Promise<readonly string[]> => {
    const operations = await planOperations(shellNode(), tarball, declared(properties));
    act();
    return (await executeAll(shellNode().channel, operations)).map(({ status }) => status);
  };

  it(`are made, left alone while the tree is the same, and made anew when it is not`, async () => {
    await pack({ mode: '0640' });
    expect(members()).to.deep.equal([
      './',
      './a',
      './broken',
      './sub/',
      './sub/-x.log',
      './sub/deep/',
      './sub/deep/größe ✓',
    ]);
    const before = readFileSync(path);
    expect(await pack({ mode: '0640' })).to.deep.include({ edits: [] });
    execFileSync('cp', ['-a', tree, `${tree}.copy`]);
    execFileSync('rm', ['-r', tree]);
    execFileSync('mv', [`${tree}.copy`, tree]);
    expect(await pack({ mode: '0640' })).to.deep.include({ edits: [] });
    expect(readFileSync(path).equals(before)).to.equal(true);
    chmodSync(join(tree, 'a'), 0o600);
    expect((await pack({ mode: '0640' })).titles).to.deep.equal([`pack ${tree} into ${path}`]);
    expect((await pack({ mode: '0600' })).edits.map((edit) => edit.path)).to.deep.equal(['mode']);
  });

  it('leave out what patterns name, by name wherever it is and by path', async () => {
    await pack({ exclude: ['*.log', '/sub/deep'] });
    expect(members()).to.deep.equal(['./', './a', './broken', './sub/']);
    await pack({ exclude: ['*'] }, shellNode('/usr/bin/busybox sh'));
    expect(members()).to.deep.equal(['./']);
  });

  it('are packed as their names say, and one that is packed otherwise holds the same', async () => {
    for (const ending of ['tar', 'tgz', 'tar.xz', 'tar.zst']) {
      const at = join(dir, `x.${ending}`);
      const result = await converge(shellNode(), tarball, declared({}, at));
      expect([result.outcomes.map(({ status }) => status), result.remaining], ending).to.deep.equal([['done'], []]);
      expect(members(at)).to.have.length(7);
    }
    execFileSync('sh', ['-c', 'gzip -dc x.tgz | gzip -1 >again.tgz'], { cwd: dir });
    const again = await converge(shellNode(), tarball, declared({}, join(dir, 'again.tgz')));
    expect(again.edits).to.deep.equal([]);
  });

  it('are refused when the tree or the file moved after the plan, and leave the old file', async () => {
    expect(await statuses({}, () => writeFileSync(path, 'mine'))).to.deep.equal(['refused']);
    expect(await statuses({}, () => writeFileSync(path, 'other'))).to.deep.equal(['refused']);
    expect(await statuses({}, () => writeFileSync(join(tree, 'a'), 'new'))).to.deep.equal(['refused']);
    expect(await statuses({}, () => rmSync(tree, { recursive: true }))).to.deep.equal(['refused']);
    expect(readFileSync(path, 'utf8')).to.equal('other');
    expect(execFileSync('ls', ['-A', dir], { encoding: 'utf8' })).to.equal('a b.tar.gz\n');
  });

  it('go back to the file that was there, or to none', async () => {
    writeFileSync(path, 'mine');
    const back = await takeBack(shellNode(), tarball, declared());
    expect([back.remaining, back.why, readFileSync(path, 'utf8')]).to.deep.equal([[], '', 'mine']);
    rmSync(path);
    await takeBack(shellNode(), tarball, declared());
    expect(existsSync(path)).to.equal(false);
  });

  describe('of a commit', () => {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-C', tree, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
        encoding: 'utf8',
      }).trim();
    const commits = ({ edits }: Converged): readonly unknown[] =>
      edits.flatMap((edit) => (edit.path === 'commit' ? [edit.before, edit.after] : []));
    const value = (text: string): JsonObject => ({ kind: 'value', value: text });

    beforeEach(() => {
      writeFileSync(join(tree, '.gitattributes'), 'sub/deep export-ignore\na filter=mark\n');
      git('init', '-q', '-b', 'main');
      git('add', '.');
      git('commit', '-q', '-m', '1');
      git('tag', '-a', '-m', 'x', 'v1');
    });

    it('hold what the commit does, whatever lies there, and no filter runs for them', async () => {
      git('config', 'filter.mark.smudge', `touch ${join(dir, 'ran').replaceAll(/['" $]/g, '\\$&')}; cat`);
      git('config', 'filter.mark.clean', 'cat');
      git('config', 'filter.mark.required', 'true');
      writeFileSync(join(tree, 'a'), 'changed\n');
      const one = git('rev-parse', 'HEAD');
      const first = await pack({ commit: 'v1', prefix: 'x 1/' });
      expect(commits(first)).to.deep.equal([{ kind: 'absent' }, value(one)]);
      expect(first.titles).to.deep.equal([`pack v1 of ${tree} into ${path}`]);
      expect(members()).to.deep.equal([
        'x 1/',
        'x 1/.gitattributes',
        'x 1/a',
        'x 1/broken',
        'x 1/sub/',
        'x 1/sub/-x.log',
      ]);
      expect(execFileSync('tar', ['-xOf', path, 'x 1/a'], { encoding: 'utf8' })).to.equal('one\n');
      expect(existsSync(join(dir, 'ran'))).to.equal(false);
      for (const commit of ['main', 'HEAD', 'refs/tags/v1', one])
        expect((await pack({ commit, prefix: 'x 1/' })).edits, commit).to.deep.equal([]);
      git('commit', '-q', '-a', '-m', '2');
      const second = await pack({ commit: 'main' });
      expect(commits(second)).to.deep.equal([value(one), value(git('rev-parse', 'HEAD'))]);
      execFileSync('git', ['clone', '-q', '--bare', tree, join(dir, 'bare.git')]);
      expect((await pack({ commit: 'main', tree: join(dir, 'bare.git') })).edits).to.deep.equal([]);
      expect((await pack({ commit: 'v1', tree: join(dir, 'bare.git') })).edits).to.have.length(2);
    });

    it('are refused when the name moved or went after the plan', async () => {
      const move = (...args: readonly string[]) => statuses({ commit: 'next' }, () => void git(...args));
      git('branch', 'next');
      git('commit', '-q', '--allow-empty', '-m', '2');
      expect(await move('branch', '-f', 'next', 'main')).to.deep.equal(['refused']);
      expect(await move('branch', '-D', 'next')).to.deep.equal(['refused']);
      expect(existsSync(path)).to.equal(false);
    });

    it('tell of names of none and of two, of what is no repository, and of one of somebody else', async () => {
      const told = async (properties: JsonObject): Promise<unknown> =>
        (await converge(shellNode(), tarball, declared(properties))).problems.map(({ code, detail }) => [code, detail]);
      git('branch', 'twice');
      git('commit', '-q', '--allow-empty', '-m', '2');
      git('tag', 'twice');
      expect(await told({ commit: 'twice' })).to.deep.include([
        'SP644',
        `The name twice stands for several commits of ${tree}, as a branch and as a tag.`,
      ]);
      for (const commit of ['gone', 'refs/tags/gone', '0'.repeat(40), git('rev-parse', 'HEAD').slice(0, 10)])
        expect(JSON.stringify(await told({ commit })), commit).to.match(/^\[\["SP644".* of the name/);
      expect(JSON.stringify(await told({ commit: 'v1', tree: join(tree, 'sub') }))).to.include('no bare repository');
      execFileSync('chown', ['-R', 'nobody', tree]);
      expect(JSON.stringify(await told({ commit: 'v1' }))).to.include('belongs to nobody');
      execFileSync('chown', ['root', tree]);
      expect(JSON.stringify(await told({ commit: 'v1' }))).to.include('belongs to nobody');
    });
  });

  it('tell what is missing, and what may not be read', async () => {
    const gone = await converge(shellNode(), tarball, { identity: path, properties: { tree: join(dir, 'gone') } });
    expect(gone.problems.map(({ code }) => code)).to.deep.equal(['SP604']);
    chmodSync(dir, 0o755);
    const closed = await converge(shellNode('/bin/sh', asNobody), tarball, declared());
    expect(JSON.stringify(closed.edits)).to.include('may not be read');
    expect(closed.outcomes.map(({ status }) => status)).not.to.include('done');
    for (const [identity, properties] of [
      [path, { tree: dir }],
      [join(dir, 'x.zip'), {}],
      [join(dir, 'x'), {}],
      ['x.tar', {}],
    ] as const)
      expect(tarball.declare(declared(properties, identity)).kind, identity).to.equal('invalid');
  });
});
