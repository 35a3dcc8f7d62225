import { invariant } from '@setpoint/model';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { isUserSchema } from './fragments.ts';
import { relationKind, signatureOf, typeKind } from './kind-of.ts';
import { flagOf, textOf, textsOf } from './row.ts';

/** To whom objects belong, and who it is that asks. */
export type Owners = {
  readonly account: string;
  readonly of: ReadonlyMap<FactKey, { readonly owner: string; readonly isUsualOwner?: true }>;
};

/** Reads to whom objects belong. It is compared where it is declared, and tells which grants say nothing. */
export async function readOwners(session: Pick<SqlSession, 'read'>): Promise<Owners> {
  const [rows, [asking]] = await Promise.all([session.read(owners), session.read('SELECT current_user::text AS name')]);
  invariant(asking !== undefined, 'the server knows who asks.');
  const entries = rows.map((row) => {
    const owner = textOf(row, 'owner');
    const known = flagOf(row, 'is_usual') ? { owner, isUsualOwner: true as const } : { owner };
    return [factKey(textOf(row, 'kind'), textsOf(row, 'name')), known] as const;
  });
  return { account: textOf(asking, 'name'), of: new Map(entries) };
}

/** Adds the owners to what is known of the facts. */
export function withOwners(facts: readonly Fact[], known: Owners['of']): readonly Fact[] {
  return facts.map((fact) => {
    const owner = known.get(fact.key);
    return owner === undefined ? fact : { ...fact, info: { ...fact.info, ...owner } };
  });
}

/** The public schema belongs to the superuser who made the cluster, or to the owners of databases, without anybody having said so. */
const owners = `
SELECT o.kind, o.name, pg_get_userbyid(o.owner) AS owner,
  o.kind = 'schema' AND o.name[1] = 'public' AND o.owner IN (10, 6171) AS is_usual FROM (
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
  SELECT 'statistics', ARRAY[n.nspname, s.stxname], s.stxowner
  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${isUserSchema('n')}
  UNION ALL
  SELECT 'collation', ARRAY[n.nspname, c.collname], c.collowner
  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE ${isUserSchema('n')}
  UNION ALL
  SELECT 'schema', ARRAY[n.nspname], n.nspowner FROM pg_namespace n WHERE ${isUserSchema('n')}) o`;
