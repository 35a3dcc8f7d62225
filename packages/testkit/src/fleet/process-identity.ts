import { readFileSync } from 'node:fs';

/** Names one process for good: a pid alone is given to another process after a while. */
export type ProcessIdentity = { readonly pid: number; readonly startTicks: string };

/** The identity of the process that runs this code. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startTicks: startTicksOf(process.pid) ?? '' };
}

/** True when that very process runs; a process that ended and was not yet collected does not. */
export function isSameProcessAlive(identity: ProcessIdentity): boolean {
  return startTicksOf(identity.pid) === identity.startTicks;
}

/** True when a process has this pid. */
export function isProcessAlive(pid: number): boolean {
  return startTicksOf(pid) !== undefined;
}

/** Field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold spaces and parentheses, so count from its end. */
function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
