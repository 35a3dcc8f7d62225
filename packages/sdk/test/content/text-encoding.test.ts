import { decodeEncoded, encodeText, type TextEncoding, textEncodings } from '@setpoint/model';
import { assert } from 'chai';

describe('a text in another encoding', () => {
  for (const encoding of textEncodings.filter((name) => !name.startsWith('utf-16'))) {
    it(`comes back from every byte that ${encoding} has`, () => {
      const all = Array.from({ length: 255 }, (_, index) => index + 1);
      const known = all.filter((byte) => decodeEncoded(Uint8Array.of(byte), encoding) !== undefined);
      assert.isAbove(known.length, 200);
      const bytes = Uint8Array.from(known);
      assert.deepEqual(encodeText(decodeEncoded(bytes, encoding) ?? '', encoding), { kind: 'bytes', bytes });
    });
  }

  const cases: readonly (readonly [TextEncoding, string, string])[] = [
    ['windows-1252', '€ü’', '80fc92'],
    ['iso-8859-1', 'ü\x80', 'fc80'],
    ['iso-8859-15', '€', 'a4'],
    ['windows-1251', 'Я', 'df'],
    ['ibm866', 'Я', '9f'],
    ['utf-16le', 'ü😀', 'fc003dd800de'],
    ['utf-16be', 'ü😀', '00fcd83dde00'],
  ];
  for (const [encoding, text, hex] of cases) {
    it(`is ${hex} for ${text} in ${encoding}, and back`, () => {
      const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
      assert.deepEqual(encodeText(text, encoding), { kind: 'bytes', bytes });
      assert.equal(decodeEncoded(bytes, encoding), text);
    });
  }

  it('has no character that the encoding has not got, and names the first', () => {
    assert.deepEqual(encodeText('a\nb→😀', 'iso-8859-1'), { kind: 'inexpressible', character: '→', line: 2 });
    assert.deepEqual(encodeText('\ud800', 'utf-16le'), { kind: 'inexpressible', character: '\ud800', line: 1 });
  });

  it('is no text where the bytes mean nothing', () => {
    const nothing: readonly (readonly [TextEncoding, readonly number[]])[] = [
      ['utf-16le', [0]],
      ['utf-16be', [0xd8, 0x00]],
      ['iso-8859-1', [0x61, 0x00]],
      ['windows-1253', [0xd2]],
    ];
    for (const [encoding, bytes] of nothing)
      assert.isUndefined(decodeEncoded(Uint8Array.from(bytes), encoding), encoding);
  });
});
