import { assert, expect } from 'chai';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  decimalJson,
  divideDecimals,
  floatJson,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from '../../src/values/decimal.ts';

const read = (text: string | number) => {
  const decimal = parseDecimal(text);
  assert.isDefined(decimal, String(text));
  return decimal;
};

describe('exact decimals', () => {
  it('write numbers as JavaScript does', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(1e-7, 1e-6, 1e21, 1e20),
    );
    fc.assert(
      fc.property(number, (value) => {
        const text = String(value === 0 ? 0 : value);
        expect(formatDecimal(read(text))).to.equal(text);
        expect(floatJson(read(text))).to.equal(value === 0 ? 0 : value);
      }),
      { numRuns: 2000 },
    );
  });

  it('compute without loss', () => {
    const sum = addDecimals(read('0.1'), read('0.2'));
    expect(formatDecimal(sum)).to.equal('0.3');
    expect(formatDecimal(subtractDecimals(read('1e20'), read('1e-20')))).to.equal(
      '99999999999999999999.99999999999999999999',
    );
    expect(formatDecimal(multiplyDecimals(read('-1.15'), read('100')))).to.equal('-115');
    expect(compareDecimals(read('1.0'), read('1'))).to.equal(0);
    expect(compareDecimals(read('-2'), read('-10'))).to.equal(1);
    expect(divideDecimals(read('0.3'), read('-0.1'))).to.deep.equal({ numerator: -3n, denominator: 1n });
  });

  it('are text in JSON where a number would lose digits or be read otherwise', () => {
    expect(decimalJson(read('9007199254740991'))).to.equal(9007199254740991);
    expect(decimalJson(read('9007199254740992'))).to.equal('9007199254740992');
    expect(decimalJson(read('-9007199254740992'))).to.equal('-9007199254740992');
    expect(decimalJson(read('0.1'))).to.equal(0.1);
    expect(decimalJson(read('0.12345678901234567890'))).to.equal('0.1234567890123456789');
    expect(floatJson(read('1e300'))).to.equal(1e300);
    expect(floatJson(read('1e400'))).to.equal('1e+400');
  });

  for (const text of [
    '',
    ' 1',
    '1 ',
    '+',
    '.',
    '1.',
    '.1',
    '1e',
    '1e1.5',
    '0x10',
    '1_000',
    '1,5',
    '1e401',
    '1e-401',
    '9'.repeat(401),
    '١',
  ]) {
    it(`are not written as ${JSON.stringify(text.slice(0, 12))}`, () => expect(parseDecimal(text)).to.equal(undefined));
  }
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    it(`are not ${value}`, () => expect(parseDecimal(value)).to.equal(undefined));
  }
});
