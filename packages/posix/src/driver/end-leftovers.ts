import { text } from 'node:stream/consumers';
import { commandFor, type Identity } from '../program/bootstrap.ts';
import { settleWithin, timedOut } from '../transports/deadline.ts';
import type { Session } from '../transports/transport.ts';

const deadlineMs = 10_000;

/**
 * Ends a program that was given up, with everything it started, through a second command: a closed channel alone ends nothing on the
 * node, and a tool that hangs would stay there after every plan. Where that command does not get through, nothing more can be done.
 * Gives what is mounted on the node, as `/proc/self/mountinfo` tells it; empty where nobody can tell.
 */
export async function endLeftovers(
  session: Session,
  program: { readonly pid: number; readonly identity: Identity },
): Promise<string> {
  const started = await session.start(commandFor(endGroup(program.pid), program.identity));
  if (started.kind === 'failed') return '';
  const { process } = started;
  process.stdin.on('error', () => undefined);
  process.stdin.end();
  const table = text(process.stdout).catch(() => '');
  process.stderr.resume();
  const ended = await settleWithin(Promise.all([table, process.exited]), deadlineMs);
  if (ended === timedOut) process.abandon('ending took too long');
  return ended === timedOut ? '' : ended[0];
}

/**
 * The third field behind the name in proc_pid_stat(5) is the process group: that of the channel, whose processes are all the
 * program's. Where the program itself has gone, the group may still be there under its number. No single quotes: it travels inside them.
 */
function endGroup(pid: number): string {
  return [
    'head -c 1048576 /proc/self/mountinfo 2>/dev/null',
    `if read -r s </proc/${pid}/stat; then set -- \${s##*) }; g=$3; else g=${pid}; fi 2>/dev/null`,
    '[ "$g" -gt 1 ] || exit 0',
    'kill -TERM "-$g" 2>/dev/null || exit 0',
    'sleep 1',
    'kill -KILL "-$g" 2>/dev/null',
    'exit 0',
  ].join('; ');
}
