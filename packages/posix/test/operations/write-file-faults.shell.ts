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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@setpoint/model';
import { expect } from 'chai';
import type { WriteFileAction } from '../../src/operations/action.ts';
import { shellNode } from '../support/shell-channel.ts';
import { never, watchedNode } from '../support/watched-node.ts';
import { writeFile } from '../support/write-file.ts';

describe('a file write that is killed', function () {
  this.timeout(120_000);
  let dir = '';
  let bin = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-killed-'));
    bin = mkdtempSync(join(tmpdir(), 'setpoint-tools-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
    rmSync(bin, { recursive: true, force: true });
  });
  const path = () => join(dir, 'file');
  const oldContent = 'old\n'.repeat(1000);
  const newContent = 'new\n'.repeat(2000);

  const attempt = (killAt: number, when: 'before' | 'after', action: Partial<WriteFileAction>): Promise<Outcome> =>
    writeFile(watchedNode({ dir, bin }, killAt, when), newContent, { path: path(), ...action });

  const cases: readonly {
    readonly title: string;
    readonly action: (proof: string) => Partial<WriteFileAction>;
    readonly when: 'before' | 'after';
  }[] = [
    { title: 'after each command of a plain write', action: () => ({}), when: 'after' },
    {
      title: 'before each command of a write with owner, mode and check',
      action: (proof) => ({ owner: '12', group: '34', mode: '0600', check: `: >${proof}` }),
      when: 'before',
    },
  ];
  for (const { title, action: actionWith, when } of cases) {
    it(`${title} leaves the old content or the new one, proven or marked, and the next run mends it`, async () => {
      const proof = join(bin, 'proof');
      const action = actionWith(proof);
      let kills = 0;
      for (let killAt = 1; ; killAt += 1) {
        writeFileSync(path(), oldContent);
        const outcome = await attempt(killAt, when, action);
        const content = readFileSync(path(), 'utf8');
        expect([oldContent, newContent], `killed at command ${killAt}`).to.include(content);
        if (action.check !== undefined && content === newContent) {
          const isKnown = existsSync(proof) || existsSync(join(dir, '.file.setpoint-unproven'));
          expect(isKnown, `killed at command ${killAt}`).to.equal(true);
        }
        rmSync(proof, { force: true });
        if (outcome.status === 'done') {
          expect(content).to.equal(newContent);
          break;
        }
        kills += 1;
        // Two commands come before the first step: one reads the program, one asks mv what it can do. The check is a program of its own.
        expect(outcome.status, `killed at command ${killAt}`).to.be.oneOf(
          killAt <= 2 ? ['not-started'] : ['unknown', ...(content === oldContent ? ['failed'] : [])],
        );
        expect((await writeFile(shellNode(), newContent, { path: path(), ...action })).status).to.equal('done');
        rmSync(proof, { force: true });
        expect(readdirSync(dir)).to.deep.equal(['file']);
        expect(readFileSync(path(), 'utf8')).to.equal(newContent);
      }
      expect(kills).to.be.greaterThan(8);
    });
  }

  it('never shows a secret to others, not even for a moment', async () => {
    for (const before of [undefined, 0o600]) {
      if (before !== undefined) writeFileSync(path(), 'old secret', { mode: before });
      const node = watchedNode({ dir, bin }, never, 'before');
      const backup = before === undefined ? null : `${path()}.bak`;
      const outcome = await writeFile(node, 'new secret', {
        path: path(),
        mode: '0600',
        owner: '12',
        check: 'true',
        backup,
      });
      expect(outcome.status).to.equal('done');
      const modes = [...node.readLog().matchAll(/^mode (\d+)$/gm)].map((match) => match[1]);
      expect(modes.length).to.be.greaterThan(7);
      expect([...new Set(modes)]).to.deep.equal(['600']);
    }
  });
});

