import type { JsonObject, Query } from '@setpoint/model';
import { type ConformanceFixture, conformance, type RawAnswers, type RawSection } from '@setpoint/testkit';
import { assert } from 'chai';
import { decodeReply, type ModbusRequest } from '../../src/codec/index.ts';
import type { RegistersQuery } from '../../src/driver/query.ts';
import { modbusModules } from '../../src/registry.ts';

const profile: JsonObject = {
  defaults: { table: 'holding' },
  registers: {
    speed: { address: '10', unit: 'rpm', max: '3000', not_available: ['0xFFFF'] },
    flow: { address: '12', type: 'float32', order: 'CDAB' },
    mode: { address: '20', values: { off: '0', auto: '1' } },
    pin: { address: '30', type: 'string', length: 8, sensitive: true },
    commit: { address: '40', access: 'write' },
    unsaved: { table: 'discrete', address: '0' },
    run: { table: 'coil', address: '1' },
    lamp: { table: 'coil', address: '4' },
  },
  persist: { write: 'commit=1', pending: 'unsaved=true' },
};
const files = { profile };
const guarded = { expect: ['mode=auto', 'flow>=1.5'], guard: { set: ['run=false'] } };

const fixtures: Readonly<Record<string, ConformanceFixture>> = {
  register: {
    create: { identity: 'speed', properties: { value: '1450', ...guarded }, files },
    change: { identity: 'speed', properties: { value: '1500', tolerance: '5', max_step: '100' }, files },
    watched: [],
    secret: (canary) => ({ identity: 'pin', properties: { value: canary }, files }),
  },
  coil: {
    create: { identity: 'lamp', properties: { value: 'true', ...guarded }, files },
    change: {
      identity: 'lamp',
      properties: { value: 'false', write: 'once', unless: ['mode=auto'], persist: false },
      files,
    },
    watched: [],
  },
};

/** Answers as bytes on the wire, which the codec reads as it reads a device's; a range that cannot be is a refusal. */
const wireAnswers: RawAnswers = {
  print: (queries) => Promise.resolve(queries.map(printReply)),
  read: (queries, sections) =>
    queries.map((query, index) => {
      const reply = decodeReply(requestOf(query as RegistersQuery), sections[index]?.bytes ?? Buffer.alloc(0));
      if (reply.kind === 'reply' && reply.reply.kind === 'words') {
        return { status: 'found', value: { words: reply.reply.words } };
      }
      if (reply.kind === 'reply' && reply.reply.kind === 'bits') {
        return { status: 'found', value: { words: reply.reply.bits.map(Number) } };
      }
      if (reply.kind === 'exception' && reply.code === 2) return { status: 'absent' };
      return { status: 'unknown', cause: { kind: 'unavailable', what: 'its reply' } };
    }),
};

function requestOf({ table, address, count }: RegistersQuery): ModbusRequest {
  return table === 'coil' || table === 'discrete'
    ? { kind: 'read-bits', unit: 1, table, address, count }
    : { kind: 'read-words', unit: 1, table, address, count };
}

/** The reply of a device whose memory is its addresses. */
function printReply(query: Query): RawSection {
  const { table, address, count } = query as RegistersQuery;
  if (table === 'coil' || table === 'discrete') {
    return { bytes: Buffer.from([table === 'coil' ? 1 : 2, 1, address % 2]), code: 0 };
  }
  const bytes = Buffer.alloc(2 + 2 * count);
  bytes[0] = table === 'holding' ? 3 : 4;
  bytes[1] = 2 * count;
  for (let index = 0; index < count; index += 1) bytes.writeUInt16BE(address + index, 2 + 2 * index);
  return { bytes, code: 0 };
}

describe('the resource types of Modbus devices', () => {
  it('have data for the conformance kit, every one', () => {
    assert.sameMembers(
      Object.keys(fixtures),
      modbusModules.map(({ type }) => type),
    );
  });
});

for (const module of modbusModules) {
  const fixture = fixtures[module.type];
  if (fixture !== undefined) conformance(module, fixture, wireAnswers);
}
