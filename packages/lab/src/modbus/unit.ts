import { LabMemory, type LabPoint, type LabTable, type LabWrite } from './device.ts';
import type { FrameAnswer } from './frames.ts';
import { answerRequest, isWrite, type LabIdentity, type LabLimits } from './protocol.ts';

/** What goes wrong with the next write that arrives. */
export type LabFault =
  /** The connection is lost before the device has taken it. */
  | 'lost-before'
  /** The device has taken it, and the connection is lost before the reply. */
  | 'lost-after'
  /** The device has taken it and says nothing. */
  | 'silent';

export type LabUnitOptions = {
  readonly points: readonly LabPoint[];
  /** The number that it answers to. Default: 1. */
  readonly unit?: number;
  readonly identity?: LabIdentity;
  readonly limits?: Partial<LabLimits>;
};

/** A device, seen from its own side. */
export type LabUnit = {
  readonly unit: number;
  /** Function codes of all requests, in order. */
  readonly requests: readonly number[];
  readonly writes: readonly LabWrite[];
  readonly read: (table: LabTable, address: number, count?: number) => readonly number[];
  /** Changes what the device holds from its own side, as a keypad does. */
  readonly set: (table: LabTable, address: number, words: readonly number[]) => void;
  readonly failNextWrite: (fault: LabFault) => void;
};

/** A device with what only its line needs. */
export type ServedUnit = {
  readonly device: LabUnit;
  readonly answer: (pdu: Buffer) => FrameAnswer;
  readonly stop: () => void;
};

/** Makes a device; it answers nobody until a line asks it. */
export function makeUnit(options: LabUnitOptions): ServedUnit {
  const memory = new LabMemory(options.points);
  const limits = { words: 123, bits: 1968, ...options.limits };
  const state = { memory, limits, identity: options.identity ?? (['Setpoint lab', 'pump', '1.0'] as const) };
  const requests: number[] = [];
  const faults: LabFault[] = [];
  const answer = (pdu: Buffer): FrameAnswer => {
    requests.push(pdu[0] ?? 0);
    const fault = isWrite(pdu) ? faults.shift() : undefined;
    if (fault === 'lost-before') return 'hang-up';
    const reply = answerRequest(pdu, state);
    if (fault === 'lost-after') return 'hang-up';
    return fault === 'silent' ? 'nothing' : reply;
  };
  const device: LabUnit = {
    unit: options.unit ?? 1,
    requests,
    writes: memory.writes,
    read: (table, address, count = 1) => {
      const found = memory.read(table, address, count);
      return found.kind === 'words' ? found.words : [];
    },
    set: (table, address, words) => memory.set(table, address, words),
    failNextWrite: (fault) => void faults.push(fault),
  };
  return { device, answer, stop: () => memory.stop() };
}
