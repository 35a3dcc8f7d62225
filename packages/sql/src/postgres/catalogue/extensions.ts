import { factKey } from '../../catalogue/fact-key.ts';
import { at } from './fragments.ts';
import type { CatalogueReader } from './reader.ts';
import { flagOf, textOf, textOrNull } from './row.ts';

/**
 * Reads extensions. Their members are parts of them and no facts; what needs a member needs the extension. Versions are
 * compared only where the declaration says one; otherwise the server's newest is meant, for new ones only.
 */
export const readExtensions: CatalogueReader = async (session) =>
  (await session.read(extensions)).map((row) => {
    const name = [textOf(row, 'name')];
    return {
      key: factKey('extension', name),
      kind: 'extension',
      name,
      payload: { schema: textOf(row, 'schema') },
      info: {
        version: textOf(row, 'version'),
        isRelocatable: flagOf(row, 'is_relocatable'),
        hasTables: flagOf(row, 'has_tables'),
        ownComment: textOrNull(row, 'own_comment'),
      },
      objects: [textOf(row, 'object'), ...((row['members'] ?? []) as readonly string[])],
    };
  });

const extensions = `
SELECT ${at('pg_extension', 'e.oid')} AS object, e.extname AS name, n.nspname AS schema, e.extversion AS version, a.comment AS own_comment,
  e.extrelocatable AS is_relocatable,
  (SELECT json_agg(d.classid || '/' || d.objid || '/0') FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e') AS members,
  EXISTS (SELECT FROM pg_depend d JOIN pg_class c ON c.oid = d.objid WHERE d.classid = 'pg_class'::regclass
    AND d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e' AND c.relkind IN ('r', 'p')) AS has_tables
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN pg_available_extensions() a ON a.name = e.extname
ORDER BY e.extname`;
