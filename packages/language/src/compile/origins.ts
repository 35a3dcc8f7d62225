import type { Taint, ValueOrigin } from '@setpoint/model';
import { hasExpressions, partsOf } from '../expression/parts.ts';
import { referencesOf } from '../expression/references.ts';
import type { Evaluated, Scope } from '../expression/scope.ts';
import { jsonOf, spanOf, type YamlEntry, type YamlScalar, type YamlValue } from '../yaml/value.ts';

export type OriginsRequest = {
  readonly entries: readonly YamlEntry[];
  readonly values: ReadonlyMap<string, Evaluated>;
  readonly taint: Readonly<Record<string, Taint>>;
  readonly scope: Scope;
};

/**
 * The chain of every property: the definitions of each variable that its expression uses, the overridden ones first, and the property
 * itself last. Computed when somebody explains, not for every resource of a run.
 */
export function originsOf(request: OriginsRequest): Readonly<Record<string, readonly ValueOrigin[]>> {
  return Object.fromEntries(request.entries.map((entry) => [entry.key, chainOf(entry, request)]));
}

const hidden = '(sensitive)';

function chainOf(entry: YamlEntry, request: OriginsRequest): readonly ValueOrigin[] {
  const isSecret = request.taint[entry.key] !== undefined;
  const variables = variablesOf(entry.value, request.scope, { seen: new Set(), isSecret });
  const value = request.values.get(entry.key);
  const own: ValueOrigin = {
    level: 'property',
    name: entry.key,
    value: isSecret || value?.taint !== undefined ? hidden : shorten(JSON.stringify(value?.value ?? null)),
    span: spanOf(entry.value),
  };
  return [...variables, own];
}

type Walk = { readonly seen: Set<string>; readonly isSecret: boolean };

/** The definitions behind a value, those that others need first. */
function variablesOf(value: YamlValue, scope: Scope, walk: Walk): readonly ValueOrigin[] {
  return scalarsIn(value).flatMap((scalar) =>
    partsOf(scalar).flatMap((part) =>
      part.kind === 'expression'
        ? referencesOf(part.expression).flatMap(({ name }) => definitionsOf(name, scope, walk))
        : [],
    ),
  );
}

function definitionsOf(name: string, scope: Scope, walk: Walk): readonly ValueOrigin[] {
  if (walk.seen.has(name)) return [];
  walk.seen.add(name);
  const definitions = scope.definitionsOf(name);
  const winner = definitions.at(-1);
  const needed = winner === undefined ? [] : variablesOf(winner.value, scope, walk);
  const found = scope.lookup(name);
  const isSecret = walk.isSecret || (found !== undefined && found !== 'failed' && found.taint !== undefined);
  const links = definitions.map((definition) => ({
    level: definition.level,
    name,
    value: isSecret && !hasExpressions(definition.value) ? hidden : shorten(writtenText(definition.value)),
    span: spanOf(definition.value),
  }));
  return [...needed, ...links];
}

/** A definition as it is written: an expression shows as an expression, so no secret does. */
function writtenText(value: YamlValue): string {
  return value.kind === 'scalar' && typeof value.value === 'string' ? value.value : JSON.stringify(jsonOf(value));
}

function scalarsIn(value: YamlValue): readonly YamlScalar[] {
  if (!hasExpressions(value)) return [];
  if (value.kind === 'scalar') return [value];
  const inner = value.kind === 'list' ? value.items : value.entries.map((entry) => entry.value);
  return inner.flatMap(scalarsIn);
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
