import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { applyMode, formatMode, parseMode } from '../../src/permissions/mode.ts';

describe('file modes', () => {
  const octal = [
    { text: '644', mode: '0644' },
    { text: '0644', mode: '0644' },
    { text: '0o644', mode: '0644' },
    { text: '2755', mode: '2755' },
    { text: '01777', mode: '1777' },
    { text: '0', mode: '0000' },
  ];
  for (const { text, mode } of octal) {
    it(`reads ${text} as ${mode}`, () => {
      const parsed = parseMode(text);
      expect(parsed && formatMode(applyMode(parsed, 0o777, false))).to.equal(mode);
    });
  }

  for (const text of ['', '8', '0999', '77777', 'rw-r--r--', 'u+q', 'x=y', 'u=rw;go=r']) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(parseMode(text)).to.equal(undefined));
  }

  it('agrees with chmod for symbolic modes on files and directories', () => {
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-mode-'));
    const file = join(dir, 'file');
    writeFileSync(file, '');
    const modes = [
      'u=rw,go=r',
      'a+X',
      'u+x,a+X',
      'go-rwx',
      'g+s',
      'u+s',
      'u-s,g-s',
      '+t',
      'o+t',
      'a=rx',
      'g=u',
      'o=',
      'u=rwx,g=rx,o-w',
      'a-x+r',
    ];
    for (const mode of modes) {
      for (const start of [0o644, 0o755, 0o000, 0o2750, 0o4711, 0o1777]) {
        for (const path of [file, dir]) {
          chmodSync(path, start | (path === dir ? 0o700 : 0));
          const before = statSync(path).mode & 0o7777;
          execFileSync('chmod', [mode, path]);
          const after = statSync(path).mode & 0o7777;
          const parsed = parseMode(mode);
          const ours = parsed && applyMode(parsed, before, path === dir);
          expect(formatMode(ours ?? -1), `${mode} on ${formatMode(before)} ${path === dir ? 'dir' : 'file'}`).to.equal(
            formatMode(after),
          );
          chmodSync(dir, 0o755);
        }
      }
    }
    rmSync(dir, { recursive: true });
  });
});
