import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader } from './reader.ts';
import { textOf, textsOf } from './row.ts';

/** Reads enumerated types with their labels in order. */
export const readEnums: CatalogueReader = async (session) =>
  (await session.read(enums)).map((row) => {
    const name = [textOf(row, 'schema'), textOf(row, 'name')];
    return {
      key: factKey('enum', name),
      kind: 'enum',
      name,
      parent: factKey('schema', name.slice(0, 1)),
      payload: { labels: textsOf(row, 'labels') },
      objects: [textOf(row, 'object'), textOf(row, 'array_type')],
    };
  });

const enums = `
SELECT ${at('pg_type', 't.oid')} AS object, ${at('pg_type', 't.typarray')} AS array_type, n.nspname AS schema, t.typname AS name,
  (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND ${isUserSchema('n')} AND ${isNotMember('pg_type', 't.oid')}
ORDER BY n.nspname, t.typname`;
