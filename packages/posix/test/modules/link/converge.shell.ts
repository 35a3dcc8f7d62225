import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, JsonObject, ResourceModule } from '@setpoint/model';
import { expect } from 'chai';
import { link } from '../../../src/modules/link/index.ts';
import { converge, declareOrThrow, executeAll, planOperations } from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { asNobody, shellNode } from '../../support/shell-channel.ts';
import { shells } from '../../support/shell-session.ts';

/** The module as it handles what the way back declares, which no playbook can say. */
function asDeclared(module: ResourceModule, declared: Json): ResourceModule {
  return { ...module, declare: ({ identity }) => ({ kind: 'declared', identity, declared }) };
}

for (const shell of shells) {
  describe(`link on a real file system, through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-link-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const run = (name: string, properties: JsonObject) =>
      converge(shellNode(shell.command), link, { identity: join(dir, name), properties });
    const expectDone = (result: Awaited<ReturnType<typeof run>>): void => {
      expect(result.problems).to.deep.equal([]);
      expect(result.outcomes.map((outcome) => outcome.status)).to.deep.equal(result.titles.map(() => 'done'));
      expect({ remaining: result.remaining, predicted: result.predicted }).to.deep.equal({
        remaining: [],
        predicted: [],
      });
      expect(readdirSync(dir).filter((name) => name.startsWith('.setpoint.'))).to.deep.equal([]);
    };

    it('leaves a link alone that is as declared', async () => {
      symlinkSync('releases/1', join(dir, 'current'));
      expect(await run('current', { target: 'releases/1' })).to.deep.include({ edits: [], outcomes: [] });
    });

    it('makes links with hostile names to hostile targets that need not exist', async () => {
      for (const name of hostileNames) {
        expectDone(await run(name, { target: `to/${name}` }));
        expect(readlinkSync(join(dir, name))).to.equal(`to/${name}`);
      }
    });

    it('makes hard links with hostile names of files with hostile names', async () => {
      for (const name of hostileNames) {
        writeFileSync(join(dir, `of ${name}`), name);
        expectDone(await run(name, { target: `of ${name}`, hard: true }));
        expect(statSync(join(dir, name)).ino).to.equal(statSync(join(dir, `of ${name}`)).ino);
      }
    });

    it('removes, to undo it, the hard link that it made and no other file', async () => {
      for (const name of ['file', 'other']) writeFileSync(join(dir, name), '');
      expectDone(await run('hard', { target: 'file', hard: true }));
      const declared = declareOrThrow(link, {
        identity: join(dir, 'hard'),
        properties: { target: 'file', hard: true },
      });
      const back = link.restore?.({ declared, before: { kind: 'absent' }, edited: ['target'], kept: () => undefined });
      expect(back?.kind).to.equal('declared');
      const undoing = back?.kind === 'declared' ? asDeclared(link, back.declared) : link;
      const undo = () => converge(shellNode(shell.command), undoing, { identity: '', properties: {} });
      renameSync(join(dir, 'other'), join(dir, 'hard'));
      expect((await undo()).problems.map(({ code }) => code)).to.deep.equal(['SP603']);
      expect(readdirSync(dir)).to.deep.equal(['file', 'hard']);
      rmSync(join(dir, 'hard'));
      linkSync(join(dir, 'file'), join(dir, 'hard'));
      expectDone(await undo());
      expect(readdirSync(dir)).to.deep.equal(['file']);
    });

    it('points a link to a directory elsewhere without entering it', async () => {
      mkdirSync(join(dir, 'one'));
      mkdirSync(join(dir, 'two'));
      symlinkSync('one', join(dir, 'current'));
      const result = await run('current', { target: join(dir, 'two') });
      expectDone(result);
      expect(result.edits).to.deep.equal([
        {
          path: 'target',
          before: { kind: 'value', value: 'one' },
          after: { kind: 'value', value: join(dir, 'two') },
        },
      ]);
      expect(readlinkSync(join(dir, 'current'))).to.equal(join(dir, 'two'));
      expect(readdirSync(join(dir, 'one'))).to.deep.equal([]);
    });

    it('takes an absolute and a relative target for different ones', async () => {
      symlinkSync(join(dir, 'one'), join(dir, 'current'));
      expectDone(await run('current', { target: 'one' }));
      expect(readlinkSync(join(dir, 'current'))).to.equal('one');
    });

    it('keeps the owner of a link that is pointed elsewhere', async () => {
      symlinkSync('one', join(dir, 'current'));
      lchownSync(join(dir, 'current'), 12, 34);
      expectDone(await run('current', { target: 'two' }));
      expect(lstatSync(join(dir, 'current'))).to.include({ uid: 12, gid: 34 });
    });

    it('sets the owner of the link itself, even of a dangling one, and not of its target', async () => {
      writeFileSync(join(dir, 'target'), '');
      symlinkSync('target', join(dir, 'live'));
      symlinkSync('nowhere', join(dir, 'dangling'));
      expectDone(await run('live', { target: 'target', owner: '12' }));
      expectDone(await run('dangling', { target: 'nowhere', owner: '12', group: '34' }));
      expect(lstatSync(join(dir, 'live')).uid).to.equal(12);
      expect(lstatSync(join(dir, 'target')).uid).to.equal(0);
      expect(lstatSync(join(dir, 'dangling'))).to.include({ uid: 12, gid: 34 });
    });

    it('replaces a file only when forced, and tells what is lost', async () => {
      writeFileSync(join(dir, 'path'), 'content');
      const refused = await run('path', { target: 'elsewhere' });
      expect(refused.problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      expect(readFileSync(join(dir, 'path'), 'utf8')).to.equal('content');
      const forced = await run('path', { target: 'elsewhere', force: true });
      expectDone(forced);
      expect(forced.edits[0]).to.deep.include({ path: 'type', replaces: true });
    });

    it('keeps the file that it replaces, with its owner and mode, where the plan says', async () => {
      const of = (name: string) => `${name}.${createHash('sha256').update(name).digest('hex').slice(0, 12)}.bak`;
      for (const [name, properties] of [
        ['new\nline', {}],
        ['hard', { hard: true }],
      ] as const) {
        writeFileSync(join(dir, 'target'), 'target');
        writeFileSync(join(dir, name), name, { mode: 0o640 });
        chownSync(join(dir, name), 12, 34);
        const result = await run(name, { target: 'target', force: true, backup: true, ...properties });
        expectDone(result);
        const kept = { kind: 'value', value: join(dir, of(name)) };
        expect(result.edits.find(({ path }) => path === 'backup')?.after).to.deep.equal(kept);
        expect(readFileSync(join(dir, of(name)), 'utf8')).to.equal(name);
        expect(statSync(join(dir, of(name)))).to.include({ uid: 12, gid: 34, mode: 0o100640 });
        // The same file comes back to the path, and its backup is there.
        rmSync(join(dir, name));
        linkSync(join(dir, of(name)), join(dir, name));
        expectDone(await run(name, { target: 'target', force: true, backup: true, ...properties }));
      }
    });

    it('keeps and replaces no other file than the plan saw', async () => {
      writeFileSync(join(dir, 'path'), 'content');
      const node = shellNode(shell.command);
      const declared = { identity: join(dir, 'path'), properties: { target: 'x', force: true, backup: true } };
      const operations = await planOperations(node, link, declared);
      const { atime, mtime } = statSync(join(dir, 'path'));
      writeFileSync(join(dir, 'path'), 'CONTENT');
      utimesSync(join(dir, 'path'), atime, mtime);
      const outcomes = await executeAll(node.channel, operations);
      expect(outcomes.map((outcome) => outcome.status)).to.deep.equal(['refused']);
      expect(readdirSync(dir)).to.deep.equal(['path']);
    });

    it('replaces an empty directory when forced, one that holds something never', async () => {
      mkdirSync(join(dir, 'empty'));
      mkdirSync(join(dir, 'full/sub'), { recursive: true });
      expectDone(await run('empty', { target: 'elsewhere', force: true }));
      const refused = await run('full', { target: 'elsewhere', force: true });
      expect(refused.problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
      expect(existsSync(join(dir, 'full/sub'))).to.equal(true);
    });

    it('leaves the old link when the owner cannot be set', async () => {
      symlinkSync('one', join(dir, 'current'));
      chmodSync(dir, 0o777);
      const node = shellNode(shell.command, asNobody);
      const declared = { identity: join(dir, 'current'), properties: { target: 'two', owner: '12' } };
      const result = await converge(node, link, declared);
      expect(result.outcomes[0]?.status).to.equal('failed');
      expect(readdirSync(dir)).to.deep.equal(['current']);
      expect(readlinkSync(join(dir, 'current'))).to.equal('one');
    });

    it('removes the link and not what it leads to', async () => {
      writeFileSync(join(dir, 'target'), '');
      symlinkSync('target', join(dir, 'old'));
      expectDone(await run('old', { state: 'absent' }));
      expect(readdirSync(dir)).to.deep.equal(['target']);
      expect((await run('old', { state: 'absent' })).edits).to.deep.equal([]);
    });

    it('removes nothing but a link', async () => {
      writeFileSync(join(dir, 'file'), '');
      expect((await run('file', { state: 'absent' })).problems.map((problem) => problem.code)).to.deep.equal(['SP603']);
    });

    it('removes what a killed run left behind', async () => {
      mkdirSync(join(dir, '.setpoint.aaaaaaaaaa'));
      symlinkSync('x', join(dir, '.setpoint.aaaaaaaaaa/.setpoint-new'));
      expectDone(await run('current', { target: 'one' }));
    });
  });
}
