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
