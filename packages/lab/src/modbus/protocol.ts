import type { LabAnswer, LabMemory, LabTable } from './device.ts';

/** What the device says of itself to function 43: vendor, product code, revision. */
export type LabIdentity = readonly [string, string, string];

/** What one device accepts at once; a request for more is refused with exception 3. */
export type LabLimits = { readonly words: number; readonly bits: number };

export type LabState = { readonly memory: LabMemory; readonly identity: LabIdentity; readonly limits: LabLimits };

/** Carries out one request (function code and data) and gives the reply, as in the Modbus application protocol V1.1b3. */
export function answerRequest(pdu: Buffer, unit: LabState): Buffer {
  const code = pdu[0] ?? 0;
  const handler = handlers[code];
  if (handler === undefined) return refusal(code, 1);
  if (pdu.length < handler.shortest) return refusal(code, 3);
  return handler.handle(pdu, unit);
}

/** True for the functions that change the device. */
export function isWrite(pdu: Buffer): boolean {
  return [5, 6, 15, 16, 22, 23].includes(pdu[0] ?? 0);
}

type Handler = { readonly shortest: number; readonly handle: (pdu: Buffer, unit: LabState) => Buffer };

const handlers: Readonly<Record<number, Handler>> = {
  1: { shortest: 5, handle: (pdu, unit) => readBits(pdu, 'coil', unit) },
  2: { shortest: 5, handle: (pdu, unit) => readBits(pdu, 'discrete', unit) },
  3: { shortest: 5, handle: (pdu, unit) => readWords(pdu, 'holding', unit) },
  4: { shortest: 5, handle: (pdu, unit) => readWords(pdu, 'input', unit) },
  5: { shortest: 5, handle: writeCoil },
  6: { shortest: 5, handle: writeRegister },
  15: { shortest: 7, handle: writeCoils },
  16: { shortest: 8, handle: writeRegisters },
  22: { shortest: 7, handle: maskWrite },
  43: { shortest: 4, handle: identify },
};

function readBits(pdu: Buffer, table: LabTable, { memory, limits }: LabState): Buffer {
  const count = pdu.readUInt16BE(3);
  if (count < 1 || count > limits.bits) return refusal(pdu[0] ?? 0, 3);
  const answer = memory.read(table, pdu.readUInt16BE(1), count);
  if (answer.kind !== 'words') return refusalOf(pdu, answer);
  const bytes = Buffer.alloc(Math.ceil(count / 8));
  for (const [index, bit] of answer.words.entries())
    if (bit !== 0) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  return Buffer.concat([Buffer.from([pdu[0] ?? 0, bytes.length]), bytes]);
}

function readWords(pdu: Buffer, table: LabTable, { memory, limits }: LabState): Buffer {
  const count = pdu.readUInt16BE(3);
  if (count < 1 || count > limits.words) return refusal(pdu[0] ?? 0, 3);
  const answer = memory.read(table, pdu.readUInt16BE(1), count);
  if (answer.kind !== 'words') return refusalOf(pdu, answer);
  const reply = Buffer.alloc(2 + 2 * count);
  reply[0] = pdu[0] ?? 0;
  reply[1] = 2 * count;
  for (const [index, word] of answer.words.entries()) reply.writeUInt16BE(word, 2 + 2 * index);
  return reply;
}

function writeCoil(pdu: Buffer, { memory }: LabState): Buffer {
  const value = pdu.readUInt16BE(3);
  if (value !== 0 && value !== 0xff00) return refusal(5, 3);
  const words = [value === 0 ? 0 : 1];
  const answer = memory.write({ functionCode: 5, table: 'coil', address: pdu.readUInt16BE(1), words });
  return answer.kind === 'written' ? pdu.subarray(0, 5) : refusalOf(pdu, answer);
}

function writeRegister(pdu: Buffer, { memory }: LabState): Buffer {
  const words = [pdu.readUInt16BE(3)];
  const answer = memory.write({ functionCode: 6, table: 'holding', address: pdu.readUInt16BE(1), words });
  return answer.kind === 'written' ? pdu.subarray(0, 5) : refusalOf(pdu, answer);
}

function writeCoils(pdu: Buffer, { memory, limits }: LabState): Buffer {
  const count = pdu.readUInt16BE(3);
  if (count < 1 || count > limits.bits || pdu.length !== 6 + Math.ceil(count / 8)) return refusal(15, 3);
  const words = Array.from({ length: count }, (_, index) => ((pdu[6 + (index >> 3)] ?? 0) >> (index & 7)) & 1);
  const answer = memory.write({ functionCode: 15, table: 'coil', address: pdu.readUInt16BE(1), words });
  return answer.kind === 'written' ? pdu.subarray(0, 5) : refusalOf(pdu, answer);
}

function writeRegisters(pdu: Buffer, { memory, limits }: LabState): Buffer {
  const count = pdu.readUInt16BE(3);
  if (count < 1 || count > limits.words || pdu.length !== 6 + 2 * count) return refusal(16, 3);
  const words = Array.from({ length: count }, (_, index) => pdu.readUInt16BE(6 + 2 * index));
  const answer = memory.write({ functionCode: 16, table: 'holding', address: pdu.readUInt16BE(1), words });
  return answer.kind === 'written' ? pdu.subarray(0, 5) : refusalOf(pdu, answer);
}

function maskWrite(pdu: Buffer, { memory }: LabState): Buffer {
  const address = pdu.readUInt16BE(1);
  const [and, or] = [pdu.readUInt16BE(3), pdu.readUInt16BE(5)];
  const read = memory.read('holding', address, 1);
  if (read.kind !== 'words') return refusalOf(pdu, read);
  const words = [((read.words[0] ?? 0) & and) | (or & ~and & 0xffff)];
  const answer = memory.write({ functionCode: 22, table: 'holding', address, words });
  return answer.kind === 'written' ? pdu.subarray(0, 7) : refusalOf(pdu, answer);
}

function identify(pdu: Buffer, { identity }: LabState): Buffer {
  if (pdu[1] !== 14) return refusal(43, 1);
  const objects = identity.flatMap((text, id) => [id, Buffer.byteLength(text), ...Buffer.from(text)]);
  return Buffer.from([43, 14, pdu[2] ?? 1, 0x81, 0, 0, identity.length, ...objects]);
}

function refusalOf(pdu: Buffer, answer: LabAnswer): Buffer {
  return refusal(pdu[0] ?? 0, answer.kind === 'refused' ? answer.code : 4);
}

function refusal(code: number, exception: number): Buffer {
  return Buffer.from([code | 0x80, exception]);
}
