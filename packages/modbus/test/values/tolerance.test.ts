import type { Json } from '@setpoint/model';
import { expect } from 'chai';
import { type ValueFormat, withinTolerance } from '../../src/values/index.ts';
import { float, integer, text } from './formats.ts';

const tenths = integer({ encoding: 'signed', scale: '0.1' });

describe('comparing registers with a declared value', () => {
  const cases: readonly {
    readonly what: string;
    readonly format: ValueFormat;
    readonly declared: Json;
    readonly words: readonly number[];
    readonly tolerance: number | string;
    readonly holds: boolean;
  }[] = [
    { what: 'the same bits', format: tenths, declared: 0.3, words: [3], tolerance: 0, holds: true },
    {
      what: 'one step beside, without tolerance',
      format: tenths,
      declared: 0.3,
      words: [4],
      tolerance: 0,
      holds: false,
    },
    {
      what: 'a difference of just the tolerance',
      format: tenths,
      declared: 0.3,
      words: [6],
      tolerance: '0.3',
      holds: true,
    },
    {
      what: 'a difference of more than the tolerance',
      format: tenths,
      declared: 0.3,
      words: [7],
      tolerance: 0.3,
      holds: false,
    },
    { what: 'a difference below zero', format: tenths, declared: 0.3, words: [0xffff], tolerance: 0.4, holds: true },
    { what: '0.1 as float32', format: float(), declared: 0.1, words: [0x3dcc, 0xcccd], tolerance: 0, holds: true },
    { what: 'zero and minus zero', format: float(), declared: 0, words: [0x8000, 0], tolerance: 0, holds: true },
    {
      what: 'a float within the tolerance',
      format: float(),
      declared: 10,
      words: [0x4121, 0x999a],
      tolerance: 0.1,
      holds: true,
    },
    { what: 'NaN', format: float(), declared: 10, words: [0x7fc0, 0], tolerance: 1000, holds: false },
    {
      what: 'a value that is not available',
      format: integer({ notAvailable: ['65535'] }),
      declared: 65534,
      words: [0xffff],
      tolerance: 10,
      holds: false,
    },
    {
      what: 'bits beside those of the value',
      format: integer({ shift: 4, width: 4 }),
      declared: 5,
      words: [0xff5f],
      tolerance: 0,
      holds: true,
    },
    {
      what: 'another number of an enum, however near',
      format: integer({ names: [{ name: '1', raw: '1' }] }),
      declared: '1',
      words: [2],
      tolerance: 5,
      holds: false,
    },
    {
      what: 'a text with rubbish behind its end',
      format: text(),
      declared: 'AB',
      words: [0x4142, 0x0077, 1, 2],
      tolerance: 0,
      holds: true,
    },
    {
      what: 'a text that looks like a near number',
      format: text(),
      declared: '5',
      words: [0x3600, 0, 0, 0],
      tolerance: 5,
      holds: false,
    },
    {
      what: 'true as any number but zero',
      format: { kind: 'bool', bit: null },
      declared: true,
      words: [7],
      tolerance: 0,
      holds: true,
    },
    { what: 'a value that cannot be declared', format: tenths, declared: 0.05, words: [0], tolerance: 1, holds: false },
    { what: 'too few registers', format: float(), declared: 0, words: [0], tolerance: 1, holds: false },
    {
      what: '64 bits that differ in the last one',
      format: integer({ registers: 4, width: 64 }),
      declared: '18446744073709551615',
      words: [0xffff, 0xffff, 0xffff, 0xfffe],
      tolerance: '0.5',
      holds: false,
    },
  ];
  for (const { what, format, declared, words, tolerance, holds } of cases) {
    it(`${holds ? 'accepts' : 'refuses'} ${what}`, () => {
      expect(withinTolerance(format, declared, { words, tolerance })).to.equal(holds);
    });
  }
});
