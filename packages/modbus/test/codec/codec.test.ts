import { assert } from 'chai';
import fc from 'fast-check';
import {
  crc16,
  decodeReply,
  describeException,
  encodeMbap,
  encodeRequest,
  encodeRtu,
  functionCodeOf,
  type ModbusRequest,
  parseMbap,
  parseRtuReply,
  requestProblem,
  rtuReplyLength,
} from '../../src/codec/index.ts';
import { exchanges, requests } from './requests.ts';

describe('a request on the wire', () => {
  // The example exchanges of the application protocol V1.1b3, sections 6.1 to 6.17 and 6.21.
  const cases: readonly (readonly [string, ModbusRequest])[] = [
    ['01 00 13 00 13', { kind: 'read-bits', unit: 1, table: 'coil', address: 19, count: 19 }],
    ['02 00 C4 00 16', { kind: 'read-bits', unit: 1, table: 'discrete', address: 196, count: 22 }],
    ['03 00 6B 00 03', { kind: 'read-words', unit: 1, table: 'holding', address: 107, count: 3 }],
    ['04 00 08 00 01', { kind: 'read-words', unit: 1, table: 'input', address: 8, count: 1 }],
    ['05 00 AC FF 00', { kind: 'write-coil', unit: 1, address: 172, value: true }],
    ['05 00 AC 00 00', { kind: 'write-coil', unit: 1, address: 172, value: false }],
    ['06 00 01 00 03', { kind: 'write-register', unit: 1, address: 1, value: 3 }],
    ['0F 00 13 00 0A 02 CD 01', { kind: 'write-coils', unit: 1, address: 19, values: bits('1011001110') }],
    ['10 00 01 00 02 04 00 0A 01 02', { kind: 'write-registers', unit: 1, address: 1, values: [0x0a, 0x102] }],
    ['16 00 04 00 F2 00 25', { kind: 'mask-write', unit: 1, address: 4, and: 0xf2, or: 0x25 }],
    [
      '17 00 03 00 06 00 0E 00 03 06 00 FF 00 FF 00 FF',
      { kind: 'read-write', unit: 1, read: { address: 3, count: 6 }, write: { address: 14, values: [255, 255, 255] } },
    ],
    ['2B 0E 01 00', { kind: 'identify', unit: 1, code: 1, object: 0 }],
  ];
  for (const [expected, request] of cases) {
    it(`is ${expected} for ${request.kind}`, () => assert.equal(hex(encodeRequest(request)), expected));
  }

  it('has at most 253 bytes and its function code first', () => {
    const holds = fc.property(requests, (request) => {
      const pdu = encodeRequest(request);
      return pdu.length <= 253 && pdu[0] === functionCodeOf(request);
    });
    fc.assert(holds);
  });
});

describe('the limits of a request', () => {
  it('let everything pass that the specification allows', () => {
    fc.assert(fc.property(requests, (request) => requestProblem(request) === undefined));
  });

  const refused: readonly (readonly [string, ModbusRequest])[] = [
    ['126 registers are to be read at once; 1 to 125 can be', readWords({ count: 126 })],
    ['0 registers are to be read at once; 1 to 125 can be', readWords({ count: 0 })],
    ['1.5 registers are to be read at once; 1 to 125 can be', readWords({ count: 1.5 })],
    ['2 registers from address 65535 on go beyond address 65535', readWords({ address: 65535, count: 2 })],
    ['address -1 is not one of 0 to 65535', readWords({ address: -1 })],
    ['unit 256 is not one of 0 to 255', readWords({ unit: 256 })],
    ['2001 bits are to be read at once; 1 to 2000 can be', readBits(2001)],
    ['1969 coils are to be written at once; 1 to 1968 can be', writeCoils(1969)],
    ['124 registers are to be written at once; 1 to 123 can be', writeRegisters(Array.from({ length: 124 }, () => 0))],
    ['65536 is not a whole number from 0 to 65535', writeRegisters([1, 65536])],
    ['1.5 is not a whole number from 0 to 65535', { kind: 'write-register', unit: 1, address: 0, value: 1.5 }],
    ['-1 is not a whole number from 0 to 65535', { kind: 'mask-write', unit: 1, address: 0, and: -1, or: 0 }],
    [
      '122 registers are to be written at once; 1 to 121 can be',
      {
        kind: 'read-write',
        unit: 1,
        read: { address: 0, count: 1 },
        write: { address: 0, values: Array.from({ length: 122 }, () => 0) },
      },
    ],
    ['object 256 is not one of 0 to 255', { kind: 'identify', unit: 1, code: 4, object: 256 }],
  ];
  for (const [problem, request] of refused) {
    it(`name it: ${problem}`, () => assert.equal(requestProblem(request), problem));
  }

  it('make encoding what they name a bug', () => {
    assert.throws(() => encodeRequest(readWords({ count: 126 })), /This is a bug in Setpoint/);
  });
});

