import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { textOf } from './row.ts';

/** Reads sequences, those of identity columns left out, and which columns own them. Where they stand is data and not read. */
export const readSequences: CatalogueReader = async (session) => (await session.read(sequences)).flatMap(sequenceFacts);

const sequences = `
SELECT ${at('pg_class', 'c.oid')} AS object, n.nspname AS schema, c.relname AS name, c.relpersistence = 'u' AS unlogged,
  format_type(s.seqtypid, NULL) AS type, s.seqstart::text AS start, s.seqincrement::text AS increment,
  s.seqmin::text AS min, s.seqmax::text AS max, s.seqcache::text AS cache, s.seqcycle AS cycle,
  CASE WHEN tc.oid IS NOT NULL THEN json_build_array(tn.nspname, tc.relname, a.attname) END AS owner
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
  AND d.objsubid = 0 AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
LEFT JOIN pg_class tc ON tc.oid = d.refobjid
LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.deptype IS DISTINCT FROM 'i' AND c.relpersistence <> 't'
  AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname`;

function sequenceFacts(row: JsonObject): readonly ReadFact[] {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const owner = row['owner'] as readonly string[] | null | undefined;
  const column = owner ? factKey('column', owner) : undefined;
  const sequence: ReadFact = {
    key: factKey('sequence', name),
    kind: 'sequence',
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: {
      type: row['type'] ?? 'bigint',
      start: row['start'] ?? '1',
      increment: row['increment'] ?? '1',
      min: row['min'] ?? '1',
      max: row['max'] ?? '',
      cache: row['cache'] ?? '1',
      cycle: row['cycle'] ?? false,
      persistence: row['unlogged'] === true ? 'unlogged' : 'permanent',
    },
    info: { ownedBy: column ?? null },
    objects: [textOf(row, 'object')],
  };
  if (!owner || column === undefined) return [sequence];
  const ownership: ReadFact = {
    key: factKey('owned-by', name),
    kind: 'owned-by',
    name,
    parent: sequence.key,
    payload: { column },
    info: { column: owner },
    needs: [column],
    objects: [],
  };
  return [sequence, ownership];
}
