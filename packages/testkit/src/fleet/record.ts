import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isPopulated, killGroups } from './cgroup.ts';
import { addressOf, isSubnetTaken, lastSlot, machineName, removeBridge, removeLink } from './network.ts';
import { runsDirectory } from './paths.ts';
import { isSameProcessAlive, type ProcessIdentity } from './process-identity.ts';

/** What is written down about a fleet, so that any process can find it, use it and remove it. */
export type FleetRecord = {
  readonly name: string;
  readonly slot: number;
  /** The process whose end is the end of the fleet; absent once the fleet stays until it is taken down. */
  readonly owner?: ProcessIdentity;
  readonly imageRootDir: string;
  readonly privateKeyFile: string;
  readonly hosts: readonly HostRecord[];
};

export type HostRecord = { readonly name: string; readonly machine: string; readonly address: string };

/** What a new fleet brings to its record. */
export type FleetClaim = Omit<FleetRecord, 'slot' | 'hosts'> & { readonly hostCount: number };

/** The folder of a fleet. */
export function fleetFolder(record: FleetRecord): string {
  return join(runsDirectory(), String(record.slot));
}

/** The folder of a host: its disks, its mount point and its console log. */
export function hostFolder(record: FleetRecord, host: HostRecord): string {
  return join(fleetFolder(record), host.name);
}

/** Where the merged disk of a host is mounted. */
export function hostRootDir(record: FleetRecord, host: HostRecord): string {
  return join(hostFolder(record, host), 'root');
}

/** Takes the first free slot. The folder appears with its record in it, in one step, so two fleets never share a slot. */
export function claimSlot(claim: FleetClaim): FleetRecord {
  mkdirSync(runsDirectory(), { recursive: true, mode: 0o755 });
  for (let slot = 1; slot <= lastSlot; slot += 1) {
    if (existsSync(join(runsDirectory(), String(slot))) || isSubnetTaken(slot)) continue;
    const record = recordFor(claim, slot);
    if (tryClaim(record)) return record;
  }
  throw new Error(`all ${lastSlot} slots for fleets are taken; see ${runsDirectory()}`);
}

/** Lets a fleet outlive the process that started it. */
export function disownFleet({ owner: _owner, ...record }: FleetRecord): void {
  writeFileSync(join(fleetFolder(record), recordFile), JSON.stringify(record, undefined, 2));
}

/** Every fleet that is written down, by slot. */
export function listRecords(): readonly FleetRecord[] {
  if (!existsSync(runsDirectory())) return [];
  return readdirSync(runsDirectory())
    .filter((name) => /^\d+$/.test(name))
    .sort((left, right) => Number(left) - Number(right))
    .flatMap(readRecord);
}

/** Removes what fleets left behind whose owner died, or whose hosts all went down with the machine. */
export function removeDeadFleets(): void {
  for (const record of listRecords()) if (!isInUse(record)) removeFleet(record);
}

/**
 * Ends every host of a fleet and removes its mounts, links, groups and files; safe to repeat. Synchronous, so that exit handlers
 * can do it.
 */
export function removeFleet(record: FleetRecord): void {
  for (const host of record.hosts) {
    killGroups(host.machine);
    removeLink(host.machine);
    spawnSync('umount', ['--lazy', hostRootDir(record, host)], { stdio: 'ignore' });
  }
  removeBridge(record.slot);
  rmSync(fleetFolder(record), { recursive: true, force: true });
}

function recordFor({ hostCount, ...claim }: FleetClaim, slot: number): FleetRecord {
  const numbers = Array.from({ length: hostCount }, (_, index) => index + 1);
  const hosts = numbers.map((number) => ({
    name: `host${number}`,
    machine: machineName(slot, number),
    address: addressOf(slot, number),
  }));
  return { ...claim, slot, hosts };
}

function tryClaim(record: FleetRecord): boolean {
  const folder = mkdtempSync(join(runsDirectory(), 'claim-'));
  writeFileSync(join(folder, recordFile), JSON.stringify(record, undefined, 2));
  try {
    renameSync(folder, fleetFolder(record));
    return true;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

const recordFile = 'fleet.json';

function readRecord(name: string): readonly FleetRecord[] {
  try {
    return [JSON.parse(readFileSync(join(runsDirectory(), name, recordFile), 'utf8')) as FleetRecord];
  } catch {
    // Another process is removing it.
    return [];
  }
}

function isInUse(record: FleetRecord): boolean {
  if (record.owner !== undefined) return isSameProcessAlive(record.owner);
  return record.hosts.some((host) => isPopulated(host.machine));
}
