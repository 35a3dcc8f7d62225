import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleave, median, pairedRatio } from './interleave.ts';
import type { DevicesSeen } from './modbus-devices.ts';
import { type Command, runWithUsage, type Usage } from './process.ts';
import type { Result, Section } from './result.ts';
import type { SetpointCommands } from './setpoint-command.ts';

const [processCount, devicesEach, registerCount] = [4, 50, 100];
const deviceCount = processCount * devicesEach;
const sources = '--conditions=@setpoint/source';

export type ModbusOptions = {
  readonly setpoint: SetpointCommands;
  readonly scratch: string;
  readonly turns: number;
  readonly tell: (text: string) => void;
};

/** What a converged plan of many devices costs, beside programs that only read what the plan reads. */
export async function measureModbus({ setpoint, scratch, turns, tell }: ModbusOptions): Promise<Section> {
  const processes = await Promise.all(Array.from({ length: processCount }, startDevices));
  try {
    const project = join(scratch, 'modbus');
    const ports = processes.flatMap((each) => each.ports);
    writeDevices(project, ports);
    const portsFile = join(project, 'ports.json');
    const loop = (way: string): Command => {
      const args = [sources, join(import.meta.dirname, 'modbus-loop.ts'), way, portsFile, String(registerCount)];
      return { program: process.execPath, args };
    };
    const commands: Readonly<Record<string, Command>> = {
      setpoint: setpoint.bundled('plan', '--detailed-exitcode', '--project', project),
      socket: loop('socket'),
      library: loop('library'),
    };
    const usages: Record<string, Usage[]> = {};
    const seen: Record<string, DevicesSeen> = {};
    const contestants = Object.entries(commands).map(([name, command]) => ({
      name,
      turns: Math.min(turns, 3),
      measure: async () => {
        const usage = await runWithUsage(command);
        usages[name] = [...(usages[name] ?? []), usage];
        seen[name] = await countSeen(processes);
        return usage.wallMs;
      },
    }));
    const times = await interleave(contestants, tell);
    const title = `Modbus: ${deviceCount} devices x ${registerCount} converged registers, planned`;
    return { title, results: resultsOf({ times, usages, seen }) };
  } finally {
    for (const { child } of processes) child.disconnect();
  }
}

type Measured = {
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly usages: Readonly<Record<string, readonly Usage[]>>;
  readonly seen: Readonly<Record<string, DevicesSeen>>;
};

function resultsOf({ times, usages, seen }: Measured): readonly Result[] {
  const seconds = (name: string): string => `${(median(times[name]) / 1000).toFixed(2)} s`;
  const requests = (name: string): string => `${seen[name]?.requests} requests`;
  const own = seen['setpoint'];
  const peakRssMb = Math.max(...(usages['setpoint'] ?? []).map((usage) => usage.peakRssMb));
  const detail = (name: string): string =>
    `${seconds('setpoint')}, ${requests('setpoint')}, to ${seconds(name)}, ${requests(name)}`;
  return [
    {
      name: 'beside a loop over sockets by hand',
      value: pairedRatio(times['setpoint'], times['socket']),
      unit: 'x',
      detail: detail('socket'),
    },
    {
      name: 'beside modbus-serial, register by register',
      value: pairedRatio(times['setpoint'], times['library']),
      unit: 'x',
      limit: 1,
      detail: detail('library'),
    },
    {
      name: 'requests for each device',
      value: (own?.requests ?? Number.NaN) / deviceCount,
      unit: 'x',
      limit: 1,
      detail: `${own?.writes} writes`,
    },
    {
      name: 'most connections of a device',
      value: own?.mostConnections ?? Number.NaN,
      unit: 'x',
      limit: 1,
      detail: 'of all that took part',
    },
    { name: 'peak memory', value: peakRssMb, unit: 'MB', limit: 300, detail: 'of the whole process' },
  ];
}

type Devices = { readonly child: ChildProcess; readonly ports: readonly number[] };

async function startDevices(): Promise<Devices> {
  const args = [String(devicesEach), String(registerCount)];
  const child = fork(join(import.meta.dirname, 'modbus-devices.ts'), args, { execArgv: [sources] });
  const [ports] = (await once(child, 'message')) as [readonly number[]];
  return { child, ports };
}

async function countSeen(processes: readonly Devices[]): Promise<DevicesSeen> {
  const all = await Promise.all(
    processes.map(async ({ child }) => {
      child.send('seen');
      const [seen] = (await once(child, 'message')) as [DevicesSeen];
      return seen;
    }),
  );
  const sum = (of: (seen: DevicesSeen) => number): number => all.reduce((total, each) => total + of(each), 0);
  const mostConnections = Math.max(...all.map((each) => each.mostConnections));
  return { requests: sum(({ requests }) => requests), writes: sum(({ writes }) => writes), mostConnections };
}

/** A project that declares what every device holds. */
function writeDevices(dir: string, ports: readonly number[]): void {
  const names = Array.from({ length: registerCount }, (_, address) => [`r${address}`, { address }] as const);
  const connection = (port: number) => ({ modbus: { host: '127.0.0.1', port, profile: 'profile.yaml' } });
  const nodes = Object.fromEntries(ports.map((port, index) => [`device${index}`, connection(port)]));
  const resources = names.map(([name, { address }]) => ({ register: name, value: address }));
  mkdirSync(join(dir, 'playbooks'), { recursive: true });
  const files = {
    'setpoint.yaml': { inventory: 'inventory.yaml' },
    'inventory.yaml': { nodes },
    'profile.yaml': { defaults: { table: 'holding' }, registers: Object.fromEntries(names) },
    'playbooks/site.yaml': { name: 'devices', nodes: 'all', resources },
    'ports.json': ports,
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(dir, path), JSON.stringify(content));
}
