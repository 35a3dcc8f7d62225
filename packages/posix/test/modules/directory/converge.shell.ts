import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../../src/modules/directory/index.ts';
import { converge } from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';
import { shells } from '../../support/shell-session.ts';

const mode = (path: string): string => (statSync(path).mode & 0o7777).toString(8).padStart(4, '0');

for (const shell of shells) {
  describe(`directory on a real file system, through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-directory-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const run = (path: string, properties: JsonObject = {}) =>
      converge(shellNode(shell.command), directory, { identity: path, properties });
    const expectDone = (result: Awaited<ReturnType<typeof run>>): void => {
      expect(result.problems).to.deep.equal([]);
      expect(result.outcomes.map((outcome) => outcome.status)).to.deep.equal(result.titles.map(() => 'done'));
      expect({ remaining: result.remaining, predicted: result.predicted }).to.deep.equal({
        remaining: [],
        predicted: [],
      });
    };

    it('leaves a directory alone that is as declared', async () => {
      mkdirSync(join(dir, 'there'), { mode: 0o755 });
      const result = await run(join(dir, 'there'), { mode: '0755' });
      expect(result).to.deep.include({ edits: [], outcomes: [], remaining: [] });
    });

    it('creates directories with hostile names, owner and mode, and is done then', async () => {
      for (const name of hostileNames) {
        const result = await run(join(dir, name), { owner: '12', group: '34', mode: '2750' });
        expectDone(result);
        expect(statSync(join(dir, name)), name).to.include({ uid: 12, gid: 34 });
        expect(mode(join(dir, name))).to.equal('2750');
      }
    });

    it('sets the time of directories with hostile names, of itself and not what it holds', async () => {
      for (const name of ['new\nline', '-rf']) {
        expectDone(await run(join(dir, name), { modified: '2024-05-01T12:00:00Z' }));
        const inner = join(dir, name, 'inner');
        mkdirSync(inner);
        const { mtimeMs } = statSync(inner);
        expectDone(await run(join(dir, name), { modified: '2024-05-01T12:00:00Z' }));
        expect(statSync(join(dir, name)).mtime.toISOString()).to.equal('2024-05-01T12:00:00.000Z');
        expect(statSync(inner).mtimeMs).to.equal(mtimeMs);
      }
    });

    it('takes setgid away when the octal mode does not have it', async () => {
      mkdirSync(join(dir, 'shared'));
      chmodSync(join(dir, 'shared'), 0o2775);
      expectDone(await run(join(dir, 'shared'), { mode: '0755' }));
      expect(mode(join(dir, 'shared'))).to.equal('0755');
    });

    it('keeps setgid and the group of the parent when no mode is declared', async () => {
      execFileSync('install', ['-d', '-m', '2775', '-g', '34', join(dir, 'shared')]);
      expectDone(await run(join(dir, 'shared/new')));
      expect(mode(join(dir, 'shared/new'))).to.equal('2755');
      expect(statSync(join(dir, 'shared/new')).gid).to.equal(34);
    });

    it('applies a symbolic mode to the bits that are there', async () => {
      mkdirSync(join(dir, 'd'), { mode: 0o700 });
      expectDone(await run(join(dir, 'd'), { mode: 'g+rx,o=' }));
      expect(mode(join(dir, 'd'))).to.equal('0750');
    });

    it('makes missing parents only when asked to', async () => {
      const refused = await run(join(dir, 'a/b/c'));
      expect(refused.problems.map((problem) => problem.detail)).to.deep.equal([
        `The directory ${join(dir, 'a/b')} does not exist.`,
      ]);
      expectDone(await run(join(dir, 'a/b/c'), { parents: true, mode: '0700' }));
      expect([mode(join(dir, 'a')), mode(join(dir, 'a/b')), mode(join(dir, 'a/b/c'))]).to.deep.equal([
        '0755',
        '0755',
        '0700',
      ]);
    });

    it('leaves nothing behind when the owner cannot be set', async () => {
      chmodSync(dir, 0o777);
      const node = shellNode(shell.command, asNobody);
      const result = await converge(node, directory, {
        identity: join(dir, 'a/b'),
        properties: { parents: true, owner: '12' },
      });
      expect(result.outcomes[0]?.status).to.equal('failed');
      expect(existsSync(join(dir, 'a'))).to.equal(false);
    });

    it('refuses a link or a file that stands at the path', async () => {
      mkdirSync(join(dir, 'real'));
      symlinkSync('real', join(dir, 'link'));
      writeFileSync(join(dir, 'file'), '');
      for (const name of ['link', 'file']) {
        const result = await run(join(dir, name), { mode: '0700' });
        expect(result.problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      }
      expect(mode(join(dir, 'real'))).to.equal('0755');
    });

    it('holds a whole tree to owner, group and modes, and never touches what links lead to', async () => {
      const outside = join(dir, 'outside');
      writeFileSync(outside, '', { mode: 0o600 });
      mkdirSync(join(dir, 'tree/sub'), { recursive: true });
      writeFileSync(join(dir, 'tree/sub/file'), '', { mode: 0o600 });
      symlinkSync(outside, join(dir, 'tree/link'));
      symlinkSync('nowhere', join(dir, 'tree/dangling'));
      for (const name of hostileNames) writeFileSync(join(dir, 'tree/sub', name), '');
      const properties = { owner: '12', group: '34', mode: '0750', file_mode: '0640', recurse: true };
      const result = await run(join(dir, 'tree'), properties);
      expectDone(result);
      expect(result.titles).to.deep.equal([
        `set owner 12, group 34, mode 0750 of ${join(dir, 'tree')}`,
        `set owner 12, group 34, mode 0750, file_mode 0640 of everything in ${join(dir, 'tree')}`,
      ]);
      expect(statSync(outside)).to.include({ uid: 0, gid: 0 });
      expect(mode(outside)).to.equal('0600');
      expect(lstatSync(join(dir, 'tree/dangling'))).to.include({ uid: 12, gid: 34 });
      for (const name of hostileNames) expect(mode(join(dir, 'tree/sub', name))).to.equal('0640');
    });

    it('lists what would change in a tree', async () => {
      mkdirSync(join(dir, 'tree/sub'), { recursive: true });
      writeFileSync(join(dir, 'tree/right'), '', { mode: 0o640 });
      writeFileSync(join(dir, 'tree/sub/wrong'), '', { mode: 0o600 });
      const { edits } = await run(join(dir, 'tree'), { recurse: true, file_mode: '0640' });
      expect(edits).to.deep.equal([
        {
          path: 'tree.file_mode',
          before: { kind: 'value', value: { '0600': 1 } },
          after: { kind: 'value', value: '0640' },
          hunks: [
            { oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines: ['-0600 sub/wrong', '+0640 sub/wrong'] },
          ],
        },
      ]);
    });

    it('gives files only what a symbolic mode with X says', async () => {
      mkdirSync(join(dir, 'tree'));
      chmodSync(join(dir, 'tree'), 0o700);
      writeFileSync(join(dir, 'tree/text'), '', { mode: 0o600 });
      writeFileSync(join(dir, 'tree/program'), '', { mode: 0o700 });
      expectDone(await run(join(dir, 'tree'), { mode: 'u=rwX,go=rX', recurse: true }));
      expect([mode(join(dir, 'tree')), mode(join(dir, 'tree/text')), mode(join(dir, 'tree/program'))]).to.deep.equal([
        '0755',
        '0644',
        '0755',
      ]);
    });

    it('removes an empty directory, and finds nothing to do the next time', async () => {
      mkdirSync(join(dir, 'old'));
      expectDone(await run(join(dir, 'old'), { state: 'absent' }));
      expect(existsSync(join(dir, 'old'))).to.equal(false);
      expect((await run(join(dir, 'old'), { state: 'absent' })).edits).to.deep.equal([]);
    });

    it('refuses to remove what is not empty, naming what is in it', async () => {
      mkdirSync(join(dir, 'old/sub'), { recursive: true });
      const result = await run(join(dir, 'old'), { state: 'absent' });
      expect(result.problems.map((problem) => problem.detail)).to.deep.equal([
        `${join(dir, 'old')} is not empty: it holds one entry, such as sub.`,
      ]);
    });

    it('removes everything when forced, having listed it, and follows no link', async () => {
      mkdirSync(join(dir, 'kept'));
      writeFileSync(join(dir, 'kept/file'), '');
      mkdirSync(join(dir, 'old/sub'), { recursive: true });
      for (const name of hostileNames) writeFileSync(join(dir, 'old/sub', name), '');
      symlinkSync(join(dir, 'kept'), join(dir, 'old/link'));
      const result = await run(join(dir, 'old'), { state: 'absent', force: true });
      expectDone(result);
      expect(result.edits[0]?.hunks?.[0]?.lines).to.include.members([
        '-link',
        '-sub/',
        '-sub/with space',
        '-sub/new?line',
      ]);
      expect([existsSync(join(dir, 'old')), existsSync(join(dir, 'kept/file'))]).to.deep.equal([false, true]);
    });

    it('refuses to remove a tree in which a file system is mounted', function () {
      if (process.getuid?.() !== 0) this.skip();
      const at = join(dir, 'old/mount point');
      mkdirSync(at, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', at]);
      return run(join(dir, 'old'), { state: 'absent', force: true })
        .then((result) => {
          expect(result.problems.map((problem) => problem.detail)).to.deep.equal([
            `A file system is mounted at ${at}, so ${join(dir, 'old')} cannot be removed without reaching into it.`,
          ]);
        })
        .finally(() => execFileSync('umount', [at]));
    });
  });
}
