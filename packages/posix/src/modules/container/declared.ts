import type { DeclarationProblem } from '@setpoint/model';
import type { TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { ContainerSettings } from '../../queries/container-settings.ts';
import { bytesOf } from './memory-text.ts';
import type { ContainerProperties, containerSchema } from './schema.ts';
import { settingProblems } from './setting-problems.ts';
import { declareSettings } from './settings.ts';

/** A container as declared, in canonical form; null leaves what the image or the engine gives. */
export type ContainerDeclared = {
  readonly name: string;
  readonly engine: 'auto' | 'docker' | 'podman';
  readonly state: 'running' | 'stopped' | 'absent';
  readonly pull: 'missing' | 'never';
  readonly spec: ContainerSpec;
};

/** What a container is made of. */
export type ContainerSpec = {
  readonly image: string;
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly env: Readonly<Record<string, string>> | null;
  readonly envFile: string | null;
  /** `HOSTIP:HOSTPORT:PORT/PROTOCOL`. */
  readonly ports: readonly string[] | null;
  /** `SOURCE:DESTINATION:ro` or `:rw`, with `,z` or `,Z` behind it. */
  readonly volumes: readonly string[] | null;
  readonly networks: readonly string[] | null;
  readonly restart: string | null;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly user: string | null;
  readonly workdir: string | null;
  readonly hostname: string | null;
  readonly memoryBytes: number | null;
  readonly cpus: number | null;
  readonly readOnly: boolean | null;
  readonly privileged: boolean | null;
  /** `none` leaves out the check of the image. */
  readonly health: Health | 'none' | null;
  readonly settings: ContainerSettings;
  readonly options: readonly string[];
  /** Id of a container of before, which is made once more; null where none is led back. */
  readonly restores: string | null;
};

export type Health = {
  readonly command: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
};

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareContainer({
  identity,
  properties,
}: TypedInput<typeof containerSchema>): TypedDeclaration<ContainerDeclared> {
  const problems = [
    ...nameProblems(identity),
    ...imageProblems(properties),
    ...partProblems(properties),
    ...settingProblems(properties),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: ContainerDeclared = {
    name: identity,
    engine: properties.engine ?? 'auto',
    state: properties.state ?? 'running',
    pull: properties.pull ?? 'missing',
    spec: specOf(properties),
  };
  return { kind: 'declared', identity, declared };
}

function specOf(properties: ContainerProperties): ContainerSpec {
  const { memory, healthcheck, ports, volumes } = properties;
  return {
    ...plainParts(properties),
    ports: ports === undefined ? null : ports.map(portText).sort(),
    volumes: volumes === undefined ? null : volumes.map(volumeText).sort(),
    memoryBytes: memory === undefined ? null : bytesOf(memory),
    health: healthcheck === undefined ? null : healthcheck === 'none' ? 'none' : healthOf(healthcheck),
    settings: declareSettings(properties),
  };
}

function plainParts(
  properties: ContainerProperties,
): Omit<ContainerSpec, 'ports' | 'volumes' | 'memoryBytes' | 'health' | 'settings'> {
  const given = <Key extends keyof ContainerProperties>(key: Key): NonNullable<ContainerProperties[Key]> | null =>
    properties[key] ?? null;
  const networks = given('networks');
  return {
    image: properties.image ?? '',
    command: given('command'),
    entrypoint: given('entrypoint'),
    env: given('env'),
    envFile: given('env_file'),
    networks: networks === null ? null : [...networks].sort(),
    restart: given('restart'),
    labels: given('labels'),
    user: given('user'),
    workdir: given('workdir'),
    hostname: given('hostname'),
    cpus: given('cpus'),
    readOnly: given('read_only'),
    privileged: given('privileged'),
    options: properties.options ?? [],
    restores: null,
  };
}

function healthOf({
  command,
  interval = 30,
  timeout = 30,
  retries = 3,
}: Exclude<NonNullable<ContainerProperties['healthcheck']>, 'none'>): Health {
  return { command, intervalSeconds: interval, timeoutSeconds: timeout, retries };
}

function portText(port: string): string {
  const [, ip = '', host = '', inside = '', protocol = 'tcp'] = portPattern.exec(port) ?? [];
  const address = ip.replace(/:$/, '').replace(/^\[|\]$/g, '');
  return `${address === '0.0.0.0' ? '' : address}:${host}:${inside}/${protocol}`;
}

const portPattern = /^(\d+(?:\.\d+){3}:|\[[0-9a-f:]+\]:)?(\d+):(\d+)(?:\/(tcp|udp|sctp))?$/i;

function volumeText(volume: string): string {
  const { source, destination, mode } = volumeParts(volume);
  const flags = mode.split(',');
  const label = flags.find((flag) => flag === 'z' || flag === 'Z');
  return `${source}:${destination}:${flags.includes('ro') ? 'ro' : 'rw'}${label === undefined ? '' : `,${label}`}`;
}

type VolumeParts = { readonly source: string; readonly destination: string; readonly mode: string };

/** The parts of a volume, its paths as the engines tell them. */
function volumeParts(volume: string): VolumeParts {
  const [source = '', destination = '', mode = ''] = volume.split(':');
  const canonical = (path: string): string => {
    const result = canonicalPath(path);
    return result.kind === 'path' ? result.path : path;
  };
  return { source: canonical(source), destination: canonical(destination), mode };
}

function sharedDestinations(volumes: readonly string[]): readonly string[] {
  const paths = volumes.map((volume) => volumeParts(volume).destination);
  return [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))];
}

