import type { Fact } from '../catalogue/fact.ts';
import { type FactIndex, indexFacts } from './fact-index.ts';
import type { Rules } from './rule.ts';

/** The facts without those that say nothing on the other side of a comparison. */
export function withoutMoot(facts: FactIndex, others: FactIndex, rules: Rules): FactIndex {
  const isMoot = (fact: Fact): boolean => {
    const rule = rules[fact.kind];
    const object = rule?.isMoot === undefined ? undefined : others.get(facts.object(fact).key);
    return object !== undefined && rule?.isMoot?.(fact, object) === true;
  };
  const kept = facts.all.filter((fact) => !isMoot(fact));
  return kept.length === facts.all.length ? facts : indexFacts(kept);
}
