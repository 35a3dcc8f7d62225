import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import { withKey } from './locate.ts';
import { isSameValue, type ValuePart } from './value-part.ts';
import type { PathStep } from './value-path.ts';

/** What a document means once a part is true in it; undefined when the part cannot be. The text of the document must come to the same. */
export function applyValue(document: Json, { state, steps, value, isItem }: ValuePart): Json | undefined {
  const json = value?.json ?? null;
  if (state === 'present') return change(document, steps, (old) => (isItem ? addItem(old, json) : json));
  if (!isItem) return removeAt(document, steps);
  const withoutItem = (old: Json | undefined): Json | undefined =>
    isJsonArray(old) ? old.filter((each) => !isSameValue(each, json)) : old;
  // Where there is no list, there is no item of it.
  return change(document, steps, withoutItem) ?? document;
}

/** Null is a place where nothing stands yet; undefined when something else stands in the way. */
function change(
  json: Json | undefined,
  steps: readonly PathStep[],
  to: (old: Json | undefined) => Json | undefined,
): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return to(json);
  if (step.kind === 'key') {
    const map = json ?? {};
    if (!isJsonObject(map)) return undefined;
    const inner = change(map[step.key], rest, to);
    return inner === undefined ? undefined : { ...map, [step.key]: inner };
  }
  const list = json ?? [];
  if (!isJsonArray(list)) return undefined;
  const found = positionOf(list, step);
  const inner = change(list[found], rest, to);
  if (inner === undefined) return undefined;
  if (found < list.length) return list.with(found, inner);
  return [...list, step.kind === 'item' ? withKey(inner, step) : inner];
}

function addItem(old: Json | undefined, item: Json): Json | undefined {
  const list = old ?? [];
  if (!isJsonArray(list)) return undefined;
  return list.some((each) => isSameValue(each, item)) ? list : [...list, item];
}

function removeAt(json: Json, steps: readonly PathStep[]): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return json;
  if (step.kind === 'key') {
    if (!isJsonObject(json) || json[step.key] === undefined) return json;
    if (rest.length > 0) return { ...json, [step.key]: removeAt(json[step.key] ?? null, rest) };
    return Object.fromEntries(Object.entries(json).filter(([key]) => key !== step.key));
  }
  if (!isJsonArray(json)) return json;
  const found = positionOf(json, step);
  const inner = json[found];
  if (inner === undefined) return json;
  return rest.length > 0 ? json.with(found, removeAt(inner, rest)) : json.toSpliced(found, 1);
}

/** The position behind the last one for an item that is not there. */
function positionOf(list: readonly Json[], step: Exclude<PathStep, { kind: 'key' }>): number {
  if (step.kind === 'index') return Math.min(step.index, list.length);
  const found = list.findIndex((each) => isJsonObject(each) && keyText(each[step.key]) === step.value);
  return found < 0 ? list.length : found;
}

function keyText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
