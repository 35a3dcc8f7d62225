import {
  lstatSync,
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
import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { block } from '../../src/modules/block/index.ts';
import { line } from '../../src/modules/line/index.ts';
import { converge, executeAll, planOperations } from '../support/converge.ts';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';

for (const shell of shells) {
  describe(`a part of a file on a real file system, through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-text-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const path = (name: string): string => join(dir, name);
    const declared = (name: string, properties: JsonObject) => ({ identity: path(name), properties });
    const run = (name: string, properties: JsonObject) =>
      converge(shellNode(shell.command), line, declared(name, properties));

    it('is written once, keeps what else the file is, and leaves nothing beside it', async () => {
      writeFileSync(path('app.conf'), 'a\r\nb', { mode: 0o640 });
      const first = await run('app.conf', { text: 'c' });
      assert.deepEqual([first.problems, first.remaining, first.predicted], [[], [], []]);
      assert.deepEqual(
        first.outcomes.map(({ status }) => status),
        ['done'],
      );
      assert.equal(readFileSync(path('app.conf'), 'utf8'), 'a\r\nb\r\nc\r\n');
      assert.equal(statSync(path('app.conf')).mode & 0o777, 0o640);
      const { ctimeMs } = statSync(path('app.conf'));
      assert.deepEqual((await run('app.conf', { text: 'c' })).edits, []);
      assert.equal(statSync(path('app.conf')).ctimeMs, ctimeMs);
      assert.deepEqual(readdirSync(dir), ['app.conf']);
    });

    it('is changed behind a link only when that is asked for, and the link stays', async () => {
      writeFileSync(path('real'), 'a\n');
      symlinkSync('real', path('link'));
      assert.deepEqual(
        (await run('link', { text: 'b' })).problems.map(({ code }) => code),
        ['SP603'],
      );
      assert.deepEqual((await run('link', { text: 'b', follow: true })).remaining, []);
      assert.isTrue(lstatSync(path('link')).isSymbolicLink());
      assert.equal(readFileSync(path('real'), 'utf8'), 'a\nb\n');
    });

    it('L-07 keeps the link and a copy of the old file beside the real one', async () => {
      mkdirSync(path('real'));
      writeFileSync(path('real/app.conf'), 'a\n');
      symlinkSync('real/app.conf', path('link'));
      assert.deepEqual((await run('link', { text: 'b', follow: true, backup: true })).remaining, []);
      assert.isTrue(lstatSync(path('link')).isSymbolicLink());
      const kept = readdirSync(path('real')).filter((name) => name.endsWith('.bak'));
      assert.deepEqual(
        kept.map((name) => readFileSync(path(`real/${name}`), 'utf8')),
        ['a\n'],
      );
      assert.deepEqual(readdirSync(dir).toSorted(), ['link', 'real']);
    });

    it('L-08 makes the target of a link that leads nowhere, when both are asked for', async () => {
      symlinkSync('new', path('link'));
      assert.deepEqual((await run('link', { text: 'b', follow: true, create: true })).remaining, []);
      assert.isTrue(lstatSync(path('link')).isSymbolicLink());
      assert.equal(readFileSync(path('new'), 'utf8'), 'b\n');
    });

    it('L-08 does not make the directory of a file', async () => {
      const { problems } = await run('none/app.conf', { text: 'b', create: true });
      assert.deepEqual(
        problems.map(({ code, detail }) => `${code} ${detail}`),
        [`SP604 The directory ${path('none')} does not exist.`],
      );
    });

    it('L-09 leaves bytes of another encoding and line ends of DOS as they are', async () => {
      writeFileSync(path('app.conf'), Buffer.from('\u00fcb\u00e9r=1\r\n', 'latin1'));
      assert.deepEqual((await run('app.conf', { text: 'b' })).remaining, []);
      assert.equal(readFileSync(path('app.conf'), 'latin1'), '\u00fcb\u00e9r=1\r\nb\r\n');
    });

    it('is not changed in a file of UTF-16', async () => {
      writeFileSync(path('app.conf'), Buffer.from('\uFEFFa\n', 'utf16le'));
      assert.deepEqual(
        (await run('app.conf', { text: 'b' })).problems.map(({ code }) => code),
        ['SP608'],
      );
    });

    it('B-08 may leave nothing in the file', async () => {
      writeFileSync(path('app.conf'), '');
      const put = (properties: JsonObject) =>
        converge(shellNode(shell.command), block, declared('app.conf', properties));
      assert.deepEqual((await put({ text: 'x' })).remaining, []);
      assert.deepEqual((await put({ state: 'absent' })).remaining, []);
      assert.equal(statSync(path('app.conf')).size, 0);
    });

    it('is taken back when the check fails', async () => {
      writeFileSync(path('app.conf'), 'a\n');
      const { outcomes } = await run('app.conf', { text: 'b', check: `! grep -q b ${path('app.conf')}` });
      assert.equal(outcomes[0]?.status, 'failed');
      assert.equal(readFileSync(path('app.conf'), 'utf8'), 'a\n');
    });

    it('is refused when somebody else has written the file meanwhile', async () => {
      writeFileSync(path('app.conf'), 'a\n');
      const node = shellNode(shell.command);
      const operations = await planOperations(node, line, declared('app.conf', { text: 'b' }));
      writeFileSync(path('app.conf'), 'other\n');
      const [outcome] = await executeAll(node.channel, operations);
      assert.equal(outcome?.status, 'refused');
      assert.equal(readFileSync(path('app.conf'), 'utf8'), 'other\n');
    });

    it('makes the file only when that is asked for', async () => {
      assert.deepEqual(
        (await run('new', { text: 'b' })).problems.map(({ code }) => code),
        ['SP604'],
      );
      assert.deepEqual((await run('new', { text: 'b', create: true })).remaining, []);
      assert.equal(statSync(path('new')).mode & 0o777, 0o644);
    });

    it('is not changed in a file of more than a megabyte, nor in a directory', async () => {
      writeFileSync(path('large'), 'x'.repeat(1024 * 1024 + 1));
      assert.deepEqual(
        (await run('large', { text: 'b' })).problems.map(({ code }) => code),
        ['SP608'],
      );
      assert.deepEqual(
        (await run('.', { text: 'b' })).problems.map(({ code }) => code),
        ['SP603'],
      );
    });
  });
}
