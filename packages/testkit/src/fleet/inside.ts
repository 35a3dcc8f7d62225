import { leaderOf } from './cgroup.ts';
import type { HostRecord } from './record.ts';
import { type CommandResult, runCommand } from './run-command.ts';

/** How long a command inside a host may take: longer than any package installation of the tests. */
const insideTimeoutMs = 120_000;

/**
 * Runs a POSIX shell command as root inside a host, past its network and its sshd. A host that is down answers with code null
 * and says so on stderr.
 */
export async function execInside(host: HostRecord, command: string): Promise<CommandResult> {
  const leader = leaderOf(host.machine);
  if (leader === undefined) return { code: null, stdout: '', stderr: `${host.name} is down` };
  const namespaces = ['--mount', '--uts', '--ipc', '--net', '--pid', '--cgroup', '--root', '--wd'];
  return runCommand('nsenter', [`--target=${leader}`, ...namespaces, '/bin/sh', '-c', command], {
    environment: insideEnvironment,
    timeoutMs: insideTimeoutMs,
  });
}

const insideEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LC_ALL: 'C.UTF-8',
  DEBIAN_FRONTEND: 'noninteractive',
};
