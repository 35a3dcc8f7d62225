import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabDevice, type LabDeviceOptions, type LabPoint, startLabDevice } from '@setpoint/lab';

/** A project with a Modbus device that runs in this process. */
export type DeviceProject = {
  readonly dir: string;
  readonly device: LabDevice;
  readonly close: () => Promise<void>;
};

/** What the device holds; `missing` of the profile is at an address that it lacks. */
const points: readonly LabPoint[] = [
  { table: 'holding', address: 100, words: [1400] },
  { table: 'holding', address: 101, words: [0x0001, 0x86a0] },
  { table: 'holding', address: 110, words: [1] },
  { table: 'holding', address: 111, words: [0x8000] },
  { table: 'holding', address: 112, words: [0x3432, 0x2023] },
  { table: 'holding', address: 120, words: [0], access: 'write' },
  { table: 'holding', address: 140, words: [4711] },
  { table: 'coil', address: 0, words: [1, 0] },
  { table: 'input', address: 0, words: [235] },
];

const profile = `name: ACME pump
registers:
  speed_setpoint: { table: holding, address: 100, unit: rpm, max: 3000 }
  run_hours: { table: holding, address: 101, type: uint32, unit: h }
  mode: { table: holding, address: 110, values: { local: 0, remote: 1 } }
  pressure_limit: { table: holding, address: 111, not_available: [0x8000], unit: bar }
  label: { table: holding, address: 112, type: string, length: 2 }
  commit: { table: holding, address: 120, access: write }
  missing: { table: holding, address: 130 }
  pin: { table: holding, address: 140, sensitive: true }
  run: { table: coil, address: 0 }
  temperature: { table: input, address: 0, scale: 0.1, unit: °C }
persist: { write: commit=1 }
`;

/** Starts a device and writes a project that has it as \`pump\`, once more without a profile as \`bare\`, and this machine as \`here\`. */
export async function deviceProject(options: Partial<LabDeviceOptions> = {}): Promise<DeviceProject> {
  const started = await startLabDevice({ points, ...options });
  let stopped: Promise<void> | undefined;
  // A test may have stopped it before.
  const device = {
    ...started,
    stop: () => {
      stopped ??= started.stop();
      return stopped;
    },
  };
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-device-'));
  mkdirSync(join(dir, 'profiles'));
  mkdirSync(join(dir, 'playbooks'));
  const reached = `host: 127.0.0.1, port: ${device.port}, timeout_seconds: 0.3, retries: 0`;
  writeFileSync(join(dir, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
  writeFileSync(
    join(dir, 'inventory.yaml'),
    `nodes:
  pump: { modbus: { ${reached}, profile: profiles/pump.yaml } }
  bare: { modbus: { ${reached} } }
  here: { local: {} }
`,
  );
  writeFileSync(join(dir, 'profiles/pump.yaml'), profile);
  const close = async (): Promise<void> => {
    await device.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, device, close };
}

/** The JSON lines of an output that have a type. */
export function linesOf(output: string, type: string): readonly Readonly<Record<string, unknown>>[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter((line) => line['type'] === type);
}
