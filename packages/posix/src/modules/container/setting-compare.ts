import { isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import type { FoundContainer } from '../../queries/container.ts';
import type { ContainerSettings } from '../../queries/container-settings.ts';
import { ownLabels } from './declared.ts';
import { type Difference, differs } from './difference.ts';
import { isNoLimit, updatedLimits } from './settings.ts';

/** The label that keeps the settings that a container was made with. */
export const settingsLabel = `${ownLabels}settings`;

/** The declared settings that differ, each member of a map by itself. */
export function settingDifferences(
  declared: ContainerSettings,
  found: FoundContainer,
  engine: 'docker' | 'podman',
): readonly Difference[] {
  const made = madeWith(found);
  const told: JsonObject = toldSettings(found, engine);
  return Object.entries(declared).flatMap(([name, after]) => {
    if (!isTexts(after)) {
      const isUpdated = engine === 'docker' && updatedLimits.some((limit) => limit === name) && !isNoLimit(after);
      return differs(name, told[name], after).map((each) => (isUpdated ? { ...each, inPlace: true } : each));
    }
    return mapDifferences(name, after, { told: told[name], made: made[name] });
  });
}

/**
 * The settings of a container. Podman tells some of them otherwise than it was told, or not at all: of a container that was made by a
 * declaration, these are what that said.
 */
export function toldSettings(found: FoundContainer, engine: 'docker' | 'podman'): ContainerSettings {
  if (engine === 'docker' || hasUntold(found, engine)) return found.settings;
  const made = Object.entries(madeWith(found)).filter(([name]) => otherwiseInPodman.includes(name));
  const none: ContainerSettings = { ip: {}, ip6: {}, sysctls: {}, log_options: {} };
  return { ...none, ...found.settings, ...Object.fromEntries(made) };
}

const otherwiseInPodman: readonly string[] = [
  'devices',
  'tmpfs',
  'cap_add',
  'cap_drop',
  'ip',
  'ip6',
  'sysctls',
  'log_options',
  'memory_swap',
] satisfies readonly (keyof ContainerSettings)[];

/** True when something of a container may be so that its engine does not tell it. */
export function hasUntold(found: FoundContainer, engine: 'docker' | 'podman'): boolean {
  return engine === 'podman' && found.labels[settingsLabel] === undefined;
}

/** The settings that a container was made with by a declaration, as its label keeps them. */
export function madeWith({ labels }: FoundContainer): JsonObject {
  try {
    const made = JSON.parse(labels[settingsLabel] ?? '{}') as Json;
    return isJsonObject(made) ? made : {};
  } catch {
    return {};
  }
}

/** An engine may add limits and options of the log by itself: one that no declaration made is nobody's. */
const alsoByEngine = ['ulimits', 'log_options'];

type Sides = { readonly told: Json | undefined; readonly made: Json | undefined };

function mapDifferences(
  name: string,
  after: Readonly<Record<string, string>>,
  { told, made }: Sides,
): readonly Difference[] {
  const before = isTexts(told) ? told : {};
  const kept = isTexts(made) ? made : {};
  const extra = Object.keys(before).filter(
    (each) => after[each] === undefined && (!alsoByEngine.includes(name) || kept[each] !== undefined),
  );
  // What nobody tells is no empty map.
  if (told === undefined && Object.keys(after).length === 0) return [{ path: name, before: undefined, after: {} }];
  return [
    ...Object.entries(after).flatMap(([each, value]) => differs(`${name}.${each}`, before[each], value)),
    ...extra.map((each) => ({ path: `${name}.${each}`, before: before[each], after: undefined })),
  ];
}

function isTexts(value: Json | ContainerSettings[keyof ContainerSettings]): value is Readonly<Record<string, string>> {
  return value !== undefined && isJsonObject(value as Json);
}
