import { invariant } from '@setpoint/model';
import { requestProblem } from './limits.ts';
import { functionCodeOf, type ModbusRequest } from './request.ts';

/**
 * Gives the protocol data unit of a request: function code and data, without unit, header or checksum; at most 253 bytes. A request
 * that `requestProblem` names is a bug and throws.
 */
export function encodeRequest(request: ModbusRequest): Buffer {
  const problem = requestProblem(request);
  invariant(problem === undefined, `A Modbus request was not checked before it was sent: ${problem}`);
  return Buffer.concat([Buffer.from([functionCodeOf(request)]), dataOf(request)]);
}

function dataOf(request: ModbusRequest): Buffer {
  switch (request.kind) {
    case 'read-bits':
    case 'read-words':
      return encodeWords([request.address, request.count]);
    case 'write-coil':
      return encodeWords([request.address, encodeCoil(request.value)]);
    case 'write-register':
      return encodeWords([request.address, request.value]);
    case 'write-coils':
      return withCount([request.address, request.values.length], packBits(request.values));
    case 'write-registers':
      return withCount([request.address, request.values.length], encodeWords(request.values));
    case 'mask-write':
      return encodeWords([request.address, request.and, request.or]);
    case 'read-write': {
      const { read, write } = request;
      return withCount([read.address, read.count, write.address, write.values.length], encodeWords(write.values));
    }
    case 'identify':
      return Buffer.from([identificationType, request.code, request.object]);
    default:
      return request satisfies never;
  }
}

/** The type, within function 43, of reading the identification of a device (application protocol V1.1b3, 6.21). */
export const identificationType = 14;

/** Gives the word that switches a coil. */
export function encodeCoil(value: boolean): number {
  return value ? 0xff00 : 0;
}

function withCount(header: readonly number[], content: Buffer): Buffer {
  return Buffer.concat([encodeWords(header), Buffer.from([content.length]), content]);
}

function encodeWords(words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(words.length * 2);
  words.forEach((word, index) => bytes.writeUInt16BE(word, index * 2));
  return bytes;
}

/** Lowest bit first; the bits that fill up the last byte are 0. */
function packBits(bits: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => {
    if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bytes;
}
