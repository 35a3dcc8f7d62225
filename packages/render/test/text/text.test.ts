import {
  clip,
  escapeText,
  formatDuration,
  listNames,
  plainPalette,
  renderTable,
  textWidth,
  wrapText,
} from '@setpoint/render';
import { expect } from 'chai';

describe('columns of text', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['', 0],
    ['abc', 3],
    ['日本', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['❤\ufe0f', 2],
    ['→', 1],
  ];
  for (const [text, columns] of cases)
    it(`"${text}" takes ${columns}`, () => expect(textWidth(text)).to.equal(columns));
});

describe('escaping', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain äöü 日本', 'plain äöü 日本'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['\u009b31m', '\\x9b31m'],
    ['\u202eevil', '\\u202eevil'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['no\u00a0break', 'no\\xa0break'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ];
  for (const [text, shown] of cases) {
    it(`shows ${JSON.stringify(text)} as ${shown}`, () => expect(escapeText(text)).to.equal(shown));
  }
});

describe('the columns of a text', () => {
  const cases: readonly (readonly [text: string, columns: number])[] = [
    ['', 0],
    ['plain', 5],
    ['mode: 0644 → 0600', 17],
    ['größe …⇥', 8],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['©\ufe0f', 2],
  ];
  for (const [text, columns] of cases)
    it(`are ${columns} for ${JSON.stringify(text)}`, () => expect(textWidth(text)).to.equal(columns));

  it('are the same for every simple character, alone and beside one that is not', () => {
    const simple = Array.from({ length: 0x300 }, (_, code) => String.fromCodePoint(code)).filter((char) =>
      /^[\x20-\x7e\xa1-\xac\xae-\u02ff]$/.test(char),
    );
    const unlike = [...simple, '→', '…', '⇥'].filter((char) => textWidth(char) !== textWidth(`${char}日`) - 2);
    expect(unlike).to.deep.equal([]);
  });
});

describe('fitting', () => {
  it('cuts long text and says how much is missing', () => {
    expect(clip('x'.repeat(100), 50)).to.equal(`${'x'.repeat(24)}… 76 more characters`);
    expect(clip('x'.repeat(50), 50)).to.equal('x'.repeat(50));
  });

  it('names as many nodes as fit and counts all', () => {
    const names = Array.from({ length: 12 }, (_, index) => `web${index + 1}`);
    expect(listNames(names, 'nodes', 40)).to.equal('web1, web2, web3, web4 … (12 nodes)');
    expect(listNames(['web1', 'web2'], 'nodes', 40)).to.equal('web1, web2 (2 nodes)');
    expect(listNames(['web1'], 'nodes', 40)).to.equal('web1');
  });

  it('wraps at spaces and breaks words that are too long', () => {
    expect(wrapText('aaa bbb ccc\nddddddddddd', 7)).to.deep.equal(['aaa bbb', 'ccc', 'ddddddd', 'dddd']);
  });
});

describe('durations', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0 ms'],
    [999, '999 ms'],
    [3456, '3.5 s'],
    [59_999, '1 min 00 s'],
    [125_000, '2 min 05 s'],
    [3_725_000, '1 h 02 min'],
  ];
  for (const [durationMs, text] of cases) it(text, () => expect(formatDuration(durationMs)).to.equal(text));
});

describe('a table', () => {
  it('aligns its columns by width, numbers on the right, and escapes its cells', () => {
    const table = {
      columns: [{ title: 'run' }, { title: 'changes', align: 'right' as const }, { title: 'by' }],
      rows: [['r1', '3', '日本'], ['long-name', '120', 'a\x1b[0m'], ['r3']],
    };
    expect(renderTable(table, plainPalette)).to.equal(
      ['RUN        CHANGES  BY', 'r1               3  日本', 'long-name      120  a\\x1b[0m', 'r3', ''].join('\n'),
    );
    expect(renderTable({ ...table, rows: [] }, plainPalette)).to.equal('');
  });
});
