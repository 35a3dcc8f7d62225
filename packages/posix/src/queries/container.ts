import { type Answer, isJsonObject, type Json, type JsonObject, type Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type ContainerSettings, readSettings } from './container-settings.ts';
import { listOf, mapOf, numberOf, objectOf, textOf, textsOf } from './json-parts.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks docker or podman for a container and for the image that is declared for it. */
export type ContainerQuery = {
  readonly kind: 'container';
  readonly name: string;
  /** `auto` takes docker where its daemon answers, else podman. */
  readonly engine: 'auto' | 'docker' | 'podman';
  /** Empty when no image is asked for. */
  readonly image: string;
  /** The environment may hold secrets: values are told of these names alone. */
  readonly envNames: readonly string[];
};

/** The answer; a node that has neither docker nor podman is absent. */
export type ContainerValue = {
  readonly engine: 'docker' | 'podman';
  /** Null when there is no container of the name. */
  readonly container: FoundContainer | null;
  /** Id of the declared image; null when the node does not have it. */
  readonly imageId: string | null;
};

/** A container in one form for both engines. */
export type FoundContainer = {
  readonly id: string;
  readonly imageId: string;
  /** The image as it was named when the container was made. */
  readonly image: string;
  readonly running: boolean;
  readonly status: string;
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Names of variables that neither were asked for nor come from the image or the engine. */
  readonly otherEnv: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** `HOSTIP:HOSTPORT:PORT/PROTOCOL`, sorted; the address is empty for all. */
  readonly ports: readonly string[];
  /** `SOURCE:DESTINATION:ro` or `:rw`, sorted; volumes without a name are left out. */
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly restart: string;
  readonly user: string;
  readonly workdir: string;
  readonly hostname: string;
  readonly memoryBytes: number;
  readonly cpus: number;
  readonly readOnly: boolean;
  readonly privileged: boolean;
  readonly health: JsonObject | null;
  readonly settings: ContainerSettings;
};

/**
 * `sp_containers ENGINE NAME IMAGE…` prints per query `engine NAME`, or `none`, or `failed WORDS`; then what `inspect` says of the
 * container, of its image and of the declared image, each after a line `=`; then a dot. The engines put no line of one sign into it.
 */
export const containerKind: QueryKind = {
  kind: 'container',
  batchSize: 30,
  library: shRaw(
    String.raw`sp_docker= sp_podman=
sp_engine() {
  sp_said=
  case $1 in docker|auto)
    if sp_has docker; then
      [ -n "$sp_docker" ] || { sp_docker=$(sp_timeout 15 docker version --format '{{.Server.Version}}' 2>&1) && sp_docker=ok; }
      if [ "$sp_docker" = ok ]; then sp_said='engine docker'; return; fi
      sp_said="failed $(printf '%s' "$sp_docker" | tr '\n' ' ')"
    fi;;
  esac
  case $1 in podman|auto)
    if sp_has podman; then
      [ -n "$sp_podman" ] || { sp_podman=$(sp_timeout 15 podman version --format '{{.Client.Version}}' 2>&1) && sp_podman=ok; }
      if [ "$sp_podman" = ok ]; then sp_said='engine podman'; return; fi
      sp_said="failed $(printf '%s' "$sp_podman" | tr '\n' ' ')"
    fi;;
  esac
  [ -n "$sp_said" ] || sp_said=none
}
sp_containers() {
  while [ $# -gt 0 ]; do
    sp_engine "$1"
    printf '%s\n=\n' "$sp_said"
    case $sp_said in engine*)
      sp_cli=\${sp_said#engine }
      sp_json=$(sp_timeout 20 "$sp_cli" container inspect "$2" 2>/dev/null) || sp_json=
      printf '%s\n=\n' "$sp_json"
      sp_image=$(printf '%s\n' "$sp_json" | sed -n 's/^ *"Image": "\(\(sha256:\)\{0,1\}[0-9a-f]\{64\}\)",*$/\1/p' | head -n 1)
      [ -z "$sp_image" ] || sp_timeout 20 "$sp_cli" image inspect "$sp_image" 2>/dev/null
      printf '\n=\n'
      [ -z "$3" ] || sp_timeout 20 "$sp_cli" image inspect "$3" 2>/dev/null
      printf '\n';;
    esac
    printf '.\n'
    shift 3
  done
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_containers ${queries.flatMap((query) => [queryText(query, 'engine'), queryText(query, 'name'), queryText(query, 'image')])}`,
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
    if (blocks.length !== queries.length + 1) return unreadable(queries, 'what the container engine says');
    return queries.map((query, index) => readBlock(blocks[index] ?? '', query));
  },
};

function readBlock(block: string, query: Query): Answer {
  const [head = '', container = '', own = '', wanted = ''] = block.split(/(?<=\n)=\n/);
  const said = head.trim();
  if (said === 'none') return { status: 'absent' };
  const unknown = (kind: 'denied' | 'unavailable', what: string): Answer => ({
    status: 'unknown',
    cause: { kind, what },
  });
  if (said.startsWith('failed ')) {
    const words = said.slice('failed '.length).slice(0, 200);
    return unknown(/permission denied/i.test(words) ? 'denied' : 'unavailable', `the container engine: ${words}`);
  }
  const engine = /^engine (docker|podman)$/.exec(said)?.[1];
  if (engine !== 'docker' && engine !== 'podman') return unknown('unavailable', 'what the container engine says');
  const found = firstOf(container);
  const image = firstOf(wanted);
  if (found === 'broken' || image === 'broken') return unknown('unavailable', 'what the container engine says');
  const value: ContainerValue = {
    engine,
    container: found === undefined ? null : readContainer({ engine, found, image: firstOf(own), query }),
    imageId: image === undefined ? null : bareId(textOf(image['Id'])),
  };
  return { status: 'found', value };
}

