import { entryOf, type YamlValue } from '../yaml/value.ts';
import { hasExpressions, partsOf } from './parts.ts';
import { pathOf } from './references.ts';
import type { Scope } from './scope.ts';

/**
 * A value as it is written where it comes from: an expression that is a variable, or a path into one, gives way to what the variable
 * is defined as. Every other expression stays, for it has no text but its own.
 */
export function writtenBehind(value: YamlValue, scope: Scope): YamlValue {
  return followed(value, scope, mostSteps);
}

/** A variable may name another; a chain longer than this is not told from one without an end. */
const mostSteps = 20;

function followed(value: YamlValue, scope: Scope, steps: number): YamlValue {
  if (steps === 0 || !hasExpressions(value)) return value;
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => followed(item, scope, steps)) };
  if (value.kind === 'map') {
    return { ...value, entries: value.entries.map((each) => ({ ...each, value: followed(each.value, scope, steps) })) };
  }
  const [part, ...others] = partsOf(value);
  const [name, ...keys] = part?.kind === 'expression' && others.length === 0 ? (pathOf(part.expression) ?? []) : [];
  if (name === undefined) return value;
  const definition = scope.definitionsOf(name).at(-1);
  const defined = keys.reduce<YamlValue | undefined>(
    (holder, key) => holder && entryOf(followed(holder, scope, steps - 1), key)?.value,
    definition?.written ?? definition?.value,
  );
  return defined === undefined ? value : followed(defined, scope, steps - 1);
}
