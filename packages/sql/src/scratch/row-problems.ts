import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { problemAt } from './load-problem.ts';
import { headOf } from './statement-head.ts';

/** A problem for each table that holds rows, at the statement that put them there as far as that can be told. */
export function rowProblems(statements: readonly SqlStatement[], filled: readonly string[]): readonly LoadProblem[] {
  const suspects = statements.filter((statement) => !pure.test(headOf(statement)));
  return filled.flatMap((table) => {
    const named = suspects.find(({ text }) => text.toLowerCase().includes(table.toLowerCase()));
    const statement = named ?? suspects[0] ?? statements[0];
    return statement === undefined ? [] : [problemAt(statement, { message: messageFor(table), hint })];
  });
}

/** Statements that can put no rows anywhere. `CREATE TABLE … AS` can. */
const pure =
  /^(ALTER|DROP|COMMENT|GRANT|REVOKE|SECURITY|CREATE (?!(UNLOGGED |TEMP |TEMPORARY |OR REPLACE )?TABLE .* (AS|SELECT)\b)(?!MATERIALIZED))/;

function messageFor(table: string): string {
  return `The declaration puts rows into ${table}. It says what the database looks like, not which rows it holds.`;
}

const hint = 'Leave the statement out; fill the table with a `query` resource.';
