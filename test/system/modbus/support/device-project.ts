import type { JsonObject } from '../../../../packages/model/src/index.ts';
import { createProject, type Project } from '../../support/project.ts';
import { type RunningSetpoint, runSetpoint, type SetpointResult, startSetpoint } from '../../support/setpoint.ts';

/** A project with Modbus nodes, and the real command line in it. */
export type DeviceProject = Project & {
  readonly plan: (...more: readonly string[]) => Promise<SetpointResult>;
  readonly apply: (...more: readonly string[]) => Promise<SetpointResult>;
  readonly start: (...args: readonly string[]) => RunningSetpoint;
  readonly declare: (resources: readonly JsonObject[]) => void;
};

/** What the controllers of the tests hold, by name; see `plc.c` of the peers. */
const plcProfile = {
  name: 'test controller',
  defaults: { table: 'holding' },
  registers: {
    speed: { address: 10, unit: 'rpm', max: 3000 },
    ramp: { address: 11, scale: 0.1, unit: 's' },
    flow: { address: 12, type: 'float32', order: 'CDAB', unit: 'l/s' },
    total: { address: 14, type: 'uint32' },
    label: { address: 16, type: 'string', length: 4, padding: 'space' },
    mode: { address: 20, values: { off: 0, auto: 1, hand: 2 } },
    alarm: { address: 21, type: 'bool', bit: 3 },
    read_only: { address: 100 },
    ranged: { address: 101 },
    quantised: { address: 102 },
    clamped: { address: 103 },
    command: { address: 104 },
    interlocked: { address: 106 },
    forgetful: { address: 107 },
    pair: { address: 108, type: 'uint32' },
    commit: { address: 112 },
    slow: { address: 114 },
    guarded: { address: 115 },
    in_hole: { address: 125 },
    plain: { address: 130 },
    next: { address: 131 },
    pin: { address: 140, sensitive: true },
    remote: { table: 'coil', address: 0 },
    run: { table: 'coil', address: 1 },
    lamp: { table: 'coil', address: 4 },
  },
};

/** Makes a project of nodes by their `modbus` settings, all with the profile of the test controller. */
export function deviceProject(nodes: Readonly<Record<string, JsonObject>>): DeviceProject {
  const common = { profile: 'profiles/plc.yaml', timeout_seconds: 1, busy_seconds: 3 };
  const inventory = Object.entries(nodes).map(([name, settings]) => [name, { modbus: { ...common, ...settings } }]);
  const project = createProject({
    'setpoint.yaml': { inventory: 'inventory.yaml' },
    'inventory.yaml': { nodes: Object.fromEntries(inventory) },
    'profiles/plc.yaml': plcProfile,
  });
  const options = { cwd: project.dir };
  return {
    ...project,
    plan: (...more) => runSetpoint(['plan', '--detailed-exitcode', ...more], options),
    apply: (...more) => runSetpoint(['apply', '--yes', ...more], options),
    start: (...args) => startSetpoint(args, options),
    declare: (resources) => project.write('playbooks/site.yaml', { name: 'controllers', nodes: 'all', resources }),
  };
}

/** How the inventory reaches a port of this machine. */
export function tcpTo(port: number, more: JsonObject = {}): JsonObject {
  return { host: '127.0.0.1', port, ...more };
}
