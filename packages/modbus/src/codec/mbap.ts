/** A reply or request as it travels over TCP (Modbus messaging on TCP/IP V1.0b, 3.1.3). */
export type MbapFrame = { readonly transaction: number; readonly unit: number; readonly pdu: Buffer };

/** What stands at the beginning of received bytes. */
export type MbapParse =
  | { readonly kind: 'frame'; readonly frame: MbapFrame; readonly rest: Buffer }
  | { readonly kind: 'incomplete' }
  /** The bytes are no Modbus: where the next frame begins cannot be told, the connection is of no more use. */
  | { readonly kind: 'broken'; readonly why: string };

/** Puts the header before a protocol data unit. `transaction` is 0 to 65535. */
export function encodeMbap({ transaction, unit, pdu }: MbapFrame): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt16BE(transaction, 0);
  header.writeUInt16BE(pdu.length + 1, 4);
  header.writeUInt8(unit, 6);
  return Buffer.concat([header, pdu]);
}

/** Takes the first frame from received bytes; they may be cut anywhere and hold several frames. */
export function parseMbap(bytes: Buffer): MbapParse {
  if (bytes.length >= 4 && bytes.readUInt16BE(2) !== 0) {
    return { kind: 'broken', why: `it names protocol ${bytes.readUInt16BE(2)} where Modbus has 0` };
  }
  if (bytes.length < 6) return { kind: 'incomplete' };
  const length = bytes.readUInt16BE(4);
  if (length < shortestLength || length > longestLength) {
    return { kind: 'broken', why: `it announces ${length} bytes where ${shortestLength} to ${longestLength} can be` };
  }
  const end = 6 + length;
  if (bytes.length < end) return { kind: 'incomplete' };
  const frame = {
    transaction: bytes.readUInt16BE(0),
    unit: bytes.readUInt8(6),
    pdu: bytes.subarray(headerLength, end),
  };
  return { kind: 'frame', frame, rest: bytes.subarray(end) };
}

const headerLength = 7;

/** The unit and a function code. */
const shortestLength = 2;

/** The unit and the longest protocol data unit, 253 bytes. */
const longestLength = 254;
