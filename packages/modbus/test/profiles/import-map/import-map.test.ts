import { isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, expect } from 'chai';
import fc from 'fast-check';
import { isScalar, parseDocument, visit } from 'yaml';
import { checkProfile, importMap, profileSchema, resolveProfile } from '../../../src/profiles/index.ts';

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(profileSchema);

/** Properties whose numbers are numbers; the digits of all others count, and they are taken as text. */
const counted = ['bit', 'length', 'shift', 'width', 'base'];

/** The YAML of an imported table, which the schema accepts. */
async function imported(table: string | Uint8Array): Promise<{ readonly yaml: string; readonly content: JsonObject }> {
  const result = await importMap(table);
  assert.isTrue(result.kind === 'imported', JSON.stringify(result));
  const yaml = result.kind === 'imported' ? result.yaml : '';
  const document = parseDocument(yaml);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(value) || typeof value.value !== 'number') return;
      if (!isScalar(key) || !counted.includes(String(key.value))) value.value = value.source;
    },
  });
  const content = document.toJS() as JsonObject;
  assert.isTrue(validate(content), JSON.stringify(validate.errors));
  return { yaml, content };
}

/** The registers without comments, by name. */
async function registers(table: string | Uint8Array): Promise<Json> {
  const { content } = await imported(table);
  return content['registers'] ?? null;
}

const problems = async (table: string): Promise<readonly string[]> => {
  const result = await importMap(table);
  assert.isTrue(result.kind === 'invalid');
  return result.kind === 'invalid' ? result.problems.map(({ line, detail }) => `${line}: ${detail}`) : [];
};