describe('a file write on a file system that refuses', () => {
  let dir = '';
  beforeEach(function () {
    if (process.getuid?.() !== 0) this.skip();
    dir = mkdtempSync(join(tmpdir(), 'setpoint-refusing-'));
  });
  afterEach(() => {
    execFileSync('/bin/sh', ['-c', 'umount "$1" 2>/dev/null; rm -rf "$1"', 'sh', dir]);
  });
  const mount = (options: string): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir]);
  };
  const expectOld = (): void => {
    expect(readdirSync(dir)).to.deep.equal(['file']);
    expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('old');
  };

  it('leaves the old file when the disk is full, and says so', async () => {
    mount('size=64k');
    writeFileSync(join(dir, 'file'), 'old');
    const outcome = await writeFile(shellNode(), Buffer.alloc(200_000, 'x'), { path: join(dir, 'file') });
    expect(outcome).to.include({ status: 'failed', reason: `the new content cannot be written into ${dir}` });
    expect(outcome).to.have.property('output').that.includes('No space left on device');
    expectOld();
  });

  it('brings the old content back when the disk is full in the midst of writing in place', async () => {
    mount('size=64k');
    writeFileSync(join(dir, 'file'), 'old');
    const outcome = await writeFile(shellNode(), Buffer.alloc(40_000, 'x'), { path: join(dir, 'file'), inPlace: true });
    expect(outcome.status).to.equal('failed');
    expectOld();
  });

  it('leaves the old file when there is no inode left', async () => {
    mount('nr_inodes=2');
    writeFileSync(join(dir, 'file'), 'old');
    const outcome = await writeFile(shellNode(), 'new', { path: join(dir, 'file') });
    expect(outcome).to.include({ status: 'failed', reason: `no file can be made in ${dir}` });
    expect(outcome).to.have.property('output').that.includes('No space left on device');
    expectOld();
  });

  it('says that the file system is read-only', async () => {
    mount('size=64k');
    writeFileSync(join(dir, 'file'), 'old');
    execFileSync('mount', ['-o', 'remount,ro', dir]);
    const outcome = await writeFile(shellNode(), 'new', { path: join(dir, 'file') });
    expect(outcome.status).to.equal('failed');
    expect(outcome).to.have.property('output').that.includes('Read-only file system');
    expectOld();
  });

  it('leaves a mount point as it is, and writes it when told to write in place', async () => {
    mount('size=64k');
    writeFileSync(join(dir, 'file'), 'old');
    writeFileSync(join(dir, 'source'), 'old');
    execFileSync('mount', ['--bind', join(dir, 'source'), join(dir, 'file')]);
    try {
      expect((await writeFile(shellNode(), 'new', { path: join(dir, 'file') })).status).to.equal('failed');
      expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('old');
      expect((await writeFile(shellNode(), 'new', { path: join(dir, 'file'), inPlace: true })).status).to.equal('done');
      expect(readFileSync(join(dir, 'source'), 'utf8')).to.equal('new');
    } finally {
      execFileSync('umount', [join(dir, 'file')]);
    }
  });
});

describe('what a file write keeps', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-kept-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is the ACL and the extended attributes of the file', async function () {
    const path = join(dir, 'file');
    writeFileSync(path, 'old');
    try {
      execFileSync('setfacl', ['-m', 'u:12:rw', path]);
      execFileSync('setfattr', ['-n', 'user.origin', '-v', 'kept', path]);
    } catch {
      this.skip();
    }
    const read = (): string =>
      execFileSync('getfacl', ['-cpn', path], { encoding: 'utf8' }) +
      execFileSync('getfattr', ['--absolute-names', '-n', 'user.origin', path], { encoding: 'utf8' });
    const before = read();
    expect((await writeFile(shellNode(), 'new', { path })).status).to.equal('done');
    expect(read()).to.equal(before);
  });

  it('is the group that a setgid directory gives to new files', async () => {
    mkdirSync(join(dir, 'shared'));
    execFileSync('chgrp', ['34', join(dir, 'shared')]);
    chmodSync(join(dir, 'shared'), 0o2775);
    await writeFile(shellNode(), 'new', { path: join(dir, 'shared/file') });
    expect(statSync(join(dir, 'shared/file')).gid).to.equal(34);
  });
});
