import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import type { Failure } from './failure.ts';
import { explainFailures } from './failure-problems.ts';
import { loadWithRoles, missingRole } from './foreseen-roles.ts';
import type { Loader, LoadOptions } from './loader.ts';
import { mysqlLoader } from './mysql-loader.ts';
import { postgresLoader } from './postgres-loader.ts';
import type { Scratch } from './scratch.ts';
import { headOf } from './statement-head.ts';

/**
 * Loads statements into an empty database, in whatever order they need: those that fail are tried again after the others, until
 * none of them gets any further. Gives what is wrong; throws `SqlFailure` only when the connection was lost.
 */
export async function loadStatements(
  scratch: Scratch,
  statements: readonly SqlStatement[],
  options: LoadOptions,
): Promise<Loaded> {
  const loader = loaderFor(scratch);
  await loader.prepare(statements, options);
  const missing = await loadInRounds(loader, statements);
  const failures = missing.filter(({ statement, failure }) => !loader.isWithheld(statement, failure));
  const withheld = missing.filter((each) => !failures.includes(each)).map(({ statement }) => statement);
  if (failures.length === 0) return { problems: await loader.check(statements), roles: [], withheld };
  if (failures.some(({ failure }) => missingRole(failure) === undefined)) return refused(failures);
  const missed = new Set(missing.map(({ statement }) => statement));
  const problems = await loader.check(statements.filter((statement) => !missed.has(statement)));
  if (problems.length > 0) return { problems, roles: [], withheld };
  const foreseen = await loadWithRoles(scratch, failures);
  if (foreseen.failures.length > 0) return refused(failures);
  return { problems: [], roles: foreseen.roles, withheld: [...withheld, ...foreseen.withheld] };
}

/** What came of a load. */
export type Loaded = {
  readonly problems: readonly LoadProblem[];
  /** Roles that do not exist and are named: with any of them the session is in a transaction, and what was loaded is seen only there. */
  readonly roles: readonly string[];
  /** Statements that say to whom something belongs and that the account may not run. */
  readonly withheld: readonly SqlStatement[];
};

function refused(failures: readonly Failure[]): Loaded {
  return { problems: explainFailures(failures), roles: [], withheld: [] };
}

/** Loads what the server takes of statements and leaves out the rest. */
export async function loadWhatCanBe(
  scratch: Scratch,
  statements: readonly SqlStatement[],
  options: LoadOptions,
): Promise<void> {
  const loader = loaderFor(scratch);
  await loader.prepare(statements, options);
  await loadInRounds(loader, statements);
}

function loaderFor(scratch: Scratch): Loader {
  return scratch.session.server.product === 'postgres' ? postgresLoader(scratch) : mysqlLoader(scratch.session);
}

async function loadInRounds(loader: Loader, statements: readonly SqlStatement[]): Promise<readonly Failure[]> {
  let failures: readonly Failure[] = [];
  for (const stage of stagesOf(statements)) {
    failures = await loadStage(loader, [...failures.map(({ statement }) => statement), ...stage]);
  }
  return failures;
}

async function loadStage(loader: Loader, statements: readonly SqlStatement[]): Promise<readonly Failure[]> {
  let pending = statements;
  for (;;) {
    const failures = await loadRound(loader, pending);
    if (failures.length === 0 || failures.length === pending.length) return failures;
    pending = failures.map(({ statement }) => statement);
  }
}

/**
 * Default privileges are about what is made after them: all that can be loaded of what stands before them is loaded before. Each
 * stage but the first begins with them.
 */
function stagesOf(statements: readonly SqlStatement[]): readonly (readonly SqlStatement[])[] {
  const stages: SqlStatement[][] = [[]];
  let isBehind = false;
  for (const statement of statements) {
    const isDefault = headOf(statement).startsWith('ALTER DEFAULT PRIVILEGES');
    if (isDefault && !isBehind) stages.push([]);
    stages.at(-1)?.push(statement);
    isBehind = isDefault;
  }
  return stages;
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