/** Volumes as an engine tells them: how they were labelled for SELinux is not among it. */
export function plainVolumes(volumes: readonly string[]): readonly string[] {
  return volumes.map((volume) => volume.replace(/,[zZ]$/, '')).sort();
}

function nameProblems(name: string): readonly DeclarationProblem[] {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(name)) return [];
  return [
    {
      property: '',
      detail: `"${name}" is no name for a container: letters, digits, dots, dashes and underscores make one.`,
    },
  ];
}

function imageProblems({ state, image }: ContainerProperties): readonly DeclarationProblem[] {
  if (state === 'absent') return [];
  if (image === undefined) return [{ property: 'image', detail: 'The image is not declared.', hint: 'add `image:`' }];
  if (/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(image)) return [];
  return [{ property: 'image', detail: `"${image}" is no name of an image.` }];
}

function partProblems(properties: ContainerProperties): readonly DeclarationProblem[] {
  const { ports = [], volumes = [], networks = [], env = {}, labels = {} } = properties;
  const problem = (property: string, detail: string, hint?: string): DeclarationProblem => ({
    property,
    detail,
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    ...ports
      .filter((port) => !portPattern.test(port))
      .map((port) => problem('ports', `"${port}" is no port.`, 'write `8080:80` or `127.0.0.1:8080:80/tcp`')),
    ...sharedDestinations(volumes).map((path) =>
      problem('volumes', `Two volumes are mounted at ${path}.`, 'remove one'),
    ),
    ...(properties.command?.length === 0 && properties.entrypoint === undefined
      ? [
          problem(
            'command',
            'No words would leave those of the image.',
            'declare `entrypoint:` as well, or remove command',
          ),
        ]
      : []),
    ...volumes
      .filter((volume) => !/^[^:]+:\/[^:]*(:(r[ow]|[zZ]|r[ow],[zZ]))?$/.test(volume) || volume.startsWith('-'))
      .map((volume) =>
        problem(
          'volumes',
          `"${volume}" is no volume.`,
          'write `/on/node:/in/container` or `name:/in/container`, with `:ro` if need be',
        ),
      ),
    ...networks
      .filter((name) => !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name))
      .map((name) => problem('networks', `"${name}" is no name of a network.`)),
    ...Object.entries(env)
      .filter(([name, value]) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || /[\n\0]/.test(value))
      .map(([name]) => problem('env', `"${name}" is no variable, or its value has more than one line.`)),
    ...Object.keys(labels)
      .filter((name) => !/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name) || name.startsWith(ownLabels))
      .map((name) => problem('labels', `"${name}" cannot be declared as a label.`)),
    ...singleProblems(properties).map(([property, detail]) => problem(property, detail)),
  ];
}

/** Labels under which a container remembers what `inspect` does not tell. */
export const ownLabels = 'setpoint.';

function singleProblems({
  restart,
  memory,
  env_file,
  options = [],
}: ContainerProperties): readonly (readonly [string, string])[] {
  const path = env_file === undefined ? undefined : canonicalPath(env_file);
  return [
    ...(restart === undefined || /^(no|always|unless-stopped|on-failure(:[1-9]\d*)?)$/.test(restart)
      ? []
      : ([['restart', `"${restart}" is no restart policy.`]] as const)),
    ...(memory === undefined || !Number.isNaN(bytesOf(memory))
      ? []
      : ([['memory', `"${memory}" is no amount of memory.`]] as const)),
    ...(path?.kind === 'invalid' ? ([['env_file', path.detail]] as const) : []),
    ...options
      .filter((option) => !option.startsWith('-'))
      .map((option) => ['options', `"${option}" is no option; write \`--name=value\` as one word.`] as const),
    ...options
      .filter((option) => /^(--(name|detach|rm|replace|pull|cidfile)\b|-d$)/.test(option))
      .map((option) => ['options', `"${option}" is set by Setpoint itself.`] as const),
  ];
}
