import type { JsonObject } from '@setpoint/model';
import type { FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema, optionsAsJson } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull, textsOf } from './row.ts';

/** Reads tables: plain, partitioned, partitions and heirs. Foreign tables are none. */
export const readTables: CatalogueReader = async (session) =>
  (await session.read(tables(session.server.version))).map(tableFact);

/** A partition that is only half detached, because DETACH CONCURRENTLY was ended, has no bound any more (PostgreSQL 14). */
const tables = (version: number): string => `
SELECT ${at('pg_class', 'c.oid')} AS object, ${at('pg_type', 'c.reltype')} AS row_type, ${at('pg_type', 't.typarray')} AS array_type, n.nspname AS schema, c.relname AS name,
  c.relpersistence = 'u' AS unlogged, c.relispartition AS is_partition,
  CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
  pg_get_expr(c.relpartbound, c.oid) AS bound,
  CASE WHEN c.relispartition THEN pg_get_partition_constraintdef(c.oid) END AS partition_constraint,
  ${version >= 140_000 ? 'EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid AND i.inhdetachpending)' : 'false'} AS is_leaving,
  (SELECT json_agg(json_build_array(pn.nspname, p.relname) ORDER BY i.inhseqno)
    FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
    JOIN pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid) AS parents,
  ${optionsAsJson('c.reloptions')} AS options,
  (SELECT ${optionsAsJson('tc.reloptions')} FROM pg_class tc WHERE tc.oid = c.reltoastrelid) AS toast_options,
  c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security, c.relreplident AS replica_identity,
  am.amname AS access_method, ts.spcname AS tablespace,
  CASE WHEN c.relhassubclass THEN
    (SELECT json_agg(json_build_array(pn.nspname, p.relname) ORDER BY pn.nspname, p.relname)
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
      WHERE i.inhparent = c.oid)
  END AS heirs,
  CASE WHEN c.relispartition THEN
    (SELECT json_agg(k.conname ORDER BY k.conname) FROM pg_constraint k
      WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'x', 'f') AND (k.conparentid <> 0 OR NOT k.conislocal))
  END AS inherited_constraints,
  CASE WHEN c.relispartition THEN
    (SELECT json_agg(ic.relname ORDER BY ic.relname) FROM pg_index x JOIN pg_class ic ON ic.oid = x.indexrelid
      WHERE x.indrelid = c.oid AND ic.relispartition
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x')))
  END AS inherited_indexes,
  CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_type t ON t.oid = c.reltype
LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname`;

const replicaIdentities: Readonly<Record<string, string>> = { d: 'default', n: 'nothing', f: 'full', i: 'index' };

function tableFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const parents = keysOf(row, 'parents');
  return {
    key: factKey('table', name),
    kind: 'table',
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: tablePayload(row, parents),
    info: {
      partitionConstraint: row['partition_constraint'] ?? null,
      partitions: textOrNull(row, 'partition_key') === null ? [] : keysOf(row, 'heirs'),
      heirs: keysOf(row, 'heirs'),
      inheritedConstraints: textsOf(row, 'inherited_constraints'),
      inheritedIndexes: textsOf(row, 'inherited_indexes'),
    },
    needs: parents,
    objects: ['object', 'row_type', 'array_type'].flatMap((column) => textOrNull(row, column) ?? []),
  };
}

function keysOf(row: JsonObject, column: string): readonly FactKey[] {
  return ((row[column] ?? []) as readonly (readonly string[])[]).map((name) => factKey('table', name));
}

function tablePayload(row: JsonObject, parents: readonly FactKey[]): JsonObject {
  const isPartition = flagOf(row, 'is_partition');
  return {
    persistence: flagOf(row, 'unlogged') ? 'unlogged' : 'permanent',
    partitionKey: textOrNull(row, 'partition_key'),
    partitionOf: isPartition ? (parents[0] ?? null) : null,
    bound: flagOf(row, 'is_leaving') ? null : textOrNull(row, 'bound'),
    inherits: isPartition ? [] : parents,
    options: row['options'] ?? {},
    toastOptions: row['toast_options'] ?? {},
    rowSecurity: flagOf(row, 'row_security'),
    forceRowSecurity: flagOf(row, 'force_row_security'),
    replicaIdentity: replicaIdentities[textOf(row, 'replica_identity')] ?? 'default',
    accessMethod: textOrNull(row, 'access_method'),
    tablespace: textOrNull(row, 'tablespace'),
    ofType: textOrNull(row, 'of_type'),
  };
}