describe('a reply', () => {
  it('says what the device put into it', () => {
    const holds = fc.property(exchanges, ({ request, pdu, reply }) => {
      assert.deepEqual(decodeReply(request, pdu), { kind: 'reply', reply });
    });
    fc.assert(holds);
  });

  it('has as many bits as were asked for, lowest first, whatever fills up the last byte', () => {
    const reply = { kind: 'bits' as const, bits: [true, false, true] };
    assert.deepEqual(decodeReply(readBits(3), Buffer.from([1, 1, 0b11111101])), { kind: 'reply', reply });
  });

  it('is refused when it is one byte shorter or longer', () => {
    const holds = fc.property(exchanges, ({ request, pdu }) => {
      assert.equal(decodeReply(request, pdu.subarray(0, -1)).kind, 'malformed');
      assert.equal(decodeReply(request, Buffer.concat([pdu, Buffer.alloc(1)])).kind, 'malformed');
    });
    fc.assert(holds);
  });

  it('is refused when a byte of what a write repeats is another', () => {
    const writes = exchanges.filter(({ reply }) => reply.kind === 'written');
    const holds = fc.property(writes, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ request, pdu }, at, change) => {
      const damaged = Buffer.from(pdu);
      const index = 1 + (at % (pdu.length - 1));
      damaged[index] = (damaged[index] ?? 0) ^ change;
      assert.equal(decodeReply(request, damaged).kind, 'malformed');
    });
    fc.assert(holds);
  });

  it('tells how a reply to a write differs', () => {
    const request: ModbusRequest = { kind: 'write-register', unit: 1, address: 1, value: 3 };
    const why = 'a reply to this write is 06 00 01 00 03 and this one is 06 00 01 00 04';
    assert.deepEqual(decodeReply(request, Buffer.from([6, 0, 1, 0, 4])), { kind: 'malformed', why });
  });

  it('is refused when it answers another function', () => {
    const why = 'function 3 was asked for and function 4 was answered';
    assert.deepEqual(decodeReply(readWords({}), Buffer.from([4, 2, 0, 0])), { kind: 'malformed', why });
    assert.equal(decodeReply(readWords({}), Buffer.from([0x84, 2])).kind, 'malformed');
  });

  it('may be a refusal with any code', () => {
    const holds = fc.property(requests, fc.integer({ min: 0, max: 255 }), (request, code) => {
      const pdu = Buffer.from([functionCodeOf(request) | 0x80, code]);
      assert.deepEqual(decodeReply(request, pdu), { kind: 'exception', code });
    });
    fc.assert(holds);
  });

  it('is read without a throw whatever the bytes are', () => {
    const bytes = fc.uint8Array({ maxLength: 260 });
    const begun = fc
      .tuple(requests, bytes)
      .map(([request, rest]) => [request, [functionCodeOf(request), ...rest]] as const);
    const holds = fc.property(fc.oneof(fc.tuple(requests, bytes), begun), ([request, pdu]) => {
      assert.oneOf(decodeReply(request, Uint8Array.from(pdu)).kind, ['reply', 'exception', 'malformed']);
    });
    fc.assert(holds);
  });

  it('shows texts that are not UTF-8 as Latin-1, without the NULs after them', () => {
    const request: ModbusRequest = { kind: 'identify', unit: 1, code: 4, object: 0 };
    const pdu = Buffer.from([43, 14, 4, 0x01, 0, 0, 1, 0, 4, 0x4b, 0xfc, 0, 0]);
    const reply = { kind: 'identification' as const, objects: { 0: 'Kü' }, moreFollows: false, next: 0, conformity: 1 };
    assert.deepEqual(decodeReply(request, pdu), { kind: 'reply', reply });
  });
});

describe('a frame over TCP', () => {
  it('is found again in a stream that is cut anywhere', () => {
    const frame = fc.record({
      transaction: fc.integer({ min: 0, max: 0xffff }),
      unit: fc.integer({ min: 0, max: 255 }),
      pdu: fc.uint8Array({ minLength: 1, maxLength: 253 }).map((bytes) => Buffer.from(bytes)),
    });
    const holds = fc.property(fc.array(frame, { minLength: 1, maxLength: 5 }), fc.nat(), (frames, where) => {
      const stream = Buffer.concat(frames.map(encodeMbap));
      const cut = where % stream.length;
      const before = takeFrames(stream.subarray(0, cut));
      const after = takeFrames(Buffer.concat([before.rest, stream.subarray(cut)]));
      assert.deepEqual([...before.frames, ...after.frames], frames);
      assert.equal(after.rest.length, 0);
    });
    fc.assert(holds);
  });

  const broken: readonly (readonly [string, readonly number[]])[] = [
    ['it names protocol 1 where Modbus has 0', [0, 1, 0, 1]],
    ['it names protocol 20527 where Modbus has 0', [...Buffer.from('HTTP/1.1')].with(2, 0x50).with(3, 0x2f)],
    ['it announces 1 bytes where 2 to 254 can be', [0, 1, 0, 0, 0, 1]],
    ['it announces 255 bytes where 2 to 254 can be', [0, 1, 0, 0, 0, 255]],
  ];
  for (const [why, bytes] of broken) {
    it(`ends the connection when ${why}`, () => {
      assert.deepEqual(parseMbap(Buffer.from(bytes)), { kind: 'broken', why });
    });
  }
});

