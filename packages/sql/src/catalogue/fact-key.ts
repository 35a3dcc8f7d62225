import type { FactKey } from './fact.ts';

/**
 * The key of a fact. Parts that are not plain lower-case names are quoted as SQL quotes them, so no two names of a kind give one key.
 * A routine is told by its signature: `function:app.total(integer)` is made of `['app', 'total(integer)']`.
 */
export function factKey(kind: string, name: readonly string[]): FactKey {
  return `${kind}:${name.map(quotePart).join('.')}`;
}

/** The kind that a key begins with. */
export function kindOfKey(key: FactKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** A key without its kind, as readers are shown it. */
export function nameOfKey(key: FactKey): string {
  return key.slice(key.indexOf(':') + 1);
}

function quotePart(part: string): string {
  return /^[a-z_][a-z0-9_$]*(?:\(.*\))?$/s.test(part) ? part : `"${part.replaceAll('"', '""')}"`;
}
