import type { Json } from '@setpoint/model';
import { expect } from 'chai';
import { encodeValue, formatWords, type ValueFormat } from '../../src/values/index.ts';
import { float, integer, text } from './formats.ts';

const words = (format: ValueFormat, value: Json): string => {
  const encoded = encodeValue(format, value);
  return encoded.kind === 'encoded' ? formatWords(encoded.words) : encoded.detail;
};

const refusal = (format: ValueFormat, value: Json): readonly (string | undefined)[] => {
  const encoded = encodeValue(format, value);
  return encoded.kind === 'invalid' ? [encoded.detail, encoded.hint] : [formatWords(encoded.words)];
};

const int32 = integer({ encoding: 'signed', registers: 2, width: 32 });
const uint64 = integer({ registers: 4, width: 64 });
const tenths = integer({ encoding: 'signed', scale: '0.1', label: 'rpm' });
const modes = integer({
  names: [
    { name: 'stop', raw: '0' },
    { name: 'constructor', raw: '2' },
    { name: 'run', raw: '5' },
  ],
});

describe('encoding a declared value', () => {
  const cases: readonly {
    readonly what: string;
    readonly format: ValueFormat;
    readonly value: Json;
    readonly words: string;
  }[] = [
    { what: 'a register', format: integer(), value: 1450, words: '0x05AA' },
    { what: 'a negative number', format: int32, value: -2, words: '0xFFFF 0xFFFE' },
    { what: 'a number in quotes', format: integer(), value: '1450', words: '0x05AA' },
    { what: 'a number with an exponent', format: integer(), value: '1.45e3', words: '0x05AA' },
    { what: 'a number in hexadecimal', format: integer(), value: '0x05aa', words: '0x05AA' },
    { what: 'minus zero', format: integer(), value: -0, words: '0x0000' },
    { what: 'minus zero as floating point', format: float(), value: -0, words: '0x0000 0x0000' },
    {
      what: '64 bits without loss',
      format: uint64,
      value: '18446744073709551615',
      words: '0xFFFF 0xFFFF 0xFFFF 0xFFFF',
    },
    { what: 'swapped words', format: integer({ ...int32, order: 'CDAB' }), value: 0x01020304, words: '0x0304 0x0102' },
    { what: 'swapped bytes', format: integer({ ...int32, order: 'BADC' }), value: 0x01020304, words: '0x0201 0x0403' },
    {
      what: 'the lowest byte first',
      format: integer({ ...int32, order: 'DCBA' }),
      value: 0x01020304,
      words: '0x0403 0x0201',
    },
    {
      what: 'reversed words of 64 bits',
      format: integer({ ...uint64, order: 'CDAB' }),
      value: '0x0102030405060708',
      words: '0x0708 0x0506 0x0304 0x0102',
    },
    { what: 'a number whose binary division is off', format: tenths, value: 0.3, words: '0x0003' },
    { what: 'another one', format: integer({ scale: '0.01' }), value: 1.15, words: '0x0073' },
    {
      what: 'a scale, an offset and a unit',
      format: integer({ scale: '0.5', offset: '-40' }),
      value: 21.5,
      words: '0x007B',
    },
    { what: 'a scale below zero', format: integer({ encoding: 'signed', scale: '-0.1' }), value: 1.5, words: '0xFFF1' },
    { what: 'a large scale', format: integer({ scale: '1000' }), value: 65535000, words: '0xFFFF' },
    {
      what: 'decimal digits in BCD',
      format: integer({ encoding: 'bcd', registers: 2, width: 32 }),
      value: 12345678,
      words: '0x1234 0x5678',
    },
    { what: 'a name', format: modes, value: 'run', words: '0x0005' },
    { what: 'a name that every object has', format: modes, value: 'constructor', words: '0x0002' },
    { what: 'the number of a name', format: modes, value: 5, words: '0x0005' },
    { what: 'true as a coil or a whole register', format: { kind: 'bool', bit: null }, value: true, words: '0x0001' },
    { what: 'true as a bit', format: { kind: 'bool', bit: 15 }, value: true, words: '0x8000' },
    { what: 'the nearest float32', format: float(), value: 0.1, words: '0x3DCC 0xCCCD' },
    { what: 'the nearest float16', format: float({ width: 16 }), value: 0.1, words: '0x2E66' },
    { what: 'a float64', format: float({ width: 64 }), value: 0.1, words: '0x3FB9 0x9999 0x9999 0x999A' },
    { what: 'a large float32 by its shortest text', format: float(), value: '1e30', words: '0x7149 0xF2CA' },
    { what: 'a text, filled up', format: text(), value: 'PUMP 1', words: '0x5055 0x4D50 0x2031 0x0000' },
    {
      what: 'a text filled with spaces',
      format: text({ padding: 'space' }),
      value: 'PUMP',
      words: '0x5055 0x4D50 0x2020 0x2020',
    },
    {
      what: 'a text with swapped bytes',
      format: text({ order: 'BADC' }),
      value: 'PUMP',
      words: '0x5550 0x504D 0x0000 0x0000',
    },
    {
      what: 'a text of one character in each register',
      format: text({ packing: 'low' }),
      value: 'Ab',
      words: '0x0041 0x0062 0x0000 0x0000',
    },
    {
      what: 'a text in the higher bytes',
      format: text({ packing: 'high' }),
      value: 'Ab',
      words: '0x4100 0x6200 0x0000 0x0000',
    },
    { what: 'a text in Latin-1', format: text(), value: 'Öl °C', words: '0xD66C 0x20B0 0x4300 0x0000' },
  ];
  for (const { what, format, value, words: expected } of cases) {
    it(`writes ${what}`, () => expect(words(format, value)).to.equal(expected));
  }

  it('tells which bits belong to the value', () => {
    const masks = (format: ValueFormat, value: Json) => {
      const encoded = encodeValue(format, value);
      return encoded.kind === 'encoded' ? formatWords(encoded.mask) : encoded.detail;
    };
    expect(masks(integer(), 1)).to.equal('0xFFFF');
    expect(masks(integer({ shift: 4, width: 3 }), 5)).to.equal('0x0070');
    expect(masks(integer({ shift: 8, width: 8, order: 'DCBA' }), 5)).to.equal('0x00FF');
    expect(masks(integer({ registers: 2, width: 24, order: 'CDAB' }), 5)).to.equal('0xFFFF 0x00FF');
    expect(masks({ kind: 'bool', bit: 3 }, false)).to.equal('0x0008');
    expect(masks(text({ packing: 'high' }), 'A')).to.equal('0xFF00 0xFF00 0xFF00 0xFF00');
    expect(words(integer({ shift: 4, width: 3 }), 5)).to.equal('0x0050');
  });
});

