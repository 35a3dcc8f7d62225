import type { Json, JsonObject } from '@setpoint/model';

/** One change of a document that was made up. */
export type GeneratedEdit = {
  readonly kind: 'set' | 'add' | 'remove';
  readonly properties: JsonObject;
  /** What the document means afterwards. */
  readonly wanted: Json;
  /** True for a comment, as it names its value, that stands at what changes or around it. */
  readonly touches: (comment: string) => boolean;
  /** True for a comment that goes with what goes. */
  readonly takes: (comment: string) => boolean;
  readonly mayBeRefused: (type: string) => boolean;
};

type Path = readonly (string | number)[];

/** Chooses a place and a value; undefined where the document has no place for such a change. */
export function generateEdit(
  document: Json,
  chosen: { readonly what: number; readonly value: number },
  values: readonly Json[],
): GeneratedEdit | undefined {
  const value = values[chosen.value % values.length] ?? null;
  const at = Math.floor(chosen.what / 5);
  const places = pathsOf(document);
  const inner = places.filter((path) => path.length > 0);
  const lists = inner.filter((path) => Array.isArray(valueAt(document, path)));
  switch (chosen.what % 5) {
    case 0: {
      const path = inner[at % inner.length];
      return path && { ...setting(path, value), wanted: withValue(document, path, () => value) };
    }
    case 1: {
      const maps = places.filter((path) => isMap(valueAt(document, path)));
      const path = maps[at % maps.length];
      const added = path && [...path, 'new'];
      return added && { ...setting(added, value), kind: 'add', wanted: withValue(document, added, () => value) };
    }
    case 2: {
      const path = inner[at % inner.length];
      return path && removal(document, path);
    }
    case 3: {
      const path = lists[at % lists.length];
      if (path === undefined || itemsAt(document, path).some((each) => isSame(each, value))) return undefined;
      const wanted = withValue(document, path, (old) => [...(old as readonly Json[]), value]);
      return { ...setting(path, value), kind: 'add', properties: { at: format(path), item: value }, wanted };
    }
    default: {
      const path = lists[at % lists.length];
      return path && itemRemoval(document, path, chosen.value);
    }
  }
}

function setting(path: Path, value: Json): Omit<GeneratedEdit, 'wanted'> {
  const own = labelOf(path);
  return {
    kind: 'set',
    properties: { at: format(path), value },
    touches: (comment) => isAround(comment, own),
    takes: (comment) => pathIn(comment).startsWith(`${own}.`),
    // A table with a header becomes no value within a line, nor the other way round.
    mayBeRefused: (type) => type === 'toml',
  };
}

function removal(document: Json, path: Path): GeneratedEdit {
  const own = labelOf(path);
  const last = path.at(-1);
  const holder = valueAt(document, path.slice(0, -1));
  return {
    kind: 'remove',
    properties: { at: format(path), state: 'absent' },
    wanted: withValue(document, path, () => undefined),
    touches: (comment) => isAround(comment, own),
    takes: (comment) => pathIn(comment) === own || pathIn(comment).startsWith(`${own}.`),
    // What follows a position that goes stands there afterwards, and would go the next time.
    mayBeRefused: (type) => type === 'toml' || (Array.isArray(holder) && last !== holder.length - 1),
  };
}

function itemRemoval(document: Json, path: Path, chosen: number): GeneratedEdit | undefined {
  const items = itemsAt(document, path);
  const item = items[chosen % items.length];
  if (item === undefined) return undefined;
  const own = labelOf(path);
  const isGone = (comment: string): boolean => {
    const index = Number(
      pathIn(comment)
        .slice(own.length + 1)
        .split('.')[0],
    );
    return pathIn(comment).startsWith(`${own}.`) && isSame(items[index] ?? null, item);
  };
  return {
    kind: 'remove',
    properties: { at: format(path), item, state: 'absent' },
    wanted: withValue(document, path, () => items.filter((each) => !isSame(each, item))),
    touches: (comment) => isAround(comment, own),
    takes: isGone,
    mayBeRefused: () => false,
  };
}

function pathsOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((each: Json, index) => [index, each] as const)
    : Object.entries(value);
  return [path, ...children.flatMap(([step, each]) => pathsOf(each, [...path, step]))];
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((json, step) => (json as Record<string | number, Json>)[step], value);
}

function itemsAt(value: Json, path: Path): readonly Json[] {
  return valueAt(value, path) as readonly Json[];
}

/** The document with another value at a path; undefined takes it out. */
function withValue(value: Json, path: Path, to: (old: Json | undefined) => Json | undefined): Json {
  const copy = structuredClone(value);
  const last = path.at(-1);
  if (last === undefined) return to(copy) ?? null;
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, Json>;
  const fresh = to(Object.hasOwn(holder, last) ? holder[last] : undefined);
  if (fresh !== undefined) holder[last] = fresh;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

function isSame(left: Json, right: Json): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function format(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

function labelOf(path: Path): string {
  return path.map((step) => `.${step}`).join('');
}

function pathIn(comment: string): string {
  return comment.replace(/^\w+ |;$/g, '');
}

/** True for comments of the value itself, of what holds it and of what it holds. */
function isAround(comment: string, own: string): boolean {
  const path = pathIn(comment);
  return own.startsWith(path) || path.startsWith(own);
}