describe('a frame on a serial bus', () => {
  it('carries the checksum of the specification', () => {
    // The catalogue of parametrised CRC algorithms lists 4B37 as the check value of CRC-16/MODBUS.
    assert.equal(crc16(Buffer.from('123456789')), 0x4b37);
    assert.equal(hex(encodeRtu({ unit: 1, pdu: Buffer.from([3, 0, 0, 0, 10]) })), '01 03 00 00 00 0A C5 CD');
  });

  it('is as long as its first bytes say', () => {
    const holds = fc.property(exchanges, ({ request, pdu }) => {
      const frame = encodeRtu({ unit: request.unit, pdu });
      assert.equal(rtuReplyLength(frame), frame.length);
      for (let length = 0; length < frame.length; length++) {
        assert.oneOf(rtuReplyLength(frame.subarray(0, length)), [undefined, frame.length]);
      }
    });
    fc.assert(holds, { numRuns: 50 });
  });

  it('is 5 bytes long when it refuses', () => {
    const holds = fc.property(requests, (request) => {
      const frame = encodeRtu({ unit: request.unit, pdu: Buffer.from([functionCodeOf(request) | 0x80, 2]) });
      assert.equal(rtuReplyLength(frame), 5);
      assert.equal(parseRtuReply(frame, { unit: request.unit, code: functionCodeOf(request) }).kind, 'frame');
    });
    fc.assert(holds);
  });

  it('is found when its last byte is there and not before, also after noise and frames of others', () => {
    const short = exchanges.filter(({ pdu }) => pdu.length < 60);
    const holds = fc.property(short, fc.constantFrom('', 'ff', '00ff00', otherUnit()), ({ request, pdu }, noise) => {
      const { unit } = request;
      fc.pre(unit !== 0 && unit !== 0xff && unit !== 77);
      const bytes = Buffer.concat([Buffer.from(noise, 'hex'), encodeRtu({ unit, pdu })]);
      const code = functionCodeOf(request);
      assert.deepEqual(parseRtuReply(bytes, { unit, code }), { kind: 'frame', frame: { unit, pdu } });
      for (let length = 0; length < bytes.length; length++) {
        assert.equal(parseRtuReply(bytes.subarray(0, length), { unit, code }).kind, 'incomplete');
      }
    });
    fc.assert(holds, { numRuns: 50 });
  });

  it('is refused when a bit of it was turned over', () => {
    const frame = encodeRtu({ unit: 1, pdu: Buffer.from([3, 2, 0x12, 0x34]) });
    const damaged = Buffer.from(frame);
    damaged[4] = 0x35;
    const why = 'the checksum of its 7 bytes is wrong';
    assert.deepEqual(parseRtuReply(damaged, { unit: 1, code: 3 }), { kind: 'broken', why });
  });
});

describe('the refusals of a device', () => {
  it('each have a name, a meaning and an advice of their own', () => {
    const known = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11].map(describeException);
    for (const part of ['name', 'meaning', 'advice'] as const) {
      assert.equal(new Set(known.map((one) => one[part])).size, known.length);
    }
  });

  it('are told apart from codes that the specification does not have', () => {
    assert.equal(describeException(9).name, 'exception 9');
    assert.equal(describeException(0x80).name, 'exception 128');
  });
});

function bits(text: string): readonly boolean[] {
  return text.split('').map((character) => character === '1');
}

function hex(bytes: Buffer): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
}

function readWords(range: { unit?: number; address?: number; count?: number }): ModbusRequest {
  return { kind: 'read-words', unit: 1, table: 'holding', address: 0, count: 1, ...range };
}

function readBits(count: number): ModbusRequest {
  return { kind: 'read-bits', unit: 1, table: 'coil', address: 0, count };
}

function writeCoils(count: number): ModbusRequest {
  return { kind: 'write-coils', unit: 1, address: 0, values: Array.from({ length: count }, () => true) };
}

function writeRegisters(values: readonly number[]): ModbusRequest {
  return { kind: 'write-registers', unit: 1, address: 0, values };
}

function otherUnit(): string {
  return encodeRtu({ unit: 77, pdu: Buffer.from([3, 2, 0, 1]) }).toString('hex');
}

function takeFrames(bytes: Buffer) {
  const frames = [];
  let rest = bytes;
  for (;;) {
    const parsed = parseMbap(rest);
    if (parsed.kind !== 'frame') return { frames, rest };
    frames.push(parsed.frame);
    rest = parsed.rest;
  }
}
