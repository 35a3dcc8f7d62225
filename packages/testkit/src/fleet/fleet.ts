import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownHostsLines } from './disk.ts';
import { type FleetHost, hostOf } from './host.ts';
import { ensureImage } from './image.ts';
import { createBridge } from './network.ts';
import { ownIdentity } from './process-identity.ts';
import {
  claimSlot,
  disownFleet,
  type FleetRecord,
  fleetFolder,
  listRecords,
  removeDeadFleets,
  removeFleet,
} from './record.ts';

/** Hosts of one network of their own, reached from this machine only. */
export type Fleet = {
  readonly name: string;
  readonly hosts: readonly FleetHost[];
  /** A private key that every account of every host takes. */
  readonly privateKeyFile: string;
  /** A known_hosts file with the keys of every host, by address and by name. */
  readonly knownHostsFile: string;
  /** Ends the hosts and removes every trace of them. */
  readonly stop: () => Promise<void>;
};

export type FleetOptions = {
  readonly hosts: number;
  /** What people and `attachFleet` call it; `fleet` when left out. */
  readonly name?: string;
  /** The fleet stays up after this process, until `stop`. */
  readonly keep?: boolean;
  /** Hears what takes long. */
  readonly tell?: (message: string) => void;
};

/**
 * Boots hosts and comes back when all are up: seconds, or half a minute more when the image must be built first. What fleets of
 * dead processes left behind is removed before. Unless it is kept, the fleet ends with this process, also on a signal; what a
 * process that was killed leaves behind, the next start removes.
 */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  removeDeadFleets();
  const image = await ensureImage(options.tell ?? (() => undefined));
  const record = claimSlot({
    name: options.name ?? 'fleet',
    owner: ownIdentity(),
    imageRootDir: image.rootDir,
    privateKeyFile: image.privateKeyFile,
    hostCount: options.hosts,
  });
  const forget = removeOnExit(record);
  const fleet = fleetOf(record, forget);
  try {
    await createBridge(record.slot);
    const results = await Promise.allSettled(fleet.hosts.map((host) => host.reset()));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    writeFileSync(fleet.knownHostsFile, record.hosts.flatMap((host) => knownHostsLines(record, host)).join(''));
  } catch (error) {
    await fleet.stop();
    throw error;
  }
  if (options.keep) {
    disownFleet(record);
    forget();
  }
  return fleet;
}

/** The running fleet of that name, whoever started it; undefined when there is none. */
export function attachFleet(name: string): Fleet | undefined {
  const record = listRecords().find((candidate) => candidate.name === name);
  return record && fleetOf(record, () => undefined);
}

function fleetOf(record: FleetRecord, forget: () => void): Fleet {
  return {
    name: record.name,
    hosts: record.hosts.map((host) => hostOf(record, host)),
    privateKeyFile: record.privateKeyFile,
    knownHostsFile: join(fleetFolder(record), 'known_hosts'),
    stop: async () => {
      removeFleet(record);
      forget();
    },
  };
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes the fleet when this process ends by itself or by a signal; gives the function that undoes this. */
function removeOnExit(record: FleetRecord): () => void {
  const onExit = () => removeFleet(record);
  const onSignal = (signal: NodeJS.Signals) => {
    forget();
    removeFleet(record);
    // Whoever else listens decides how the process ends; with no listener left, the signal does what it always does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', onExit);
    for (const signal of endingSignals) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of endingSignals) process.on(signal, onSignal);
  return forget;
}
