import type { JsonObject } from '@setpoint/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, expect } from 'chai';
import { checkProfile, limitsOf, profileSchema, resolveProfile } from '../../src/profiles/index.ts';
import { encodeValue, formatWords } from '../../src/values/index.ts';

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

const pump: JsonObject = {
  name: 'ACME P7 pump',
  description: 'From the manual P7, revision C',
  unit: 17,
  defaults: { table: 'holding', base: 0, order: 'CDAB', settle_seconds: 0.25, timeout_seconds: 1.5 },
  limits: { read_registers: 32, write_registers: 16, max_gap: 4 },
  registers: {
    speed: {
      description: 'Speed set point',
      address: '107',
      type: 'int16',
      scale: '0.10',
      unit: 'rpm',
      min: '0',
      max: '3000',
      max_step: '500',
      tolerance: '0.5',
      write: 'multiple',
      wear: { memory: 'eeprom', cycles: 100_000 },
      not_available: ['0x8000'],
    },
    energy: { ref: '30011', type: 'uint64', unit: 'Wh', order: 'ABCD' },
    mode: { address: '0x70', values: { stop: '0', run: '5' }, read_address: '300' },
    ready: { address: '113', type: 'bool', bit: 3, access: 'read', settle_seconds: 0 },
    ramp: { address: '113', type: 'bits', shift: 8, width: 4 },
    level: { address: '114', type: 'float32', not_available: ['NaN', '-9999'] },
    tag: { address: '116', type: 'string', length: 4, padding: 'space', access: 'read' },
    save: { table: 'holding', address: '200', access: 'write' },
    enabled: { table: 'coil', address: '4' },
  },
  holes: [{ address: '150', count: 10 }, { ref: '10005' }],
  persist: { write: 'save=1', when: 'changed', pending: 'ready = false' },
};

