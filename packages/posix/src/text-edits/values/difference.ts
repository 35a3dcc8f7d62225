import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import { isSameValue } from './value-part.ts';

/** Keys of maps and positions in lists, from the top of a document. */
export type DocumentPath = readonly (string | number)[];

/** One step from what a document means to what it is to mean. */
export type Step =
  | { readonly kind: 'set'; readonly path: DocumentPath; readonly value: Json }
  /** The path ends with the position that the item gets. */
  | { readonly kind: 'insert'; readonly path: DocumentPath; readonly value: Json }
  | { readonly kind: 'remove'; readonly path: DocumentPath };

/** The steps between two documents, each of them as far inside as it can be; they are taken one after the other. */
export function stepsBetween(before: Json, after: Json, path: DocumentPath = []): readonly Step[] {
  if (isSameValue(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) {
    const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
    return [
      ...Object.entries(after).flatMap(([key, value]) =>
        Object.hasOwn(before, key)
          ? stepsBetween(before[key] ?? null, value, [...path, key])
          : [{ kind: 'set', path: [...path, key], value } as const],
      ),
      ...gone.map((key): Step => ({ kind: 'remove', path: [...path, key] })),
    ];
  }
  if (isJsonArray(before) && isJsonArray(after)) return stepsOfLists(before, after, path);
  return [{ kind: 'set', path, value: after }];
}

/** Where items only go, or only come, the others stay; else what is equal at the beginning and at the end does. */
function stepsOfLists(before: readonly Json[], after: readonly Json[], path: DocumentPath): readonly Step[] {
  const gone = surplusIn(before, after);
  if (gone !== undefined) return gone.toReversed().map((index): Step => ({ kind: 'remove', path: [...path, index] }));
  const fresh = surplusIn(after, before);
  if (fresh !== undefined)
    return fresh.map((index): Step => ({ kind: 'insert', path: [...path, index], value: after[index] ?? null }));
  return stepsBetweenEnds(before, after, path);
}

/** The positions of a list that another one lacks; undefined when it lacks more than these. */
function surplusIn(list: readonly Json[], other: readonly Json[]): readonly number[] | undefined {
  const surplus: number[] = [];
  let matched = 0;
  for (const [index, each] of list.entries()) {
    if (matched < other.length && isSameValue(each, other[matched] ?? null)) matched += 1;
    else surplus.push(index);
  }
  return matched === other.length ? surplus : undefined;
}

function stepsBetweenEnds(before: readonly Json[], after: readonly Json[], path: DocumentPath): readonly Step[] {
  const most = Math.min(before.length, after.length);
  const isEqualAt = (one: number, other: number): boolean =>
    isSameValue(before.at(one) ?? null, after.at(other) ?? null);
  let head = 0;
  while (head < most && isEqualAt(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && isEqualAt(-1 - tail, -1 - tail)) tail += 1;
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const common = Math.min(old.length, fresh.length);
  return [
    ...fresh
      .slice(0, common)
      .flatMap((value, index) => stepsBetween(old[index] ?? null, value, [...path, head + index])),
    ...old.slice(common).map((): Step => ({ kind: 'remove', path: [...path, head + common] })),
    ...fresh
      .slice(common)
      .map((value, index): Step => ({ kind: 'insert', path: [...path, head + common + index], value })),
  ];
}
