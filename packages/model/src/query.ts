import { canonicalJson, type JsonObject } from './json.ts';
import type { UnknownCause } from './unknown.ts';

/** A fact asked of a node, as data. Reading it never changes the node. `kind` selects the code in the channel's driver. */
export type Query = JsonObject & { readonly kind: string };

/** What a node said to one query. `value` has the shape that the query's kind documents. */
export type Answer =
  | { readonly status: 'found'; readonly value: JsonObject }
  | { readonly status: 'absent' }
  | { readonly status: 'unknown'; readonly cause: UnknownCause };

/** Equal queries have equal keys; a key is asked once per node and phase. A query is never changed, so its key is made once. */
export function queryKey(query: Query): string {
  const known = keys.get(query);
  if (known !== undefined) return known;
  const key = canonicalJson(query);
  keys.set(query, key);
  return key;
}

const keys = new WeakMap<Query, string>();

/** The queries of one resource by the module's own names. */
export type Queries = Readonly<Record<string, Query>>;

/** The answers to `Queries`, under the same names; every name asked is present. */
export type Answers = Readonly<Record<string, Answer>>;
