import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import type { ContainerValue, FoundContainer } from '../../queries/container.ts';
import type { ContainerSettings } from '../../queries/container-settings.ts';
import { optionsOf } from './compare.ts';
import type { ContainerSpec } from './declared.ts';
import { optionOwner } from './option-names.ts';
import { hasUntold, madeWith, toldSettings } from './setting-compare.ts';
import { isNoLimit } from './settings.ts';

/** A container that is there, and the engine that has it. */
export type FoundParts = Pick<ContainerValue, 'engine'> & { readonly container: FoundContainer };

/** What a container was made with, as properties of a declaration; its variables, labels and health are not among them. */
export function partsOf({ container: found, engine }: FoundParts): JsonObject {
  const options = JSON.parse(optionsOf(found)) as readonly string[];
  const parts: JsonObject = {
    image: found.image,
    state: found.running ? 'running' : 'stopped',
    ...given('command', found.command),
    ...given('entrypoint', found.entrypoint),
    ...given('ports', found.ports.map(portOf)),
    ...given(
      'volumes',
      found.volumes.map((volume) => volume.replace(/:rw$/, '')),
    ),
    ...given('networks', found.networks),
    ...(found.restart === 'no' ? {} : { restart: found.restart }),
    ...(found.user === '' ? {} : { user: found.user }),
    ...(found.workdir === '' ? {} : { workdir: found.workdir }),
    ...(found.memoryBytes === 0 ? {} : { memory: String(found.memoryBytes) }),
    ...(found.cpus === 0 ? {} : { cpus: found.cpus }),
    ...(found.readOnly ? { read_only: true } : {}),
    ...(found.privileged ? { privileged: true } : {}),
    ...declarable(settingsGiven(found, engine)),
    ...(isWithoutCheck(found) ? { healthcheck: 'none' } : {}),
    ...given('options', options),
  };
  const byOptions = new Set(options.map(optionOwner));
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !byOptions.has(name)));
}

/** What was left out of the parts, because nobody tells it. */
export function untoldParts({ container, engine }: FoundParts): readonly string[] {
  if (!hasUntold(container, engine)) return [];
  const devices = container.settings.devices ?? [];
  const also = devices.length === 0 ? '' : `, and its devices ${devices.join(', ')}, as their rights are not told`;
  return [
    `Podman does not tell fixed addresses, settings of the kernel and options of the log; declare them if it has any${also}.`,
  ];
}

/** What somebody gave the container that is there and nobody declares: neither the image nor the engine brings it along. */
export function undeclaredParts(spec: ContainerSpec, { container: found, engine }: ContainerValue): readonly string[] {
  if (found === null) return [];
  const given: readonly (readonly [string, unknown, boolean])[] = [
    ['ports', spec.ports, found.ports.length > 0],
    ['volumes', spec.volumes, found.volumes.length > 0],
    ['variables', spec.env ?? spec.envFile, found.otherEnv.length > 0],
    ['networks', spec.networks, !['', 'bridge', 'podman'].includes(found.networks.join())],
    ['a restart policy', spec.restart, found.restart !== 'no'],
    ['limits', spec.memoryBytes ?? spec.cpus, found.memoryBytes > 0 || found.cpus > 0],
    ['all rights', spec.privileged, found.privileged],
  ];
  return [
    ...given.flatMap(([name, declared, isFound]) => (declared === null && isFound ? [name] : [])),
    ...undeclaredSettings(spec, { container: found, engine }),
  ];
}

function undeclaredSettings(
  { settings, options }: ContainerSpec,
  { container, engine }: FoundParts,
): readonly string[] {
  const told = settingsGiven(container, engine);
  const byOptions = new Set(options.map(optionOwner));
  // Podman gives limits of its own to all.
  const isNobodys = engine === 'podman' && madeWith(container)['ulimits'] === undefined;
  const devices = container.settings.devices ?? [];
  const isFound = (name: string): boolean =>
    name === 'devices' ? devices.length > 0 : told[name] !== undefined && !(name === 'ulimits' && isNobodys);
  const isLost = (name: string): boolean => isFound(name) && !Object.hasOwn(settings, name) && !byOptions.has(name);
  return Object.entries(settingNames).flatMap(([what, names]) => (names.some(isLost) ? [what] : []));
}

const settingNames: Readonly<Record<string, readonly (keyof ContainerSettings)[]>> = {
  'fixed addresses': ['ip', 'ip6'],
  'name servers': ['dns', 'dns_search'],
  devices: ['devices'],
  'file systems in memory': ['tmpfs'],
  'limits of its processes': ['ulimits'],
  'settings of the kernel': ['sysctls'],
  'a log of its own': ['log_driver', 'log_options'],
  capabilities: ['cap_add', 'cap_drop'],
  'further limits': ['memory_swap', 'memory_reservation', 'pids_limit', 'cpu_shares', 'cpuset_cpus', 'shm_size'],
};

/** The settings that somebody gave it, as they are declared: what the engine gives to all is none of them. */
function settingsGiven(found: FoundContainer, engine: 'docker' | 'podman'): JsonObject {
  const { devices = [], ...others }: ContainerSettings = toldSettings(found, engine);
  const isUsual = (name: string, value: Json): boolean =>
    madeWith(found)[name] === undefined &&
    usualSettings(found, engine).some(([usual, of]) => usual === name && of === value);
  const plain: JsonObject = others;
  return Object.fromEntries(
    Object.entries({ ...plain, devices: devices.filter((device) => device.split(':').length === 3) }).filter(
      ([name, value]) => !isEmpty(value) && !isUsual(name, value),
    ),
  );
}

/** The logs and limits that containers have by themselves where nobody says others to the engine. */
function usualSettings(
  { memoryBytes }: FoundContainer,
  engine: 'docker' | 'podman',
): readonly (readonly [keyof ContainerSettings, Json])[] {
  return [
    ...['json-file', 'k8s-file', 'journald'].map((driver) => ['log_driver', driver] as const),
    ['memory_swap', 2 * memoryBytes],
    ['pids_limit', engine === 'docker' ? -1 : 2048],
    ['shm_size', engine === 'docker' ? 64 * 1024 * 1024 : 65_536_000],
  ];
}

/** Amounts of memory are declared as texts. */
function declarable(settings: JsonObject): JsonObject {
  const amounts = ['memory_swap', 'memory_reservation', 'shm_size'];
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, amounts.includes(name) ? String(Number(value)) : value]),
  );
}

function isEmpty(value: Json): boolean {
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) ? Object.keys(value).length === 0 : isNoLimit(value);
}

function isWithoutCheck({ health }: FoundContainer): boolean {
  const test = health?.['Test'];
  return test !== undefined && isJsonArray(test) && test[0] === 'NONE';
}

function given(name: string, list: readonly string[]): JsonObject {
  return list.length === 0 ? {} : { [name]: list };
}

/** `:8080:80/tcp` as it is declared. */
function portOf(port: string): string {
  const [, ip = '', host = '', inside = ''] = /^(.*):(\d+):(\d+\/\w+)$/.exec(port) ?? [];
  const address = ip === '' ? '' : ip.includes(':') ? `[${ip}]:` : `${ip}:`;
  return `${address}${host}:${inside.replace(/\/tcp$/, '')}`;
}
