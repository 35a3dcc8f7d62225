import type { FactKey } from '../../catalogue/fact.ts';
import { nameOfKey } from '../../catalogue/fact-key.ts';

/** The parts of the name in a key, unquoted. */
export function partsOfKey(key: FactKey): readonly string[] {
  const parts = nameOfKey(key).match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}
