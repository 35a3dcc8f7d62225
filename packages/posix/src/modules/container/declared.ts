import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';

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
  readonly capAdd: readonly string[] | null;
  readonly health: Health | null;
  readonly options: readonly string[];
};

export type Health = {
  readonly command: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
};

const text = (description: string) => Type.Optional(Type.String({ description, 'x-source-text': true, minLength: 1 }));
const texts = (description: string) => Type.Optional(Type.Array(Type.String({ minLength: 1 }), { description }));
const map = (description: string) => Type.Optional(Type.Record(Type.String(), Type.String(), { description }));

export const containerSchema = Type.Object(
  {
    image: text(
      'Image with its tag or digest, such as `docker.io/library/nginx:1.27`. Needed unless the container is absent.',
    ),
    state: Type.Optional(
      Type.Union([Type.Literal('running'), Type.Literal('stopped'), Type.Literal('absent')], {
        description: 'Whether it runs, is there and does not run, or is not there. Default: running.',
      }),
    ),
    engine: Type.Optional(
      Type.Union([Type.Literal('auto'), Type.Literal('docker'), Type.Literal('podman')], {
        description:
          'Whose command line is used. Default: auto, which is docker where its daemon answers, else podman.',
      }),
    ),
    pull: Type.Optional(
      Type.Union([Type.Literal('missing'), Type.Literal('never')], {
        description:
          'Fetch the image when the node does not have it, or never. An image that the node has is not asked for anew: name another tag or a digest to bring another one. Default: missing.',
      }),
    ),
    command: texts('Arguments, each a word of its own, in the place of those of the image.'),
    entrypoint: texts(
      'Program and first arguments, in the place of those of the image and of its arguments; an empty list for none.',
    ),
    env: map(
      'Environment variables beside those of the image; others than these are a difference. Secrets do not belong here but into `env_file`.',
    ),
    env_file: text(
      'Absolute path, on the node, of a file with lines NAME=value, such as a `file` of mode 0600 in the same playbook. When it changes, the container is made anew.',
    ),
    ports: texts('Ports that are opened on the node: `8080:80`, `127.0.0.1:8080:80`, `53:53/udp`.'),
    volumes: texts(
      'What is mounted: `/srv/data:/data`, `name:/data`, with `:ro` for reading only, and `:z` or `:Z` for SELinux. A named volume is made by the engine and kept when the container goes.',
    ),
    networks: texts(
      'Networks that it is in and no others, or one of `host`, `bridge` and `none`. They have to be there.',
    ),
    restart: text(
      'When the engine starts it again: `no`, `always`, `unless-stopped`, `on-failure` or `on-failure:5`. After a boot podman does so where its service `podman-restart` is enabled.',
    ),
    labels: map('Labels; others that it has are left alone.'),
    user: text('Account in the container, by name or number, with `:GROUP` if need be.'),
    workdir: text('Directory that it starts in.'),
    hostname: text('Name of the host that it sees.'),
    memory: text('Most memory: bytes, or with k, m or g.'),
    cpus: Type.Optional(Type.Number({ description: 'Most processors, such as 1.5.', exclusiveMinimum: 0 })),
    read_only: Type.Optional(Type.Boolean({ description: 'Its own file system cannot be written to.' })),
    privileged: Type.Optional(Type.Boolean({ description: 'It may do what root of the node may do.' })),
    cap_add: texts('Capabilities beside the usual ones, such as `NET_ADMIN`.'),
    healthcheck: Type.Optional(
      Type.Object(
        {
          command: Type.String({ description: 'Shell command that succeeds while it is healthy.', minLength: 1 }),
          interval: Type.Optional(
            Type.Integer({ description: 'Seconds between two checks. Default: 30.', minimum: 1 }),
          ),
          timeout: Type.Optional(
            Type.Integer({ description: 'Seconds that one check may take. Default: 30.', minimum: 1 }),
          ),
          retries: Type.Optional(
            Type.Integer({ description: 'Failures until it is unhealthy. Default: 3.', minimum: 1 }),
          ),
        },
        { additionalProperties: false, description: 'How the engine tells whether it is healthy.' },
      ),
    ),
    options: texts(
      'Further options of `docker run` or `podman run`, such as `--device=/dev/fuse`, `--dns=10.0.0.1`, `--tmpfs=/run`, `--ip=10.0.0.9` or `--no-healthcheck`, each one word. They are compared, in order, with those that it was made with.',
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareContainer({
  identity,
  properties,
}: TypedInput<typeof containerSchema>): TypedDeclaration<ContainerDeclared> {
  const problems = [...nameProblems(identity), ...imageProblems(properties), ...partProblems(properties)];
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

type Properties = Static<typeof containerSchema>;

function specOf(properties: Properties): ContainerSpec {
  const { memory, healthcheck, ports, volumes, cap_add } = properties;
  return {
    ...plainParts(properties),
    ports: ports === undefined ? null : ports.map(portText).sort(),
    volumes: volumes === undefined ? null : volumes.map(volumeText).sort(),
    memoryBytes: memory === undefined ? null : bytesOf(memory),
    capAdd: cap_add === undefined ? null : cap_add.map((name) => name.replace(/^CAP_/, '')).sort(),
    health: healthcheck === undefined ? null : healthOf(healthcheck),
  };
}

function plainParts(
  properties: Properties,
): Omit<ContainerSpec, 'ports' | 'volumes' | 'memoryBytes' | 'capAdd' | 'health'> {
  const given = <Key extends keyof Properties>(key: Key): NonNullable<Properties[Key]> | null =>
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
  };
}

function healthOf({
  command,
  interval = 30,
  timeout = 30,
  retries = 3,
}: NonNullable<Properties['healthcheck']>): Health {
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

function bytesOf(memory: string): number {
  const [, digits = '', unit = ''] = memoryPattern.exec(memory) ?? [];
  return Number(digits) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}

const memoryPattern = /^(\d{1,15})([kmg]?)b?$/i;

function nameProblems(name: string): readonly DeclarationProblem[] {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(name)) return [];
  return [
    {
      property: '',
      detail: `"${name}" is no name for a container: letters, digits, dots, dashes and underscores make one.`,
    },
  ];
}

function imageProblems({ state, image }: Properties): readonly DeclarationProblem[] {
  if (state === 'absent') return [];
  if (image === undefined) return [{ property: 'image', detail: 'The image is not declared.', hint: 'add `image:`' }];
  if (/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(image)) return [];
  return [{ property: 'image', detail: `"${image}" is no name of an image.` }];
}

function partProblems(properties: Properties): readonly DeclarationProblem[] {
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
}: Properties): readonly (readonly [string, string])[] {
  const path = env_file === undefined ? undefined : canonicalPath(env_file);
  return [
    ...(restart === undefined || /^(no|always|unless-stopped|on-failure(:[1-9]\d*)?)$/.test(restart)
      ? []
      : ([['restart', `"${restart}" is no restart policy.`]] as const)),
    ...(memory === undefined || memoryPattern.test(memory)
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
