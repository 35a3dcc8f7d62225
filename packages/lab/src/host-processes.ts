import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';

/** The processes of one throw-away host. */
export type HostProcesses = {
  /** Starts a command in a process group of its own. */
  readonly start: (command: string) => ChildProcessWithoutNullStreams;
  readonly signalGroup: (child: ChildProcessWithoutNullStreams, signal: string) => void;
  /** Asks the group to end and, shortly after, makes it. */
  readonly endGroup: (child: ChildProcessWithoutNullStreams) => void;
  /** Ends everything that was started here, also what left its group; resolves when it is gone. */
  readonly endAll: () => Promise<void>;
};

export type HostOptions = {
  readonly homeDir: string;
  readonly user: string;
  /** Stands in the environment of every process, so that those which left their group are found again. */
  readonly marker: string;
};

const graceMs = 300;
const markerName = 'SETPOINT_LAB';

/** Commands run with `/bin/sh -c`, in the home folder, with a minimal environment and as the user of this process. */
export function hostProcesses({ homeDir, user, marker }: HostOptions): HostProcesses {
  const running = new Set<ChildProcessWithoutNullStreams>();
  const env = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: homeDir,
    USER: user,
    LOGNAME: user,
    SHELL: '/bin/sh',
    [markerName]: marker,
  };
  const start = (command: string): ChildProcessWithoutNullStreams => {
    const child = spawn('/bin/sh', ['-c', command], { cwd: homeDir, env, detached: true, stdio: 'pipe' });
    running.add(child);
    child.once('close', () => running.delete(child));
    return child;
  };
  return {
    start,
    signalGroup,
    endGroup,
    endAll: async () => {
      const ended = [...running].map(killAndWait);
      await killStrays(marker);
      await Promise.all(ended);
    },
  };
}

function signalGroup({ pid }: ChildProcessWithoutNullStreams, signal: string): void {
  if (pid === undefined || !isSignal(signal)) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself, which is all that was wanted.
  }
}

function endGroup(child: ChildProcessWithoutNullStreams): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref();
}

function killAndWait(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    signalGroup(child, 'SIGKILL');
    // Nobody reads this output any more, and unread output would keep the pipe open.
    child.stdout.resume();
    child.stderr.resume();
  });
}

/** Daemons of the host leave their group and outlive their command; where there is /proc their environment tells them. */
async function killStrays(marker: string): Promise<void> {
  for (let strays = await findStrays(marker); strays.length > 0; strays = await findStrays(marker)) {
    for (const pid of strays) killProcess(pid);
  }
}

async function findStrays(marker: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        // Processes of others and those that end meanwhile cannot be read; a zombie's environment is empty.
        const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
        return environment.split('\0').includes(`${markerName}=${marker}`) ? [Number(name)] : [];
      }),
  );
  return found.flat();
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function isSignal(name: string): name is NodeJS.Signals {
  return Object.hasOwn(constants.signals, name);
}
