import {
  type LabPoint,
  type LabUnit,
  type LabUnitOptions,
  startLabDevice,
  startLabGateway,
} from '../packages/lab/src/index.ts';

/** Devices of an example while a test runs it. */
export type ExampleDevices = {
  /** In the order of the inventory. */
  readonly devices: readonly LabUnit[];
  /** One port for each address of the inventory. */
  readonly ports: readonly number[];
  readonly stop: () => Promise<void>;
};

/** Starts what the inventory of an example names, as it is before the example is applied. */
export const startDevices: Readonly<Record<string, () => Promise<ExampleDevices>>> = {
  'pump-station': async () => {
    const harbour = await startLabDevice({ points: liftStation({ name: 'Harbour', startLevel: 1.6, lagDelay: 45 }) });
    const mill = await startLabDevice({ points: liftStation({ name: 'STATION 2', startLevel: 2.1, lagDelay: 30 }) });
    const stop = async (): Promise<void> => {
      await harbour.stop();
      await mill.stop();
    };
    return { devices: [harbour, mill], ports: [harbour.port, mill.port], stop };
  },
  'drive-parameters': async () => {
    const gateway = await startLabGateway({
      units: [
        drive({ unit: 1, rampUp: 100, maxSpeed: 145_000, current: 1240, fault: 0 }),
        drive({ unit: 2, rampUp: 50, maxSpeed: 148_000, current: 1200, fault: 0 }),
        drive({ unit: 3, rampUp: 25, maxSpeed: 90_000, current: 1240, fault: 1 }),
      ],
      // As a gateway with one master on its bus.
      mostConnections: 1,
    });
    return { devices: gateway.units, ports: [gateway.port], stop: gateway.stop };
  },
};

/** The selector switch stands at "remote"; in another position the controller refuses what is written. */
function liftStation(as: {
  readonly name: string;
  readonly startLevel: number;
  readonly lagDelay: number;
}): readonly LabPoint[] {
  const settings = { table: 'holding', interlock: { table: 'discrete', address: 0, word: 1 } } as const;
  return [
    { table: 'discrete', address: 0, words: [1] },
    { ...settings, address: 0, words: textWords(as.name, 8) },
    { ...settings, address: 9, words: [0], range: [0, 2] },
    { ...settings, address: 100, words: [...swappedFloat(as.startLevel), ...swappedFloat(0.6), ...swappedFloat(2.4)] },
    { ...settings, address: 106, words: [as.lagDelay, 10, 25] },
    // Bit 7, the intruder alarm, is not declared and stays.
    { ...settings, address: 109, words: [0x0081] },
    { ...settings, address: 199, words: [0], access: 'write', selfClearing: true },
    { table: 'coil', address: 0, words: [0] },
    { table: 'input', address: 0, words: [...swappedFloat(1.12), 0x0001, 0xe240, 0] },
  ];
}

/** Parameters are taken while the motor stands; it runs. */
function drive(as: {
  readonly unit: number;
  readonly rampUp: number;
  readonly maxSpeed: number;
  readonly current: number;
  readonly fault: number;
}): LabUnitOptions {
  const parameter = { table: 'holding', interlock: { table: 'coil', address: 0, word: 0 } } as const;
  const points: readonly LabPoint[] = [
    { table: 'coil', address: 0, words: [as.fault === 0 ? 1 : 0] },
    { table: 'discrete', address: 0, words: [0] },
    { table: 'input', address: 0, words: [as.fault, 432] },
    { table: 'holding', address: 9, words: [0x0f22] },
    { ...parameter, address: 100, words: [as.rampUp, 50] },
    { ...parameter, address: 109, words: [as.maxSpeed >>> 16, as.maxSpeed & 0xffff, 0xffff, 0xff9c] },
    { ...parameter, address: 119, words: [as.current] },
    { table: 'holding', address: 199, words: [0], access: 'write', selfClearing: true },
    { table: 'holding', address: 200, words: [0], access: 'write', clears: { table: 'input', address: 0 } },
  ];
  return { unit: as.unit, identity: ['Example Drives', 'FD-200', '4.2'], points };
}

/** The words of a float32, the low one first. */
function swappedFloat(value: number): readonly number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatBE(value);
  return [bytes.readUInt16BE(2), bytes.readUInt16BE(0)];
}

/** Two characters in each register, filled up with spaces. */
function textWords(text: string, registers: number): readonly number[] {
  const bytes = Buffer.from(text.padEnd(2 * registers));
  return Array.from({ length: registers }, (_, index) => bytes.readUInt16BE(2 * index));
}
