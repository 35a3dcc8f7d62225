import { assert } from 'chai';
import { type RawFormat, readingQuery, selectValues } from '../../src/facts/index.ts';
import { resolveProfile } from '../../src/profiles/index.ts';

const profile = resolveProfile({
  name: 'ACME pump',
  registers: {
    speed: { table: 'holding', address: '100', unit: 'rpm' },
    'run-hours': { table: 'holding', address: '101', read_address: '201', type: 'uint32' },
    commit: { table: 'holding', address: '120', access: 'write' },
    pin: { table: 'holding', address: '300', type: 'string', length: 2, sensitive: true },
  },
});

/** What is named, and the places that are read, as `table address+count`. */
const named: readonly (readonly [string, readonly string[], RawFormat, readonly string[]])[] = [
  ['a register of the profile', ['speed'], {}, ['holding 100+1']],
  ['a register that is read elsewhere', ['run-hours'], {}, ['holding 201+2']],
  ['an address from 0', ['holding:107'], {}, ['holding 107+1']],
  ['a hexadecimal address', ['holding:0x6B'], {}, ['holding 107+1']],
  ['a table in capitals', ['COIL:3'], {}, ['coil 3+1']],
  ['a range', ['input:7-9'], {}, ['input 7+1', 'input 8+1', 'input 9+1']],
  ['five digits, as on paper', ['40108'], {}, ['holding 107+1']],
  ['six digits, as on paper', ['300001'], {}, ['input 0+1']],
  ['a range on paper', ['40108-40109'], {}, ['holding 107+1', 'holding 108+1']],
  ['the other notations of paper', ['4x0108', '%MW107', '00001'], {}, ['holding 107+1', 'holding 107+1', 'coil 0+1']],
  ['a large address on the wire', ['holding:0x9CAC'], {}, ['holding 40108+1']],
  ['a type of two registers', ['holding:107'], { type: 'float32', order: 'CDAB' }, ['holding 107+2']],
  ['a range of such', ['holding:100-103'], { type: 'uint32' }, ['holding 100+2', 'holding 102+2']],
  ['a text, which takes the range', ['holding:0-7'], { type: 'string' }, ['holding 0+8']],
  ['all of it in order', ['coil:1', 'speed', '30001'], {}, ['coil 1+1', 'holding 100+1', 'input 0+1']],
];

/** What is named and cannot be read, and what is told. */
const wrong: readonly (readonly [string, readonly string[], RawFormat, string])[] = [
  [
    'a name with a letter wrong',
    ['sped'],
    {},
    'unknown: There is no sped in the device profile ACME pump. / Did you mean speed?',
  ],
  [
    'a register that can only be written',
    ['commit'],
    {},
    'wrong: commit can only be written. / The profile says `access: write`.',
  ],
  [
    'a number with two readings',
    ['holding:40108'],
    {},
    'wrong: The address 40108 can be read in two ways: as the address holding 40108 (440109), or, on paper, as holding 107 (40108). / Write holding:0x9CAC for the first, or 40108 alone for the second.',
  ],
  [
    'a number without a table',
    ['107'],
    {},
    'wrong: 107 does not say in which table it is. / Write holding:107, or input, coil or discrete, counted from 0; or five digits as on paper, such as 40108.',
  ],
  [
    'a table that is none',
    ['holdings:1'],
    {},
    'wrong: There is no table "holdings". / The tables are holding, input, coil and discrete.',
  ],
  [
    'an address beyond the table',
    ['holding:65536'],
    {},
    'wrong: The address 65536 is outside of the table holding: with `base: 0` its addresses are 0 to 65535. / Check the number, and `base`.',
  ],
  [
    'a range backwards',
    ['holding:9-7'],
    {},
    'wrong: The range from holding:9 on ends before it begins, or in another table. / Write holding:107-120.',
  ],
  [
    'a range over two tables',
    ['30001-40001'],
    {},
    'wrong: The range from 30001-40001 on ends before it begins, or in another table. / Write holding:107-120.',
  ],
  [
    'a range that cuts a value',
    ['holding:1-3'],
    { type: 'int32' },
    'wrong: holding:1-3 has 3 registers, and a int32 takes 2. / End the range at 4.',
  ],
  [
    'a value beyond the table',
    ['holding:65535'],
    { type: 'int32' },
    'wrong: holding:65535: The value takes 2 registers from 65535 on, beyond the last address 65535.',
  ],
  [
    'a type that is none',
    ['holding:1'],
    { type: 'flaot32' },
    'wrong: --type cannot be "flaot32". / Did you mean float32?',
  ],
  [
    'a number type of a coil',
    ['coil:1'],
    { type: 'int16' },
    'wrong: coil:1: --type: A coil or discrete input is a single bit, not int16.',
  ],
  [
    'a scale that is no number',
    ['holding:1'],
    { scale: 'x' },
    'wrong: holding:1: --scale: "x" is not a decimal number.',
  ],
  [
    'a type for a name',
    ['speed'],
    { type: 'int32' },
    'wrong: --type is for addresses: the profile says what speed is. / Leave it out, or name the address, such as holding:107.',
  ],
  [
    'nonsense',
    ['a b'],
    {},
    'wrong: "a b" is neither the name of a register nor an address. / Write holding:107, holding:107-120, coil:3, or 40108 as on paper.',
  ],
];

describe('naming values of a device', () => {
  for (const [what, words, raw, places] of named) {
    it(`takes ${what}`, () => {
      const found = selectValues(words, profile, raw);
      assert.deepEqual<unknown>(found.kind === 'selected' ? found.definitions.map(placeOf) : found.problems, places);
    });
  }

  for (const [what, words, raw, told] of wrong) {
    it(`refuses ${what}`, () => assert.deepEqual(problemsOf(words, raw), [told]));
  }

  it('tells all that is wrong at once', () => {
    assert.lengthOf(problemsOf(['sped', '107', 'holding:40108'], {}), 3);
  });

  it('knows no names without a profile', () => {
    const found = selectValues(['speed'], undefined, {});
    assert.deepEqual(found, {
      kind: 'invalid',
      problems: [
        {
          kind: 'unknown',
          detail: '"speed" is a name, and without a device profile nothing says where it is.',
          hint: 'Name an address, such as holding:107 or 40108.',
        },
      ],
    });
  });

  it('keeps a secret of the profile under its address', () => {
    const found = selectValues(['holding:299-302'], profile, {});
    const secrets = found.kind === 'selected' ? found.definitions.map(({ sensitive }) => sensitive) : [];
    assert.deepEqual(secrets, [false, true, true, false]);
  });
});

function placeOf(definition: Parameters<typeof readingQuery>[0]): string {
  const { table, address, count } = readingQuery(definition);
  return `${table} ${address}+${count}`;
}

function problemsOf(words: readonly string[], raw: RawFormat): readonly string[] {
  const found = selectValues(words, profile, raw);
  if (found.kind === 'selected') return [];
  return found.problems.map(({ kind, detail, hint }) => `${kind}: ${detail}${hint === undefined ? '' : ` / ${hint}`}`);
}
