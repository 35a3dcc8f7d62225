import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema, optionsAsJson } from './fragments.ts';
import { withoutHead } from './head.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { numberOf, textOf } from './row.ts';

/** Reads the indexes that are neither a constraint's nor a partition's share of its parent's index. */
export const readIndexes: CatalogueReader = async (session) => (await session.read(indexes)).map(indexFact);

const indexes = `
SELECT ${at('pg_class', 'ic.oid')} AS object, n.nspname AS schema, ic.relname AS name, c.relname AS table, c.relkind = 'm' AS is_of_view,
  pg_get_indexdef(ic.oid) AS definition, pg_get_expr(x.indpred, x.indrelid) AS predicate,
  length('CREATE ' || CASE WHEN x.indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' ||
    quote_ident(ic.relname) || ' ON ' || CASE WHEN ic.relkind = 'I' THEN 'ONLY ' ELSE '' END ||
    quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' ') AS head_length,
  CASE WHEN x.indisunique THEN (SELECT json_agg(pg_get_indexdef(ic.oid, k, false) ORDER BY k)
    FROM generate_series(1, x.indnkeyatts) k) END AS keys,
  (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = ic.oid AND ic.relkind = 'I') AS columns,
  x.indisunique AS unique, x.indisvalid AS valid, x.indisclustered AS clustered, x.indisreplident AS replica_identity,
  ic.relkind = 'I' AS is_partitioned, ts.spcname AS tablespace,
  ${optionsAsJson('ic.reloptions')} AS options,
  CASE WHEN ic.reloptions IS NOT NULL THEN
    (SELECT string_agg(quote_ident(o.option_name) || '=' ||
      CASE WHEN quote_ident(o.option_value) = o.option_value THEN o.option_value ELSE quote_literal(o.option_value) END, ', '
      ORDER BY o.ordinality) FROM pg_options_to_table(ic.reloptions) WITH ORDINALITY o) END AS options_text
FROM pg_index x JOIN pg_class ic ON ic.oid = x.indexrelid
JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND NOT ic.relispartition
  AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')} AND ${isNotMember('pg_class', 'ic.oid')}
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))
ORDER BY n.nspname, ic.relname`;

function indexFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const relation = [textOf(row, 'schema'), textOf(row, 'table')];
  const definition = textOf(row, 'definition');
  const predicate = typeof row['predicate'] === 'string' ? row['predicate'] : null;
  const end = predicate === null ? definition.length : -` WHERE ${predicate}`.length;
  const options = typeof row['options_text'] === 'string' ? ` WITH (${row['options_text']})` : '';
  return {
    key: factKey('index', name),
    kind: 'index',
    name,
    parent: factKey(row['is_of_view'] === true ? 'materialized-view' : 'table', relation),
    payload: {
      definition: withoutHead(definition.slice(0, end), numberOf(row, 'head_length')).replace(options, ''),
      predicate,
      unique: row['unique'] ?? false,
      valid: row['valid'] ?? true,
      clustered: row['clustered'] ?? false,
      replicaIdentity: row['replica_identity'] ?? false,
      options: row['options'] ?? {},
      tablespace: row['tablespace'] ?? null,
    },
    info: {
      definition,
      relation,
      keys: row['keys'] ?? [],
      columns: row['columns'] ?? [],
      isPartitioned: row['is_partitioned'] ?? false,
    },
    objects: [textOf(row, 'object')],
  };
}
