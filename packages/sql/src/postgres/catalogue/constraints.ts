import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema, optionsAsJson } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull, textsOf } from './row.ts';

/** Reads the constraints of tables, inherited ones and the clones on partitions left out. Not-null is a matter of the column. */
export const readConstraints: CatalogueReader = async (session) =>
  (await session.read(constraints)).map(constraintFact);

const constraints = `
SELECT ${at('pg_constraint', 'k.oid')} AS object, n.nspname AS schema, c.relname AS table, k.conname AS name, k.contype AS type,
  pg_get_constraintdef(k.oid) AS definition, k.convalidated AS validated, k.condeferrable AS deferrable,
  k.condeferred AS deferred, k.connoinherit AS no_inherit,
  CASE WHEN k.contype IN ('p', 'u', 'x') THEN ${at('pg_class', 'k.conindid')} END AS index_object, ix.indisclustered AS clustered,
  ix.indisreplident AS replica_identity, ts.spcname AS tablespace,
  ${optionsAsJson('ic.reloptions')} AS options,
  (SELECT json_agg(a.attname ORDER BY p.ordinality)
    FROM unnest(k.conkey) WITH ORDINALITY p (attnum, ordinality)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum) AS columns,
  CASE WHEN k.contype = 'f' THEN json_build_array(fn.nspname, fc.relname) END AS referenced,
  (SELECT json_agg(a.attname ORDER BY p.ordinality)
    FROM unnest(k.confkey) WITH ORDINALITY p (attnum, ordinality)
    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum) AS referenced_columns
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_index ix ON ix.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class ic ON ic.oid = ix.indexrelid
LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
LEFT JOIN pg_class fc ON fc.oid = k.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0 AND k.conislocal AND c.relkind IN ('r', 'p')
  AND c.relpersistence <> 't' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname, k.conname`;

const constraintTypes: Readonly<Record<string, string>> = {
  p: 'primary key',
  u: 'unique',
  c: 'check',
  x: 'exclusion',
  f: 'foreign key',
};

function constraintFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'table'), textOf(row, 'name')];
  const table = factKey('table', name.slice(0, 2));
  const referenced = row['referenced'] === null ? null : textsOf(row, 'referenced');
  const referencedKey = referenced === null ? null : factKey('table', referenced);
  const index = textOrNull(row, 'index_object');
  return {
    key: factKey('constraint', name),
    kind: 'constraint',
    name,
    parent: table,
    payload: constraintPayload(row),
    info: {
      columns: textsOf(row, 'columns'),
      referenced: referencedKey,
      referencedName: referenced,
      referencedColumns: textsOf(row, 'referenced_columns'),
      noInherit: flagOf(row, 'no_inherit'),
    },
    needs: referencedKey === null || referencedKey === table ? [] : [referencedKey],
    objects: [textOf(row, 'object'), ...(index === null ? [] : [index])],
  };
}

function constraintPayload(row: JsonObject): JsonObject {
  return {
    type: constraintTypes[textOf(row, 'type')] ?? '',
    definition: withoutSuffixes(textOf(row, 'definition')),
    deferrable: flagOf(row, 'deferrable'),
    deferred: flagOf(row, 'deferred'),
    validated: flagOf(row, 'validated'),
    options: row['options'] ?? {},
    tablespace: textOrNull(row, 'tablespace'),
    clustered: row['clustered'] === true,
    replicaIdentity: row['replica_identity'] === true,
  };
}

/** What can be altered alone is said beside the definition. */
function withoutSuffixes(definition: string): string {
  return definition
    .replace(/ NOT VALID$/, '')
    .replace(/ INITIALLY DEFERRED$/, '')
    .replace(/ DEFERRABLE$/, '');
}
