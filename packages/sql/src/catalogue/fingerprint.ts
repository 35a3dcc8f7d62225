import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@setpoint/model';
import type { Fact, FactKey } from './fact.ts';

/**
 * A digest for each object of a catalogue: 16 hexadecimal digits over the keys and payloads of the object and of everything below it.
 * Equal digests mean equal objects; where columns stand does not count. `objectOf` gives the object that a fact belongs to.
 */
export function fingerprintObjects(
  facts: readonly Fact[],
  objectOf: (fact: Fact) => Fact,
): Readonly<Record<FactKey, string>> {
  const parts = new Map<FactKey, string[]>();
  for (const fact of facts) {
    const { key } = objectOf(fact);
    const texts = parts.get(key) ?? [];
    texts.push(canonicalJson([fact.key, fact.payload] as Json));
    parts.set(key, texts);
  }
  return Object.fromEntries([...parts].map(([key, texts]) => [key, digest(texts.sort().join('\n'))]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
