import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The control groups of one host. Every process of the host is in them, so they are how a host is found, frozen and killed;
 * without them, several systemd instances would share one group and stop each other's services.
 */
export function groupDirectories(machine: string): readonly string[] {
  return hierarchies().map((mountPoint) => join(mountPoint, `setpoint-${machine}`));
}

/** True where the kernel offers the second version of control groups, alone or beside the first. */
export function hasControlGroups(): boolean {
  return hierarchies().length > 0;
}

/** Makes the groups of a host and gives their directories. */
export function createGroups(machine: string): readonly string[] {
  const directories = groupDirectories(machine);
  for (const directory of directories) mkdirSync(directory, { recursive: true });
  return directories;
}

/** Kills every process of the host at once, waits until all are gone, and removes the groups. Synchronous, for exit handlers. */
export function killGroups(machine: string): void {
  const [unified] = groupDirectories(machine);
  if (unified !== undefined && existsSync(unified)) {
    writeFileSync(join(unified, 'cgroup.kill'), '1');
    waitUntilEmpty(unified);
  }
  for (const directory of groupDirectories(machine)) removeTree(directory);
}

/** Stops every process of the host in its tracks, or lets them go on; settled when the kernel has done it. */
export function setFrozen(machine: string, frozen: boolean): void {
  const [unified = ''] = groupDirectories(machine);
  writeFileSync(join(unified, 'cgroup.freeze'), frozen ? '1' : '0');
  waitForEvent(unified, frozen ? 'frozen 1' : 'frozen 0');
}

/** True while any process of the host lives. */
export function isPopulated(machine: string): boolean {
  const [unified = ''] = groupDirectories(machine);
  return existsSync(unified) && readEvents(unified).includes('populated 1');
}

/** The host's own first process as this machine numbers it; undefined before it has set up its groups, and when it is down. */
export function leaderOf(machine: string): number | undefined {
  const [unified = ''] = groupDirectories(machine);
  const members = join(unified, 'payload/init.scope/cgroup.procs');
  if (!existsSync(members)) return undefined;
  return readFileSync(members, 'utf8').trim().split('\n').map(Number).find(isFirstInNamespace);
}

/** The mount point of version 2 first, then that of systemd's own named hierarchy where version 1 is in use beside it. */
function hierarchies(): readonly string[] {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const unified = mounts.filter(([, , type]) => type === 'cgroup2');
  const named = mounts.filter(
    ([, , type, options]) => type === 'cgroup' && options?.split(',').includes('name=systemd'),
  );
  return [...unified.slice(0, 1), ...(unified.length > 0 ? named.slice(0, 1) : [])].flatMap(([, path]) => path ?? []);
}

function isFirstInNamespace(pid: number): boolean {
  try {
    return /^NSpid:.*\t1$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function waitUntilEmpty(directory: string): void {
  waitForEvent(directory, 'populated 0');
}

function waitForEvent(directory: string, event: string): void {
  const deadline = performance.now() + 10_000;
  while (!readEvents(directory).includes(event)) {
    if (performance.now() > deadline) throw new Error(`${directory} did not come to "${event}" in ten seconds`);
    pauseMs(5);
  }
}

function readEvents(directory: string): string {
  return readFileSync(join(directory, 'cgroup.events'), 'utf8');
}

function pauseMs(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);
}

/** A group is removed by rmdir, deepest first; its control files go with it. */
function removeTree(directory: string): void {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) removeTree(join(directory, entry.name));
  }
  rmdirSync(directory);
}
