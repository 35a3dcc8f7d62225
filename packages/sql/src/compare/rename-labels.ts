import type { Json, JsonObject } from '@setpoint/model';
import type { Fact } from '../catalogue/fact.ts';
import type { Rename } from '../declaration/declaration.ts';
import type { FactIndex } from './fact-index.ts';
import type { RenamePair } from './rule.ts';

/**
 * The type whose label gets another name, before and after; the rest of the labels stay as they are found. Undefined when the
 * label is not there, or the new one is there already.
 */
export function labelPairOf(rename: Rename, live: FactIndex, wanted: FactIndex): RenamePair | undefined {
  const [from, to] = [rename.from.at(-1) ?? '', rename.to.at(-1) ?? ''];
  const type = rename.to.slice(0, -1);
  const isMeant = ({ kind, name }: Fact): boolean => kind === 'enum' && name.join('\0').endsWith(type.join('\0'));
  const declared = wanted.all.find((fact) => isMeant(fact) && isChanged(fact, to, from));
  const before = declared === undefined ? undefined : live.get(declared.key);
  if (before === undefined || !isChanged(before, from, to)) return undefined;
  const labels = labelsOf(before).map((label) => (label === from ? to : label));
  return { before, after: { ...before, payload: { ...before.payload, labels } } };
}

/** The facts as the server will tell them when the label is called otherwise. */
export function applyLabel(live: readonly Fact[], { before, after }: RenamePair): readonly Fact[] {
  const old = labelsOf(before);
  const index = labelsOf(after).findIndex((label, position) => label !== old[position]);
  const [from, to] = [constantOf(old[index]), constantOf(labelsOf(after)[index])];
  return live.map((fact) => {
    if (fact.key === before.key) return after;
    if (!fact.needs.includes(before.key)) return fact;
    return { ...fact, payload: replaceText(fact.payload, from, to) as JsonObject };
  });
}

function isChanged(fact: Fact, has: string, lacks: string): boolean {
  const labels = labelsOf(fact);
  return labels.includes(has) && !labels.includes(lacks);
}

function labelsOf({ payload }: Fact): readonly string[] {
  return Array.isArray(payload['labels']) ? payload['labels'].map(String) : [];
}

/** Constants of other types than text are always spelled with their type. */
function constantOf(label = ''): string {
  return `'${label.replaceAll("'", "''")}'::`;
}

function replaceText(value: Json, from: string, to: string): Json {
  if (typeof value === 'string') return value.replaceAll(from, () => to);
  if (Array.isArray(value)) return value.map((member: Json) => replaceText(member, from, to));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaceText(member, from, to)]));
}
