import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createGroups, isPopulated } from './cgroup.ts';
import { execInside } from './inside.ts';
import { bridgeName } from './network.ts';
import { type FleetRecord, type HostRecord, hostFolder, hostRootDir } from './record.ts';

/**
 * Starts the systemd of a host whose disk is mounted and comes back when the host is up: its boot has finished and its sshd
 * answers. Throws with the end of its console when that takes more than a minute.
 */
export async function bootHost(record: FleetRecord, host: HostRecord): Promise<void> {
  if (isPopulated(host.machine)) throw new Error(`${host.name} (${host.machine}) is up already`);
  const consoleFile = join(hostFolder(record, host), 'console.log');
  const machine = startMachine(record, { host, consoleFile });
  const deadline = performance.now() + 60_000;
  while (!(await isUp(host))) {
    if (performance.now() > deadline || hasEnded(machine)) throw bootFailure(host, consoleFile);
    await delay(50);
  }
}

/**
 * The host gets a session and control groups of its own, so that neither a Ctrl-C nor what happens to the groups of this process
 * reaches it.
 */
function startMachine(
  record: FleetRecord,
  { host, consoleFile }: { host: HostRecord; consoleFile: string },
): ChildProcess {
  const enterGroups = createGroups(host.machine).map((directory) => `echo $$ >'${directory}/cgroup.procs'`);
  const output = openSync(consoleFile, 'a');
  const program = `${enterGroups.join(' && ')} && while "$@"; [ $? -eq ${rebootStatus} ]; do :; done`;
  const child = spawn('/bin/sh', ['-c', program, 'sh', 'systemd-nspawn', ...machineOptions(record, host)], {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...machineEnvironment },
  });
  child.unref();
  closeSync(output);
  return child;
}

/** With --keep-unit, systemd-nspawn leaves a reboot of the host to whoever started it, and asks for it by this exit status. */
const rebootStatus = 133;

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** /tmp lies on the host's disk, as on Debian 12, and the host may set its own network sysctls. */
const machineEnvironment = { SYSTEMD_NSPAWN_TMPFS_TMP: '0', SYSTEMD_NSPAWN_API_VFS_WRITABLE: 'network' };

function machineOptions(record: FleetRecord, host: HostRecord): readonly string[] {
  return [
    '--boot',
    '--quiet',
    `--directory=${hostRootDir(record, host)}`,
    `--machine=${host.machine}`,
    `--hostname=${host.name}`,
    `--network-bridge=${bridgeName(record.slot)}`,
    '--console=pipe',
    '--keep-unit',
    '--link-journal=no',
    '--register=no',
    '--resolv-conf=off',
    '--settings=no',
    '--timezone=off',
  ];
}

async function isUp(host: HostRecord): Promise<boolean> {
  const state = await execInside(host, 'systemctl is-system-running');
  return /^(running|degraded)$/m.test(state.stdout) && (await answersSsh(host.address));
}

function answersSsh(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port: 22, timeout: 1000 });
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('data', (banner) => settle(banner.toString('latin1').startsWith('SSH-2.0-')));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}

function bootFailure(host: HostRecord, consoleFile: string): Error {
  const console = readFileSync(consoleFile, 'utf8').trim().split('\n').slice(-20).join('\n');
  return new Error(`${host.name} (${host.machine}) did not come up; its console ends with:\n${console}`);
}
