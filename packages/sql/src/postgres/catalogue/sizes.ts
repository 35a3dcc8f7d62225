import type { FactKey, TableSize } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { isUserSchema } from './fragments.ts';
import { relationKind } from './kind-of.ts';
import { numberOf, textOf } from './row.ts';

/**
 * Reads how large tables and materialised views are, as the server last counted. A partitioned table is as large as its partitions.
 * The pages of the catalogue are used and not the files, because reading those would take a lock.
 */
export async function readSizes(session: Pick<SqlSession, 'read'>): Promise<Readonly<Record<FactKey, TableSize>>> {
  const rows = await session.read(sizes);
  return Object.fromEntries(
    rows.map((row) => [
      factKey(textOf(row, 'kind'), [textOf(row, 'schema'), textOf(row, 'name')]),
      { rows: numberOf(row, 'rows'), bytes: numberOf(row, 'bytes') },
    ]),
  );
}

const sizes = `
WITH RECURSIVE part AS (
  SELECT c.oid AS root, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ${isUserSchema('n')}
  UNION ALL
  SELECT part.root, i.inhrelid FROM part JOIN pg_inherits i ON i.inhparent = part.oid
    JOIN pg_class p ON p.oid = i.inhrelid AND p.relispartition)
SELECT ${relationKind('c')} AS kind, n.nspname AS schema, c.relname AS name,
  sum(greatest(s.reltuples, pg_stat_get_live_tuples(s.oid), 0))::float8 AS rows,
  (sum(s.relpages::int8 + coalesce(o.relpages, 0)) * current_setting('block_size')::int8)::float8 AS bytes
FROM part JOIN pg_class c ON c.oid = part.root JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class s ON s.oid = part.oid LEFT JOIN pg_class o ON o.oid = s.reltoastrelid
GROUP BY c.relkind, n.nspname, c.relname
ORDER BY n.nspname, c.relname`;
