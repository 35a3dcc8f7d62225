import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader } from './reader.ts';
import { rowsOf, textOf } from './row.ts';

/** Reads composite types that stand alone; row types belong to their tables. */
export const readComposites: CatalogueReader = async (session) =>
  (await session.read(composites)).map((row) => {
    const name = [textOf(row, 'schema'), textOf(row, 'name')];
    return {
      key: factKey('composite', name),
      kind: 'composite',
      name,
      parent: factKey('schema', name.slice(0, 1)),
      payload: { attributes: rowsOf(row, 'attributes') },
      objects: [textOf(row, 'object'), textOf(row, 'array_type'), textOf(row, 'relation')],
    };
  });

const composites = `
SELECT ${at('pg_type', 't.oid')} AS object, ${at('pg_type', 't.typarray')} AS array_type, ${at('pg_class', 'c.oid')} AS relation,
  n.nspname AS schema, t.typname AS name,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'collation', CASE WHEN a.attcollation <> b.typcollation THEN a.attcollation::regcollation::text END) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS attributes
FROM pg_class c JOIN pg_type t ON t.oid = c.reltype JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'c' AND ${isUserSchema('n')} AND ${isNotMember('pg_type', 't.oid')}
ORDER BY n.nspname, t.typname`;
