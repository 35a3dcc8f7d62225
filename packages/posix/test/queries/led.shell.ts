import { lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { ledQuery } from '../../src/queries/led.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

const other = 12;

for (const { name, command } of shells) {
  describe(`asking to which file a link leads in ${name}`, () => {
    let dir: string;
    before(function () {
      if (process.getuid?.() !== 0) this.skip();
      dir = mkdtempSync(join(tmpdir(), 'setpoint-led-'));
      mkdirSync(join(dir, 'real'));
      writeFileSync(join(dir, 'real/file'), '');
      symlinkSync('real', join(dir, 'conf'));
      for (const [link, target] of links) symlinkSync(target, join(dir, link));
      for (const link of ['others', 'way']) lchownSync(join(dir, link), other, other);
      symlinkSync('way/file', join(dir, 'by others'));
    });
    after(() => rmSync(dir, { recursive: true, force: true }));

    const links = [
      ['relative', 'real/file'],
      ['again', 'relative'],
      ['dangling', 'real/new'],
      ['lost', 'nowhere/new'],
      ['loop', 'loop'],
      ['others', 'real/file'],
      ['way', 'real'],
      ['-e $x\n é', './real/../real/file'],
    ] as const;

    const cases: readonly (readonly [string, string | null, boolean])[] = [
      ['relative', 'real/file', true],
      ['again', 'real/file', true],
      ['dangling', 'real/new', true],
      ['lost', null, true],
      ['loop', null, true],
      ['others', 'real/file', false],
      ['by others', 'real/file', false],
      ['-e $x\n é', 'real/file', true],
      ['conf/file', null, true],
      ['real/file', null, true],
      ['missing/file', null, true],
    ];

    it('tells of a link where it leads, and whether another account says so; nothing of what is no link', async () => {
      const answers = await askHere(
        command,
        cases.map(([path]) => ledQuery(join(dir, path))),
      );
      assert.deepEqual(
        answers,
        cases.map(([, real, isTrusted]) =>
          real === null ? { status: 'absent' } : { status: 'found', value: { real: join(dir, real), isTrusted } },
        ),
      );
    });
  });
}
