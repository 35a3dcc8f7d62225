import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import { isSameValue, type ValuePart } from './value-part.ts';
import { formatSteps, type PathStep } from './value-path.ts';

/** What a document means once a part is true in it, or why the part cannot be; `detail` is a sentence. */
export type Applied =
  | { readonly kind: 'value'; readonly json: Json }
  | { readonly kind: 'impossible'; readonly detail: string };

/** Makes a part true in what a document means. The text of the document must come to the same. */
export function applyValue(document: Json, part: ValuePart): Applied {
  const { state, steps, how } = part;
  const value = part.value?.json ?? null;
  if (state === 'present') {
    const obstacle = findObstacle(document, part);
    if (obstacle !== undefined) return { kind: 'impossible', detail: obstacle };
    return { kind: 'value', json: change(document, steps, (old) => put(old, value, how)) };
  }
  if (how === 'value') return { kind: 'value', json: removeAt(document, steps) };
  const list = valueAt(document, steps);
  // Where there is no list, there is no item of it.
  if (list === undefined || !isJsonArray(list)) return { kind: 'value', json: document };
  const rest = list.filter((each) => !isSameValue(each, value));
  return { kind: 'value', json: change(document, steps, () => rest) };
}

/** Null is a place where nothing stands yet. */
function findObstacle(document: Json, { steps, how }: ValuePart): string | undefined {
  let json: Json | undefined = document;
  for (const [index, step] of steps.entries()) {
    if ((json ?? null) !== null && !canHold(json, step))
      return `${placeName(steps.slice(0, index))} is ${kindOf(json)}, and \`${formatSteps(steps)}\` leads on from it as if it were not.`;
    if (step.kind === 'index' && step.index > (isJsonArray(json) ? json.length : 0))
      return `The positions before \`${formatSteps(steps.slice(0, index + 1))}\` are not there.`;
    json = childAt(json, step);
  }
  return (json ?? null) === null ? undefined : findMisfit(json, { steps, how });
}

function findMisfit(json: Json | undefined, { steps, how }: Pick<ValuePart, 'steps' | 'how'>): string | undefined {
  const found = `${placeName(steps)} is ${kindOf(json)}`;
  if (how === 'item' && !isJsonArray(json)) return `${found}, and an item of it is declared.`;
  if (how === 'merge' && !isJsonObject(json)) return `${found}, and keys of it are declared.`;
  return undefined;
}

function placeName(steps: readonly PathStep[]): string {
  return steps.length === 0 ? 'The document' : `\`${formatSteps(steps)}\``;
}

function canHold(json: Json | undefined, step: PathStep): boolean {
  return step.kind === 'key' ? isJsonObject(json) : isJsonArray(json);
}

function kindOf(json: Json | undefined): string {
  if (isJsonArray(json)) return 'a list';
  return isJsonObject(json) ? 'a map' : 'a single value';
}

function valueAt(json: Json, steps: readonly PathStep[]): Json | undefined {
  return steps.reduce<Json | undefined>(childAt, json);
}

function childAt(json: Json | undefined, step: PathStep): Json | undefined {
  if (step.kind === 'key') return isJsonObject(json) && Object.hasOwn(json, step.key) ? json[step.key] : undefined;
  return isJsonArray(json) ? json[positionIn(json, step)] : undefined;
}

/** The value with another one at a path that nothing stands in the way of; what is missing on the way is made. */
function change(json: Json | undefined, steps: readonly PathStep[], to: (old: Json | undefined) => Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return to(json);
  const inner = change(childAt(json, step), rest, to);
  if (step.kind === 'key') return { ...(isJsonObject(json) ? json : {}), [step.key]: inner };
  const list = isJsonArray(json) ? json : [];
  const position = positionIn(list, step);
  if (position < list.length) return list.with(position, inner);
  return [...list, step.kind === 'item' ? withKey(inner, step) : inner];
}

/** An item that is found by a key has that key. */
function withKey(inner: Json, { key, value }: PathStep & { readonly kind: 'item' }): Json {
  return isJsonObject(inner) ? { [key]: value, ...inner } : inner;
}

function put(old: Json | undefined, value: Json, how: ValuePart['how']): Json {
  switch (how) {
    case 'value':
      return value;
    case 'item': {
      const list = isJsonArray(old) ? old : [];
      return list.some((each) => isSameValue(each, value)) ? list : [...list, value];
    }
    case 'merge':
      return mergeValue(old, value);
    default:
      return how satisfies never;
  }
}

/** A map with the keys of another one put into it, at any depth; anything else takes the place of what was there. */
export function mergeValue(old: Json | undefined, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const known = isJsonObject(old) ? old : {};
  const merged = Object.entries(value).map(
    ([key, each]) => [key, mergeValue(Object.hasOwn(known, key) ? known[key] : undefined, each)] as const,
  );
  return { ...known, ...Object.fromEntries(merged) };
}

function removeAt(json: Json, steps: readonly PathStep[]): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return json;
  const inner = childAt(json, step);
  if (inner === undefined) return json;
  if (step.kind === 'key') {
    const entries = Object.entries(isJsonObject(json) ? json : {});
    return Object.fromEntries(
      entries.flatMap(([key, each]) =>
        key !== step.key ? [[key, each]] : rest.length > 0 ? [[key, removeAt(each, rest)]] : [],
      ),
    );
  }
  const list = isJsonArray(json) ? json : [];
  const position = positionIn(list, step);
  return rest.length > 0 ? list.with(position, removeAt(inner, rest)) : list.toSpliced(position, 1);
}

/** The position behind the last one for an item that is not there. */
function positionIn(list: readonly Json[], step: Exclude<PathStep, { kind: 'key' }>): number {
  if (step.kind === 'index') return Math.min(step.index, list.length);
  const found = list.findIndex((each) => isJsonObject(each) && keyText(each, step.key) === step.value);
  return found < 0 ? list.length : found;
}

function keyText(item: { readonly [key: string]: Json }, key: string): string | undefined {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
