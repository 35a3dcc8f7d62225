import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { quote, sh } from '@setpoint/sdk';
import { expect } from 'chai';
import fc from 'fast-check';

const shells = [
  { name: 'dash', argv: ['/bin/dash'] },
  { name: 'bash', argv: ['/bin/bash', '--posix'] },
  { name: 'busybox', argv: ['/bin/busybox', 'sh'] },
].filter((shell) => existsSync(shell.argv[0] ?? ''));

describe('quote', () => {
  it('leaves plain words as they are', () => {
    expect(quote('/etc/nginx/nginx.conf')).to.equal('/etc/nginx/nginx.conf');
  });

  const hostile = [
    '',
    ' ',
    "'",
    '"',
    '$HOME',
    '`id`',
    '\\',
    'a\nb',
    'ü→😀',
    '-rf',
    '!!',
    '*',
    '~',
    "it's",
    '\t',
    '#x',
    '$(id)',
  ];
  for (const shell of shells) {
    it(`is read back unchanged by ${shell.name}`, () => {
      expect(readBack(shell.argv, hostile)).to.deep.equal(hostile);
    });

    it(`is read back unchanged by ${shell.name} for thousands of generated texts`, () => {
      const texts = fc.sample(
        fc.string({ unit: 'binary', maxLength: 24 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
        { numRuns: 4000, seed: 20 },
      );
      expect(readBack(shell.argv, texts)).to.deep.equal(texts);
    });
  }

  it('quotes every interpolated part of a program and joins lists as words', () => {
    expect(sh`rm -f -- ${['a b', "c'd"]} ${7}`.shell).to.equal("rm -f -- 'a b' 'c'\\''d' 7");
  });
});

/** Prints each word followed by NUL, so that any byte of a word can be compared. */
function readBack(argv: readonly string[], words: readonly string[]): readonly string[] {
  const [command = '', ...options] = argv;
  const program = `for w in ${words.map(quote).join(' ')}; do printf '%s\\0' "$w"; done`;
  const result = spawnSync(command, [...options], { input: program, maxBuffer: 64 * 1024 * 1024 });
  return result.stdout.toString('utf8').split('\0').slice(0, -1);
}
