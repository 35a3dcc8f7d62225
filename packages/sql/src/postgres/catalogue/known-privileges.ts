import type { Catalogue, Fact } from '../../catalogue/fact.ts';
import { textsOf } from './row.ts';

/**
 * A catalogue of a newer server without the privileges that a server of this version does not know: `GRANT ALL` means those that
 * there are. MAINTAIN came with PostgreSQL 17.
 */
export function withKnownPrivileges(catalogue: Catalogue, version: number): Catalogue {
  return version >= 170000 ? catalogue : { ...catalogue, facts: catalogue.facts.flatMap(withoutMaintain) };
}

function withoutMaintain(fact: Fact): readonly Fact[] {
  if (fact.kind !== 'grant' && fact.kind !== 'default-privilege') return [fact];
  const privileges = textsOf(fact.payload, 'privileges').filter(isKnown);
  const defaults = textsOf(fact.info ?? {}, 'defaults').filter(isKnown);
  if (privileges.join() === defaults.join()) return [];
  return [{ ...fact, payload: { ...fact.payload, privileges }, info: { ...fact.info, defaults } }];
}

function isKnown(privilege: string): boolean {
  return privilege !== 'MAINTAIN' && privilege !== 'MAINTAIN*';
}