/** `inspect` prints a list with one object. */
function firstOf(text: string): JsonObject | undefined | 'broken' {
  if (text.trim() === '') return undefined;
  try {
    const [first] = listOf(JSON.parse(text) as Json);
    return first === undefined ? undefined : isJsonObject(first) ? first : 'broken';
  } catch {
    return 'broken';
  }
}

type Inspected = {
  readonly engine: 'docker' | 'podman';
  readonly found: JsonObject;
  readonly image: JsonObject | undefined | 'broken';
  readonly query: Query;
};

function readContainer({ engine, found, image, query }: Inspected): FoundContainer {
  const config = objectOf(found['Config']);
  const host = objectOf(found['HostConfig']);
  const state = objectOf(found['State']);
  const imageEnv = textsOf(image === undefined || image === 'broken' ? [] : objectOf(image['Config'])['Env']);
  const entrypoint = config['Entrypoint'];
  return {
    id: textOf(found['Id']),
    imageId: bareId(textOf(found['Image'])),
    image: textOf(found['ImageName']) || textOf(config['Image']),
    running: state['Running'] === true,
    status: textOf(state['Status']),
    command: textsOf(config['Cmd']),
    // Podman before version 5 joins the words.
    entrypoint:
      typeof entrypoint === 'string' ? entrypoint.split(' ').filter((word) => word !== '') : textsOf(entrypoint),
    ...readEnv(textsOf(config['Env']), imageEnv, textsOf(query['envNames'])),
    labels: mapOf(config['Labels']),
    ports: readPorts(objectOf(host['PortBindings'])),
    volumes: readMounts(listOf(found['Mounts'] ?? [])),
    networks: readNetworks(objectOf(objectOf(found['NetworkSettings'])['Networks']), textOf(host['NetworkMode'])),
    restart: readRestart(objectOf(host['RestartPolicy'])),
    user: textOf(config['User']),
    workdir: textOf(config['WorkingDir']),
    hostname: textOf(config['Hostname']),
    memoryBytes: numberOf(host['Memory']),
    cpus: readCpus(host),
    readOnly: host['ReadonlyRootfs'] === true,
    privileged: host['Privileged'] === true,
    health: isJsonObject(config['Healthcheck'] ?? null) ? objectOf(config['Healthcheck']) : null,
    settings: readSettings(found, engine),
  };
}

/** What engines put into every environment. */
const engineEnv = new Set(['PATH', 'HOSTNAME', 'HOME', 'TERM', 'container']);

function readEnv(
  all: readonly string[],
  ofImage: readonly string[],
  asked: readonly string[],
): Pick<FoundContainer, 'env' | 'otherEnv'> {
  const pairs = all.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  const brought = new Set(ofImage);
  const other = pairs.filter(
    ([name, value]) => !asked.includes(name) && !engineEnv.has(name) && !brought.has(`${name}=${value}`),
  );
  return {
    env: Object.fromEntries(pairs.filter(([name]) => asked.includes(name))),
    // A variable of a file and one that takes its place are both told.
    otherEnv: [...new Set(other.map(([name]) => name))].sort(),
  };
}

function readPorts(bindings: JsonObject): readonly string[] {
  return Object.entries(bindings)
    .flatMap(([port, hosts]) =>
      listOf(hosts ?? []).map((each) => {
        const { HostIp, HostPort } = objectOf(each);
        const ip = textOf(HostIp);
        return `${ip === '0.0.0.0' || ip === '::' ? '' : ip}:${textOf(HostPort)}:${port}`;
      }),
    )
    .sort();
}

function readMounts(mounts: readonly Json[]): readonly string[] {
  return mounts
    .map(objectOf)
    .flatMap((mount) => {
      const source = mount['Type'] === 'volume' ? textOf(mount['Name']) : textOf(mount['Source']);
      const isNamed = mount['Type'] === 'bind' || (mount['Type'] === 'volume' && !/^[0-9a-f]{64}$/.test(source));
      return isNamed ? [`${source}:${textOf(mount['Destination'])}:${mount['RW'] === false ? 'ro' : 'rw'}`] : [];
    })
    .sort();
}

function readNetworks(networks: JsonObject, mode: string): readonly string[] {
  const names = Object.keys(networks).sort();
  if (names.length > 0) return names;
  return mode === '' ? [] : [mode === 'default' ? 'bridge' : mode];
}

function readRestart(policy: JsonObject): string {
  const name = textOf(policy['Name']) || 'no';
  const most = numberOf(policy['MaximumRetryCount']);
  return name === 'on-failure' && most > 0 ? `${name}:${most}` : name;
}

function readCpus(host: JsonObject): number {
  const nano = numberOf(host['NanoCpus']);
  if (nano > 0) return nano / 1e9;
  const period = numberOf(host['CpuPeriod']);
  return period > 0 ? Math.max(0, numberOf(host['CpuQuota'])) / period : 0;
}

function bareId(id: string): string {
  return id.replace(/^sha256:/, '');
}
