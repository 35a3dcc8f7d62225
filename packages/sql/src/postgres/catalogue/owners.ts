import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { isUserSchema } from './fragments.ts';
import { relationKind, signatureOf, typeKind } from './kind-of.ts';
import { textOf, textsOf } from './row.ts';

/** Reads to whom objects belong. Owners are not compared, but tell which grants say nothing. */
export async function readOwners(session: Pick<SqlSession, 'read'>): Promise<ReadonlyMap<FactKey, string>> {
  const rows = await session.read(owners);
  return new Map(rows.map((row) => [factKey(textOf(row, 'kind'), textsOf(row, 'name')), textOf(row, 'owner')]));
}

/** Adds the owners to what is known of the facts. */
export function withOwners(facts: readonly Fact[], known: ReadonlyMap<FactKey, string>): readonly Fact[] {
  return facts.map((fact) => {
    const owner = known.get(fact.key);
    return owner === undefined ? fact : { ...fact, info: { ...fact.info, owner } };
  });
}

const owners = `
SELECT o.kind, o.name, pg_get_userbyid(o.owner) AS owner FROM (
  SELECT ${relationKind('c')} AS kind, ARRAY[n.nspname, c.relname] AS name, c.relowner AS owner
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${isUserSchema('n')}
  UNION ALL
  SELECT 'function', ARRAY[n.nspname, ${signatureOf('p')}], p.proowner
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${isUserSchema('n')}
  UNION ALL
  SELECT ${typeKind('t')}, ARRAY[n.nspname, t.typname], t.typowner
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
  WHERE (t.typtype IN ('e', 'd', 'r') OR r.relkind = 'c') AND ${isUserSchema('n')}
  UNION ALL
  SELECT 'schema', ARRAY[n.nspname], n.nspowner FROM pg_namespace n WHERE ${isUserSchema('n')}) o`;
