import type { Fact } from '../catalogue/fact.ts';
import { factKey } from '../catalogue/fact-key.ts';

/** The versions of what the declaration gives a version, on both sides; elsewhere any version will do. */
export function versionFacts(
  live: readonly Fact[],
  wanted: readonly Fact[],
): { readonly live: readonly Fact[]; readonly wanted: readonly Fact[] } {
  const declared = wanted.flatMap((fact) => versionFact(fact, 'declaredVersion'));
  const parents = new Set(declared.map(({ parent }) => parent));
  const present = live.filter(({ key }) => parents.has(key)).flatMap((fact) => versionFact(fact, 'version'));
  return { live: present, wanted: declared };
}

function versionFact({ key, kind, name, info }: Fact, member: string): readonly Fact[] {
  const version = info?.[member];
  if (typeof version !== 'string') return [];
  const path = [kind, ...name];
  return [{ key: factKey('version', path), kind: 'version', name: path, parent: key, payload: { version }, needs: [] }];
}
