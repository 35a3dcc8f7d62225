import type { Answer } from '@setpoint/model';
import { assert } from 'chai';
import { placeText, rawText, readingJson, readingOf, valueText, wasRead } from '../../src/facts/index.ts';
import { type RegisterDefinition, resolveProfile } from '../../src/profiles/index.ts';

const profile = resolveProfile({
  registers: {
    speed: { table: 'holding', address: '100', unit: 'rpm', not_available: ['0x8000'] },
    total: { table: 'holding', address: '101', type: 'uint64' },
    digits: { table: 'holding', address: '105', type: 'bcd16' },
    mode: { table: 'holding', address: '110', values: { local: '0', remote: '1' } },
    run: { table: 'coil', address: '0' },
    alarm: { table: 'holding', address: '111', type: 'bool', bit: 7 },
    source: { table: 'holding', address: '112', type: 'bits', shift: 8, width: 4 },
    flag: { table: 'holding', address: '112', type: 'bits', shift: 3, width: 1 },
    half: { table: 'holding', address: '113', type: 'uint8', byte: 'high' },
    elsewhere: { table: 'holding', address: '114', read_address: '214' },
    pin: { table: 'holding', address: '120', sensitive: true },
  },
});

/** A register, the answer, what people see (value, raw), and what programs get beside the place. */
const cases: readonly (readonly [string, Answer, readonly [string, string], object])[] = [
  ['speed', words(1450), ['1450 rpm', '0x05AA'], { status: 'value', words: [1450], value: 1450, text: '1450 rpm' }],
  ['speed', words(0x8000), ['not available', '0x8000'], { status: 'not-available', words: [0x8000] }],
  [
    'total',
    words(0xffff, 0xffff, 0xffff, 0xffff),
    ['18446744073709551615', '0xFFFF 0xFFFF 0xFFFF 0xFFFF'],
    {
      status: 'value',
      words: [0xffff, 0xffff, 0xffff, 0xffff],
      value: '18446744073709551615',
      text: '18446744073709551615',
    },
  ],
  [
    'digits',
    words(0x000a),
    ['no value: a digit of the BCD number is greater than 9', '0x000A'],
    { status: 'undecodable', words: [10], why: 'a digit of the BCD number is greater than 9' },
  ],
  ['mode', words(1), ['remote (1)', '0x0001'], { status: 'value', words: [1], value: 'remote', text: 'remote (1)' }],
  ['run', words(1), ['true', ''], { status: 'value', words: [1], value: true, text: 'true' }],
  ['pin', words(1234), ['(secret)', '(secret)'], { status: 'secret' }],
  ['speed', { status: 'absent' }, ['the device has no such address', ''], { status: 'missing' }],
  [
    'speed',
    { status: 'unknown', cause: { kind: 'unavailable', what: 'holding 100 is refused with exception 4. It fails.' } },
    ['holding 100 is refused with exception 4', ''],
    { status: 'refused', why: 'holding 100 is refused with exception 4. It fails.' },
  ],
];

describe('a value that was read', () => {
  for (const [name, answer, texts, json] of cases) {
    it(`is ${texts[0]}`, () => {
      const reading = readingOf(definitionOf(name), answer);
      assert.deepEqual([valueText(reading), rawText(reading)], [...texts]);
      const { name: _, table, address, ...rest } = readingJson(reading);
      assert.deepEqual([_, table, address], [name, definitionOf(name).table, definitionOf(name).address]);
      assert.deepEqual(rest, { ...json });
    });
  }

  it('was read also when it is not available, and not when the device lacks it', () => {
    const speed = definitionOf('speed');
    assert.isTrue(wasRead(readingOf(speed, words(0x8000))));
    assert.isFalse(wasRead(readingOf(speed, { status: 'absent' })));
    assert.isFalse(wasRead(readingOf(speed, undefined)));
  });
});

/** Registers and where people are told that they lie. */
const places: readonly (readonly [string, string])[] = [
  ['speed', 'holding 100 (40101)'],
  ['total', 'holding 101 (40102)'],
  ['run', 'coil 0 (00001)'],
  ['alarm', 'holding 111 (40112), bit 7'],
  ['source', 'holding 112 (40113), bits 8 to 11'],
  ['flag', 'holding 112 (40113), bit 3'],
  ['half', 'holding 113 (40114), bits 8 to 15'],
  ['elsewhere', 'holding 114 (40115), read at 214'],
];

describe('the place of a value', () => {
  for (const [name, place] of places) {
    it(`is ${place}`, () => assert.equal(placeText(definitionOf(name)), place));
  }
});

function words(...given: readonly number[]): Answer {
  return { status: 'found', value: { words: given } };
}

function definitionOf(name: string): RegisterDefinition {
  const definition = profile.registers.get(name);
  if (definition === undefined) throw new Error(`no ${name}`);
  return definition;
}
