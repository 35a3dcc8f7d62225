import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader } from './reader.ts';
import { textOf } from './row.ts';

/** Reads range types; their multiranges and constructors are parts of them. */
export const readRanges: CatalogueReader = async (session) =>
  (await session.read(ranges(session.server.version))).map((row) => {
    const name = [textOf(row, 'schema'), textOf(row, 'name')];
    return {
      key: factKey('range', name),
      kind: 'range',
      name,
      parent: factKey('schema', name.slice(0, 1)),
      payload: {
        subtype: textOf(row, 'subtype'),
        operatorClass: row['operator_class'] ?? null,
        collation: row['collation'] ?? null,
        canonical: row['canonical'] ?? null,
        subtypeDiff: row['subtype_diff'] ?? null,
        multirange: row['multirange'] ?? null,
      },
      objects: (row['objects'] ?? []) as readonly string[],
    };
  });

/** Multiranges came with PostgreSQL 14. */
function ranges(version: number): string {
  const hasMultiranges = version >= 140000;
  return `
SELECT n.nspname AS schema, t.typname AS name, format_type(r.rngsubtype, NULL) AS subtype,
  CASE WHEN NOT oc.opcdefault THEN quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) END AS operator_class,
  CASE WHEN r.rngcollation <> s.typcollation THEN r.rngcollation::regcollation::text END AS collation,
  nullif(r.rngcanonical, 0)::regproc::text AS canonical, nullif(r.rngsubdiff, 0)::regproc::text AS subtype_diff,
  ${hasMultiranges ? 'm.typname' : 'NULL'} AS multirange,
  json_build_array(${at('pg_type', 't.oid')}, ${at('pg_type', 't.typarray')}${
    hasMultiranges ? `, ${at('pg_type', 'm.oid')}, ${at('pg_type', 'm.typarray')}` : ''
  }) AS objects
FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type s ON s.oid = r.rngsubtype JOIN pg_opclass oc ON oc.oid = r.rngsubopc
JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
${hasMultiranges ? 'JOIN pg_type m ON m.oid = r.rngmultitypid' : ''}
WHERE ${isUserSchema('n')} AND ${isNotMember('pg_type', 't.oid')}
ORDER BY n.nspname, t.typname`;
}
