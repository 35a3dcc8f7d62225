import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { rowText } from '../driver/row-text.ts';
import { quoteName, quoteString } from '../mysql/quote.ts';
import type { SqlSession } from '../session/session.ts';
import { type Failure, failureOf } from './failure.ts';
import { problemAt } from './load-problem.ts';
import type { Loader } from './loader.ts';
import { rowProblems } from './row-problems.ts';
import { headOf } from './statement-head.ts';

/** Feeds MySQL and MariaDB, which commit every statement: many in one text, with a mark after each that tells how far they came. */
export function mysqlLoader(scratch: SqlSession): Loader {
  let entered = '';
  return {
    prepare: async () => {
      await scratch.run(loadSettings);
    },
    enter: async (settings) => {
      const wanted = settings.join('; ');
      if (wanted !== entered) await scratch.run([restore, ...settings].join('; '));
      entered = wanted;
    },
    load: (statements) => loadMarked(scratch, statements),
    isForgiven: () => false,
    isWithheld: () => false,
    check: async (statements) => [
      ...(await findStrayReferences(scratch, statements)),
      ...(await findRows(scratch, statements)),
    ],
  };
}

/** Foreign keys may lead to tables that are loaded after them; what a session may not set is left as it is. */
const loadSettings = [
  'SET @_setpoint_sql_mode = @@sql_mode, @_setpoint_time_zone = @@time_zone',
  'SET @_setpoint_client = @@character_set_client, @_setpoint_collation = @@collation_connection',
  'SET foreign_key_checks = 0',
].join('; ');

const restore = [
  'SET sql_mode = @_setpoint_sql_mode, time_zone = @_setpoint_time_zone',
  'SET character_set_client = @_setpoint_client, collation_connection = @_setpoint_collation',
].join('; ');

async function loadMarked(scratch: SqlSession, statements: readonly SqlStatement[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  let next = 0;
  while (next < statements.length) {
    const rest = statements.slice(next);
    const failure = await failureOf(() => scratch.run(markedText(rest), { timeoutMs: 300_000 }));
    if (failure === undefined) return failures;
    const [row] = await scratch.read('SELECT @_setpoint_done AS done');
    const done = Number(row?.['done'] ?? 0);
    const statement = rest[done];
    if (statement === undefined) throw failure;
    failures.push({ statement, failure });
    next += done + 1;
  }
  return failures;
}

function markedText(statements: readonly SqlStatement[]): string {
  const marked = statements.map(({ text }, index) => `${text}\n;SET @_setpoint_done = ${index + 1}`);
  return ['SET @_setpoint_done = 0', ...marked].join('\n;');
}

/** A foreign key that leads nowhere is not noticed while the checks are off. */
async function findStrayReferences(
  scratch: SqlSession,
  statements: readonly SqlStatement[],
): Promise<readonly LoadProblem[]> {
  const rows = await scratch.read(`
SELECT r.table_name AS child, r.constraint_name AS name, r.referenced_table_name AS parent
FROM information_schema.referential_constraints r
WHERE r.constraint_schema = ${quoteString(scratch.server.database)} AND r.unique_constraint_schema = r.constraint_schema
  AND NOT EXISTS (SELECT 1 FROM information_schema.tables t
    WHERE t.table_schema = r.unique_constraint_schema AND t.table_name = r.referenced_table_name)
ORDER BY 1, 2`);
  return rows.flatMap((row) => {
    const [child, parent] = [rowText(row, 'child'), rowText(row, 'parent')];
    const statement = statements.find(({ text }) => text.includes(child) && text.includes(parent)) ?? statements[0];
    const message = `The foreign key ${rowText(row, 'name')} of ${child} leads to ${parent}, which is not declared.`;
    return statement === undefined ? [] : [problemAt(statement, { message })];
  });
}

async function findRows(scratch: SqlSession, statements: readonly SqlStatement[]): Promise<readonly LoadProblem[]> {
  if (
    !statements.some((statement) =>
      /^(INSERT|REPLACE|CALL|DO|WITH|SELECT|UPDATE|CREATE .*TABLE)\b/.test(headOf(statement)),
    )
  )
    return [];
  const tables = await scratch.read(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ${quoteString(scratch.server.database)} AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  if (tables.length === 0) return [];
  const selects = tables.map(
    (row) =>
      `SELECT ${quoteString(rowText(row, 'name'))} AS name FROM DUAL WHERE EXISTS (SELECT 1 FROM ${quoteName(rowText(row, 'name'))})`,
  );
  const rows = await scratch.read(selects.join(';\n'));
  return rowProblems(
    statements,
    rows.map((row) => rowText(row, 'name')),
  );
}