describe('refusing a declared value', () => {
  it('names the two nearest values when the register does not count so finely', () => {
    expect(refusal(tenths, 1450.25)).to.deep.equal([
      '1450.25 rpm cannot be stored: the register counts in steps of 0.1 rpm.',
      'Write 1450.2 or 1450.3.',
    ]);
    expect(refusal(tenths, '-0.05')).to.deep.equal([
      '-0.05 rpm cannot be stored: the register counts in steps of 0.1 rpm.',
      'Write -0.1 or 0.',
    ]);
    expect(refusal(integer({ scale: '-2', offset: '10' }), 7)).to.deep.equal([
      '7 cannot be stored: the register counts in steps of 2.',
      'Write 6 or 8.',
    ]);
  });

  it('names the range that the register holds', () => {
    expect(refusal(tenths, 3276.8)).to.deep.equal([
      '3276.8 rpm is out of range: the register holds -3276.8 to 3276.7 rpm.',
      undefined,
    ]);
    expect(refusal(integer({ scale: '-1' }), 1)).to.deep.equal([
      '1 is out of range: the register holds -65535 to 0.',
      undefined,
    ]);
    expect(refusal(integer({ encoding: 'bcd' }), 10000)[0]).to.equal(
      '10000 is out of range: the register holds 0 to 9999.',
    );
    expect(refusal(uint64, '18446744073709551616')[0]).to.equal(
      '18446744073709551616 is out of range: the register holds 0 to 18446744073709551615.',
    );
    expect(refusal(float(), '3.5e38')[0]).to.equal('3.5e+38 is out of range: a float32 holds at most ±3.4028235e+38.');
    expect(refusal(float({ width: 16 }), 65520)[0]).to.equal('65520 is out of range: a float16 holds at most ±65504.');
  });

  it('names what a floating point number cannot keep of a whole number, or keeps nothing of', () => {
    expect(refusal(float(), 16777217)).to.deep.equal([
      '16777217 cannot be stored exactly in a float32.',
      'Write 16777216 or 16777218.',
    ]);
    expect(refusal(float(), '-1e-60')).to.deep.equal([
      '-1e-60 cannot be stored exactly in a float32.',
      'Write -1e-45 or 0.',
    ]);
    expect(words(float(), 3.14159265358979)).to.equal('0x4049 0x0FDB');
  });

  it('names what was expected when the type is wrong', () => {
    expect(refusal(integer(), true)).to.deep.equal(['The value is a number, not true.', undefined]);
    expect(refusal(integer(), null)).to.deep.equal(['The value is a number, not null.', undefined]);
    expect(refusal(integer(), [1])).to.deep.equal(['The value is a number, not a list.', undefined]);
    expect(refusal(integer(), {})).to.deep.equal(['The value is a number, not an object.', undefined]);
    expect(refusal(tenths, '1450 rpm')).to.deep.equal([
      'The value is a number, not "1450 rpm".',
      'Write the number alone: 1450.',
    ]);
    expect(refusal(tenths, '1450,5')).to.deep.equal([
      'The value is a number, not "1450,5".',
      'Write the number with a point: 1450.5.',
    ]);
    expect(refusal(tenths, '0x10')).to.deep.equal([
      'The value is a number, not "0x10".',
      'Hexadecimal text is a raw value; here the value is scaled, so write it as a decimal number.',
    ]);
    expect(refusal({ kind: 'bool', bit: null }, 1)).to.deep.equal([
      'The value is true or false, not 1.',
      'Write true.',
    ]);
    expect(refusal({ kind: 'bool', bit: null }, 'off')).to.deep.equal([
      'The value is true or false, not "off".',
      'Write false.',
    ]);
    expect(refusal(text(), 7)).to.deep.equal(['The value is a text, not 7.', 'Write it in quotes.']);
  });

  it('refuses what is no number of any kind', () => {
    for (const value of ['', ' ', 'abc', '1e', '--1', '1.', '.5', '1e999999999', '9'.repeat(500), 'Infinity', 'NaN']) {
      expect(encodeValue(float({ width: 64 }), value), value.slice(0, 20)).to.have.property('kind', 'invalid');
    }
    expect(refusal(float(), Number.NaN)[0]).to.equal('The value is not a number.');
    expect(refusal(float(), Number.POSITIVE_INFINITY)[0]).to.equal('The value is infinite, or too large for a number.');
    expect(refusal(float({ width: 64 }), '1e400')[0]).to.equal(
      '1e+400 is out of range: a float64 holds at most ±1.7976931348623157e+308.',
    );
  });

  it('asks for quotes where a number has lost digits', () => {
    expect(refusal(uint64, 2 ** 60)).to.deep.equal([
      '1152921504606847000 may have lost digits: beyond 9007199254740991 a number that is not quoted is read with 53 bits.',
      'Write the number in quotes, which keeps every digit.',
    ]);
  });

  it('suggests the name that was meant, and lists those there are', () => {
    expect(refusal(modes, 'rum')).to.deep.equal([
      '"rum" is not one of the values of this register: stop (0), constructor (2), run (5).',
      'Did you mean run?',
    ]);
    expect(refusal(modes, '__proto__')[1]).to.equal(undefined);
    expect(refusal(modes, 3)[0]).to.equal(
      '3 is not one of the values of this register: stop (0), constructor (2), run (5).',
    );
    expect(refusal(modes, true)[0]).to.match(/^true is not one of/);
  });

  it('refuses a text that does not fit, or that would not be read back', () => {
    expect(refusal(text(), 'PUMP NR. 1')[0]).to.equal(
      'The text has 10 characters, and the registers hold 8: "PUMP NR. 1".',
    );
    expect(refusal(text(), 'a€')[0]).to.equal(
      'The text has the character "€", which is not one of Latin-1 that a register can hold.',
    );
    expect(refusal(text(), 'a\0b')[0]).to.equal(
      'The text has the character "\\u0000", which is not one of Latin-1 that a register can hold.',
    );
    expect(refusal(text({ padding: 'space' }), 'PUMP ')[1]).to.equal('Leave the spaces at the end out.');
    expect(refusal(text(), 'x'.repeat(100_000))[0]).to.have.length.lessThan(200);
  });
});
