import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { file } from '../../../src/modules/file/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';
import { shells } from '../../support/shell-session.ts';

for (const shell of shells) {
  describe(`file on a real file system, through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-file-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const run = (name: string, properties: JsonObject, body?: string) =>
      converge(shellNode(shell.command), file, {
        identity: join(dir, name),
        properties: body === undefined ? properties : { ...properties, content: body },
        ...(body === undefined ? {} : { body }),
      });
    const expectDone = (result: Awaited<ReturnType<typeof run>>): void => {
      expect(result.problems).to.deep.equal([]);
      expect(result.outcomes.map((outcome) => outcome.status)).to.deep.equal(result.titles.map(() => 'done'));
      expect({ remaining: result.remaining, predicted: result.predicted }).to.deep.equal({
        remaining: [],
        predicted: [],
      });
    };

    it('leaves a file alone that is as declared', async () => {
      writeFileSync(join(dir, 'motd'), 'hello\n', { mode: 0o644 });
      const { ctimeMs } = statSync(join(dir, 'motd'));
      expect(await run('motd', { mode: '0644' }, 'hello\n')).to.deep.include({ edits: [], outcomes: [] });
      expect(statSync(join(dir, 'motd')).ctimeMs).to.equal(ctimeMs);
    });

    it('creates files with hostile names, owner and mode', async () => {
      for (const name of hostileNames) {
        expectDone(await run(name, { owner: '12', group: '34', mode: '0640' }, 'content'));
        expect(statSync(join(dir, name)), name).to.include({ uid: 12, gid: 34 });
        expect(readFileSync(join(dir, name), 'utf8')).to.equal('content');
      }
    });

    it('sets attributes of files with hostile names, and changes and removes such files', async function () {
      const attributes = (...paths: readonly string[]): string =>
        spawnSync('lsattr', ['-d', '--', ...paths], { encoding: 'utf8' }).stdout;
      if (process.getuid?.() !== 0 || attributes(dir) === '') this.skip();
      try {
        for (const name of ['new\nline ü', '-rf']) {
          expectDone(await run(name, { immutable: true }, 'one'));
          expect(attributes(join(dir, name)), name).to.match(/^-+i/);
          expectDone(await run(name, { immutable: true, append_only: true, mode: '0600' }, 'two'));
          expectDone(await run(name, { state: 'absent', immutable: false }));
        }
      } finally {
        spawnSync('chattr', ['-R', '-i', '-a', dir]);
      }
      expect(readdirSync(dir)).to.deep.equal([]);
    });

    it('shows the lines that change', async () => {
      writeFileSync(join(dir, 'motd'), 'one\ntwo\n');
      const result = await run('motd', {}, 'one\nthree\n');
      expectDone(result);
      expect(result.edits[0]?.hunks?.[0]?.lines).to.deep.equal([' one', '-two', '+three']);
    });

    it('changes owner and mode alone without touching the content', async () => {
      writeFileSync(join(dir, 'motd'), 'hello\n');
      const { ino } = statSync(join(dir, 'motd'));
      expectDone(await run('motd', { owner: '12', mode: 'u=rws,go=' }, 'hello\n'));
      expect(statSync(join(dir, 'motd'))).to.include({ ino, uid: 12 });
      expect(statSync(join(dir, 'motd')).mode & 0o7777).to.equal(0o4600);
    });

    it('makes an empty file and one without a newline at its end', async () => {
      expectDone(await run('empty', {}, ''));
      expectDone(await run('line', {}, 'no newline'));
      expect([readFileSync(join(dir, 'empty'), 'utf8'), readFileSync(join(dir, 'line'), 'utf8')]).to.deep.equal([
        '',
        'no newline',
      ]);
    });

    it('sets the time of what it writes, and of nothing that a link leads to unless told to follow', async () => {
      const modified = '2024-05-01T14:00:00+02:00';
      for (const name of ['new\nline', '-rf']) {
        expectDone(await run(name, { modified, mode: '0640' }, 'content'));
        expect(statSync(join(dir, name)).mtime.toISOString()).to.equal('2024-05-01T12:00:00.000Z');
        const { atimeMs } = statSync(join(dir, name));
        expectDone(await run(name, { modified: '2023-01-01T00:00:00Z' }));
        expect(statSync(join(dir, name))).to.include({ atimeMs, mtimeMs: Date.parse('2023-01-01T00:00:00Z') });
      }
      symlinkSync('-rf', join(dir, 'link'));
      expect((await run('link', { modified })).problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      expectDone(await run('link', { modified, follow: true }));
      expect(statSync(join(dir, '-rf')).mtime.toISOString()).to.equal('2024-05-01T12:00:00.000Z');
    });

    it('lets a file of somebody else be that everybody may write, as long as its time is the declared one', async () => {
      chmodSync(dir, 0o755);
      writeFileSync(join(dir, 'open'), '');
      chmodSync(join(dir, 'open'), 0o666);
      utimesSync(join(dir, 'open'), new Date(), new Date('2024-05-01T12:00:00.700Z'));
      const touch = (properties: JsonObject) =>
        converge(shellNode(shell.command, asNobody), file, {
          identity: join(dir, 'open'),
          properties: { content: '', create_only: true, ...properties },
          body: '',
        });
      expectDone(await touch({}));
      expectDone(await touch({ modified: '2024-05-01T12:00:00Z' }));
      const refused = await touch({ modified: '2025-05-01T12:00:00Z' });
      expect(refused.outcomes.map((outcome) => outcome.status)).to.deep.equal(['failed']);
    });

    it('sets no time of a file that was changed meanwhile', async () => {
      writeFileSync(join(dir, 'motd'), '');
      const node = shellNode(shell.command);
      const declared = { identity: join(dir, 'motd'), properties: { modified: '2024-05-01T12:00:00Z' } };
      const operations = await planOperations(node, file, declared);
      writeFileSync(join(dir, 'motd'), 'x');
      const outcomes = await executeAll(node.channel, operations);
      expect(outcomes.map((outcome) => outcome.status)).to.deep.equal(['refused']);
    });

    it('refuses a link, manages its target when told to follow', async () => {
      writeFileSync(join(dir, 'target'), 'old');
      symlinkSync('target', join(dir, 'link'));
      expect((await run('link', {}, 'new')).problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      const done = await run('link', { follow: true, mode: '0600' }, 'new');
      expectDone(done);
      expect(done.titles).to.deep.equal([`write ${join(dir, 'target')}, to which ${join(dir, 'link')} leads`]);
      expect(readFileSync(join(dir, 'target'), 'utf8')).to.equal('new');
      expect(statSync(join(dir, 'target')).mode & 0o777).to.equal(0o600);
      expectDone(await run('link', { follow: true, state: 'absent' }));
      expect(readdirSync(dir)).to.deep.equal(['link']);
      expectDone(await run('link', { follow: true }, 'made'));
      expect(readFileSync(join(dir, 'target'), 'utf8')).to.equal('made');
    });

    it('refuses a link that leads to another file than the plan found, whatever is to be done with it', async () => {
      writeFileSync(join(dir, 'target'), 'old');
      symlinkSync('target', join(dir, 'link'));
      const works: readonly (readonly [JsonObject, string?])[] = [
        [{}, 'new'],
        [{ mode: '0640' }],
        [{ modified: '2024-05-01T12:00:00Z' }],
      ];
      const node = shellNode(shell.command);
      const planned = [];
      for (const [properties, body] of works) {
        const declared = {
          identity: join(dir, 'link'),
          properties: { ...properties, follow: true, ...(body === undefined ? {} : { content: body }) },
          ...(body === undefined ? {} : { body }),
        };
        planned.push(...(await planOperations(node, file, declared)));
      }
      cpSync(join(dir, 'target'), join(dir, 'twin'), { preserveTimestamps: true });
      rmSync(join(dir, 'link'));
      symlinkSync('twin', join(dir, 'link'));
      for (const operation of planned) {
        const [outcome] = await executeAll(node.channel, [operation]);
        expect(outcome, operation.title).to.include({ status: 'refused' });
        expect(outcome)
          .to.have.property('reason')
          .that.includes(`leads to ${join(dir, 'twin')} now; the plan found that it leads to ${join(dir, 'target')}`);
      }
      expect(readFileSync(join(dir, 'twin'), 'utf8')).to.equal('old');
    });

    it('says in the plan that it does not follow a link of another account', async function () {
      if (process.getuid?.() !== 0) this.skip();
      writeFileSync(join(dir, 'target'), 'old');
      symlinkSync('target', join(dir, 'link'));
      lchownSync(join(dir, 'link'), 12, 12);
      const [problem, ...others] = (await run('link', { follow: true }, 'new')).problems;
      expect(others).to.deep.equal([]);
      expect(problem).to.include({ code: 'SP646' });
      expect(problem?.detail).to.include(`from ${join(dir, 'link')} to ${join(dir, 'target')}`);
      expect(readFileSync(join(dir, 'target'), 'utf8')).to.equal('old');
    });

    it('refuses a directory at the path and a file as its parent', async () => {
      mkdirSync(join(dir, 'directory'));
      writeFileSync(join(dir, 'file'), '');
      expect((await run('directory', {}, 'x')).problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      expect((await run('file/below', {}, 'x')).problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
    });

    it('runs the check again when a run was killed before it had succeeded', async () => {
      writeFileSync(join(dir, 'motd'), 'hello\n', { mode: 0o644 });
      writeFileSync(join(dir, '.motd.setpoint-unproven'), '');
      const check = `grep -q hello ${join(dir, 'motd')}`;
      const failing = await run('motd', { check: 'false' }, 'hello\n');
      expect(failing.outcomes[0]?.status).to.equal('failed');
      const result = await run('motd', { check }, 'hello\n');
      expectDone(result);
      expect(result.edits.map(({ path }) => path)).to.deep.equal(['check']);
      expect((await run('motd', { check }, 'hello\n')).edits).to.deep.equal([]);
      expect(readdirSync(dir)).to.deep.equal(['motd']);
    });

    it('removes the mark of an unproven file with the file', async () => {
      for (const name of ['motd', '.motd.setpoint-unproven']) writeFileSync(join(dir, name), '');
      expectDone(await run('motd', { state: 'absent' }));
      expect(readdirSync(dir)).to.deep.equal([]);
    });

    it('removes a file and shows what was in it', async () => {
      writeFileSync(join(dir, 'old'), 'content\n');
      const result = await run('old', { state: 'absent' });
      expectDone(result);
      expect(result.edits[0]?.hunks?.[0]?.lines).to.deep.equal(['-content']);
      expect(readdirSync(dir)).to.deep.equal([]);
      expect((await run('old', { state: 'absent' })).edits).to.deep.equal([]);
    });

    it('says what an account without the right to read cannot tell', async () => {
      writeFileSync(join(dir, 'secret'), 'x', { mode: 0o600 });
      const node = shellNode(shell.command, asNobody);
      const declared = { identity: join(dir, 'secret'), properties: { content: 'y' }, body: 'y' };
      const closed = await converge(node, file, declared);
      chmodSync(dir, 0o755);
      const readable = await converge(node, file, declared);
      expect([closed, readable].map((result) => result.edits.map((edit) => edit.before))).to.deep.equal([
        [{ kind: 'unknown', cause: { kind: 'denied', what: 'a parent directory' } }],
        [{ kind: 'unknown', cause: { kind: 'denied', what: 'content' } }],
      ]);
      expect(readFileSync(join(dir, 'secret'), 'utf8')).to.equal('x');
    });
  });
}
