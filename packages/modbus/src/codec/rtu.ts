import { crc16 } from './crc16.ts';
import { exceptionFlag } from './decode-reply.ts';
import { identificationType } from './encode-request.ts';
import { functionCodeOf, type ModbusRequest } from './request.ts';

/** A frame of a serial bus without its checksum. */
export type RtuFrame = { readonly unit: number; readonly pdu: Buffer };

/** What stands in bytes received after a request to `unit` with function `code`. */
export type RtuParse =
  | { readonly kind: 'frame'; readonly frame: RtuFrame }
  | { readonly kind: 'incomplete' }
  /** It begins as the reply does, is as long as it says, and its checksum is wrong. */
  | { readonly kind: 'broken'; readonly why: string };

/** Puts the unit before a protocol data unit and the checksum, low byte first, after it. */
export function encodeRtu({ unit, pdu }: RtuFrame): Buffer {
  const frame = Buffer.alloc(pdu.length + 3);
  frame.writeUInt8(unit, 0);
  pdu.copy(frame, 1);
  frame.writeUInt16LE(crc16(frame.subarray(0, -2)), frame.length - 2);
  return frame;
}

/**
 * Looks for the reply of a unit to a function in everything received since the request was sent. A serial line has no header and a
 * gateway keeps no pauses, so the length follows from the function code. What stands before the reply is passed over: the bytes that
 * drivers of a line leave when they are switched on, and whole frames of other units or functions.
 */
export function parseRtuReply(bytes: Buffer, { unit, code }: { unit: number; code: number }): RtuParse {
  const starts = [...bytes.keys()].filter((at) => beginsReply(bytes.subarray(at), unit, code));
  const whole = starts.map((at) => completeFrame(bytes.subarray(at))).filter((frame) => frame !== undefined);
  const valid = whole.find(hasValidChecksum);
  if (valid !== undefined) return { kind: 'frame', frame: { unit, pdu: valid.subarray(1, -2) } };
  const [first] = whole;
  if (first !== undefined && starts[0] === 0) {
    return { kind: 'broken', why: `the checksum of its ${first.length} bytes is wrong` };
  }
  return { kind: 'incomplete' };
}

/**
 * Tells how long a reply is from its first bytes: the unit, the function code and what follows; undefined when more bytes are needed,
 * `unknown` when its function has no length that could be told. Counts unit and checksum.
 */
export function rtuReplyLength(bytes: Buffer): number | 'unknown' | undefined {
  const code = bytes[1];
  if (code === undefined) return undefined;
  if ((code & exceptionFlag) !== 0) return 5;
  if (code === 43) return identificationLength(bytes);
  if (repliesWithCount.includes(code)) return bytes[2] === undefined ? undefined : 5 + bytes[2];
  return fixedLengths[code] ?? 'unknown';
}

/** Tells how many bytes the reply to a request has at most, with unit and checksum. */
export function longestRtuReply(request: ModbusRequest): number {
  switch (request.kind) {
    case 'read-bits':
      return 5 + Math.ceil(request.count / 8);
    case 'read-words':
      return 5 + request.count * 2;
    case 'read-write':
      return 5 + request.read.count * 2;
    case 'identify':
      return longestRtuFrame;
    default:
      return fixedLengths[functionCodeOf(request)] ?? longestRtuFrame;
  }
}

/** The longest frame: a unit, 253 bytes and the checksum (Modbus over serial line V1.02, 2.5.1). */
export const longestRtuFrame = 256;

const repliesWithCount: readonly number[] = [1, 2, 3, 4, 23];

const fixedLengths: Readonly<Record<number, number>> = { 5: 8, 6: 8, 15: 8, 16: 8, 22: 10 };

function identificationLength(bytes: Buffer): number | 'unknown' | undefined {
  const type = bytes[2];
  const count = bytes[7];
  if (type !== undefined && type !== identificationType) return 'unknown';
  if (count === undefined) return undefined;
  let at = 8;
  for (let index = 0; index < count; index++) {
    const length = bytes[at + 1];
    if (length === undefined) return undefined;
    at += 2 + length;
  }
  return at + 2;
}

function beginsReply(bytes: Buffer, unit: number, code: number): boolean {
  return bytes[0] === unit && (bytes[1] === code || bytes[1] === (code | exceptionFlag));
}

function completeFrame(bytes: Buffer): Buffer | undefined {
  const length = rtuReplyLength(bytes);
  if (length === undefined || length === 'unknown' || length > longestRtuFrame) return undefined;
  return bytes.length >= length ? bytes.subarray(0, length) : undefined;
}

function hasValidChecksum(frame: Buffer): boolean {
  return crc16(frame.subarray(0, -2)) === frame.readUInt16LE(frame.length - 2);
}
