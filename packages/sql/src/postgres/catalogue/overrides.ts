import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull } from './row.ts';

/** Reads where partitions and heirs have another default than their parent, or refuse NULL where it does not. */
export const readOverrides: CatalogueReader = async (session) => (await session.read(overrides)).flatMap(overrideFacts);

const overrides = `
SELECT DISTINCT ON (n.nspname, c.relname, a.attnum) ${at('pg_attrdef', 'd.oid')} AS object, n.nspname AS schema, c.relname AS table,
  a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS expression, pg_get_expr(pd.adbin, pd.adrelid) AS inherited,
  a.attnotnull AND NOT pa.attnotnull AS refuses_null
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal AND a.attgenerated = ''
JOIN pg_attribute pa ON pa.attrelid = i.inhparent AND pa.attname = a.attname AND NOT pa.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN pg_attrdef pd ON pd.adrelid = i.inhparent AND pd.adnum = pa.attnum
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
  AND (d.oid IS NOT NULL OR pd.oid IS NOT NULL OR a.attnotnull <> pa.attnotnull)
ORDER BY n.nspname, c.relname, a.attnum, i.inhseqno`;

function overrideFacts(row: JsonObject): readonly ReadFact[] {
  const name = [textOf(row, 'schema'), textOf(row, 'table'), textOf(row, 'name')];
  const parent = factKey('table', name.slice(0, 2));
  const expression = textOrNull(row, 'expression');
  const inherited = textOrNull(row, 'inherited');
  const object = textOrNull(row, 'object');
  const fallback: ReadFact = {
    key: factKey('default', name),
    kind: 'default',
    name,
    parent,
    payload: { expression },
    info: { inherited },
    objects: object === null ? [] : [object],
  };
  const refusal: ReadFact = {
    key: factKey('not-null', name),
    kind: 'not-null',
    name,
    parent,
    payload: {},
    objects: [],
  };
  return [...(expression === inherited ? [] : [fallback]), ...(flagOf(row, 'refuses_null') ? [refusal] : [])];
}
