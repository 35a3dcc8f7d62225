import type { JsonObject } from '@setpoint/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, expect } from 'chai';
import { checkProfile, profileSchema } from '../../src/profiles/index.ts';

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(profileSchema);

/** Problems as `property: detail [hint]`; the schema has to accept the profile first. */
const problems = (profile: JsonObject): readonly string[] => {
  assert.isTrue(validate(profile), JSON.stringify(validate.errors));
  return checkProfile(profile).map(
    ({ property, detail, hint }) => `${property}: ${detail}${hint === undefined ? '' : ` [${hint}]`}`,
  );
};

const withRegister = (register: JsonObject): JsonObject => ({
  registers: { speed: { table: 'holding', address: '107', ...register } },
});

describe('device profiles that make no sense', () => {
  const wrong: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    [
      'an address with two readings',
      { address: '40108' },
      [
        'registers.speed.address: The address 40108 can be read in two ways: as the address holding 40108 (440109), or, on paper, as holding 107 (40108). [Write `ref: "40108"` for the second; for the first add `base: 0`.]',
      ],
    ],
    [
      'a value beyond the last address',
      { address: '65535', type: 'uint32' },
      ['registers.speed.address: The value takes 2 registers from 65535 on, beyond the last address 65535.'],
    ],
    [
      'a scale of zero',
      { scale: '0.0' },
      ['registers.speed.scale: The scale is 0: every raw number would mean the same value.'],
    ],
    [
      'a scale with a comma',
      { scale: '0,1' },
      ['registers.speed.scale: "0,1" is not a decimal number. [Write it with a point: 0.1.]'],
    ],
    [
      'a scale as a fraction',
      { scale: '1/10' },
      [
        'registers.speed.scale: "1/10" is not a decimal number. [Write the quotient as a decimal number, such as 0.1 for 1/10.]',
      ],
    ],
    [
      'limits the wrong way round',
      { min: '10', max: '9.5' },
      ['registers.speed.min: The smallest value 10 is greater than the greatest one, 9.5.'],
    ],
    [
      'a step of nothing',
      { max_step: '0' },
      ['registers.speed.max_step: The step is 0, but it has to be more than 0.'],
    ],
    [
      'a tolerance below zero',
      { tolerance: '-1' },
      ['registers.speed.tolerance: The tolerance is -1, but it cannot be less than 0.'],
    ],
    [
      'a number with two names',
      { values: { stop: '0', halt: '0x0000' } },
      ['registers.speed.values.halt: halt and stop name the same raw number, so reading it could mean either.'],
    ],
    [
      'a name that is a number',
      { values: { '5': '7' } },
      ['registers.speed.values.5: The name 5 is itself a number, so declaring it could mean either.'],
    ],
    [
      'a named number that the type does not have',
      { type: 'int8', values: { much: '200', odd: 'abc', wide: '0x100', digits: '0b12' } },
      ['much', 'odd', 'wide', 'digits'].map((name) => {
        const raw = { much: '200', odd: 'abc', wide: '0x100', digits: '0b12' }[name];
        return `registers.speed.values.${name}: "${raw}" is not a raw number of this type.`;
      }),
    ],
    [
      'names and a scale',
      { values: { stop: '0' }, scale: '0.1' },
      [
        'registers.speed.values: A register has either names for raw numbers, or a scale: a named number has no other value. [Leave `scale` and `offset` out.]',
      ],
    ],
    [
      'a mark that is no number of the type',
      { not_available: ['NaN', '0x10000', '-32768'] },
      [
        'registers.speed.not_available.0: "NaN" is not a raw number of uint16.',
        'registers.speed.not_available.1: "0x10000" is not a raw number of uint16.',
        'registers.speed.not_available.2: "-32768" is not a raw number of uint16.',
      ],
    ],
    [
      'properties of other types',
      { type: 'float32', bit: 1, shift: 2, length: 3, values: { a: '1' } },
      [
        'registers.speed.bit: `bit` means nothing for float32. [Add `type: bool`, or leave it out.]',
        'registers.speed.shift: `shift` means nothing for float32. [Add `type: bits`, or leave it out.]',
        'registers.speed.length: `length` means nothing for float32. [Add `type: string`, or leave it out.]',
        'registers.speed.values: `values` means nothing for float32. [Leave it out.]',
      ],
    ],
    [
      'a string without length',
      { type: 'string' },
      ['registers.speed: A string needs `length`, the number of its registers. [Add `length: 8` for 16 characters.]'],
    ],
    [
      'bits without width',
      { type: 'bits', shift: 3 },
      ['registers.speed: `type: bits` needs `width`, the number of bits. [Add `width: 4`, for example.]'],
    ],
    [
      'an order of one register for two',
      { type: 'uint32', order: 'BA' },
      [
        'registers.speed.order: BA is the order of one register, but the value takes 2. [Write ABCD, CDAB, BADC or DCBA.]',
      ],
    ],
    [
      'a function that would tear a value',
      { type: 'uint32', write: 'single' },
      [
        'registers.speed.write: Function 6 writes one register, but the value takes 2, and a value is never written in parts. [Write `write: multiple`, or leave it out.]',
      ],
    ],
    [
      'a table that cannot be written',
      { table: 'input', access: 'read-write' },
      [
        'registers.speed.access: The table input can only be read. [Leave `access` out, or use `table: holding` or `table: coil`.]',
      ],
    ],
    [
      'a coil with a number in it',
      { table: 'coil', type: 'uint16' },
      ['registers.speed.type: A coil or discrete input is a single bit, not uint16. [Leave `type` out.]'],
    ],
    [
      'a place to read what cannot be read',
      { access: 'write', read_address: '5' },
      ['registers.speed.read_address: The register can only be written, so there is no address to read it at.'],
    ],
  ];
  for (const [what, register, expected] of wrong) {
    it(`are refused with ${what}`, () => expect(problems(withRegister(register))).to.deep.equal(expected));
  }

  it('are refused when a value is longer than a request may be', () => {
    const registers = { tag: { table: 'holding', address: '0', type: 'string', length: 20 } };
    expect(problems({ limits: { read_registers: 16, write_registers: 8 }, registers })).to.deep.equal([
      'registers.tag: The value takes 20 registers, but one request reads at most 16 (`limits`).',
      'registers.tag: The value takes 20 registers, but one request writes at most 8 (`limits`), and a value is never written in parts. [Add `access: read`, or raise the limit.]',
    ]);
  });

  it('are refused when two writable registers share bits, but not when one only looks at them', () => {
    const total = { table: 'holding', address: '10', type: 'uint32' };
    const low = { table: 'holding', address: '11' };
    expect(problems({ registers: { total, low } })).to.deep.equal([
      'registers.low.address: low and total are both writable and share bits of holding 11 (40012). [Add `access: read` to one of them if it only shows the other in another way.]',
    ]);
    expect(problems({ registers: { total, low: { ...low, access: 'read' } } })).to.deep.equal([]);
    const bit = (number: number): JsonObject => ({ table: 'holding', address: '5', type: 'bool', bit: number });
    expect(problems({ registers: { first: bit(0), second: bit(1), mode: { ...low, type: 'uint8' } } })).to.deep.equal(
      [],
    );
    expect(problems({ registers: { first: bit(1), second: bit(1) } })).to.have.length(1);
    expect(problems({ registers: { one: { table: 'coil', address: '11' }, low } })).to.deep.equal([]);
  });

  it('are refused when something is read in a hole', () => {
    const registers = { tag: { table: 'holding', address: '8', type: 'uint32' } };
    expect(problems({ registers, holes: [{ table: 'holding', address: '9' }] })).to.deep.equal([
      'registers.tag.address: tag is read at holding 8 (40009), which `holes` says must not be read. [Add `access: write` if it can only be written, or take it out of the hole.]',
    ]);
    expect(
      problems({
        registers,
        holes: [
          { table: 'holding', address: '10' },
          { table: 'input', address: '8' },
        ],
      }),
    ).to.deep.equal([]);
  });

  it('are refused when what makes values permanent is not there, or cannot be written', () => {
    const registers = {
      save: { table: 'holding', address: '200', values: { idle: '0', commit: '1' } },
      state: { table: 'input', address: '1' },
    };
    const persisted = (persist: JsonObject) => problems({ registers, persist });
    expect(persisted({ write: 'save=commit', pending: 'state>=1' })).to.deep.equal([]);
    expect(persisted({ write: 'sav=1' })).to.deep.equal([
      'persist.write: The profile has no register sav. [Did you mean save?]',
    ]);
    expect(persisted({ write: 'save=comit' })).to.deep.equal([
      'persist.write: save cannot be comit: "comit" is not one of the values of this register: idle (0), commit (1). [Did you mean commit?]',
    ]);
    expect(persisted({ write: 'save' })).to.deep.equal([
      'persist.write: "save" names no register and value. [Write `NAME=VALUE`, such as save=1.]',
    ]);
    expect(persisted({ write: 'save!=1' })).to.deep.equal([
      'persist.write: save!=1 is a comparison, but here a value is written. [Write `NAME=VALUE`.]',
    ]);
    expect(persisted({ write: 'state=1' })).to.deep.equal(['persist.write: The register state can only be read.']);
  });

  it('are refused when a name cannot be written in a condition', () => {
    expect(problems({ registers: { 'a=b': { table: 'coil', address: '1' } } })).to.deep.equal([
      'registers.a=b: "a=b" cannot be the name of a register: it has letters, digits, - and _, and begins with a letter.',
    ]);
  });

  it('tell all problems at once', () => {
    const registers = {
      one: { table: 'holding', address: '1', scale: '0', min: 'x' },
      two: { address: '2' },
      three: { ref: '99999' },
    };
    expect(problems({ registers }).map((problem) => problem.replace(/:.*/, ''))).to.deep.equal([
      'registers.one.scale',
      'registers.one.min',
      'registers.two.address',
      'registers.three.ref',
    ]);
  });

  it('are refused by the schema with a word that it does not know', () => {
    expect(validate({ registers: { a: { address: '1', tabel: 'holding' } } })).to.equal(false);
    expect(validate({ registers: { a: { address: '1', type: 'uint17' } } })).to.equal(false);
    expect(validate({ limits: { read_registers: 126 }, registers: {} })).to.equal(false);
    expect(validate({})).to.equal(false);
  });
});
