import { encodeRequest, identificationType } from './encode-request.ts';
import { functionCodeOf, type ModbusReply, type ModbusRequest } from './request.ts';

/** What a protocol data unit says as a reply to a request; `why` is a sentence without its full stop. */
export type DecodedReply =
  | { readonly kind: 'reply'; readonly reply: ModbusReply }
  /** The unit refused the request; see `describeException`. */
  | { readonly kind: 'exception'; readonly code: number }
  /** It cannot be the reply to this request. */
  | { readonly kind: 'malformed'; readonly why: string };

/**
 * Reads a protocol data unit (function code and data) as the reply to a request. Everything that the specification fixes must be
 * as it says: function, length, counts, and what a reply to a write repeats. Never throws, whatever the bytes are.
 */
export function decodeReply(request: ModbusRequest, pdu: Uint8Array): DecodedReply {
  const code = functionCodeOf(request);
  const bytes = Buffer.from(pdu.buffer, pdu.byteOffset, pdu.byteLength);
  const answered = bytes[0];
  if (answered === undefined) return malformed('the reply is empty');
  if (answered === (code | exceptionFlag)) return decodeException(bytes);
  if (answered !== code) return malformed(`function ${code} was asked for and function ${answered} was answered`);
  switch (request.kind) {
    case 'read-bits':
      return decodeBits(bytes, request.count);
    case 'read-words':
      return decodeWords(bytes, request.count);
    case 'read-write':
      return decodeWords(bytes, request.read.count);
    case 'write-coil':
    case 'write-register':
    case 'mask-write':
      return decodeEcho(bytes, encodeRequest(request));
    case 'write-coils':
    case 'write-registers':
      return decodeEcho(bytes, encodeRequest(request).subarray(0, 5));
    case 'identify':
      return decodeIdentification(bytes, request.code);
    default:
      return request satisfies never;
  }
}

/** Set in the function code of a reply that refuses. */
export const exceptionFlag = 0x80;

function decodeException(bytes: Buffer): DecodedReply {
  const [, code] = bytes;
  if (code === undefined || bytes.length !== 2) return malformed(`a refusal has 2 bytes and this one ${bytes.length}`);
  return { kind: 'exception', code };
}

function decodeBits(bytes: Buffer, count: number): DecodedReply {
  const wrong = contentProblem(bytes, Math.ceil(count / 8));
  if (wrong !== undefined) return wrong;
  const bits = Array.from({ length: count }, (_, index) => (((bytes[2 + (index >> 3)] ?? 0) >> (index & 7)) & 1) === 1);
  return { kind: 'reply', reply: { kind: 'bits', bits } };
}

function decodeWords(bytes: Buffer, count: number): DecodedReply {
  const wrong = contentProblem(bytes, count * 2);
  if (wrong !== undefined) return wrong;
  const words = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(2 + index * 2));
  return { kind: 'reply', reply: { kind: 'words', words } };
}

function contentProblem(bytes: Buffer, expected: number): DecodedReply | undefined {
  const announced = bytes[1];
  if (announced !== expected) {
    return malformed(`${expected} bytes of values were asked for and the reply announces ${announced ?? 'none'}`);
  }
  const found = bytes.length - 2;
  return found === expected ? undefined : malformed(`the reply announces ${expected} bytes of values and has ${found}`);
}

function decodeEcho(bytes: Buffer, expected: Buffer): DecodedReply {
  if (bytes.equals(expected)) return { kind: 'reply', reply: { kind: 'written' } };
  return malformed(`a reply to this write is ${hex(expected)} and this one is ${hex(bytes)}`);
}

function decodeIdentification(bytes: Buffer, code: number): DecodedReply {
  const [, type, repeatedCode, conformity, more, next, count] = bytes;
  if (count === undefined || conformity === undefined || next === undefined)
    return malformed('the identification is cut off');
  if (type !== identificationType || repeatedCode !== code) {
    return malformed(`identification ${code} was asked for and ${repeatedCode} of type ${type} was answered`);
  }
  if (more !== 0 && more !== 0xff)
    return malformed(`the identification says neither yes nor no to "more follows" but ${more}`);
  const objects = decodeObjects(bytes.subarray(7), count);
  if (objects === undefined)
    return malformed(`the ${count} objects of the identification do not fill the reply exactly`);
  return { kind: 'reply', reply: { kind: 'identification', objects, moreFollows: more === 0xff, next, conformity } };
}

function decodeObjects(bytes: Buffer, count: number): Readonly<Record<number, string>> | undefined {
  const objects: Record<number, string> = {};
  let at = 0;
  for (let index = 0; index < count; index++) {
    const number = bytes[at];
    const length = bytes[at + 1];
    if (number === undefined || length === undefined || at + 2 + length > bytes.length) return undefined;
    objects[number] = decodeText(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length ? objects : undefined;
}

/** The specification says ASCII; devices also send UTF-8, Latin-1, and text filled up with NUL. */
function decodeText(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).replace(/\0+$/, '');
}

function malformed(why: string): DecodedReply {
  return { kind: 'malformed', why };
}

function hex(bytes: Buffer): string {
  return bytes
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$& ');
}
