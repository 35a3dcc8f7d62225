import type { Json } from '@setpoint/model';
import type { FoundContainer } from '../../queries/container.ts';
import { type ContainerDeclared, type ContainerSpec, ownLabels, plainVolumes } from './declared.ts';
import { type Difference, differs } from './difference.ts';
import { healthOf } from './health.ts';
import type { ContainerState } from './observe.ts';
import { settingDifferences } from './setting-compare.ts';

/** True when the container has to be made anew. */
export function isMadeAnew(differences: readonly Difference[]): boolean {
  return differences.some(({ inPlace }) => inPlace !== true);
}

/** What differs between what a container is made of and its declaration: only what is declared is compared. */
export function compareSpec(spec: ContainerSpec, found: FoundContainer, state: ContainerState): readonly Difference[] {
  return [
    ...otherThanBefore(spec, found),
    ...imageDifference(spec, found, state),
    ...plainDifferences(spec, found, state.engine === 'docker'),
    ...envDifferences(spec, found, state),
    ...networkDifference(spec, found),
    ...labelDifferences(spec, found),
    ...settingDifferences(spec.settings, found, state.engine),
    ...differs('healthcheck', healthOf(found.health) ?? (spec.health === 'none' ? 'none' : undefined), spec.health),
    ...differs('options', JSON.parse(optionsOf(found)) as Json, spec.options),
  ];
}

/** The label that keeps what options a container was made with, and the one for the digest of its file of variables. */
export const optionsLabel = `${ownLabels}options`;
export const envFileLabel = `${ownLabels}env-file`;

/** The label that keeps the id of the container that was made once more. */
export const restoresLabel = `${ownLabels}restores`;

/** What the container of before did not have is in no declaration of it, so that it is another one has to be enough. */
function otherThanBefore({ restores }: ContainerSpec, { id, labels }: FoundContainer): readonly Difference[] {
  if (restores === null || id === restores || labels[restoresLabel] === restores) return [];
  return [{ path: 'id', before: id.slice(0, 12), after: `made as ${restores.slice(0, 12)} was` }];
}

/** One name can mean another image tomorrow, so images are compared by what they are. */
function imageDifference(
  { image }: ContainerSpec,
  found: FoundContainer,
  { imageId }: ContainerState,
): readonly Difference[] {
  const isSame = imageId === null ? found.image === image : found.imageId === imageId;
  if (isSame) return [];
  const isRenewed = found.image === image;
  const short = (id: string): string => `${image} (${id.slice(0, 12)})`;
  return [
    isRenewed
      ? { path: 'image', before: short(found.imageId), after: short(imageId ?? '') }
      : { path: 'image', before: found.image, after: image },
  ];
}

/** A limit can be changed in place, but not taken away. */
function plainDifferences(spec: ContainerSpec, found: FoundContainer, updates: boolean): readonly Difference[] {
  const fixed = [
    ...programDifferences(spec, found),
    ...differs('ports', found.ports, spec.ports),
    ...differs('volumes', found.volumes, spec.volumes === null ? null : plainVolumes(spec.volumes)),
    ...differs('user', found.user, spec.user),
    ...differs('workdir', found.workdir, spec.workdir),
    ...differs('hostname', found.hostname, spec.hostname),
    ...differs('read_only', found.readOnly, spec.readOnly),
    ...differs('privileged', found.privileged, spec.privileged),
  ];
  const changeable = [
    ...differs('restart', found.restart, spec.restart),
    ...differs('memory', found.memoryBytes, spec.memoryBytes),
    ...differs('cpus', found.cpus, spec.cpus),
  ];
  return [
    ...fixed,
    ...changeable.map((each): Difference => (updates && each.after !== 0 ? { ...each, inPlace: true } : each)),
  ];
}

/**
 * The engines take one word as entrypoint, and the others stand before the arguments: with an entrypoint both are compared as one line
 * of words. Without one the arguments take the place of those of the image.
 */
function programDifferences({ entrypoint, command }: ContainerSpec, found: FoundContainer): readonly Difference[] {
  if (entrypoint === null) return differs('command', found.command, command);
  const words = [...found.entrypoint, ...found.command];
  const { length } = entrypoint;
  return [
    ...differs('entrypoint', words.slice(0, length), entrypoint),
    ...differs('command', words.slice(length), command ?? []),
  ];
}

function envDifferences(
  { env, envFile }: ContainerSpec,
  found: FoundContainer,
  { envDigest }: ContainerState,
): readonly Difference[] {
  const named = Object.entries(env ?? {}).flatMap(([name, value]) => differs(`env.${name}`, found.env[name], value));
  // Which variables come from a file is not known, so one that is too many is told only without.
  const extra =
    env === null || envFile !== null
      ? []
      : found.otherEnv.map((name) => ({ path: `env.${name}`, before: 'set', after: undefined }));
  const told = found.labels[envFileLabel];
  const isOther = (told ?? null) !== envDigest && (envFile !== null || told !== undefined);
  const file = isOther ? [{ path: 'env_file', before: told?.slice(0, 12), after: envDigest?.slice(0, 12) }] : [];
  return [...named, ...extra, ...file];
}

/** The network that an engine takes by itself has a name of its own in podman. */
function networkDifference({ networks }: ContainerSpec, found: FoundContainer): readonly Difference[] {
  const isUsual = networks?.join() === 'bridge' && found.networks.join() === 'podman';
  return isUsual ? [] : differs('networks', found.networks, networks);
}

function labelDifferences({ labels }: ContainerSpec, found: FoundContainer): readonly Difference[] {
  return Object.entries(labels ?? {}).flatMap(([name, value]) => differs(`labels.${name}`, found.labels[name], value));
}

/** The options that a container was made with, as JSON. */
export function optionsOf({ labels }: FoundContainer): string {
  const told = labels[optionsLabel] ?? '[]';
  return /^\[.*\]$/s.test(told) && isJson(told) ? told : '[]';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the container does now that it is not to do. */
export function stateDifference(
  { state }: ContainerDeclared,
  { running, status }: FoundContainer,
): readonly Difference[] {
  if (running === (state === 'running')) return [];
  return [{ path: 'state', before: running ? 'running' : status || 'stopped', after: state, inPlace: true }];
}
