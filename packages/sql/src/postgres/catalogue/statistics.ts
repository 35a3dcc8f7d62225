import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import { withoutHead } from './head.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { numberOf, textOf } from './row.ts';

/** Reads extended statistics. */
export const readStatistics: CatalogueReader = async (session) => (await session.read(statistics)).map(statisticsFact);

const statistics = `
SELECT ${at('pg_statistic_ext', 's.oid')} AS object, n.nspname AS schema, s.stxname AS name, tn.nspname AS table_schema, c.relname AS table,
  c.relkind = 'm' AS is_of_view, pg_get_statisticsobjdef(s.oid) AS definition,
  length('CREATE STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname) || ' ')
    AS head_length,
  CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace tn ON tn.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND ${isUserSchema('n')} AND ${isNotMember('pg_statistic_ext', 's.oid')}
ORDER BY n.nspname, s.stxname`;

function statisticsFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const relation = [textOf(row, 'table_schema'), textOf(row, 'table')];
  return {
    key: factKey('statistics', name),
    kind: 'statistics',
    name,
    parent: factKey(row['is_of_view'] === true ? 'materialized-view' : 'table', relation),
    payload: {
      definition: withoutHead(textOf(row, 'definition'), numberOf(row, 'head_length')),
      target: row['target'] ?? null,
    },
    needs: [factKey('schema', name.slice(0, 1))],
    objects: [textOf(row, 'object')],
  };
}
