import { type LabDevice, type LabDeviceOptions, startLabDevice } from '@setpoint/lab';
import type { Channel, Json, LockHolder, LockResult, NodeSpec, Operation, Outcome, Step } from '@setpoint/model';
import type { Table } from '../../src/codec/index.ts';
import { type CellWrite, toAction, type WriteAction, wordsText } from '../../src/driver/action.ts';
import { createModbusDriver } from '../../src/driver/modbus-driver.ts';
import { encodeValue, type ValueFormat } from '../../src/values/index.ts';

/** A device on this machine and a channel to it. */
export type Bench = {
  readonly device: LabDevice;
  readonly channel: Channel;
  readonly close: () => Promise<void>;
};

/** Starts a device and opens a channel to it with these settings beside host and port. */
export async function openBench(
  options: LabDeviceOptions,
  settings: Readonly<Record<string, Json>> = {},
): Promise<Bench> {
  const device = await startLabDevice(options);
  const channel = await openChannel(nodeFor(device, settings));
  const close = async (): Promise<void> => {
    await channel.close();
    await device.stop();
  };
  return { device, channel, close };
}

/** The node of a device, with deadlines that fit a test. */
export function nodeFor(
  device: Pick<LabDevice, 'port' | 'unit'>,
  settings: Readonly<Record<string, Json>> = {},
): NodeSpec {
  const reached = { host: '127.0.0.1', port: device.port, unit: device.unit, timeout_seconds: 0.3, busy_seconds: 2 };
  return { name: 'plc', groups: [], connection: { driver: 'modbus', settings: { ...reached, ...settings } } };
}

/** Opens a channel; throws why it cannot be opened. */
export async function openChannel(node: NodeSpec): Promise<Channel> {
  const opened = await createModbusDriver({ projectPath: (path) => path, lock: createLock() }).connect(node);
  if (opened.kind === 'failed') throw new Error(opened.diagnostic.detail);
  return opened.channel;
}

/** A lock in memory. */
export function createLock(): (name: string, holder: LockHolder) => Promise<LockResult> {
  const holders = new Map<string, LockHolder>();
  return (name, holder) => {
    const by = holders.get(name);
    if (by !== undefined) return Promise.resolve({ kind: 'taken', by });
    holders.set(name, holder);
    const release = (): Promise<void> => {
      holders.delete(name);
      return Promise.resolve();
    };
    return Promise.resolve({ kind: 'held', release });
  };
}

/** An unsigned number in one register. */
export const word: ValueFormat = {
  kind: 'integer',
  encoding: 'unsigned',
  registers: 1,
  shift: 0,
  width: 16,
  order: 'ABCD',
  names: [],
  notAvailable: [],
  scale: '1',
  offset: '0',
  label: '',
};

export const coil: ValueFormat = { kind: 'bool', bit: null };

/** A value on its way to a place; throws what is wrong with it. */
export function put(place: { table?: Table; address: number; format?: ValueFormat }, value: Json): CellWrite {
  const { table = 'holding', address, format = table === 'coil' ? coil : word } = place;
  const encoded = encodeValue(format, value);
  if (encoded.kind === 'invalid') throw new Error(encoded.detail);
  return {
    cell: { name: `${table}${address}`, table, address, readAddress: address, format, isSensitive: false },
    words: wordsText(encoded.words),
    mask: encoded.mask,
    method: 'auto',
    settleMs: 0,
    text: JSON.stringify(value),
  };
}

/** The operation that writes a value; all that a test does not name is as plain as can be. */
export function writeOperation(write: CellWrite, more: Partial<WriteAction> = {}): Operation {
  const action: WriteAction = {
    kind: 'write',
    write,
    before: null,
    expect: [],
    tolerance: null,
    isState: true,
    isUncommitted: false,
    guard: [],
    restoresGuard: true,
    persist: null,
    ...more,
  };
  return {
    title: `write ${write.cell.name}`,
    action: toAction(action),
    timeoutMs: 10_000,
    hazards: [],
    repeatable: true,
  };
}

/** Runs operations one after the other, each needing the one before. */
export function run(channel: Channel, operations: readonly Operation[]): Promise<readonly Outcome[]> {
  const steps: readonly Step[] = operations.map((operation, index) => ({
    operation,
    needs: index === 0 ? [] : [index - 1],
  }));
  return channel.execute(steps, {});
}

/** An outcome in a line: `done 1 write (FC6)`. */
export function tell(outcome: Outcome): string {
  if ('reason' in outcome) return `${outcome.status} ${outcome.reason}`;
  return outcome.status === 'done' ? `done ${outcome.detail ?? ''}` : outcome.status;
}
