import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { readBytes, type WantedBytes } from '../../src/queries/content-bytes.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const wanted = (path: string, text: string, mostBytes = 1000): WantedBytes => ({
  path,
  sha256: digestOf(text),
  mostBytes,
});

const block = (text: string): string => `${Buffer.from(text).toString('base64')}\n.\n`;

const told = (text: string, files: readonly WantedBytes[]): readonly string[] =>
  readBytes(text, files).map((read) => (typeof read === 'string' ? read : `holds ${JSON.stringify(read.toString())}`));

type Case = readonly [title: string, printed: string, files: readonly WantedBytes[], told: readonly string[]];

const cases: readonly Case[] = [
  ['nothing of no files', '', [], []],
  ['one file, which has no line above it', block('a\n'), [wanted('/a', 'a\n')], ['holds "a\\n"']],
  [
    'several files by the lines above them',
    block('==> /a <==\none\n\n==> /b <==\n\n==> /c <==\nthree'),
    [wanted('/a', 'one\n'), wanted('/b', ''), wanted('/c', 'three')],
    ['holds "one\\n"', 'holds ""', 'holds "three"'],
  ],
  [
    'a file that holds what looks like the line above the next one',
    block('==> /a <==\none\n==> /b <==\ntwo\n==> /b <==\nthree'),
    [wanted('/a', 'one\n==> /b <==\ntwo'), wanted('/b', 'three')],
    ['holds "one\\n==> /b <==\\ntwo"', 'holds "three"'],
  ],
  [
    'a file after one that vanished',
    block('==> /a <==\none\n==> /c <==\nthree'),
    [wanted('/a', 'one'), wanted('/b', 'two'), wanted('/c', 'three')],
    ['holds "one"', 'changed', 'holds "three"'],
  ],
  [
    'the others beside one that was changed meanwhile',
    block('==> /a <==\nother\n==> /b <==\ntwo'),
    [wanted('/a', 'one'), wanted('/b', 'two')],
    ['changed', 'holds "two"'],
  ],
  [
    'how much is too much, for each file by itself',
    `${block('==> /a <==\n1234\n==> /b <==\n123')}${block('12')}`,
    [wanted('/a', '12345', 4), wanted('/b', '123', 4), wanted('/c', '123', 2)],
    ['more', 'holds "123"', 'more'],
  ],
  ['nothing of output that was cut', '', [wanted('/a', 'a'), wanted('/b', 'b')], ['changed', 'changed']],
  ['nothing of what makes no sense', '%%%', [wanted('/a', 'a')], ['changed']],
];

describe('bytes of files', () => {
  for (const [title, printed, files, expected] of cases)
    it(`tells ${title}`, () => expect(told(printed, files)).to.deep.equal(expected));

  it('does not take long over a file that is full of what looks like the line above the next one', () => {
    const hostile = '\n==> /b <==\n'.repeat(80_000);
    const files = [wanted('/a', 'x', 1024 * 1024), wanted('/b', 'two', 1024 * 1024)];
    const startedMs = performance.now();
    expect(told(block(`==> /a <==\n${hostile}\n==> /b <==\ntwo`), files)[0]).to.equal('changed');
    expect(performance.now() - startedMs).to.be.below(5000);
  });
});
