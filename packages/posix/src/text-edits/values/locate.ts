import { isJsonObject, type Json } from '@setpoint/model';
import { formatSteps, type PathStep } from './value-path.ts';

/** A value of a document with its place in the text, whatever the language of the document is. */
export type ValueNode = {
  /** Offsets of its first character and of the one behind its last. */
  readonly start: number;
  readonly end: number;
  readonly json: Json;
  readonly inside:
    | { readonly kind: 'map'; readonly entries: readonly ValueEntry[] }
    | { readonly kind: 'list'; readonly items: readonly ValueNode[] }
    | { readonly kind: 'scalar' };
};

/** A key with its value; `start` is where the key begins, and `keyEnd`, where a language needs it, is behind its last character. */
export type ValueEntry = {
  readonly key: string;
  readonly start: number;
  readonly keyEnd?: number;
  readonly value: ValueNode;
};

/** Where a path leads: to a value with what holds it, or up to the last value that is there. */
export type Located =
  | { readonly kind: 'found'; readonly node: ValueNode; readonly holder: Holder | undefined }
  | { readonly kind: 'missing'; readonly last: ValueNode; readonly rest: readonly [PathStep, ...PathStep[]] }
  /** `detail` is a sentence. */
  | { readonly kind: 'impossible'; readonly detail: string };

/** What holds a value, and at which position. */
export type Holder = { readonly node: ValueNode; readonly position: number };

/** Follows a path from the root of a document. */
export function locate(root: ValueNode, steps: readonly PathStep[]): Located {
  let node = root;
  let holder: Holder | undefined;
  for (const [index, step] of steps.entries()) {
    const position = positionOf(node, step);
    if (position === undefined) return wrongKind(node, steps, index);
    const next = childrenOf(node)[position];
    if (next === undefined) return { kind: 'missing', last: node, rest: [step, ...steps.slice(index + 1)] };
    holder = { node, position };
    node = next;
  }
  return { kind: 'found', node, holder };
}

/** The values that a map or a list holds. */
export function childrenOf({ inside }: ValueNode): readonly ValueNode[] {
  switch (inside.kind) {
    case 'map':
      return inside.entries.map(({ value }) => value);
    case 'list':
      return inside.items;
    case 'scalar':
      return [];
    default:
      return inside satisfies never;
  }
}

/** -1 for what is not there yet; undefined when a step of this kind cannot lead on from here. */
function positionOf({ inside }: ValueNode, step: PathStep): number | undefined {
  if (step.kind === 'key')
    return inside.kind === 'map' ? inside.entries.findIndex(({ key }) => key === step.key) : undefined;
  if (inside.kind !== 'list') return undefined;
  if (step.kind === 'index') return step.index < inside.items.length ? step.index : -1;
  return inside.items.findIndex(({ json }) => hasEntry(json, step));
}

function hasEntry(json: Json, { key, value }: PathStep & { readonly kind: 'item' }): boolean {
  if (!isJsonObject(json)) return false;
  const found = json[key];
  return (typeof found === 'string' ? found : JSON.stringify(found)) === value;
}

function wrongKind({ inside }: ValueNode, steps: readonly PathStep[], index: number): Located {
  const found = { map: 'a map', list: 'a list', scalar: 'a single value' }[inside.kind];
  const where = index === 0 ? 'The document' : `\`${formatSteps(steps.slice(0, index))}\``;
  return {
    kind: 'impossible',
    detail: `${where} is ${found}, and \`${formatSteps(steps)}\` leads on from it as if it were not.`,
  };
}

/** The value that holds another one at the end of a path that is not there yet; undefined for a position that leaves a gap. */
export function wrapValue(rest: readonly PathStep[], value: Json): Json | undefined {
  return rest.toReversed().reduce<Json | undefined>((inner, step) => {
    if (inner === undefined) return undefined;
    switch (step.kind) {
      case 'key':
        return { [step.key]: inner };
      case 'index':
        return step.index === 0 ? [inner] : undefined;
      case 'item':
        return [withKey(inner, step)];
      default:
        return step satisfies never;
    }
  }, value);
}

/** An item that is found by a key has that key. */
export function withKey(inner: Json, { key, value }: PathStep & { readonly kind: 'item' }): Json {
  return isJsonObject(inner) ? { [key]: value, ...inner } : inner;
}
