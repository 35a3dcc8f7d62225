import { decodeText, textDiff } from '@setpoint/sdk';
import { expect } from 'chai';

describe('text difference', () => {
  it('is empty for equal texts', () => {
    expect(textDiff('a\nb\n', 'a\nb\n')).to.deep.equal([]);
  });

  it('shows changed lines with their context', () => {
    const [hunk] = textDiff('one\ntwo\nthree\n', 'one\n2\nthree\n');
    expect(hunk).to.deep.equal({
      oldStart: 1,
      oldLines: 3,
      newStart: 1,
      newLines: 3,
      lines: [' one', '-two', '+2', ' three'],
    });
  });

  it('shows a missing newline at the end', () => {
    expect(textDiff('a\n', 'a')[0]?.lines).to.deep.equal(['-a', '+a', '\\ No newline at end of file']);
  });
});

describe('decoding content', () => {
  const cases = [
    { name: 'plain text', bytes: [0x61, 0x0a], text: 'a\n' },
    { name: 'a byte-order mark, which is kept', bytes: [0xef, 0xbb, 0xbf, 0x61], text: '\uFEFFa' },
    { name: 'bytes with NUL, which are no text', bytes: [0x61, 0], text: undefined },
    { name: 'invalid UTF-8, which is no text', bytes: [0xff], text: undefined },
  ];
  for (const { name, bytes, text } of cases) {
    it(`reads ${name}`, () => expect(decodeText(Uint8Array.from(bytes))).to.equal(text));
  }
});
