import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Operation } from '@setpoint/model';
import type { ArchiveBody } from '@setpoint/testkit';
import { assert, expect } from 'chai';
import { archive } from '../../../src/modules/archive/index.ts';
import { archiveOf } from '../../support/archive.ts';
import {
  type Converged,
  converge,
  type Declared,
  executeAll,
  planOperations,
  takeBack,
} from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';

const shells = ['/bin/dash', '/bin/bash', '/usr/bin/busybox sh'];

describe('archives', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'unpack '));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const declareIn = (body: ArchiveBody, properties: JsonObject = {}): Declared => ({
    identity: join(dir, 'app'),
    properties: { source: 'a.tar', ...properties },
    body,
  });
  const run = (body: ArchiveBody, properties: JsonObject = {}, node = shellNode()): Promise<Converged> =>
    converge(node, archive, declareIn(body, properties));

  /** Unpacks, and expects that it converged as predicted and that a second time nothing is touched. */
  async function unpack(body: ArchiveBody, properties: JsonObject = {}, node = shellNode()): Promise<Converged> {
    const result = await run(body, properties, node);
    expect(result.problems).to.deep.equal([]);
    for (const outcome of result.outcomes) expect(outcome).to.deep.include({ status: 'done' });
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    const before = listing();
    expect(await run(body, properties, node)).to.deep.include({ edits: [], titles: [] });
    expect(listing()).to.equal(before);
    return result;
  }
  const listing = (): string =>
    execFileSync('find', [dir, '-printf', '%P|%y|%m|%u|%g|%s|%T@|%C@|%l\\n'], { encoding: 'utf8' });
  const shape = (): readonly string[] =>
    execFileSync('find', [dir, '-printf', '%P|%y|%m|%u|%g|%l\\n'], { encoding: 'utf8' }).split('\n').sort();
  const read = (path: string): string => readFileSync(join(dir, 'app', path), 'utf8');

  for (const shell of shells) {
    it(`are unpacked by ${shell}, with modes and times, and brought up to date by what differs`, async () => {
      const node = shellNode(shell);
      const large = Buffer.alloc(2_500_000, 'large\n');
      const first = archiveOf(
        { 'bin/': 'directory', 'bin/run': '#!/bin/sh\n', large, twin: large, empty: '', current: { link: 'bin' } },
        { mode: '0755' },
      );
      await unpack(first, {}, node);
      const run = statSync(join(dir, 'app/bin/run'));
      expect([run.mode & 0o7777, run.mtimeMs / 1000]).to.deep.equal([0o755, 1_700_000_000]);
      expect([read('large').length, read('twin').length, read('empty')]).to.deep.equal([2_500_000, 2_500_000, '']);
      expect(readlinkSync(join(dir, 'app/current'))).to.equal('bin');
      const before = statSync(join(dir, 'app/large'));
      writeFileSync(join(dir, 'app/own'), 'of somebody else');
      const { edits } = await unpack(
        archiveOf({ 'bin/run': '#!/bin/dash\n', large, current: { link: 'large' }, 'new/x': 'x' }, { mode: '0755' }),
        {},
        node,
      );
      expect(edits.map(({ path }) => path)).to.deep.equal(['bin/run', 'current', 'new', 'new/x']);
      const after = statSync(join(dir, 'app/large'));
      expect([after.ino, after.ctimeMs]).to.deep.equal([before.ino, before.ctimeMs]);
      expect([read('bin/run'), read('current').length, read('own')]).to.deep.equal([
        '#!/bin/dash\n',
        2_500_000,
        'of somebody else',
      ]);
      expect(execFileSync('ls', ['-A', join(dir, 'app')], { encoding: 'utf8' })).not.to.include('.setpoint');
    });

    it(`keep names by ${shell} that careless shells take for something else`, async () => {
      const names = hostileNames.filter((name) => !name.includes('/') && name !== '' && name !== '.' && name !== '..');
      const members = Object.fromEntries(
        names.flatMap((name, index) => [
          [`${name}/`, 'directory' as const],
          [`${name}/${name}`, `${index}`],
          [`${name}/link`, { link: name }],
        ]),
      );
      await unpack(archiveOf(members), {}, shellNode(shell));
      names.forEach((name, index) => expect(read(join(name, name))).to.equal(`${index}`));
    });
  }

  it('bring back a file that has gone or was changed to the same size', async () => {
    const body = archiveOf({ a: 'one', b: 'two' });
    await unpack(body);
    writeFileSync(join(dir, 'app/a'), 'eno');
    rmSync(join(dir, 'app/b'));
    const { edits } = await unpack(body);
    expect(edits.map(({ path }) => path)).to.deep.equal(['a', 'b']);
    expect([read('a'), read('b')]).to.deep.equal(['one', 'two']);
  });

  it('prune what they do not hold, and nothing that is excluded', async () => {
    await unpack(archiveOf({ a: 'one', 'old/b': 'b', 'keep/c': 'c' }));
    writeFileSync(join(dir, 'app/keep/own'), 'mine');
    const next = archiveOf({ a: 'one', 'keep/c': 'c' });
    const { edits, titles } = await unpack(next, { prune: true, exclude: ['own'] });
    expect(edits.map(({ path }) => path)).to.deep.equal(['pruned']);
    expect(titles).to.deep.equal([`remove from ${join(dir, 'app')} what the archive does not have`]);
    expect(listing())
      .to.match(/app\/keep\/own\|/)
      .and.not.match(/app\/old/);
    const both = await unpack(archiveOf({ a: 'two' }), { prune: true });
    expect(both.titles).to.have.length(2);
    expect(listing()).not.to.match(/app\/keep/);
  });

  it('are led back: what was replaced returns as it was, and what was new goes', async () => {
    const node = shellNode();
    await unpack(archiveOf({ a: 'one', b: { link: 'a' }, 'd/x': 'x' }), { file_mode: '0640', owner: 'daemon' });
    writeFileSync(join(dir, 'app/a'), 'of somebody else');
    const before = shape();
    const body = archiveOf({ a: 'two', b: { link: 'd' }, 'd/x': 'x', 'new/y': 'y', n: { link: 'a' } });
    const undone = { remaining: [], lacks: [], why: '' };
    expect(await takeBack(node, archive, declareIn(body))).to.deep.include(undone);
    expect(shape()).to.deep.equal(before);
    rmSync(join(dir, 'app'), { recursive: true });
    expect(await takeBack(node, archive, declareIn(body))).to.deep.include(undone);
    expect(listing()).not.to.include('app');
  });

  it('give files to their owner, and keep that of a file that they replace', async () => {
    await unpack(archiveOf({ 'd/a': 'one', l: { link: 'd/a' } }), {
      owner: 'daemon',
      group: 'adm',
      directory_mode: '0750',
    });
    expect(listing())
      .to.match(/app\/d\/a\|f\|644\|daemon\|adm\|/)
      .and.match(/app\/d\|d\|750\|daemon\|adm\|/)
      .and.match(/app\/l\|l\|777\|daemon\|adm\|/);
    await unpack(archiveOf({ 'd/a': 'two', l: { link: 'd/a' } }));
    expect(listing()).to.match(/app\/d\/a\|f\|644\|daemon\|adm\|/);
  });

  it('go into a directory that a link leads to, and through no link below it', async () => {
    mkdirSync(join(dir, 'real'));
    mkdirSync(join(dir, 'elsewhere'));
    symlinkSync('real', join(dir, 'app'));
    await unpack(archiveOf({ 'a/b': 'x' }));
    expect(readFileSync(join(dir, 'real/a/b'), 'utf8')).to.equal('x');
    rmSync(join(dir, 'real/a'), { recursive: true });
    symlinkSync('../elsewhere', join(dir, 'real/a'));
    const { problems, outcomes } = await run(archiveOf({ 'a/b': 'x' }));
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP637']);
    expect(outcomes).to.deep.equal([]);
  });

  const moves: readonly (readonly [string, (app: string) => void])[] = [
    ['a file came', (app) => writeFileSync(join(app, 'new'), 'x')],
    ['a file was changed', (app) => writeFileSync(join(app, 'old'), 'xxx')],
    ['a file went', (app) => rmSync(join(app, 'old'))],
    ['a directory came in the way', (app) => mkdirSync(join(app, 'new'))],
    [
      'a link was put for a directory',
      (app) => (rmSync(join(app, 'd'), { recursive: true }), symlinkSync('/tmp', join(app, 'd'))),
    ],
  ];
  for (const [what, move] of moves) {
    it(`are refused whole when ${what} after the plan`, async () => {
      const node = shellNode();
      await unpack(archiveOf({ old: 'old', 'd/x': 'old' }), {}, node);
      const next = {
        identity: join(dir, 'app'),
        properties: { source: 'a' },
        body: archiveOf({ old: 'new', new: 'new', 'd/x': 'new' }),
      };
      const operations: readonly Operation[] = await planOperations(node, archive, next);
      move(join(dir, 'app'));
      const before = listing().replaceAll(/^(\|d|app\|d)\|.*$/gm, '$1');
      const [outcome] = await executeAll(node.channel, operations);
      assert.equal(outcome?.status, 'refused');
      expect(listing().replaceAll(/^(\|d|app\|d)\|.*$/gm, '$1')).to.equal(before);
    });
  }

  it('leave everything as it was when the contents do not arrive whole', async () => {
    const node = shellNode();
    const body = archiveOf({ a: 'new', b: 'b' });
    await unpack(archiveOf({ a: 'old' }), {}, node);
    const operations = await planOperations(node, archive, {
      identity: join(dir, 'app'),
      properties: { source: 'a' },
      body,
    });
    const stdin = operations[0]?.action['stdin'] as { readonly sha256: string } | undefined;
    node.bodies.put(stdin?.sha256 ?? '', { kind: 'bytes', bytes: Buffer.from('ne') });
    const [outcome] = await executeAll(node.channel, operations);
    expect(outcome).to.deep.include({ status: 'failed' });
    expect(outcome).to.have.property('output').that.includes('did not arrive whole');
    expect(read('a')).to.equal('old');
    expect(execFileSync('ls', ['-A', join(dir, 'app')], { encoding: 'utf8' })).to.equal('a\n');
  });

  it('say what an account without rights may not do, and leave nothing half done', async () => {
    execFileSync('chmod', ['755', dir]);
    const guest = shellNode('/bin/sh', asNobody);
    const { outcomes } = await run(archiveOf({ a: 'x' }), {}, guest);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
    await unpack(archiveOf({ a: 'x', 'd/b': 'x' }));
    execFileSync('chmod', ['0600', join(dir, 'app/a')]);
    const closed = await run(archiveOf({ a: 'x', 'd/b': 'x' }), {}, guest);
    expect(closed.edits.map(({ path, before }) => `${path} ${before.kind}`)).to.deep.equal([
      'a unknown',
      'a mode value',
    ]);
    const { outcomes: denied } = await run(archiveOf({ 'd/b': 'y' }), {}, guest);
    expect(denied.map(({ status }) => status)).to.deep.equal(['failed']);
    expect(read('d/b')).to.equal('x');
  });
});
