import type { Catalogue, Fact, Unmodelled } from '../catalogue/fact.ts';
import { factKey } from '../catalogue/fact-key.ts';
import type { Owns } from '../declaration/declaration.ts';
import { type FactIndex, indexFacts } from './fact-index.ts';
import { globMatcher } from './glob.ts';

/** The two sides of a comparison, cut down to what is managed. */
export type Scope = {
  readonly live: readonly Fact[];
  readonly wanted: readonly Fact[];
  /** Objects that are there, are not declared and are left alone because nothing may be pruned. */
  readonly unmanaged: readonly Fact[];
  /** What is owned by name but has no facts. */
  readonly unmodelled: readonly Unmodelled[];
  /** Declared objects outside of what is owned. */
  readonly outside: readonly Fact[];
  /** The schemas that are owned; empty for a product without schemas. */
  readonly schemas: readonly string[];
};

export type ScopeInput = {
  readonly live: Catalogue;
  readonly wanted: Catalogue;
  readonly owns: Owns;
  /** Also drops what is there and not declared. */
  readonly prune: boolean;
};

/** Cuts both catalogues down to what the declaration owns. */
export function scopeOf({ live, wanted: declared, owns, prune }: ScopeInput): Scope {
  const wanted = ownsGrants(owns, declared) ? declared : withGrantsOf(live, declared);
  const liveIndex = indexFacts(live.facts);
  const wantedIndex = indexFacts(wanted.facts);
  const schemas = owns.schemas ?? declaredSchemas(wantedIndex);
  const except = owns.except.map(globMatcher);
  const isOwned = (fact: Fact, index: FactIndex): boolean => {
    const object = index.object(fact);
    const schema = schemaOf(object, index);
    if (schema === undefined) return ownsUnplaced(object, { wantedIndex, owns });
    if (!schemas.includes(schema)) return false;
    return !except.some((fits) => fits(object.name.join('.')));
  };
  const owned = liveIndex.all.filter((fact) => isOwned(fact, liveIndex));
  const isDeclared = (fact: Fact): boolean => wantedIndex.get(liveIndex.object(fact).key) !== undefined;
  const kept = prune ? owned : owned.filter(isDeclared);
  const outside = wantedIndex.all.filter((fact) => wantedIndex.object(fact) === fact && !isOwned(fact, wantedIndex));
  return {
    live: kept,
    wanted: wantedIndex.all.filter((fact) => isOwned(fact, wantedIndex)),
    unmanaged: prune ? [] : owned.filter((fact) => liveIndex.object(fact) === fact && !isDeclared(fact)),
    unmodelled: live.unmodelled.filter(({ schema }) => schema === undefined || schemas.includes(schema)),
    outside: outside.filter((fact) => !isBuiltIn(fact, liveIndex)),
    schemas,
  };
}

function ownsGrants({ grants = true }: Owns, { facts }: Catalogue): boolean {
  if (grants !== 'declared') return grants;
  // Everybody may use the public schema of every new database, which nobody has declared.
  return facts.some(({ kind, parent }) => grantKinds.includes(kind) && parent !== publicSchema);
}

const publicSchema = factKey('schema', ['public']);

const grantKinds: readonly string[] = ['grant', 'default-privilege'];

/** Privileges that others give stay as they are, also on an object that must be made anew. */
function withGrantsOf(live: Catalogue, wanted: Catalogue): Catalogue {
  const keys = new Set(wanted.facts.map(({ key }) => key));
  const kept = live.facts.filter(
    ({ kind, parent }) => grantKinds.includes(kind) && (parent === undefined || keys.has(parent)),
  );
  return { ...wanted, facts: [...wanted.facts.filter(({ kind }) => !grantKinds.includes(kind)), ...kept] };
}

/** A schema that every new database has is there on both sides, owned or not. */
function isBuiltIn(fact: Fact, live: FactIndex): boolean {
  return fact.kind === 'schema' && fact.name[0] === 'public' && live.get(fact.key) !== undefined;
}

/** Schemas that the declaration makes or puts something in; a public schema that is merely there is neither. */
function declaredSchemas(wanted: FactIndex): readonly string[] {
  const objects = wanted.all.map((fact) => wanted.object(fact));
  const placed = objects.filter((object) => object.kind !== 'schema' || object.name[0] !== 'public');
  return [...new Set(placed.flatMap((object) => schemaOf(object, wanted) ?? []))].sort();
}

/** The schema that an object is in, or is; undefined for what has none: extensions, a MySQL table. */
function schemaOf(object: Fact, index: FactIndex): string | undefined {
  if (object.kind === 'schema') return object.name[0];
  const parent = object.parent === undefined ? undefined : index.get(object.parent);
  return parent?.kind === 'schema' ? parent.name[0] : undefined;
}

function ownsUnplaced(
  object: Fact,
  { wantedIndex, owns }: { readonly wantedIndex: FactIndex; readonly owns: Owns },
): boolean {
  const isDatabaseWide = ['extension', 'default-privilege', 'event-trigger', 'publication'].includes(object.kind);
  if (!isDatabaseWide) return !owns.except.some((glob) => globMatcher(glob)(object.name.join('.')));
  if (wantedIndex.get(object.key) !== undefined) return true;
  // Only who manages all grants knows that nobody else declares those for all schemas.
  return object.kind === 'extension' ? owns.extensions : object.kind === 'default-privilege' && owns.grants === true;
}