describe('device profiles', () => {
  it('are accepted when they make sense', () => expect(problems(pump)).to.deep.equal([]));

  it('fill in what a register does not say', () => {
    const { registers } = resolveProfile(pump);
    expect(registers.get('speed')).to.deep.equal({
      name: 'speed',
      description: 'Speed set point',
      table: 'holding',
      address: 107,
      readAddress: 107,
      format: {
        kind: 'integer',
        encoding: 'signed',
        registers: 1,
        shift: 0,
        width: 16,
        order: 'CDAB',
        scale: '0.1',
        offset: '0',
        label: 'rpm',
        names: [],
        notAvailable: ['32768'],
      },
      access: 'read-write',
      write: 'multiple',
      min: '0',
      max: '3000',
      maxStep: '500',
      tolerance: '0.5',
      settleMs: 250,
      wear: { memory: 'eeprom', cycles: 100_000 },
      sensitive: false,
    });
    expect(registers.get('energy')).to.deep.include({
      table: 'input',
      address: 10,
      access: 'read',
      min: null,
      wear: null,
    });
    expect(registers.get('mode')).to.deep.include({ address: 0x70, readAddress: 300 });
    expect(registers.get('mode')?.format).to.deep.include({
      names: [
        { name: 'stop', raw: '0' },
        { name: 'run', raw: '5' },
      ],
    });
    expect(registers.get('ready')).to.deep.include({ format: { kind: 'bool', bit: 3 }, settleMs: 0 });
    expect(registers.get('level')?.format).to.deep.include({ order: 'CDAB', notAvailable: ['NaN', '3323739136'] });
    expect(registers.get('save')).to.deep.include({ access: 'write', readAddress: null });
    expect(registers.get('enabled')).to.deep.include({
      table: 'coil',
      address: 4,
      format: { kind: 'bool', bit: null },
    });
    expect([...registers.keys()]).to.deep.equal(Object.keys(pump['registers'] as JsonObject));
  });

  it('say what the device takes at once, and what must not be read', () => {
    const profile = resolveProfile(pump);
    expect(profile.limits).to.deep.equal({
      read: { readWords: 32, readBits: 2000, maxGap: 4, maxBitGap: 80 },
      writeRegisters: 16,
      writeBits: 1968,
      outstanding: 1,
    });
    expect(profile.holes).to.deep.equal([
      { table: 'holding', address: 150, count: 10 },
      { table: 'discrete', address: 4, count: 1 },
      { table: 'holding', address: 200, count: 1 },
    ]);
    expect(profile.pace).to.deep.equal({
      timeoutMs: 1500,
      busyMs: null,
      pauseAfterConnectMs: null,
      requestPauseMs: null,
    });
    expect(profile.persist).to.deep.equal({
      write: { name: 'save', value: '1' },
      pending: { name: 'ready', operator: '=', value: false },
    });
    expect(profile.unit).to.equal(17);
  });

  it('leave the limits to the specification where there is none', () => {
    expect(limitsOf(undefined)).to.deep.equal({
      read: { readWords: 125, readBits: 2000, maxGap: 10, maxBitGap: 80 },
      writeRegisters: 123,
      writeBits: 1968,
      outstanding: 1,
      holes: [],
    });
    expect(limitsOf(pump).holes).to.have.length(3);
  });

  it('give every type the registers that it takes', () => {
    const written = (register: JsonObject, value: string | number): string => {
      const profile = withRegister(register);
      expect(problems(profile)).to.deep.equal([]);
      const format = resolveProfile(profile).registers.get('speed')?.format;
      assert.isDefined(format);
      const encoded = encodeValue(format, value);
      return encoded.kind === 'encoded' ? formatWords(encoded.words) : encoded.detail;
    };
    expect(written({}, 7)).to.equal('0x0007');
    expect(written({ type: 'int8', byte: 'high' }, -1)).to.equal('0xFF00');
    expect(written({ type: 'uint8' }, 255)).to.equal('0x00FF');
    expect(written({ type: 'int24' }, -1)).to.equal('0x00FF 0xFFFF');
    expect(written({ type: 'uint16', order: 'BA' }, 1)).to.equal('0x0100');
    expect(written({ type: 'uint32', order: 'DCBA' }, 1)).to.equal('0x0100 0x0000');
    expect(written({ type: 'int64', order: 'CDAB' }, '-9223372036854775808')).to.equal('0x0000 0x0000 0x0000 0x8000');
    expect(written({ type: 'bits', shift: 14, width: 4 }, 15)).to.equal('0x0003 0xC000');
    expect(written({ type: 'float16' }, 1)).to.equal('0x3C00');
    expect(written({ type: 'float64' }, 1)).to.equal('0x3FF0 0x0000 0x0000 0x0000');
    expect(written({ type: 'bcd32' }, 1234)).to.equal('0x0000 0x1234');
    expect(written({ type: 'string', length: 2, byte: 'low' }, 'A')).to.equal('0x0041 0x0000');
    expect(written({ values: { off: '0x00', on: '0xFF' } }, 'on')).to.equal('0x00FF');
    expect(written({ type: 'int16', values: { low: '-1', lower: '0xFFFE' } }, 'lower')).to.equal('0xFFFE');
  });

  it('count addresses as the manual does', () => {
    const profile = {
      defaults: { table: 'holding', base: 1 },
      registers: {
        first: { address: '1' },
        wire: { address: '40', base: 0 },
        far: { address: '40001', read_address: '2' },
      },
      holes: [{ address: '11' }],
    };
    expect(problems(profile)).to.deep.equal([]);
    const { registers, holes } = resolveProfile(profile);
    const places = [...registers.values()].map(({ address, readAddress }) => [address, readAddress]);
    expect(places).to.deep.equal([
      [0, 0],
      [40, 40],
      [40_000, 1],
    ]);
    expect(holes).to.deep.equal([{ table: 'holding', address: 10, count: 1 }]);
  });

  it('take a mark for "not available" as bits or as a number', () => {
    const marks = (type: string, ...written: readonly string[]) => {
      const format = resolveProfile(withRegister({ type, not_available: written })).registers.get('speed')?.format;
      return format !== undefined && 'notAvailable' in format ? format.notAvailable : undefined;
    };
    expect(marks('int16', '-1', '65535', '0xFFFF')).to.deep.equal(['65535', '65535', '65535']);
    expect(marks('bcd16', '9999', '0x9999', '0xFFFF')).to.deep.equal(['39321', '39321', '65535']);
    expect(marks('float32', '.nan', '0x7F800001', '-1')).to.deep.equal(['NaN', '2139095041', '3212836864']);
    expect(problems(withRegister({ type: 'bcd16', not_available: ['12000'] }))).to.have.length(1);
  });
});