describe('importing a register map', () => {
  it('writes a profile, with comments for what it guessed', async () => {
    const { yaml, content } = await imported(
      [
        'ACME P7;;;;;;;',
        'Register;Name;Data Type;Scale;Unit;R/W;Range;Values;Description;Firmware',
        'Section: drive;;;;;;;',
        '40108;Motor Speed (act.);INT16;0,1;rpm;RW;0..3000;;"Speed; set',
        'point"',
        '40109-40110;Energie gesamt;UDINT;1;kWh;R;;;',
        '40111;Größe;INT;1;;R/W;;"0=stop; 1=run, 2: fault";',
        '40112.3;Ready;BOOL;;;RO;;;',
      ].join('\r\n'),
    );
    expect(
      yaml,
    ).to.equal(`# Imported from a table: check it against the manual of the device, above all what is marked as guessed.
# guessed: the addresses are in the notation of paper, where 40001 is the first holding register
# guessed: values of several registers have the highest byte first; if not, add \`order: CDAB\` to the defaults
# not used: the columns Firmware

registers:
  motor_speed_act:
    description: Speed; set point
    ref: "40108"
    type: int16
    scale: 0.1
    unit: rpm
    access: read-write
    min: 0
    max: 3000
  energie_gesamt:
    ref: "40109"
    type: uint32
    unit: kWh
    access: read
  # in the table: Größe
  # guessed: int is taken for 16 bits with a sign
  grosse:
    ref: "40111"
    type: int16
    access: read-write
    values:
      stop: 0
      run: 1
      fault: 2
  ready:
    ref: "40112"
    bit: 3
    type: bool
    access: read
`);
    expect(checkProfile(content)).to.deep.equal([]);
    expect(resolveProfile(content).registers.get('motor_speed_act')).to.deep.include({
      table: 'holding',
      address: 107,
    });
  });

  it('finds the separator and the headings, whatever they are called', async () => {
    const expected = { speed: { table: 'input', address: '12', type: 'uint32', scale: '0.01', unit: 'rpm' } };
    const withHeading = async (text: string): Promise<void> => {
      expect(await registers(text)).to.deep.equal(expected);
    };
    await withHeading(
      'name,register type,address,data type,scaling factor,units\nSpeed,Input Register,12,u32,0.01,rpm\n',
    );
    await withHeading('Tag;Table;Addr;Format;Multiplier;UoM\nSPEED;3x;12;Unsigned 32 bit;0,01;rpm\n');
    await withHeading('Parameter\tFC\tOffset Address\tType\tDivisor\tEng. Unit\nspeed\t04\t12\tUDINT\t100\trpm\n');
    await withHeading(
      '\uFEFF"Name"|"Area"|"Address [dec]"|"Datatype"|"Resolution"|"Unit"\r\n"speed"|"IR"|"12"|"DWORD"|"x 0.01"|"rpm"\r\n',
    );
  });

  it('takes addresses as they are written, in hexadecimal and on paper', async () => {
    const addressed = async (heading: string, ...places: readonly string[]) => {
      const lines = places.map((place, index) => `r${index},${place}`);
      const content = (await registers(`name,${heading}\n${lines.join('\n')}\n`)) as JsonObject;
      return Object.values(content).map((register) =>
        isJsonObject(register) ? (register['ref'] ?? register['address']) : null,
      );
    };
    expect(await addressed('address', '0', '108', '0x6C')).to.deep.equal(['0', '108', '0x6c']);
    expect(await addressed('address (hex)', '10', '1F', '0x6C')).to.deep.equal(['0x10', '0x1f', '0x6c']);
    expect(await addressed('address', '40001', '30001', '400002')).to.deep.equal(['40001', '30001', '400002']);
    expect(await addressed('reference', '40001', '4x0002')).to.deep.equal(['40001', '4x0002']);
    expect(await addressed('address', '30001', '7')).to.deep.equal(['30001', '7']);
  });

  it('reads spreadsheets of other times, with another coding', async () => {
    const table = 'name;address;unit\nTür;1;°C\n';
    const expected = { tur: { address: '1', unit: '°C' } };
    expect(await registers(Buffer.from(table, 'utf8'))).to.deep.equal(expected);
    expect(await registers(Buffer.from(table, 'latin1'))).to.deep.equal(expected);
    expect(await registers(Buffer.from(`\uFEFF${table}`, 'utf16le'))).to.deep.equal(expected);
  });

  it('knows the types of many manuals', async () => {
    const types: Readonly<Record<string, string>> = {
      U16: 'uint16',
      uint16_t: 'uint16',
      WORD: 'uint16',
      'signed short': 'unknown',
      S32: 'int32',
      DINT: 'int32',
      'Int 64': 'int64',
      REAL: 'float32',
      'Float (IEEE754)': 'float32',
      Float64: 'float64',
      LREAL: 'float64',
      'Unsigned Int 24': 'uint24',
      BCD32: 'bcd32',
      Boolean: 'bool',
      U17: 'unknown',
      constructor: 'unknown',
    };
    for (const [written, type] of Object.entries(types)) {
      const result = await importMap(`name,address,type\na,1,${written}\n`);
      if (type === 'unknown') assert.equal(result.kind, 'invalid', written);
      else
        expect(await registers(`name,address,type\na,1,${written}\n`), written).to.deep.equal({
          a: { address: '1', type },
        });
    }
    expect(await registers('name,address,type\na,1,STRING[16]\n')).to.deep.equal({
      a: { address: '1', type: 'string', length: 8 },
    });
    expect(await registers('name,address,type,size\na,1,ascii,5\n')).to.deep.equal({
      a: { address: '1', type: 'string', length: 5 },
    });
    expect(await registers('name,address,type\na,1,float CDAB\n')).to.deep.equal({
      a: { address: '1', type: 'float32', order: 'CDAB' },
    });
  });

  it('takes a gain above one for what the device has multiplied by, and says so', async () => {
    const { yaml, content } = await imported('name,address,gain\na,1,10\nb,2,0.5\nc,3,1\n');
    expect(content['registers']).to.deep.equal({
      a: { address: '1', scale: '0.1' },
      b: { address: '2', scale: '0.5' },
      c: { address: '3' },
    });
    expect(yaml).to.contain('# guessed: a gain of 10 means that the value is the raw number / 10\n  a:');
  });

  it('gives every register a name of its own', async () => {
    const content = (await registers(
      'name,address,description\nA b,1,\na-B,2,\n,3,Set point!\n,4,\n3rd,5,\n__proto__,6,\n',
    )) as JsonObject;
    expect(Object.keys(content)).to.deep.equal(['a_b', 'a_b_2', 'set_point', 'holding_4', 'r3rd', 'proto']);
  });

  it('warns of what makes no sense in the device, at its line and in the file', async () => {
    const result = await importMap('name,address,type\nword,1,U16\npair,0,U32\nfar,65535,U32\n');
    assert.isTrue(result.kind === 'imported');
    if (result.kind !== 'imported') return;
    expect(result.warnings.map(({ line, detail }) => `${line}: ${detail}`)).to.deep.equal([
      '4: The value takes 2 registers from 65535 on, beyond the last address 65535.',
      '3: pair and word are both writable and share bits of holding 1 (40002).',
    ]);
    expect(result.yaml).to.contain(
      '  # problem: pair and word are both writable and share bits of holding 1 (40002).\n  pair:',
    );
  });

  it('tells every line that cannot be read', async () => {
    expect(await problems('name,address,type\na,x1,U16\nb,2,U17\n\n"two\nlines",70000,U16\nc,,U16\n')).to.deep.equal([
      '2: "x1" is not an address.',
      '3: The type "U17" is not known.',
      '5: The address 70000 is outside of the table holding: with `base: 0` its addresses are 0 to 65535.',
    ]);
    expect(await problems('name,address,type,unit\nc,,U16,rpm\n')).to.deep.equal(['2: The line has no address.']);
    expect(await problems('name,reference\na,20001\n')).to.deep.equal([
      '2: The ref 20001 begins with 2, which stands for no table.',
    ]);
    expect(await problems('')).to.deep.equal(['1: No line has headings such as name, address and type.']);
    expect(await problems('hello\nworld\n')).to.deep.equal(['1: No line has headings such as name, address and type.']);
    expect(await problems('name,address\n')).to.deep.equal(['1: Below the headings there are no registers.']);
    expect(await problems('name,address\n"a,1\n')).to.deep.equal([
      '2: The table cannot be read: Quote Not Closed: the parsing is finished with an opening quote at line 2.',
    ]);
  });

  it('leaves out a unit that is a text, and says so', async () => {
    const { yaml, content } = await imported(`name;address;unit\nspeed;1;${'revolutions of the shaft '.repeat(3)}\n`);
    assert.notInclude(JSON.stringify(content), 'revolutions');
    assert.include(yaml, 'not taken: the unit is longer than 32 characters');
  });

  it('gives an answer to every table', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '40001',
        '1',
        '0x1F',
        'U16',
        'float',
        'R/W',
        '0,1',
        '1=a;2=b',
        '"',
        '#',
        ': ',
        '- x',
        '\n',
        '4x0001',
        '%MW1',
        '1.5',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 5, maxLength: 6 }), { maxLength: 6 }), async (rows) => {
        const table = `name;address;type;unit;values\n${rows.map((row) => row.join(';')).join('\n')}`;
        const result = await importMap(table);
        if (result.kind === 'imported') await imported(table);
      }),
      { numRuns: 500 },
    );
  });
});
