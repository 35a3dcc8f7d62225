import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EngineContext } from '@setpoint/engine';
import { modbusDriverSettings } from '@setpoint/modbus/declarations';
import type { Driver, LockHolder, LockResult, Redactor, RunEvent } from '@setpoint/model';
import { createShDriver, createTransports, HostLeases } from '@setpoint/posix';
import { sqlDriverSettings } from '@setpoint/sql/declarations';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { accountName, cacheDirectory, homeDirectory } from './account.ts';
import { lateDrivers } from './late-drivers.ts';
import type { OpenProject } from './open-project.ts';
import { lockBySocket } from './socket-lock.ts';

/** Nodes worked on at once unless told otherwise: enough to hide latency, few enough for one core's SSH cryptography. */
const defaultConcurrency = 50;

/** Wires the engine: drivers over their transports, the modules, the clock. */
export function createEngine(
  project: OpenProject,
  given: ParsedArguments,
  world: { readonly io: CommandIo; readonly redactor: Redactor; readonly emit: (event: RunEvent) => void },
): EngineContext {
  return {
    modules: project.modules,
    drivers: createDrivers(project, given, world.io),
    redactor: world.redactor,
    clock: { monotonicMs: () => performance.now(), nowIso: () => new Date().toISOString() },
    emit: world.emit,
    concurrency: Number(given.value('concurrency') ?? project.loaded.config.defaults.concurrency ?? defaultConcurrency),
    signal: world.io.signal,
    onBug: (error) => {
      if (!given.flag('debug') || !(error instanceof Error)) return;
      void world.io.stderr.write(`${world.redactor.redact(error.stack ?? '')}\n`);
    },
  };
}

function createDrivers(project: OpenProject, given: ParsedArguments, io: CommandIo): ReadonlyMap<string, Driver> {
  const { loaded } = project;
  const nodes = new Map([...loaded.nodes, ...loaded.waypoints].map((node) => [node.name, node]));
  const context = {
    projectDir: project.dir,
    home: homeDirectory(io.env),
    env: io.env,
    knownHostsFile: join(project.dir, '.setpoint', 'known_hosts'),
    acceptNewHostKeys: given.flag('accept-new-host-keys'),
    resolveNode: (name: string) => nodes.get(name),
  };
  const transports = Object.values(createTransports());
  const shells = transports.map((transport) => createShDriver({ transport, context, bodies: project.bodies }));
  const projectPath = (path: string) => resolve(project.dir, path);
  const devices = lateDrivers({ modbus: modbusDriverSettings }, async () => {
    const { createModbusDriver } = await import('@setpoint/modbus');
    return [createModbusDriver({ projectPath, lock: lockByName })];
  });
  const databases = lateDrivers(sqlDriverSettings, async () => {
    const [{ createSqlDrivers }, { hostWays }] = await Promise.all([import('@setpoint/sql'), import('./host-ways.ts')]);
    return createSqlDrivers({
      projectPath,
      account: accountName(),
      cacheDir: cacheDirectory(io.env),
      findHostWay: hostWays(new HostLeases(transports, context)),
      bodies: project.bodies,
    });
  });
  return new Map([...shells, ...devices, ...databases].map((driver) => [driver.name, driver]));
}

/** Devices that know no locks are locked on this machine at least. */
async function lockByName(name: string, holder: LockHolder): Promise<LockResult> {
  const lock = await lockBySocket({ name, directory: tmpdir() }, holder);
  if (lock.kind === 'taken') return lock;
  const release = (): Promise<void> => {
    lock.release();
    return Promise.resolve();
  };
  return { kind: 'held', release };
}
