import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecuteWatch, Outcome, Step } from '@setpoint/model';
import { expect } from 'chai';
import type { WriteFileAction } from '../../src/operations/action.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';
import { never, watchedNode } from '../support/watched-node.ts';
import { runStep, writeStep } from '../support/write-file.ts';

type File = readonly [name: string, content: string | Uint8Array, action?: Partial<WriteFileAction>];

/** Creates files that must not be there yet, each after the one before it. */
async function createFiles(
  { channel, bodies }: Pick<ReturnType<typeof shellNode>, 'channel' | 'bodies'>,
  at: string,
  files: readonly File[],
): Promise<readonly Outcome[]> {
  const steps = files.map(([name, content, action], index): Step => {
    const step = writeStep(bodies, content, {
      path: join(at, name),
      expect: { kind: 'absent' },
      mode: '0644',
      ...action,
    });
    return { ...step, needs: index === 0 ? [] : [index - 1] };
  });
  return channel.execute(steps, {});
}

function statuses(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ status }) => status);
}

describe('files that are created together', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-created-'));
    mkdirSync(join(dir, 'a'));
    mkdirSync(join(dir, 'b'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const numbered = (count: number): readonly File[] =>
    Array.from({ length: count }, (_, index) => [`${index % 2 === 0 ? 'a' : 'b'}/part-${index}`, `content ${index}\n`]);
  const expectWhole = (files: readonly File[]): void => {
    for (const [name, content] of files)
      expect(readFileSync(join(dir, name)), name).to.deep.equal(Buffer.from(content));
    for (const folder of ['a', 'b']) {
      const names = files.flatMap(([name]) => (name.startsWith(`${folder}/`) ? [name.slice(2)] : []));
      expect(readdirSync(join(dir, folder)).sort()).to.deep.equal([...names].sort());
    }
  };

  for (const shell of shells) {
    describe(`with ${shell.name}`, () => {
      it('hold their contents, whatever their names and contents are', async () => {
        const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
        const characters = Array.from({ length: 255 }, (_, index) => String.fromCodePoint(index + 1)).join('');
        const contents = [
          '',
          '\n\n',
          "it's",
          '%s\\n\\0',
          '-n',
          '$(id)`id`',
          characters,
          'ü→😀',
          bytes,
          'x'.repeat(70_000),
        ];
        const files = [...hostileNames, '.hidden', '..two'].flatMap((name, index): readonly File[] => [
          [`a/${name}`, contents[index % contents.length] ?? ''],
          [`b/${name}`, contents[(index + 3) % contents.length] ?? ''],
        ]);
        expect(new Set(statuses(await createFiles(shellNode(shell.command), dir, files)))).to.deep.equal(
          new Set(['done']),
        );
        expectWhole(files);
      });

      it('get the owners and modes declared for each', async function () {
        if (process.getuid?.() !== 0) this.skip();
        const files: readonly File[] = [
          ['a/plain', '1', { mode: '0644' }],
          ['a/closed', '2', { mode: '0600', owner: '12', group: '34' }],
          ['a/program', '3', { mode: '4755', owner: '12' }],
          ['a/shared', '4', { mode: null, createMode: '0640', group: '34' }],
        ];
        await createFiles(shellNode(shell.command), dir, files);
        const found = files.map(([name]) => {
          const { mode, uid, gid } = statSync(join(dir, name));
          return `${(mode & 0o7777).toString(8)} ${uid} ${gid}`;
        });
        expect(found).to.deep.equal(['644 0 0', '600 12 34', '4755 12 0', '640 0 34']);
      });

      it('are told one by one when one of them cannot be created', async () => {
        writeFileSync(join(dir, 'a/part-2'), 'of somebody else');
        const outcomes = await createFiles(shellNode(shell.command), dir, numbered(5));
        expect(statuses(outcomes)).to.deep.equal(['done', 'done', 'refused', 'not-started', 'not-started']);
        expect(outcomes[2]).to.have.property('reason', `${dir}/a/part-2 exists now; the plan found nothing there`);
        expect(readFileSync(join(dir, 'a/part-2'), 'utf8')).to.equal('of somebody else');
        expect(readdirSync(join(dir, 'b'))).to.deep.equal(['part-1']);
      });
    });
  }

  it('take few commands', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
    const node = watchedNode({ dir, bin }, never, 'before');
    const files = numbered(40);
    expect(new Set(statuses(await createFiles(node, dir, files)))).to.deep.equal(new Set(['done']));
    expectWhole(files);
    expect(node.readLog().match(/^call /gm)?.length).to.be.lessThan(30);
    rmSync(bin, { recursive: true, force: true });
  });

  it('go through a directory that a link leads to', async () => {
    symlinkSync(join(dir, 'a'), join(dir, 'linked'));
    const outcomes = await createFiles(shellNode(), dir, [
      ['linked/one', '1'],
      ['linked/two', '2'],
    ]);
    expect(statuses(outcomes)).to.deep.equal(['done', 'done']);
    expect(readFileSync(join(dir, 'a/two'), 'utf8')).to.equal('2');
  });

  it('keep the group that a setgid directory gives', async function () {
    if (process.getuid?.() !== 0) this.skip();
    execFileSync('chgrp', ['34', join(dir, 'a')]);
    chmodSync(join(dir, 'a'), 0o2775);
    await createFiles(shellNode(), dir, numbered(4));
    expect(statSync(join(dir, 'a/part-0')).gid).to.equal(34);
  });

  it('are announced each, and their records come one after another', async () => {
    const node = shellNode();
    const events: string[] = [];
    const watch: ExecuteWatch = {
      onStart: (step) => events.push(`start ${step}`),
      onOutcome: (step, { status }) => events.push(`${status} ${step}`),
    };
    const steps = ['a/one', 'a/two'].map((name) =>
      writeStep(node.bodies, name, { path: join(dir, name), expect: { kind: 'absent' } }),
    );
    await node.channel.execute([...steps, runStep('false')], watch);
    expect(events).to.deep.equal(['start 0', 'start 1', 'done 0', 'done 1', 'start 2', 'failed 2']);
  });

  it('are not created when something they need was not done', async () => {
    const node = shellNode();
    const steps = ['a/one', 'a/two'].map((name) => ({
      ...writeStep(node.bodies, name, { path: join(dir, name), expect: { kind: 'absent' } }),
      needs: name === 'a/one' ? [0] : [],
    }));
    expect(statuses(await node.channel.execute([runStep('false'), ...steps], {}))).to.deep.equal([
      'failed',
      'not-started',
      'done',
    ]);
    expect(readdirSync(join(dir, 'a'))).to.deep.equal(['two']);
  });

  it('never replace what came to a path after they were looked at', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
    const node = watchedNode({ dir, bin }, never, 'before');
    const racing = `#!/bin/sh\n[ -e ${dir}/b/part-1 ] || echo theirs > ${dir}/b/part-1\nexec /bin/sync "$@"\n`;
    writeFileSync(join(bin, 'sync'), racing, { mode: 0o755 });
    const outcomes = await createFiles(node, dir, numbered(4));
    expect(statuses(outcomes)).to.deep.equal(['done', 'refused', 'done', 'done']);
    expect(outcomes[1]).to.have.property('reason', `${dir}/b/part-1 exists now; the plan found nothing there`);
    expect(readFileSync(join(dir, 'b/part-1'), 'utf8')).to.equal('theirs\n');
    expect(readdirSync(join(dir, 'b')).sort()).to.deep.equal(['part-1', 'part-3']);
    rmSync(bin, { recursive: true, force: true });
  });

  it('say which owner is not there', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const outcomes = await createFiles(shellNode(), dir, [
      ['a/one', '1'],
      ['a/two', '2', { owner: 'nobody-of-that-name' }],
    ]);
    expect(statuses(outcomes)).to.deep.equal(['done', 'failed']);
    expect(outcomes[1]).to.have.property('reason', 'the owner nobody-of-that-name cannot be set');
    expect(readdirSync(join(dir, 'a'))).to.deep.equal(['one']);
  });

  it('are created as far as the disk has room', async function () {
    if (process.getuid?.() !== 0) this.skip();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(dir, 'a')]);
    try {
      const files = ['one', 'two', 'three', 'four', 'five'].map((name): File => [`a/${name}`, 'x'.repeat(20_000)]);
      const outcomes = await createFiles(shellNode(), dir, files);
      expect(statuses(outcomes)).to.deep.equal(['done', 'done', 'done', 'failed', 'not-started']);
      expect(readdirSync(join(dir, 'a')).sort()).to.deep.equal(['one', 'three', 'two']);
    } finally {
      execFileSync('umount', [join(dir, 'a')]);
    }
  });

  it('leave no secret where others could read it, not even for a moment', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
    const node = watchedNode({ dir, bin }, never, 'before');
    await createFiles(node, dir, [
      ['a/one', 'secret', { mode: '0600' }],
      ['a/two', 'secret', { mode: '0600' }],
    ]);
    const modes = [...node.readLog().matchAll(/^mode (\d+)$/gm)].map((match) => match[1]);
    expect(modes.length).to.be.greaterThan(7);
    expect([...new Set(modes)]).to.deep.equal(['600']);
    rmSync(bin, { recursive: true, force: true });
  });

  it('show their contents to no process, not even to one that inherits a variable of every name', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
    const node = watchedNode({ dir, bin, login: 'p=exported; export p; ' }, never, 'before');
    const spy = `#!/bin/sh\ntr '\\0' '\\n' </proc/self/environ >>${bin}/seen; echo "$@" >>${bin}/seen\nexec /bin/sync "$@"\n`;
    writeFileSync(join(bin, 'sync'), spy, { mode: 0o755 });
    await createFiles(node, dir, [
      ['a/one', 'canary-7391'],
      ['a/two', 'canary-7391'],
    ]);
    expect(existsSync(join(dir, 'a/two'))).to.equal(true);
    expect(readFileSync(join(bin, 'seen'), 'utf8')).to.not.include('canary-7391');
    rmSync(bin, { recursive: true, force: true });
  });

  for (const when of ['before', 'after'] as const) {
    it(`are there whole or not at all when the write is killed ${when} each command, and the next run mends it`, async function () {
      this.timeout(120_000);
      const bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
      const files = numbered(4);
      let kills = 0;
      for (let killAt = 1; ; killAt += 1) {
        const outcomes = await createFiles(watchedNode({ dir, bin }, killAt, when), dir, files);
        const made = files.filter(([name]) => existsSync(join(dir, name)));
        for (const [name, content] of made) expect(readFileSync(join(dir, name), 'utf8')).to.equal(content);
        if (outcomes.every(({ status }) => status === 'done')) {
          expectWhole(files);
          break;
        }
        kills += 1;
        for (const [index, [name]] of files.entries()) {
          const status = outcomes[index]?.status ?? '';
          const allowed = existsSync(join(dir, name)) ? ['done', 'unknown'] : ['not-started', 'unknown'];
          expect(status, `${name}, killed at command ${killAt}`).to.be.oneOf(allowed);
        }
        for (const [name] of made) rmSync(join(dir, name));
        expect(statuses(await createFiles(shellNode(), dir, files))).to.deep.equal(files.map(() => 'done'));
        expectWhole(files);
        for (const [name] of files) rmSync(join(dir, name));
      }
      expect(kills).to.be.greaterThan(15);
      rmSync(bin, { recursive: true, force: true });
    });
  }
});
