import {
  type ContainerSettings,
  capabilityName,
  deviceRights,
  oneAddress,
  tmpfsText,
} from '../../queries/container-settings.ts';
import type { Texts } from '../../queries/json-parts.ts';
import { bytesOf, swapBytesOf } from './memory-text.ts';
import type { ContainerProperties } from './schema.ts';

/** The settings that are declared, as an engine would tell them. */
export function declareSettings(properties: ContainerProperties): ContainerSettings {
  const { dns, dns_search, devices, tmpfs, cap_add, cap_drop, ulimits, ip, ip6, sysctls } = properties;
  const { log_driver, log_options } = properties;
  return {
    ...(dns === undefined ? {} : { dns: dns.map(oneAddress) }),
    ...(dns_search === undefined ? {} : { dns_search }),
    ...(devices === undefined ? {} : { devices: devices.map((text) => deviceText(deviceParts(text))).sort() }),
    ...(tmpfs === undefined ? {} : { tmpfs: tmpfs.map(declaredTmpfs).sort() }),
    ...(cap_add === undefined ? {} : { cap_add: cap_add.map(capabilityName).sort() }),
    ...(cap_drop === undefined ? {} : { cap_drop: cap_drop.map(capabilityName).sort() }),
    ...(ulimits === undefined ? {} : { ulimits: mapTexts(ulimits, ulimitText) }),
    ...(ip === undefined ? {} : { ip: mapTexts(ip, oneAddress) }),
    ...(ip6 === undefined ? {} : { ip6: mapTexts(ip6, oneAddress) }),
    ...(sysctls === undefined ? {} : { sysctls: mapTexts(sysctls, String) }),
    ...(log_driver === undefined ? {} : { log_driver }),
    ...(log_options === undefined ? {} : { log_options: mapTexts(log_options, String) }),
    ...declareLimits(properties),
  };
}

function declareLimits(properties: ContainerProperties): ContainerSettings {
  const { memory_swap, memory_reservation, pids_limit, cpu_shares, cpuset_cpus, shm_size } = properties;
  return {
    ...(memory_swap === undefined ? {} : { memory_swap: swapBytesOf(memory_swap) }),
    ...(memory_reservation === undefined ? {} : { memory_reservation: bytesOf(memory_reservation) }),
    ...(pids_limit === undefined ? {} : { pids_limit }),
    ...(cpu_shares === undefined ? {} : { cpu_shares }),
    ...(cpuset_cpus === undefined ? {} : { cpuset_cpus }),
    ...(shm_size === undefined ? {} : { shm_size: bytesOf(shm_size) }),
  };
}

/** The options of `create` and `update` for limits; those that are nothing are not said. */
export function limitWords(settings: ContainerSettings, names: readonly LimitName[] = limitNames): readonly string[] {
  return names.flatMap((name) => {
    const value = settings[name];
    return value === undefined || isNoLimit(value) ? [] : [`--${name.replaceAll('_', '-')}`, String(value)];
  });
}

/** The limits, as they are named; all but the last are changed in place by docker. */
export const limitNames = [
  'memory_swap',
  'memory_reservation',
  'pids_limit',
  'cpu_shares',
  'cpuset_cpus',
  'shm_size',
] as const;
type LimitName = (typeof limitNames)[number];

/** The limits that docker changes in place. */
export const updatedLimits: readonly LimitName[] = limitNames.filter((name) => name !== 'shm_size');

/** True for what stands where nobody gave a limit: none can be taken away in place. */
export function isNoLimit(value: unknown): boolean {
  return value === 0 || value === '';
}

/** The options of `create` for them; the addresses are those in `network`. */
export function settingWords(settings: ContainerSettings, network: string | undefined): readonly string[] {
  const each = (option: string, values: readonly string[] = []) => values.flatMap((value) => [option, value]);
  const pairs = (values: Texts = {}) => Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [
    ...each('--dns', settings.dns),
    ...each('--dns-search', settings.dns_search),
    ...each('--device', settings.devices),
    ...each('--tmpfs', settings.tmpfs),
    ...each('--cap-add', settings.cap_add),
    ...each('--cap-drop', settings.cap_drop),
    ...each('--ulimit', pairs(settings.ulimits)),
    ...each('--sysctl', pairs(settings.sysctls)),
    ...each('--log-driver', settings.log_driver === undefined ? [] : [settings.log_driver]),
    ...each('--log-opt', pairs(settings.log_options)),
    ...limitWords(settings),
    ...(network === undefined ? [] : addressWords(settings, network)),
  ];
}

/** The options of `create` and `network connect` for the addresses that are fixed in a network. */
export function addressWords({ ip, ip6 }: ContainerSettings, network: string): readonly string[] {
  const [first, second] = [ip?.[network], ip6?.[network]];
  return [...(first === undefined ? [] : ['--ip', first]), ...(second === undefined ? [] : ['--ip6', second])];
}

/** What a device is declared as. */
export const devicePattern = /^(\/[^:]+?)(?::(\/[^:]+))?(?::([rwm]{1,3}))?$/;

type DeviceParts = { readonly path: string; readonly inside: string; readonly rights: string };

/** The parts of a declared device: it has the same path inside, and all rights, unless others are declared. */
export function deviceParts(device: string): DeviceParts {
  const [, path = '', inside = path, rights = 'rwm'] = devicePattern.exec(device) ?? [];
  return { path, inside, rights: deviceRights(rights) };
}

function deviceText({ path, inside, rights }: DeviceParts): string {
  return `${path}:${inside}:${rights}`;
}

function declaredTmpfs(tmpfs: string): string {
  const [path = '', options = ''] = tmpfs.split(':');
  return tmpfsText(path, options);
}

/** The limits of a declaration, softer and harder one; infinite ones are -1. */
export function ulimitText(value: string | number): string {
  const limits = String(value).split(':');
  return (limits.length === 1 ? [...limits, ...limits] : limits)
    .map((limit) => (limit === 'unlimited' ? '-1' : limit))
    .join(':');
}

function mapTexts<Value>(values: Readonly<Record<string, Value>>, text: (value: Value) => string): Texts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
}
