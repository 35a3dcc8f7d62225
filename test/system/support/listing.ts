import type { FleetHost } from '@setpoint/testkit/fleet';

/**
 * Paths that change by themselves, whatever setpoint does: the kernel's and systemd's own (`/proc`, `/sys`, `/dev`, `/run`), the
 * records of logins that sshd and systemd write (`/var/log`), the state of timers, and `/tmp`, where services keep their sockets.
 */
const living = ['/proc', '/sys', '/dev', '/run', '/tmp', '/var/log', '/var/lib/systemd', '/var/tmp'];

/** Every file of a host with inode, size, owner, mode, and the times of its content and of its inode. */
export async function listRoot(host: FleetHost): Promise<string> {
  const skipped = living.map((path) => `-path ${path}`).join(' -o ');
  const listed = await host.exec(
    `find / \\( ${skipped} \\) -prune -o -printf '%p %i %s %u %g %m %T@ %C@\\n' | LC_ALL=C sort`,
  );
  return listed.stdout;
}
