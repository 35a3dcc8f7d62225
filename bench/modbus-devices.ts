// Runs as a process of its own: serves devices, tells their ports, and what they saw whenever it is asked.
import { type LabDevice, startLabDevice } from '../packages/lab/src/index.ts';

/** What all devices of a process saw since they were asked last. */
export type DevicesSeen = {
  readonly requests: number;
  readonly writes: number;
  /** The most connections that any device had at one time since its start. */
  readonly mostConnections: number;
};

const [count = 0, registers = 0] = process.argv.slice(2).map(Number);
const words = Array.from({ length: registers }, (_, address) => address);
const devices: LabDevice[] = [];
for (let index = 0; index < count; index += 1) {
  devices.push(await startLabDevice({ points: [{ table: 'holding', address: 0, words }] }));
}
let told = 0;
process.on('message', () => {
  const requests = devices.reduce((sum, device) => sum + device.requests.length, 0);
  const seen: DevicesSeen = {
    requests: requests - told,
    writes: devices.reduce((sum, device) => sum + device.writes.length, 0),
    mostConnections: Math.max(...devices.map((device) => device.connections().most)),
  };
  told = requests;
  process.send?.(seen);
});
process.on('disconnect', () => process.exit());
process.send?.(devices.map(({ port }) => port));
