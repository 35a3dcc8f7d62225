import type { JsonObject } from '@setpoint/model';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';
import type { ObjectId, ReadFact } from './reader.ts';
import { textOf } from './row.ts';

/** Reads what depends on what, in the same snapshot as the facts. */
export function readDependencies(session: Pick<SqlSession, 'read'>): Promise<readonly JsonObject[]> {
  return session.read(dependencies);
}

/** Gives facts their needs. Sorted, without the fact's own ancestors and parts. */
export function linkNeeds(facts: readonly ReadFact[], rows: readonly JsonObject[]): readonly Fact[] {
  const keys = new Map<ObjectId, FactKey>();
  for (const fact of facts) for (const object of fact.objects) keys.set(object, fact.key);
  const parents = new Map(facts.map((fact) => [fact.key, fact.parent]));
  const needs = new Map<FactKey, Set<FactKey>>(facts.map((fact) => [fact.key, new Set(fact.needs)]));
  for (const row of rows) addNeed(row, { keys, parents, needs });
  return facts.map((fact) => withNeeds(fact, [...(needs.get(fact.key) ?? [])].sort()));
}

function withNeeds(read: ReadFact, needs: readonly FactKey[]): Fact {
  const { key, kind, name, parent, payload, info } = read;
  return {
    key,
    kind,
    name,
    ...(parent === undefined ? {} : { parent }),
    payload,
    needs,
    ...(info === undefined ? {} : { info }),
  };
}

/**
 * What depends on what among objects that users made. Internal dependencies tie the parts of one fact together and say nothing; a
 * sequence that belongs to a column depends on it only by its `owned-by` fact. Built-in objects are not recorded at all.
 */
const dependencies = `
SELECT d.classid || '/' || d.objid || '/' || d.objsubid AS object,
  d.refclassid || '/' || d.refobjid || '/' || d.refobjsubid AS needed
FROM pg_depend d
WHERE d.deptype IN ('n', 'a') AND (d.refobjid >= 16384 OR d.refclassid = 'pg_namespace'::regclass)
  AND NOT (d.deptype = 'a' AND d.refobjsubid > 0 AND d.classid = 'pg_class'::regclass AND d.objsubid = 0
    AND EXISTS (SELECT FROM pg_class s WHERE s.oid = d.objid AND s.relkind = 'S'))`;

type Links = {
  readonly keys: ReadonlyMap<ObjectId, FactKey>;
  readonly parents: ReadonlyMap<FactKey, FactKey | undefined>;
  readonly needs: ReadonlyMap<FactKey, Set<FactKey>>;
};

function addNeed(row: JsonObject, links: Links): void {
  const key = keyOf(textOf(row, 'object'), links);
  const needed = keyOf(textOf(row, 'needed'), links);
  if (key === undefined || needed === undefined) return;
  if (isWithin(key, needed, links) || isWithin(needed, key, links)) return;
  links.needs.get(key)?.add(needed);
}

function keyOf(object: ObjectId, links: Links): FactKey | undefined {
  return links.keys.get(object) ?? links.keys.get(object.replace(/\d+$/, '0'));
}

function isWithin(key: FactKey, ancestor: FactKey, links: Links): boolean {
  let at: FactKey | undefined = key;
  while (at !== undefined && at !== ancestor) at = links.parents.get(at);
  return at === ancestor;
}
