import type { Json, JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema, optionsAsJson } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { textOf, textOrNull } from './row.ts';

/** Reads the columns that tables have of their own (inherited ones belong to where they come from) and their defaults. */
export const readColumns: CatalogueReader = async (session) =>
  (await session.read(columns(session.server.version))).flatMap(columnFacts);

/** Compression can be chosen from PostgreSQL 14 on. */
const columns = (version: number): string => `
SELECT ${at('pg_class', 'c.oid', 'a.attnum')} AS object, a.attnum AS position, n.nspname AS schema, c.relname AS table, a.attname AS name,
  format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
  CASE WHEN a.attcollation <> t.typcollation THEN
    (SELECT json_build_array(cn.nspname, co.collname) FROM pg_collation co
      JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) END AS collation,
  CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
  CASE WHEN a.attidentity <> '' THEN
    (SELECT json_build_object('start', s.seqstart::text, 'increment', s.seqincrement::text, 'min', s.seqmin::text,
        'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle, 'sequence', sc.relname)
      FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
      JOIN pg_class sc ON sc.oid = s.seqrelid
      WHERE d.classid = 'pg_class'::regclass AND d.refclassid = d.classid AND d.refobjid = c.oid
        AND d.refobjsubid = a.attnum AND d.deptype = 'i') END AS identity_options,
  CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS generated,
  pg_get_expr(ad.adbin, ad.adrelid) AS expression, ${at('pg_attrdef', 'ad.oid')} AS default_object,
  CASE WHEN a.attstorage <> t.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
  CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END AS type_storage,
  ${version < 140000 ? "''" : 'a.attcompression'} AS compression,
  CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
  ${optionsAsJson('a.attoptions')} AS options,
  a.attinhcount > 0 AS inherited
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef ad ON ad.adrelid = c.oid AND ad.adnum = a.attnum
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname, a.attnum`;

const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' };

function columnFacts(row: JsonObject): readonly ReadFact[] {
  const name = [textOf(row, 'schema'), textOf(row, 'table'), textOf(row, 'name')];
  const isGenerated = typeof row['generated'] === 'string';
  const expression = typeof row['expression'] === 'string' ? row['expression'] : undefined;
  const attrdef = textOrNull(row, 'default_object') ?? '';
  const column: ReadFact = {
    key: factKey('column', name),
    kind: 'column',
    name,
    parent: factKey('table', name.slice(0, 2)),
    payload: columnPayload(row),
    info: {
      typeStorage: row['type_storage'] ?? 'extended',
      position: row['position'] ?? 0,
      isInherited: row['inherited'] ?? false,
    },
    objects: [textOf(row, 'object'), ...(isGenerated ? [attrdef] : [])],
  };
  if (expression === undefined || isGenerated) return [column];
  const payload = { expression };
  const fallback = {
    key: factKey('default', name),
    kind: 'default',
    name,
    parent: column.key,
    payload,
    objects: [attrdef],
  };
  return [column, fallback];
}

function columnPayload(row: JsonObject): JsonObject {
  return {
    type: row['type'] ?? '',
    notNull: row['not_null'] ?? false,
    collation: row['collation'] ?? null,
    identity:
      typeof row['identity'] === 'string'
        ? { kind: row['identity'], ...(row['identity_options'] as JsonObject | null) }
        : null,
    generated:
      typeof row['generated'] === 'string' ? { kind: row['generated'], expression: row['expression'] ?? '' } : null,
    storage: row['storage'] ?? null,
    compression: compressions[textOf(row, 'compression')] ?? null,
    statistics: row['statistics'] ?? null,
    options: (row['options'] ?? {}) as Json,
  };
}
