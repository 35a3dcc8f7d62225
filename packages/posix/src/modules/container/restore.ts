import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { FoundContainer } from '../../queries/container.ts';
import type { ContainerSettings } from '../../queries/container-settings.ts';
import { compareSpec, envFileLabel, isMadeAnew } from './compare.ts';
import { type ContainerDeclared, type ContainerSpec, declareContainer, ownLabels } from './declared.ts';
import { healthOf } from './health.ts';
import type { ContainerState } from './observe.ts';
import { partsOf, untoldParts } from './parts.ts';
import { isNoLimit, updatedLimits } from './settings.ts';

/** The container as it was: what was changed in place is changed back, and one that was made anew or removed is made once more. */
export function restoreContainer({
  declared,
  before,
}: Undo<ContainerDeclared, ContainerState>): TypedRestoration<ContainerDeclared> {
  if (before.kind === 'unknown')
    return { kind: 'irreversible', why: `Nobody could tell how the container ${declared.name} was before.` };
  const found = before.kind === 'present' ? before.state.container : null;
  if (before.kind === 'absent' || found === null)
    return { kind: 'declared', declared: { ...declared, state: 'absent', pull: 'never' } };
  const state = found.running ? 'running' : 'stopped';
  const differences = declared.state === 'absent' ? [] : compareSpec(declared.spec, found, before.state);
  if (declared.state !== 'absent' && !isMadeAnew(differences)) {
    const changed = changedInPlace(declared.spec, found);
    if (changed !== undefined)
      return { kind: 'declared', declared: { ...declared, state, spec: { ...declared.spec, ...changed } } };
  }
  return madeOnceMore(declared, { ...before.state, container: found });
}

/** What docker changes in place, as it was; undefined where a limit would have to be taken away. */
function changedInPlace(
  { restart, memoryBytes, cpus, settings }: ContainerSpec,
  found: FoundContainer,
): Partial<ContainerSpec> | undefined {
  const limits = limitsOf(settings, found);
  const changed = {
    restart: restart === null ? null : found.restart,
    memoryBytes: memoryBytes === null ? null : found.memoryBytes,
    cpus: cpus === null ? null : found.cpus,
  };
  const isOpen = [changed.memoryBytes, changed.cpus, ...Object.values(limits)].some(isNoLimit);
  return isOpen ? undefined : { ...changed, settings: { ...settings, ...limits } };
}

/** The declared limits that docker changes in place, as they were. */
function limitsOf(declared: ContainerSettings, { settings }: FoundContainer): ContainerSettings {
  return Object.fromEntries(
    updatedLimits.flatMap((name) => (declared[name] === undefined ? [] : [[name, settings[name]]])),
  );
}

type Was = ContainerState & { readonly container: FoundContainer };

function madeOnceMore(declared: ContainerDeclared, was: Was): TypedRestoration<ContainerDeclared> {
  const { name, spec } = declared;
  const { container, engine } = was;
  const hadFile = container.labels[envFileLabel] !== undefined;
  const envFile = hadFile ? spec.envFile : null;
  if (container.otherEnv.length > 0 && envFile === null) {
    const names = container.otherEnv.join(', ');
    const why = `The values that the variables ${names} of ${name} had were not read, as they may be secrets.`;
    return { kind: 'irreversible', why };
  }
  const known = declareContainer({ identity: name, properties: partsOf(was) });
  if (known.kind === 'invalid')
    return { kind: 'irreversible', why: `What the engine told of ${name} before cannot be declared.` };
  const lacks = [
    `What ${name} wrote outside of its volumes does not come back.`,
    ...untoldParts(was),
    ...(envFile === null ? [] : [`Its variables are those that ${envFile} holds when it is made once more.`]),
  ];
  const limits = {
    ...(spec.memoryBytes === null ? {} : { memoryBytes: container.memoryBytes }),
    ...(spec.cpus === null ? {} : { cpus: container.cpus }),
  };
  const settings = { ...known.declared.spec.settings, ...limitsOf(spec.settings, container) };
  const whole = {
    ...known.declared.spec,
    ...moreParts(container),
    ...limits,
    settings,
    envFile,
    restores: container.id,
  };
  return { kind: 'declared', declared: { ...known.declared, engine, pull: 'never', spec: whole }, lacks };
}

/** What is not imported: it is no wish of anybody, but it was there. */
function moreParts({ id, imageId, labels, hostname, env, health }: FoundContainer): Partial<ContainerSpec> {
  const known = healthOf(health);
  const others = Object.entries(labels).filter(([name]) => !name.startsWith(ownLabels));
  return {
    // A tag may name another image by now.
    image: `sha256:${imageId}`,
    env,
    labels: Object.fromEntries(others),
    hostname: hostname === '' || id.startsWith(hostname) ? null : hostname,
    ...(known === undefined ? {} : { health: known }),
  };
}
