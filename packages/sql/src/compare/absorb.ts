import type { Fact, FactKey } from '../catalogue/fact.ts';
import type { FactIndex } from './fact-index.ts';

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

/** Facts to be made outside of a set that need something in it, however indirectly. */
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
      found.add(dependent.key);
      queue.push(...wanted.subtree(dependent.key).map((fact) => fact.key));
    }
  }
  return found;
}
