import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader } from './reader.ts';
import { textOf } from './row.ts';

/** Reads schemas. Their owners are not compared. */
export const readSchemas: CatalogueReader = async (session) => {
  const rows = await session.read(schemas);
  return rows.map((row) => {
    const name = [textOf(row, 'name')];
    return {
      key: factKey('schema', name),
      kind: 'schema',
      name,
      payload: {},
      objects: [textOf(row, 'object')],
    };
  });
};

const schemas = `
SELECT ${at('pg_namespace', 'n.oid')} AS object, n.nspname AS name FROM pg_namespace n
WHERE ${isUserSchema('n')} AND ${isNotMember('pg_namespace', 'n.oid')}
ORDER BY n.nspname`;
