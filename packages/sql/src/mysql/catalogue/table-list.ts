import type { FactKey, TableSize, Unmodelled } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { textOf } from '../text/members.ts';

/** What stands in the name space of tables, by what it is, sorted by name. */
export type TableList = {
  readonly tables: readonly string[];
  readonly views: readonly string[];
  readonly sequences: readonly string[];
  readonly unmodelled: readonly Unmodelled[];
};

/** Lists tables, views and sequences of the session's database, and how much the tables hold. */
export async function listTables(
  session: SqlSession,
): Promise<{ readonly listed: TableList; readonly sizes: Readonly<Record<FactKey, TableSize>> }> {
  const rows = await session.read(`SELECT TABLE_NAME AS name, TABLE_TYPE AS type,
  CAST(coalesce(TABLE_ROWS, 0) AS CHAR) AS held,
  CAST(coalesce(DATA_LENGTH, 0) + coalesce(INDEX_LENGTH, 0) AS CHAR) AS bytes
FROM information_schema.TABLES WHERE TABLE_SCHEMA = database() ORDER BY CAST(TABLE_NAME AS BINARY)`);
  const named = rows.map((row) => ({ ...row, name: textOf(row, 'name'), type: textOf(row, 'type') }));
  const of = (...types: readonly string[]): readonly string[] =>
    named.filter(({ type }) => types.includes(type)).map(({ name }) => name);
  const tables = of('BASE TABLE', 'SYSTEM VERSIONED');
  const sizes = rows.flatMap((row): [FactKey, TableSize][] =>
    tables.includes(textOf(row, 'name'))
      ? [[factKey('table', [textOf(row, 'name')]), { rows: Number(row['held']), bytes: Number(row['bytes']) }]]
      : [],
  );
  return {
    listed: {
      tables,
      views: of('VIEW'),
      sequences: of('SEQUENCE'),
      unmodelled: named
        .filter(({ type }) => !['BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SEQUENCE'].includes(type))
        .map(({ type, name }) => ({ what: type.toLowerCase(), name })),
    },
    sizes: Object.fromEntries(sizes),
  };
}
