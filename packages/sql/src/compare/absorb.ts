import type { Fact, FactKey } from '../catalogue/fact.ts';
import { type FactIndex, hasOwner } from './fact-index.ts';

/**
 * Gives the function that tells which facts below one may be made by the same statement: those that are made in this plan too and
 * that wait for nothing which itself waits for the fact. A column whose default calls a function that reads the table cannot.
 */
export function absorbableBy(wanted: FactIndex, open: ReadonlyMap<FactKey, Fact>): (fact: Fact) => readonly Fact[] {
  return (fact) => {
    const below = wanted.subtree(fact.key).filter(({ key }) => key !== fact.key && open.has(key));
    if (below.length === 0) return [];
    const inside = new Set([fact.key, ...below.map(({ key }) => key)]);
    const waiting = waitingFor(inside, wanted, open);
    const refused = new Set(below.filter(({ needs }) => needs.some((need) => waiting.has(need))).map(({ key }) => key));
    return below.filter(({ key, needs }) => !refused.has(key) && !needs.some((need) => refused.has(need)));
  };
}

/**
 * Facts to be made outside of a set that need something in it, however indirectly; with a part its owner counts, which might take it
 * along: of two tables that point to each other neither may be made with what points.
 */
function waitingFor(
  inside: ReadonlySet<FactKey>,
  wanted: FactIndex,
  open: ReadonlyMap<FactKey, Fact>,
): ReadonlySet<FactKey> {
  const found = new Set<FactKey>();
  const queue = [...inside];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const dependent of wanted.dependents(key)) {
      if (inside.has(dependent.key) || found.has(dependent.key) || !open.has(dependent.key)) continue;
      const owner = ownerOf(dependent, wanted, open);
      if (inside.has(owner.key)) continue;
      for (const { key: waiting } of wanted.subtree(owner.key)) {
        if (found.has(waiting)) continue;
        found.add(waiting);
        queue.push(waiting);
      }
    }
  }
  return found;
}

/** The outermost fact to be made that a fact would vanish with. */
function ownerOf(fact: Fact, wanted: FactIndex, open: ReadonlyMap<FactKey, Fact>): Fact {
  const parent = hasOwner(fact) ? wanted.get(fact.parent ?? '') : undefined;
  return parent === undefined || !open.has(parent.key) ? fact : ownerOf(parent, wanted, open);
}
