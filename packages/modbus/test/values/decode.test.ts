import { expect } from 'chai';
import { type DecodedValue, decodeValue, type ValueFormat } from '../../src/values/index.ts';
import { float, integer, text } from './formats.ts';

const told = (format: ValueFormat, ...words: readonly number[]): string => {
  const decoded: DecodedValue = decodeValue(format, words);
  switch (decoded.kind) {
    case 'value':
      return `${JSON.stringify(decoded.value)} ${decoded.text}`;
    case 'not-available':
      return `not available ${decoded.raw}`;
    case 'undecodable':
      return `${decoded.raw}: ${decoded.why}`;
    default:
      return decoded satisfies never;
  }
};

describe('decoding registers', () => {
  it('tells the engineering value with its unit', () => {
    expect(told(integer({ label: 'rpm' }), 1450)).to.equal('1450 1450 rpm');
    expect(told(integer({ encoding: 'signed', scale: '0.1', label: '°C' }), 0xffff)).to.equal('-0.1 -0.1 °C');
    expect(told(integer({ scale: '0.10' }), 3)).to.equal('0.3 0.3');
    expect(told(integer({ scale: '0.5', offset: '-40' }), 123)).to.equal('21.5 21.5');
  });

  it('keeps 64 bits by giving text where a number would lose digits', () => {
    const uint64 = integer({ registers: 4, width: 64 });
    expect(told(uint64, 0, 0, 0, 7)).to.equal('7 7');
    expect(told(uint64, 0x001f, 0xffff, 0xffff, 0xffff)).to.equal('9007199254740991 9007199254740991');
    expect(told(uint64, 0x0020, 0, 0, 0)).to.equal('"9007199254740992" 9007199254740992');
    expect(told(uint64, 0xffff, 0xffff, 0xffff, 0xffff)).to.equal('"18446744073709551615" 18446744073709551615');
    expect(told({ ...uint64, scale: '0.001' }, 0xffff, 0xffff, 0xffff, 0xffff)).to.equal(
      '"18446744073709551.615" 18446744073709551.615',
    );
  });

  it('tells floating point numbers by their shortest text', () => {
    expect(told(float(), 0x3dcc, 0xcccd)).to.equal('0.1 0.1');
    expect(told(float({ label: 'bar' }), 0x42f6, 0xe979)).to.equal('123.456 123.456 bar');
    expect(told(float({ width: 16 }), 0x2e66)).to.equal('0.1 0.1');
    expect(told(float(), 0x7f7f, 0xffff)).to.equal('3.4028235e+38 3.4028235e+38');
    expect(told(float(), 0x0000, 0x0001)).to.equal('1e-45 1e-45');
    expect(told(float(), 0x8000, 0x0000)).to.equal('0 0');
    expect(told(float({ scale: '0.1' }), 0x3dcc, 0xcccd)).to.equal('0.01 0.01');
  });

  it('tells names, with their numbers, and numbers without a name', () => {
    const modes = integer({
      names: [
        { name: 'stop', raw: '0' },
        { name: 'run', raw: '5' },
      ],
    });
    expect(told(modes, 5)).to.equal('"run" run (5)');
    expect(told(modes, 7)).to.equal('7 7');
  });

  it('tells what the device marks as not available, and takes it for no value', () => {
    const format = integer({ encoding: 'signed', notAvailable: ['32768'] });
    expect(told(format, 0x8000)).to.equal('not available 0x8000');
    expect(told(format, 0x8001)).to.equal('-32767 -32767');
    expect(told(integer({ registers: 2, width: 32, notAvailable: ['4294967295'] }), 0xffff, 0xffff)).to.equal(
      'not available 0xFFFFFFFF',
    );
    expect(told(float({ notAvailable: ['NaN'] }), 0x7fc0, 0x0001)).to.equal('not available 0x7FC00001');
    expect(told(integer({ shift: 8, width: 8, notAvailable: ['255'] }), 0xff00)).to.equal('not available 0xFF');
  });

  it('tells what is no value at all', () => {
    expect(told(float(), 0x7fc0, 0)).to.equal('0x7FC0 0x0000: the floating point value is not a number');
    expect(told(float(), 0xff80, 0)).to.equal('0xFF80 0x0000: the value is infinite');
    expect(told(integer({ encoding: 'bcd' }), 0x12a4)).to.equal('0x12A4: a digit of the BCD number is greater than 9');
    expect(told(integer(), 1, 2)).to.equal('0x0001 0x0002: 2 registers were read where the value takes 1');
    expect(told(text())).to.equal(': 0 registers were read where the value takes 4');
  });

  it('takes every register but zero for true, and a bit for itself', () => {
    expect(told({ kind: 'bool', bit: null }, 0)).to.equal('false false');
    expect(told({ kind: 'bool', bit: null }, 0xff00)).to.equal('true true');
    expect(told({ kind: 'bool', bit: 3 }, 0xfff7)).to.equal('false false');
  });

  it('ends a text at its first NUL and drops the spaces that fill it up', () => {
    expect(told(text(), 0x5055, 0x4d50, 0x0041, 0x4141)).to.equal('"PUMP" "PUMP"');
    expect(told(text({ padding: 'space' }), 0x5055, 0x4d50, 0x2031, 0x2020)).to.equal('"PUMP 1" "PUMP 1"');
    expect(told(text(), 0x1b5b, 0x314a, 0x9b00, 0)).to.equal('"\\u001b[1J\u009b" "\\u001b[1J\\u009b"');
  });
});
