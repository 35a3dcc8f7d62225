import type { LabDevice, LabDeviceOptions } from '../../packages/lab/src/index.ts';

/** What the pump of the demonstration holds at first; `project/profiles/pump.yaml` tells what it means. */
export const pumpOptions: LabDeviceOptions = {
  identity: ['Setpoint lab', 'demonstration pump', '1.0'],
  points: [
    { table: 'discrete', address: 0, words: [1] },
    { table: 'coil', address: 0, words: [1, 0] },
    { table: 'holding', address: 99, words: [1200] },
    // Taken only while the pump stands.
    { table: 'holding', address: 100, words: [120], interlock: { table: 'coil', address: 0, word: 0 } },
    // A float32 with its words swapped: 2.5.
    { table: 'holding', address: 109, words: [0x0000, 0x4020] },
    { table: 'holding', address: 199, words: [0], access: 'write', selfClearing: true },
    { table: 'input', address: 0, words: [212, 17] },
  ],
};

/** Somebody turns the speed of the pump down at its panel. */
export function turnPumpDown(pump: LabDevice): void {
  pump.set('holding', 99, [900]);
}
