import { isIPv6, SocketAddress } from 'node:net';
import type { Json, JsonObject } from '@setpoint/model';
import { listOf, mapOf, numberOf, objectOf, type Texts, textOf, textsOf } from './json-parts.ts';

/**
 * What a container is given of the node and of its kernel, by the names of the properties, in one form for both engines. What is
 * missing is not declared, or not told.
 */
export type ContainerSettings = {
  /** Addresses in the order in which they are asked. */
  readonly dns?: readonly string[];
  /** Domains in the order in which they are tried. */
  readonly dns_search?: readonly string[];
  /** `PATH:PATH_INSIDE:rwm`, sorted; what podman tells of a device has no rights. */
  readonly devices?: readonly string[];
  /** `PATH` or `PATH:OPTION,…`, sorted, and its options as well. */
  readonly tmpfs?: readonly string[];
  /** Without `CAP_`, sorted. */
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  /** `SOFT:HARD` by name, -1 for no limit. */
  readonly ulimits?: Texts;
  /** IPv4 addresses by network. */
  readonly ip?: Texts;
  /** IPv6 addresses by network. */
  readonly ip6?: Texts;
  readonly sysctls?: Texts;
  readonly log_driver?: string;
  readonly log_options?: Texts;
  /** Bytes of memory and swap together; -1 for no limit, and 0 for what the engine gives. */
  readonly memory_swap?: number;
  /** Bytes; 0 for none. */
  readonly memory_reservation?: number;
  /** -1 for no limit. */
  readonly pids_limit?: number;
  /** 0 for what the engine gives. */
  readonly cpu_shares?: number;
  /** Empty for all. */
  readonly cpuset_cpus?: string;
  /** Bytes. */
  readonly shm_size?: number;
};

/**
 * Reads them from what `inspect` prints. Podman (4.3) tells neither fixed addresses nor settings of the kernel nor all options of the
 * log, and of capabilities those that a container has, beside the usual ones of docker.
 */
export function readSettings(found: JsonObject, engine: 'docker' | 'podman'): ContainerSettings {
  const host = objectOf(found['HostConfig']);
  const log = objectOf(host['LogConfig']);
  const told: ContainerSettings = {
    dns: textsOf(host['Dns']),
    dns_search: textsOf(host['DnsSearch']),
    devices: listOf(host['Devices']).map(deviceText).sort(),
    tmpfs: Object.entries(objectOf(host['Tmpfs']))
      .map(([path, options]) => tmpfsText(path, typeof options === 'string' ? options : ''))
      .sort(),
    cap_add: capabilities(host['CapAdd']),
    cap_drop: capabilities(host['CapDrop']).filter((name) => engine === 'docker' || !lackingInPodman.includes(name)),
    ulimits: Object.fromEntries(listOf(host['Ulimits']).map(ulimit)),
    log_driver: textOf(log['Type']),
    ...readLimits(host),
  };
  if (engine === 'podman') return told;
  const networks = objectOf(objectOf(found['NetworkSettings'])['Networks']);
  return {
    ...told,
    ip: addresses(networks, 'IPv4Address'),
    ip6: addresses(networks, 'IPv6Address'),
    sysctls: mapOf(host['Sysctls']),
    log_options: mapOf(log['Config']),
  };
}

function readLimits(host: JsonObject): ContainerSettings {
  const pids = numberOf(host['PidsLimit']);
  return {
    memory_swap: numberOf(host['MemorySwap']),
    memory_reservation: numberOf(host['MemoryReservation']),
    pids_limit: pids > 0 ? pids : -1,
    cpu_shares: numberOf(host['CpuShares']),
    cpuset_cpus: textOf(host['CpusetCpus']),
    shm_size: numberOf(host['ShmSize']),
  };
}

/** A file system in memory with its options in one order. */
export function tmpfsText(path: string, options: string): string {
  return options === '' ? path : `${path}:${[...new Set(options.split(','))].sort().join(',')}`;
}

/** Podman tells of each container that these are dropped, because it gives them to none by itself. */
const lackingInPodman: readonly string[] = ['AUDIT_WRITE', 'MKNOD', 'NET_RAW'];

function deviceText(device: Json): string {
  const { PathOnHost, PathInContainer, CgroupPermissions } = objectOf(device);
  const rights = textOf(CgroupPermissions);
  return `${textOf(PathOnHost)}:${textOf(PathInContainer)}${rights === '' ? '' : `:${deviceRights(rights)}`}`;
}

/** The rights of a device in one order. */
export function deviceRights(rights: string): string {
  return ['r', 'w', 'm'].filter((right) => rights.includes(right)).join('');
}

function capabilities(value: Json | undefined): readonly string[] {
  return textsOf(value).map(capabilityName).sort();
}

/** A capability as both engines mean it. */
export function capabilityName(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

function ulimit(value: Json): readonly [string, string] {
  const { Name, Soft, Hard } = objectOf(value);
  const name = textOf(Name)
    .replace(/^RLIMIT_/, '')
    .toLowerCase();
  return [name, `${Number(Soft)}:${Number(Hard)}`];
}

function addresses(networks: JsonObject, family: 'IPv4Address' | 'IPv6Address'): Texts {
  const fixed = Object.entries(networks).map(
    ([name, network]) => [name, textOf(objectOf(objectOf(network)['IPAMConfig'])[family])] as const,
  );
  return Object.fromEntries(
    fixed.filter(([, address]) => address !== '').map(([name, address]) => [name, oneAddress(address)]),
  );
}

/** An address in the one way to write it: the shortest for IPv6. */
export function oneAddress(address: string): string {
  return isIPv6(address) ? new SocketAddress({ address, family: 'ipv6' }).address : address;
}
