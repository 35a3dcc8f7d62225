import type { Answers, Prediction } from '@setpoint/model';
import type { ContainerValue, FoundContainer } from '../../queries/container.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { envFileLabel, isMadeAnew, optionsLabel, restoresLabel } from './compare.ts';
import { type ContainerDeclared, type ContainerSpec, plainVolumes } from './declared.ts';
import { differencesOf } from './diff.ts';
import { observeContainer, stateOf } from './observe.ts';
import { settingsLabel } from './setting-compare.ts';

/** What the node will answer once the container is as declared. */
export function predictContainer(declared: ContainerDeclared, answers: Answers): Prediction {
  const before = foundValue<ContainerValue>(answers['container']);
  const { engine, state } = declared;
  if (state === 'absent' && before === undefined) return { answers: {} };
  const usual = engine === 'auto' ? 'podman' : engine;
  const known = before ?? { engine: usual, container: null, imageId: null };
  const value = state === 'absent' ? { ...known, container: null } : { ...known, ...made(declared, known, answers) };
  return { answers: { container: { status: 'found', value } } };
}

function made(declared: ContainerDeclared, before: ContainerValue, answers: Answers): Partial<ContainerValue> {
  const { state, spec } = declared;
  const { observed } = observeContainer(declared, answers);
  const envDigest = stateOf(observed)?.envDigest ?? null;
  const found = before.container;
  const kept = found !== null && !isMadeAnew(differencesOf(declared, observed)) ? found : null;
  const imageId = before.imageId ?? kept?.imageId ?? 'pending';
  const parts = { ...fresh, ...kept, ...declaredParts(spec, found ?? fresh), ...labelsOf(spec, kept, envDigest) };
  const running = state === 'running';
  return { imageId, container: { ...parts, imageId, running, status: running ? 'running' : 'exited' } };
}

const fresh: FoundContainer = {
  id: 'pending',
  imageId: 'pending',
  image: '',
  running: false,
  status: 'created',
  command: [],
  entrypoint: [],
  env: {},
  otherEnv: [],
  labels: {},
  ports: [],
  volumes: [],
  networks: [],
  restart: 'no',
  user: '',
  workdir: '',
  hostname: '',
  memoryBytes: 0,
  cpus: 0,
  readOnly: false,
  privileged: false,
  health: null,
  settings: {},
};

/** Each declared part as it will be, and of the others what is there or nothing. */
function declaredParts(spec: ContainerSpec, found: FoundContainer): Partial<FoundContainer> {
  return {
    image: spec.image,
    command: spec.command ?? (spec.entrypoint === null ? found.command : []),
    entrypoint: spec.entrypoint ?? found.entrypoint,
    env: spec.env ?? {},
    ports: spec.ports ?? found.ports,
    volumes: spec.volumes === null ? found.volumes : plainVolumes(spec.volumes),
    networks: spec.networks ?? found.networks,
    restart: spec.restart ?? found.restart,
    user: spec.user ?? found.user,
    workdir: spec.workdir ?? found.workdir,
    hostname: spec.hostname ?? found.hostname,
    ...limits(spec, found),
  };
}

function limits(spec: ContainerSpec, found: FoundContainer): Partial<FoundContainer> {
  const { health } = spec;
  return {
    memoryBytes: spec.memoryBytes ?? found.memoryBytes,
    cpus: spec.cpus ?? found.cpus,
    readOnly: spec.readOnly ?? found.readOnly,
    privileged: spec.privileged ?? found.privileged,
    settings: { ...found.settings, ...spec.settings },
    ...(health === null
      ? {}
      : {
          health:
            health === 'none'
              ? { Test: ['NONE'] }
              : {
                  Test: ['CMD-SHELL', health.command],
                  Interval: health.intervalSeconds * 1e9,
                  Timeout: health.timeoutSeconds * 1e9,
                  Retries: health.retries,
                },
        }),
  };
}

function labelsOf(
  spec: ContainerSpec,
  kept: FoundContainer | null,
  envDigest: string | null,
): Pick<FoundContainer, 'labels'> {
  const own = {
    ...(spec.options.length === 0 ? {} : { [optionsLabel]: JSON.stringify(spec.options) }),
    ...(kept === null ? { [settingsLabel]: JSON.stringify(spec.settings) } : {}),
    ...(kept === null && spec.restores !== null ? { [restoresLabel]: spec.restores } : {}),
    ...(envDigest === null ? {} : { [envFileLabel]: envDigest }),
  };
  return { labels: { ...kept?.labels, ...spec.labels, ...own } };
}
