import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import type { SqlSession } from '../session/session.ts';
import type { Failure } from './failure.ts';
import { explainFailures } from './failure-problems.ts';
import type { Loader, LoadOptions } from './loader.ts';
import { mysqlLoader } from './mysql-loader.ts';
import { postgresLoader } from './postgres-loader.ts';

/**
 * Loads statements into an empty database, in whatever order they need: those that fail are tried again after the others, until
 * none of them gets any further. Gives what is wrong; throws `SqlFailure` only when the connection was lost.
 */
export async function loadStatements(
  scratch: SqlSession,
  statements: readonly SqlStatement[],
  options: LoadOptions,
): Promise<readonly LoadProblem[]> {
  const loader = scratch.server.product === 'postgres' ? postgresLoader(scratch) : mysqlLoader(scratch);
  await loader.prepare(statements, options);
  let pending = statements;
  for (;;) {
    const failures = await loadRound(loader, pending);
    if (failures.length === 0) return await loader.check(statements);
    if (failures.length === pending.length) return explainFailures(failures);
    pending = failures.map(({ statement }) => statement);
  }
}

async function loadRound(loader: Loader, statements: readonly SqlStatement[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const batch of batchesOf(statements)) {
    await loader.enter(batch[0]?.settings ?? []);
    failures.push(...(await loader.load(batch)));
  }
  return failures.filter(({ statement, failure }) => !loader.isForgiven(statement, failure));
}

/** Chosen so that a batch that fails is not much work to do again. */
const maxBatch = 256;

/** Neighbours with the same settings, to be sent together. */
function batchesOf(statements: readonly SqlStatement[]): readonly (readonly SqlStatement[])[] {
  const batches: SqlStatement[][] = [];
  for (const statement of statements) {
    const last = batches.at(-1);
    const first = last?.[0];
    if (first !== undefined && last !== undefined && last.length < maxBatch && hasSameSettings(first, statement))
      last.push(statement);
    else batches.push([statement]);
  }
  return batches;
}

function hasSameSettings(left: SqlStatement, right: SqlStatement): boolean {
  return left.settings.join(';') === right.settings.join(';');
}
