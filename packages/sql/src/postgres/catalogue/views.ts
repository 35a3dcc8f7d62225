import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema, optionsAsJson } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, rowsOf, textOf } from './row.ts';

/** Reads views and materialised views. Their columns are a part of them and no facts of their own. */
export const readViews: CatalogueReader = async (session) => (await session.read(views)).map(viewFact);

const views = `
SELECT ${at('pg_class', 'c.oid')} AS object, ${at('pg_rewrite', 'r.oid')} AS rule_object,
  ${at('pg_type', 'c.reltype')} AS row_type, ${at('pg_type', 't.typarray')} AS array_type,
  n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS is_materialized,
  pg_get_viewdef(c.oid) AS definition, ${optionsAsJson('c.reloptions')} AS options,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'collation', CASE WHEN a.attcollation <> ct.typcollation THEN a.attcollation::regcollation::text END,
      'default', pg_get_expr(ad.adbin, ad.adrelid),
      'statistics', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type ct ON ct.oid = a.atttypid
    LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(${at('pg_attrdef', 'ad.oid')} ORDER BY ad.oid) FROM pg_attrdef ad WHERE ad.adrelid = c.oid) AS default_objects,
  am.amname AS access_method, ts.spcname AS tablespace, c.relispopulated AS is_populated
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
JOIN pg_type t ON t.oid = c.reltype
LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname`;

function viewFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const kind = flagOf(row, 'is_materialized') ? 'materialized-view' : 'view';
  return {
    key: factKey(kind, name),
    kind,
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: {
      definition: textOf(row, 'definition').replace(/;$/, ''),
      columns: rowsOf(row, 'columns'),
      options: row['options'] ?? {},
      ...(kind === 'view' ? {} : { accessMethod: row['access_method'] ?? null, tablespace: row['tablespace'] ?? null }),
    },
    ...(kind === 'view' ? {} : { info: { isPopulated: flagOf(row, 'is_populated') } }),
    objects: [
      ...['object', 'rule_object', 'row_type', 'array_type'].map((column) => textOf(row, column)),
      ...((row['default_objects'] ?? []) as readonly string[]),
    ],
  };
}
