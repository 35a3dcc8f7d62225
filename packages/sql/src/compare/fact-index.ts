import { canonicalJson } from '@setpoint/model';
import type { Fact, FactKey } from '../catalogue/fact.ts';

/** A set of facts, found by key, by parent and by what needs them. */
export type FactIndex = {
  readonly all: readonly Fact[];
  readonly get: (key: FactKey) => Fact | undefined;
  /** Facts that vanish with this one, columns by position and the rest in the reader's order. */
  readonly children: (key: FactKey) => readonly Fact[];
  /** The fact itself and all below it. */
  readonly subtree: (key: FactKey) => readonly Fact[];
  /** Facts that name this very key among their needs. */
  readonly dependents: (key: FactKey) => readonly Fact[];
  /** The topmost ancestor below a schema, the schema itself for what is said of it, or the fact itself. */
  readonly object: (fact: Fact) => Fact;
};

/** Indexes facts; the first of two with equal keys counts. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const byKey = new Map<FactKey, Fact>();
  for (const fact of facts) if (!byKey.has(fact.key)) byKey.set(fact.key, fact);
  const all = [...byKey.values()];
  const up = (fact: Fact): Fact | undefined => (hasOwner(fact) ? byKey.get(fact.parent ?? '') : undefined);
  const byParent = groupBy(all, (fact) => (hasOwner(fact) ? [fact.parent ?? ''] : []));
  for (const children of byParent.values()) children.sort((a, b) => positionOf(a) - positionOf(b));
  const byNeed = groupBy(all, needsOf);
  const children = (key: FactKey): readonly Fact[] => byParent.get(key) ?? [];
  const index: FactIndex = {
    all,
    get: (key) => byKey.get(key),
    children,
    subtree: (key) => collectSubtree(byKey.get(key), children),
    dependents: (key) => byNeed.get(key) ?? [],
    object: (fact) => {
      let object = fact;
      for (let parent = up(object); parent !== undefined; parent = up(object)) object = parent;
      return object;
    },
  };
  return index;
}

/**
 * True for a fact that vanishes with its parent. Objects do not vanish with their schema, which can be dropped only when it is empty;
 * a comment, a grant or an owner says something of its parent and is no object of its own, even in a schema.
 */
export function hasOwner({ kind, parent }: Fact): boolean {
  return parent !== undefined && (!parent.startsWith('schema:') || satelliteKinds.includes(kind));
}

/** What is said of an object, as a fact whose name begins with the kind of the object. */
export const satelliteKinds: readonly string[] = ['comment', 'grant', 'owner'];

/** All that must exist before a fact can: what it needs, and the schema that it stands in. */
export function needsOf(fact: Fact): readonly FactKey[] {
  return hasOwner(fact) || fact.parent === undefined ? fact.needs : [...fact.needs, fact.parent];
}

/** Where a fact stands among its siblings; 0 for those without a place. */
export function positionOf(fact: Fact): number {
  const position = fact.info?.['position'];
  return typeof position === 'number' ? position : 0;
}

/** True when nothing of what is compared differs. */
export function isSamePayload(left: Fact, right: Fact): boolean {
  return left === right || canonicalJson(left.payload) === canonicalJson(right.payload);
}

function collectSubtree(root: Fact | undefined, children: (key: FactKey) => readonly Fact[]): readonly Fact[] {
  if (root === undefined) return [];
  const found = [root];
  for (let next = 0; next < found.length; next += 1) {
    const fact = found[next];
    if (fact !== undefined) found.push(...children(fact.key));
  }
  return found;
}

function groupBy(facts: readonly Fact[], keysOf: (fact: Fact) => readonly FactKey[]): Map<FactKey, Fact[]> {
  const groups = new Map<FactKey, Fact[]>();
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [fact]);
      else group.push(fact);
    }
  }
  return groups;
}
