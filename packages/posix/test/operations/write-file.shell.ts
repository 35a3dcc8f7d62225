import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { hostileNames } from '../support/hostile-names.ts';
import { asNobody, shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';
import { digest, writeFile } from '../support/write-file.ts';

const binary = Buffer.from(Array.from({ length: 100_003 }, (_, index) => (index * 7919) % 256));
const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8).padStart(4, '0');

for (const shell of shells) {
  describe(`writing a file through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-write-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));
    const node = () => shellNode(shell.command);
    const leftovers = () => readdirSync(dir).filter((name) => name.startsWith('.setpoint.'));

    it('writes every byte, whatever the name of the file', async () => {
      for (const name of hostileNames) {
        expect((await writeFile(node(), binary, { path: join(dir, name) })).status, name).to.equal('done');
        expect(readFileSync(join(dir, name)).equals(binary), name).to.equal(true);
      }
      expect(readdirSync(dir).sort()).to.deep.equal([...hostileNames].sort());
    });

    for (const content of ['', 'x', '\n', 'no newline at the end', '\0\0', '#0123 done.0 0 0\n']) {
      it(`writes ${JSON.stringify(content)} as it is`, async () => {
        await writeFile(node(), content, { path: join(dir, 'file') });
        expect(readFileSync(join(dir, 'file'), 'latin1')).to.equal(content);
      });
    }

    it('gives a new file the mode for new files, and owner and mode as declared', async () => {
      await writeFile(node(), 'x', { path: join(dir, 'new') });
      await writeFile(node(), 'x', { path: join(dir, 'declared'), owner: '12', group: '34', mode: '4750' });
      expect(modeOf(join(dir, 'new'))).to.equal('0644');
      expect(modeOf(join(dir, 'declared'))).to.equal('4750');
      expect(statSync(join(dir, 'declared'))).to.include({ uid: 12, gid: 34 });
    });

    it('keeps owner, group and mode of the file it replaces', async () => {
      execFileSync('install', ['-o', '12', '-g', '34', '-m', '2640', '/dev/null', join(dir, 'file')]);
      expect((await writeFile(node(), 'new', { path: join(dir, 'file') })).status).to.equal('done');
      expect(statSync(join(dir, 'file'))).to.include({ uid: 12, gid: 34 });
      expect(modeOf(join(dir, 'file'))).to.equal('2640');
    });

    it('makes a new inode, so another hard link keeps the old content', async () => {
      writeFileSync(join(dir, 'file'), 'old');
      linkSync(join(dir, 'file'), join(dir, 'other'));
      await writeFile(node(), 'new', { path: join(dir, 'file') });
      expect(readFileSync(join(dir, 'other'), 'utf8')).to.equal('old');
    });

    it('refuses a link, or follows it when told to, keeping the link', async () => {
      writeFileSync(join(dir, 'target'), 'old');
      symlinkSync('target', join(dir, 'link'));
      expect((await writeFile(node(), 'new', { path: join(dir, 'link') })).status).to.equal('refused');
      expect(readFileSync(join(dir, 'target'), 'utf8')).to.equal('old');
      expect((await writeFile(node(), 'new', { path: join(dir, 'link'), follow: true })).status).to.equal('done');
      expect(readFileSync(join(dir, 'target'), 'utf8')).to.equal('new');
      expect(readlinkSync(join(dir, 'link'))).to.equal('target');
    });

    it('refuses a directory, a pipe and a missing parent', async () => {
      mkdirSync(join(dir, 'directory'));
      execFileSync('mkfifo', [join(dir, 'pipe')]);
      expect((await writeFile(node(), 'x', { path: join(dir, 'directory') })).status).to.equal('refused');
      expect((await writeFile(node(), 'x', { path: join(dir, 'pipe') })).status).to.equal('refused');
      expect(await writeFile(node(), 'x', { path: join(dir, 'none/file') })).to.include({
        status: 'failed',
        reason: `the directory ${join(dir, 'none')} does not exist`,
      });
    });

    it('refuses to replace what is not as the plan found it', async () => {
      const path = join(dir, 'file');
      writeFileSync(path, 'moved');
      const expectations = [{ kind: 'absent' }, { kind: 'sha256', sha256: digest('old') }] as const;
      for (const expect_ of expectations) {
        expect((await writeFile(node(), 'new', { path, expect: expect_ })).status).to.equal('refused');
      }
      rmSync(path);
      const gone = await writeFile(node(), 'new', { path, expect: { kind: 'sha256', sha256: digest('old') } });
      expect(gone).to.deep.equal({ status: 'refused', reason: `${path} is gone; the plan found a file there` });
      expect(readdirSync(dir)).to.deep.equal([]);
    });

    it('replaces what is as the plan found it', async () => {
      writeFileSync(join(dir, 'file'), 'old');
      const expect_ = { kind: 'sha256', sha256: digest('old') } as const;
      expect((await writeFile(node(), 'new', { path: join(dir, 'file'), expect: expect_ })).status).to.equal('done');
    });

    it('keeps a backup with the owner, mode and time of the old file', async () => {
      execFileSync('install', ['-o', '12', '-m', '0600', '/dev/null', join(dir, 'file')]);
      utimesSync(join(dir, 'file'), 1000, 1000);
      await writeFile(node(), 'new', { path: join(dir, 'file'), backup: join(dir, 'file.bak') });
      expect(statSync(join(dir, 'file.bak'))).to.include({ uid: 12, size: 0, mtimeMs: 1_000_000 });
      expect(modeOf(join(dir, 'file.bak'))).to.equal('0600');
    });

    it('brings the old file back when the check fails, with its times and owner', async () => {
      execFileSync('install', ['-o', '12', '-m', '0600', '/dev/null', join(dir, 'file')]);
      utimesSync(join(dir, 'file'), 1000, 1000);
      const check = `grep -q new ${join(dir, 'file')} && echo 'line 1: bad' && exit 3`;
      const outcome = await writeFile(node(), 'new', { path: join(dir, 'file'), check });
      expect(outcome).to.include({ status: 'failed' });
      expect(outcome).to.have.property('output').that.includes('line 1: bad').and.includes('exit code 3');
      expect(statSync(join(dir, 'file'))).to.include({ uid: 12, size: 0, mtimeMs: 1_000_000 });
      expect(leftovers()).to.deep.equal([]);
    });

    it('removes a new file when the check fails', async () => {
      expect((await writeFile(node(), 'new', { path: join(dir, 'file'), check: 'false' })).status).to.equal('failed');
      expect(readdirSync(dir)).to.deep.equal([]);
    });

    it('keeps the new file when the check succeeds', async () => {
      writeFileSync(join(dir, 'file'), 'old');
      const check = `grep -q new ${join(dir, 'file')}`;
      expect((await writeFile(node(), 'new', { path: join(dir, 'file'), check })).status).to.equal('done');
      expect(readdirSync(dir)).to.deep.equal(['file']);
    });

    it('leaves everything as it is when the trial of the new file fails, and tells what it said', async () => {
      const path = join(dir, 'file');
      writeFileSync(path, 'old');
      const inode = statSync(path).ino;
      const trial = '[ "$(cat "$2")" = old ] && grep -q new "$1" && echo "line 1 of $2: bad" && exit 3';
      const outcome = await writeFile(node(), 'new', { path, trial });
      expect(outcome).to.include({ status: 'failed' });
      expect(JSON.stringify(outcome)).to.include(`line 1 of ${path}: bad`);
      expect(readFileSync(path, 'utf8')).to.equal('old');
      expect(statSync(path).ino).to.equal(inode);
      expect(leftovers()).to.deep.equal([]);
    });

    it('tries the new file with the owner and mode that it will have', async () => {
      const trial = '[ "$(stat -c "%a %u" -- "$1")" = "440 12" ] && [ ! -e "$2" ]';
      const path = join(dir, 'file');
      expect((await writeFile(node(), 'new', { path, mode: '0440', owner: '12', trial })).status).to.equal('done');
      expect(readFileSync(path, 'utf8')).to.equal('new');
    });

    it('keeps the mark of an unproven file until a check succeeds or none is asked for', async () => {
      const mark = join(dir, '.file.setpoint-unproven');
      const write = (check: string | null) => writeFile(node(), 'new', { path: join(dir, 'file'), check });
      for (const { check, isLeft } of [
        { check: 'false', isLeft: true },
        { check: 'true', isLeft: false },
        { check: null, isLeft: false },
      ]) {
        writeFileSync(mark, '');
        await write(check);
        expect(existsSync(mark), String(check)).to.equal(isLeft);
      }
      await write(`test -f '${mark}' && false`);
      expect(readdirSync(dir)).to.deep.equal(['file']);
    });

    it('writes into the same inode when told to', async () => {
      writeFileSync(join(dir, 'file'), 'a longer old content');
      const { ino } = statSync(join(dir, 'file'));
      expect((await writeFile(node(), 'new', { path: join(dir, 'file'), inPlace: true })).status).to.equal('done');
      expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('new');
      expect(statSync(join(dir, 'file')).ino).to.equal(ino);
      expect(leftovers()).to.deep.equal([]);
    });

    it('writes in place what the account may write, though it belongs to somebody else', async () => {
      chownSync(dir, 65_534, 65_534);
      writeFileSync(join(dir, 'file'), 'old');
      chmodSync(join(dir, 'file'), 0o666);
      const own = { path: join(dir, 'file'), inPlace: true };
      const nobody = () => shellNode(shell.command, asNobody);
      expect((await writeFile(nobody(), 'new', own)).status).to.equal('done');
      expect((await writeFile(nobody(), 'newer', { ...own, mode: '0666' })).status).to.equal('done');
      expect((await writeFile(nobody(), 'no', { ...own, mode: '0600' })).status).to.equal('failed');
      expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('newer');
    });

    it('sets owner and mode of a file that it writes in place', async () => {
      writeFileSync(join(dir, 'file'), 'old');
      await writeFile(node(), 'new', { path: join(dir, 'file'), inPlace: true, mode: '0600', owner: '12' });
      expect(modeOf(join(dir, 'file'))).to.equal('0600');
      expect(statSync(join(dir, 'file')).uid).to.equal(12);
    });

    it('brings the old content back when the check of a file written in place fails', async () => {
      writeFileSync(join(dir, 'file'), 'old');
      const outcome = await writeFile(node(), 'new', { path: join(dir, 'file'), inPlace: true, check: 'false' });
      expect(outcome.status).to.equal('failed');
      expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('old');
    });

    it('removes what a killed run left behind, and nothing that only looks like it', async () => {
      mkdirSync(join(dir, '.setpoint.aaaaaaaaaa'));
      writeFileSync(join(dir, '.setpoint.aaaaaaaaaa/.setpoint-new'), 'stale');
      mkdirSync(join(dir, '.setpoint.bbbbbbbbbb'));
      writeFileSync(join(dir, '.setpoint.bbbbbbbbbb/precious'), 'other');
      writeFileSync(join(dir, '.setpoint.cccccccccc'), 'other');
      await writeFile(node(), 'new', { path: join(dir, 'file') });
      expect(readdirSync(dir).sort()).to.deep.equal(['.setpoint.bbbbbbbbbb', '.setpoint.cccccccccc', 'file']);
      expect(readdirSync(join(dir, '.setpoint.bbbbbbbbbb'))).to.deep.equal(['precious']);
    });

    it('keeps the old file when its owner cannot be kept', async () => {
      chmodSync(dir, 0o777);
      writeFileSync(join(dir, 'file'), 'old', { mode: 0o666 });
      chmodSync(join(dir, 'file'), 0o666);
      const outcome = await writeFile(shellNode(shell.command, asNobody), 'new', { path: join(dir, 'file') });
      expect(outcome).to.include({ status: 'failed', reason: 'the owner cannot be kept by this account' });
      expect(readFileSync(join(dir, 'file'), 'utf8')).to.equal('old');
      expect(leftovers()).to.deep.equal([]);
    });

    it('does not follow a link that was put in place of a leftover', async () => {
      mkdirSync(join(dir, 'victim'));
      writeFileSync(join(dir, 'victim/.setpoint-new'), 'precious');
      symlinkSync(join(dir, 'victim'), join(dir, '.setpoint.cccccccccc'));
      await writeFile(node(), 'new', { path: join(dir, 'file') });
      expect(readFileSync(join(dir, 'victim/.setpoint-new'), 'utf8')).to.equal('precious');
      expect(lstatSync(join(dir, '.setpoint.cccccccccc')).isSymbolicLink()).to.equal(true);
    });
  });
}
