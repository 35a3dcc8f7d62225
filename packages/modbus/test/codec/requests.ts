import fc from 'fast-check';
import type { ModbusReply, ModbusRequest } from '../../src/codec/index.ts';

const word = fc.integer({ min: 0, max: 0xffff });
const unit = fc.integer({ min: 0, max: 255 });

/** Every request that the specification allows. */
export const requests: fc.Arbitrary<ModbusRequest> = fc.oneof(
  ranges(2000).chain((range) =>
    fc
      .record({ kind: fc.constant('read-bits' as const), unit, table: fc.constantFrom('coil', 'discrete') })
      .map((request) => ({
        ...request,
        ...range,
      })),
  ),
  ranges(125).chain((range) =>
    fc
      .record({ kind: fc.constant('read-words' as const), unit, table: fc.constantFrom('holding', 'input') })
      .map((request) => ({
        ...request,
        ...range,
      })),
  ),
  fc.record({ kind: fc.constant('write-coil' as const), unit, address: word, value: fc.boolean() }),
  fc.record({ kind: fc.constant('write-register' as const), unit, address: word, value: word }),
  fc
    .tuple(unit, contents(fc.boolean(), 1968))
    .map(([unit, content]) => ({ kind: 'write-coils' as const, unit, ...content })),
  fc
    .tuple(unit, contents(word, 123))
    .map(([unit, content]) => ({ kind: 'write-registers' as const, unit, ...content })),
  fc.record({ kind: fc.constant('mask-write' as const), unit, address: word, and: word, or: word }),
  fc.record({ kind: fc.constant('read-write' as const), unit, read: ranges(125), write: contents(word, 121) }),
  fc.record({
    kind: fc.constant('identify' as const),
    unit,
    code: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    object: fc.integer({ min: 0, max: 255 }),
  }),
);

/** Requests with the bytes that a device answers when it carries them out, and what those bytes say. */
export const exchanges: fc.Arbitrary<{
  readonly request: ModbusRequest;
  readonly pdu: Buffer;
  readonly reply: ModbusReply;
}> = requests.chain((request) => fc.infiniteStream(word).map((stream) => ({ request, ...answer(request, stream) })));

function answer(
  request: ModbusRequest,
  stream: Iterator<number>,
): { readonly pdu: Buffer; readonly reply: ModbusReply } {
  const next = (): number => Number(stream.next().value);
  switch (request.kind) {
    case 'read-bits': {
      const bits = Array.from({ length: request.count }, () => next() % 2 === 1);
      // Devices may leave anything in the bits that fill up the last byte.
      const filled = [...bits, ...Array.from({ length: (8 - (bits.length % 8)) % 8 }, () => next() % 2 === 1)];
      const bytes = Array.from({ length: filled.length / 8 }, (_, byte) =>
        filled.slice(byte * 8, byte * 8 + 8).reduce((sum, bit, index) => sum + (bit ? 2 ** index : 0), 0),
      );
      const code = request.table === 'coil' ? 1 : 2;
      return { pdu: Buffer.from([code, bytes.length, ...bytes]), reply: { kind: 'bits', bits } };
    }
    case 'read-words':
      return answerWords(request.table === 'holding' ? 3 : 4, request.count, next);
    case 'read-write':
      return answerWords(23, request.read.count, next);
    case 'write-coil':
      return written([5, ...pair(request.address), request.value ? 255 : 0, 0]);
    case 'write-register':
      return written([6, ...pair(request.address), ...pair(request.value)]);
    case 'write-coils':
      return written([15, ...pair(request.address), ...pair(request.values.length)]);
    case 'write-registers':
      return written([16, ...pair(request.address), ...pair(request.values.length)]);
    case 'mask-write':
      return written([22, ...pair(request.address), ...pair(request.and), ...pair(request.or)]);
    case 'identify': {
      const texts = ['ACME', 'Pump 7', 'V1.2'].slice(0, next() % 4);
      const objects = texts.flatMap((text, index) => [index, text.length, ...Buffer.from(text)]);
      const header = [43, 14, request.code, 0x81, 0xff, texts.length, texts.length];
      const reply = {
        moreFollows: true,
        next: texts.length,
        conformity: 0x81,
        objects: Object.fromEntries(texts.entries()),
      };
      return { pdu: Buffer.from([...header, ...objects]), reply: { kind: 'identification', ...reply } };
    }
    default:
      return request satisfies never;
  }
}

function answerWords(code: number, count: number, next: () => number) {
  const words = Array.from({ length: count }, next);
  return { pdu: Buffer.from([code, count * 2, ...words.flatMap(pair)]), reply: { kind: 'words' as const, words } };
}

function written(bytes: readonly number[]) {
  return { pdu: Buffer.from(bytes), reply: { kind: 'written' as const } };
}

function pair(value: number): readonly [number, number] {
  return [value >> 8, value & 0xff];
}

function ranges(limit: number) {
  return fc.integer({ min: 1, max: limit }).chain((count) => {
    return fc.integer({ min: 0, max: 65536 - count }).map((address) => ({ address, count }));
  });
}

function contents<T>(value: fc.Arbitrary<T>, limit: number) {
  return fc.array(value, { minLength: 1, maxLength: limit, size: 'max' }).chain((values) => {
    return fc.integer({ min: 0, max: 65536 - values.length }).map((address) => ({ address, values }));
  });
}
