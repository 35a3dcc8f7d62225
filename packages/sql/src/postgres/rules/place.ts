import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';

/** The table of a column, a default or a constraint, whose names begin with the table's. */
export function tableOf(fact: Fact): FactKey {
  return factKey('table', fact.name.slice(0, 2));
}
