import { bootHost } from './boot.ts';
import { killGroups, setFrozen } from './cgroup.ts';
import { mountPristineDisk } from './disk.ts';
import { execInside } from './inside.ts';
import { removeLink, setLink } from './network.ts';
import { type FleetRecord, type HostRecord, hostRootDir } from './record.ts';
import type { CommandResult } from './run-command.ts';

/** One real Debian host: systemd, sshd, apt and accounts of its own. */
export type FleetHost = {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** The host's disk as this machine sees it, mounted also while the host is down. */
  readonly rootDir: string;
  /** Runs a shell command inside as root, without ssh and without the network. */
  readonly exec: (command: string) => Promise<CommandResult>;
  /** Ends every process at once, as a power cut does; the disk stays as it is. */
  readonly kill: () => Promise<void>;
  /** Boots a host that is down, on the disk it has, and waits until it is up. */
  readonly start: () => Promise<void>;
  /** Stops every process in its tracks: connections stay open and nothing answers. */
  readonly freeze: () => Promise<void>;
  readonly thaw: () => Promise<void>;
  /** Loses every packet to and from the host; its processes go on. */
  readonly disconnect: () => Promise<void>;
  readonly reconnect: () => Promise<void>;
  /** Boots the host on a pristine disk, whatever state it is in. Its address, keys and machine id stay. */
  readonly reset: () => Promise<void>;
};

/** The host that a record tells of. It needs no process to have started it: everything is found by its names. */
export function hostOf(record: FleetRecord, host: HostRecord): FleetHost {
  const kill = () => {
    killGroups(host.machine);
    removeLink(host.machine);
  };
  return {
    name: host.name,
    address: host.address,
    port: 22,
    rootDir: hostRootDir(record, host),
    exec: (command) => execInside(host, command),
    kill: async () => kill(),
    start: () => bootHost(record, host),
    freeze: async () => setFrozen(host.machine, true),
    thaw: async () => setFrozen(host.machine, false),
    disconnect: () => setLink(host.machine, 'down'),
    reconnect: () => setLink(host.machine, 'up'),
    reset: async () => {
      kill();
      await mountPristineDisk(record, host);
      await bootHost(record, host);
    },
  };
}
