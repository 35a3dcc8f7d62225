import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { rowText } from '../driver/row-text.ts';
import type { SqlSession } from '../session/session.ts';
import { rowProblems } from './row-problems.ts';
import type { Scratch } from './scratch.ts';

/** What of a scratch was there before anything was loaded: in a transaction of the target itself, tables with their rows. */
export async function tablesBefore({ session, isTransaction }: Scratch): Promise<ReadonlySet<string>> {
  const rows = isTransaction ? await session.read(tablesQuery) : [];
  return new Set(rows.map((row) => rowText(row, 'oid')));
}

/**
 * Finds statements that put rows into tables, by their effect: a declaration says what a table is, not what it holds. `before`: tables
 * that it did not make.
 */
export async function findRows(
  scratch: SqlSession,
  statements: readonly SqlStatement[],
  before: ReadonlySet<string>,
): Promise<readonly LoadProblem[]> {
  const tables = (await scratch.read(tablesQuery)).filter((row) => !before.has(rowText(row, 'oid')));
  const filled: string[] = [];
  for (let start = 0; start < tables.length; start += perQuestion) {
    const selects = tables
      .slice(start, start + perQuestion)
      .map(
        (row) => `SELECT ${rowText(row, 'literal')} AS name WHERE EXISTS (SELECT FROM ONLY ${rowText(row, 'name')})`,
      );
    const rows = await scratch.read(selects.join(' UNION ALL '));
    filled.push(...rows.map((row) => rowText(row, 'name')));
  }
  return rowProblems(statements, filled);
}

/** Few enough that the server plans them quickly. */
const perQuestion = 200;

/** Tables of users; what an extension brings along with its rows is its own. */
const tablesQuery = `
SELECT c.oid::text AS oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, pg_catalog.quote_literal(c.relname) AS literal
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2`;
