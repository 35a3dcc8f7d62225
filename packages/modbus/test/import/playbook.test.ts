import { assert } from 'chai';
import { importedRegisters, playbookOf } from '../../src/import/index.ts';
import { resolveProfile } from '../../src/profiles/index.ts';
import { encodeValue } from '../../src/values/index.ts';

/** A register as the profile has it, what it holds (a value, or words), and the lines of the playbook. */
const cases: readonly (readonly [string, object, unknown, string])[] = [
  ['a number with its unit', { unit: 'rpm' }, 1450, '  - register: it\n    value: 1450 # rpm'],
  ['a scaled number', { scale: '0.1' }, '7.5', '  - register: it\n    value: 7.5'],
  ['a small scaled number', { scale: '0.0000001' }, '0.0000003', '  - register: it\n    value: "3e-7"'],
  ['a whole number with a scale', { scale: '0.1' }, '7', '  - register: it\n    value: 7'],
  ['64 bits', { type: 'uint64' }, '18446744073709551615', '  - register: it\n    value: "18446744073709551615"'],
  [
    'the largest number that YAML keeps',
    { type: 'uint64' },
    '9007199254740991',
    '  - register: it\n    value: 9007199254740991',
  ],
  ['a floating point number', { type: 'float32' }, '0.1', '  - register: it\n    value: 0.1'],
  ['a huge floating point number', { type: 'float32' }, '1e30', '  - register: it\n    value: "1e+30"'],
  ['an enum by its name', { values: { local: '0', remote: '1' } }, 'remote', '  - register: it\n    value: remote'],
  [
    'an enum whose name means something to YAML',
    { values: { off: '0', on: '1' } },
    'on',
    '  - register: it\n    value: "on"',
  ],
  ['an enum with a space', { values: { 'run fast': '1' } }, 'run fast', '  - register: it\n    value: "run fast"'],
  ['a bit', { type: 'bool', bit: 3 }, true, '  - register: it\n    value: true'],
  ['a coil', { table: 'coil' }, false, '  - coil: it\n    value: false'],
  ['a text', { type: 'string', length: 4 }, 'pump-1', '  - register: it\n    value: pump-1'],
  ['a text of digits', { type: 'string', length: 4 }, '0042', '  - register: it\n    value: "0042"'],
  ['a text with marks of YAML', { type: 'string', length: 4 }, 'a: b #c', '  - register: it\n    value: "a: b #c"'],
  ['a text in quotes', { type: 'string', length: 4 }, '"a"', '  - register: it\n    value: "\\"\\"a\\"\\""'],
  ['a text like an expression', { type: 'string', length: 4 }, '${{ x }}', '  - register: it\n    value: "$${{ x }}"'],
  ['a text that is true', { type: 'string', length: 4 }, 'true', '  - register: it\n    value: "true"'],
  ['an empty text', { type: 'string', length: 4 }, '', '  - register: it\n    value: ""'],
  ['a number that no name has', { values: { local: '0' } }, [7], '  # it: left out: holds 7. '],
  [
    'a value beyond its range',
    { max: '1000', unit: 'rpm' },
    1450,
    '  # it: left out: holds 1450 rpm. 1450 is more than 1000, the most that it may be.',
  ],
  ['what is not available', { not_available: ['0x8000'] }, [0x8000], '  # it: left out: not available'],
  [
    'what is no value',
    { type: 'bcd16' },
    [0xaaaa],
    '  # it: left out: no value: a digit of the BCD number is greater than 9',
  ],
  ['a secret', { sensitive: true }, 1234, '  # it: left out: it is a secret'],
];

describe('a playbook of what a device holds', () => {
  for (const [what, register, held, lines] of cases) {
    it(`has ${what}`, () => {
      const { text } = imported({ it: { table: 'holding', address: '5', ...register } }, held);
      const body = text.split('\n').slice(4).join('\n').trimEnd();
      if (lines.endsWith(' ')) assert.isTrue(body.startsWith(lines), body);
      else assert.equal(body, lines);
    });
  }

  it('leaves out what makes values permanent', () => {
    const files = {
      registers: { save: { table: 'holding', address: '5' } },
      persist: { write: 'save=1' },
    };
    const profile = resolveProfile(files);
    const { text, declared, leftOut } = playbookOf({
      node: 'plc',
      profile,
      files: { profile: files },
      answers: [{ status: 'found', value: { words: [0] } }],
    });
    assert.include(text, '  # save: left out: it is the command that makes values permanent');
    assert.include(text, 'resources: []');
    assert.deepEqual([declared, leftOut], [0, 1]);
  });

  it('has neither what can only be read nor what can only be written', () => {
    const profile = resolveProfile({
      registers: {
        measured: { table: 'input', address: '5' },
        status: { table: 'holding', address: '5', access: 'read' },
        command: { table: 'holding', address: '6', access: 'write' },
        speed: { table: 'holding', address: '7' },
      },
    });
    assert.deepEqual(
      importedRegisters(profile).map(({ name }) => name),
      ['speed'],
    );
  });

  it('says what the device lacks and refuses', () => {
    const registers = { a: { table: 'holding', address: '5' }, b: { table: 'holding', address: '6' } };
    const { text } = playbookOf({
      node: 'plc',
      profile: resolveProfile({ name: 'ACME', registers }),
      files: { profile: { registers } },
      answers: [
        { status: 'absent' },
        { status: 'unknown', cause: { kind: 'unavailable', what: 'holding 6 is refused with exception 4. It fails.' } },
      ],
    });
    assert.equal(
      text,
      `# What plc held when it was imported, by the device profile ACME.
name: plc
nodes: plc
resources: []
  # a: left out: the device has no such address
  # b: left out: holding 6 is refused with exception 4
`,
    );
  });
});

/** Imports a device with one register that holds a value, or these very words. */
function imported(registers: Readonly<Record<string, object>>, held: unknown) {
  const content = { registers } as unknown as Parameters<typeof resolveProfile>[0];
  const profile = resolveProfile(content);
  const [definition] = importedRegisters(profile);
  if (definition === undefined) throw new Error('nothing is imported');
  const encoded = Array.isArray(held) ? undefined : encodeValue(definition.format, held as string);
  if (encoded?.kind === 'invalid') throw new Error(encoded.detail);
  const words = encoded?.words ?? (held as readonly number[]);
  return playbookOf({
    node: 'plc',
    profile,
    files: { profile: content },
    answers: [{ status: 'found', value: { words } }],
  });
}
