import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PeerProcess, startPeerProcess } from './peer-process.ts';

/** Registers of the controller with manners of their own, as `plc.c` tells them. */
export const plcRegisters = {
  readOnly: 100,
  /** Takes 0 to 100. */
  ranged: 101,
  /** Keeps multiples of 10. */
  quantised: 102,
  /** Keeps 500 instead of more. */
  clamped: 103,
  /** Reads 0 again as soon as it was written. */
  command: 104,
  commandCount: 105,
  /** Takes values only while coil 0 is on. */
  interlocked: 106,
  /** Acknowledges and forgets. */
  forgetful: 107,
  /** One number of 32 bits, only written together. */
  pair: 108,
  /** Counts how often it was read. */
  volatile: 110,
  writeOnly: 111,
  commit: 112,
  commitCount: 113,
  /** Answers "acknowledge" and has the value 300 ms later. */
  slow: 114,
  /** Takes values only while coil 1 is off. */
  guarded: 115,
  /** The first of ten. */
  hole: 120,
} as const;

/** Registers that arm a fault when they are written; see `plc.c`. */
export const plcFaults = {
  busyRequests: 200,
  acknowledgedWrites: 201,
  delayNextMs: 202,
  dropBeforeCarryingOut: 203,
  dropAfterCarryingOut: 204,
  forgottenWrites: 205,
  closeAfterEachReply: 206,
  delayMs: 207,
  dropWritesBeforeCarryingOut: 208,
  dropWritesAfterCarryingOut: 209,
} as const;

/** Registers that tell what the controller has seen; those of 32 bits have two words, high word first. */
export const plcWitnesses = {
  writes: 210,
  registersWritten: 212,
  reads: 214,
  connectionsAccepted: 216,
  connectionsNow: 218,
  connectionsAtMost: 219,
} as const;

export type PlcPeer = PeerProcess & {
  /** Of 127.0.0.1; 0 for one on a serial bus. */
  readonly port: number;
  /** Every write that was carried out, told by the controller itself: function, address, values, as in `16 4 1 2`. */
  readonly writes: () => readonly string[];
};

export type PlcOptions = {
  /** Units that answer; 1 unless told. */
  readonly units?: readonly number[];
  /** Other units are answered with exception 0B instead of silence. */
  readonly isGateway?: boolean;
  /** Connections beyond this number are closed as soon as they are accepted. */
  readonly connections?: number;
};

/** Starts a controller on libmodbus behind a free TCP port. */
export async function startLibmodbusPeer({ units, isGateway, connections }: PlcOptions = {}): Promise<PlcPeer> {
  const options = [
    ...(units === undefined ? [] : [`--units=${units.join(',')}`]),
    ...(isGateway === true ? ['--gateway'] : []),
    ...(connections === undefined ? [] : [`--connections=${connections}`]),
  ];
  return await startPlc((log) => ['tcp', '0', log, ...options]);
}

/** Starts a controller on libmodbus at a serial device, even parity. */
export async function startSerialLibmodbusPeer(
  path: string,
  { baud, unit }: { readonly baud: number; readonly unit: number },
): Promise<PlcPeer> {
  return await startPlc((log) => ['rtu', path, String(baud), 'E', String(unit), log]);
}

async function startPlc(args: (log: string) => readonly string[]): Promise<PlcPeer> {
  const program = await compilePlc();
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-plc-'));
  const log = join(folder, 'writes');
  const started = await startPeerProcess([program, ...args(log)], /^ready (\d+)$/m);
  return {
    port: Number(started.match[1]),
    writes: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    stop: async () => {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Compiles the controller once for each version of its source; parallel runs may do so at the same time. */
async function compilePlc(): Promise<string> {
  const source = join(import.meta.dirname, 'plc.c');
  const version = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `setpoint-modbus-peers-${process.getuid?.() ?? 'user'}`);
  const program = join(folder, `plc-${version}`);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const run = promisify(execFile);
  const { stdout } = await run('pkg-config', ['--cflags', '--libs', 'libmodbus']);
  const mine = `${program}.${process.pid}`;
  await run('gcc', ['-O1', '-o', mine, source, ...stdout.trim().split(/\s+/)]);
  renameSync(mine, program);
  return program;
}
