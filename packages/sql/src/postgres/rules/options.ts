import type { Json, JsonObject } from '@setpoint/model';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral } from '../quote.ts';

/** Storage parameters as the inside of `WITH (…)`: `fillfactor='70'`. Empty where there are none. */
export function optionList(options: Json | undefined, prefix = ''): string {
  return entriesOf(options)
    .map(([name, value]) => `${prefix}${quoteIdentifier(name)}=${quoteLiteral(value)}`)
    .join(', ');
}

/** The clauses that lead from some storage parameters to others: `SET (…)` and `RESET (…)`. */
export function optionChanges(before: Json | undefined, after: Json | undefined, prefix = ''): readonly string[] {
  const old = new Map(entriesOf(before));
  const wanted = entriesOf(after);
  const set = wanted.filter(([name, value]) => old.get(name) !== value);
  const names = new Set(wanted.map(([name]) => name));
  const reset = [...old.keys()].filter((name) => !names.has(name)).map((name) => `${prefix}${quoteIdentifier(name)}`);
  return [
    ...(set.length === 0 ? [] : [`SET (${optionList(Object.fromEntries(set), prefix)})`]),
    ...(reset.length === 0 ? [] : [`RESET (${reset.join(', ')})`]),
  ];
}

function entriesOf(options: Json | undefined): readonly (readonly [string, string])[] {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return [];
  return Object.keys(options).map((name) => [name, textOf(options as JsonObject, name)]);
}
