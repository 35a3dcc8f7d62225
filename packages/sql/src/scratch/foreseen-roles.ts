import type { SqlStatement } from '../declaration/split/split.ts';
import { quoteIdentifier } from '../postgres/quote.ts';
import type { SqlFailure, SqlSession } from '../session/session.ts';
import { type Failure, failureOf } from './failure.ts';
import { savepoint } from './frame.ts';
import { isHandover, isWithheld } from './handovers.ts';
import type { Scratch } from './scratch.ts';
import { headOf } from './statement-head.ts';

/** Statements that did not load although the roles they name were there, and these roles. */
export type Foreseen = {
  readonly failures: readonly Failure[];
  readonly roles: readonly string[];
  /** Statements that the account may not run even then, and that can be done without. */
  readonly withheld: readonly SqlStatement[];
};

/**
 * Loads statements that lack nothing but roles, which something else in the same plan may make: the roles are made in a transaction
 * that is never committed, so that no server keeps them. When it comes to its end without failures, the transaction is left open: what
 * was loaded can be read only inside of it. Otherwise it is rolled back.
 */
export async function loadWithRoles(scratch: Scratch, failures: readonly Failure[]): Promise<Foreseen> {
  const nothing = { failures, roles: [], withheld: [] };
  const { session } = scratch;
  if (session.server.product !== 'postgres' || scratch.isTransaction) return nothing;
  if (!failures.every((each) => missingRole(each.failure) !== undefined && isHarmless(each.statement))) return nothing;
  await session.run('BEGIN');
  const roles = new Set<string>();
  const withheld: SqlStatement[] = [];
  let pending = failures;
  while (pending.length > 0) {
    const lacking = new Set(pending.flatMap(({ failure }) => missingRole(failure) ?? []));
    const isDone = await makeRoles(
      session,
      [...lacking].filter((role) => !roles.has(role)),
    );
    if (!isDone || [...lacking].every((role) => roles.has(role))) {
      await session.run('ROLLBACK');
      return nothing;
    }
    for (const role of lacking) roles.add(role);
    const again = await loadAgain(session, pending);
    pending = again.filter(({ statement, failure }) => !isWithheld(statement, failure));
    withheld.push(...again.filter((each) => !pending.includes(each)).map(({ statement }) => statement));
  }
  return { failures: [], roles: [...roles].sort(), withheld };
}

/** The role that a failure is about; undefined for other failures. */
export function missingRole({ sqlState, message }: SqlFailure): string | undefined {
  return sqlState === '42704' ? /^role "(.*)" does not exist$/s.exec(message)?.[1] : undefined;
}

/** Statements that cannot end a transaction, whatever they call. */
function isHarmless(statement: SqlStatement): boolean {
  const head = headOf(statement);
  return isHandover(statement) || /^(GRANT|REVOKE|ALTER DEFAULT PRIVILEGES|CREATE POLICY|ALTER POLICY)\b/.test(head);
}

/** An account that may not make roles cannot foresee them. */
async function makeRoles(session: SqlSession, names: readonly string[]): Promise<boolean> {
  const texts = names.map((name) => `CREATE ROLE ${quoteIdentifier(name)}`);
  return texts.length === 0 || (await failureOf(() => session.run(texts.join('; ')))) === undefined;
}

async function loadAgain(session: SqlSession, pending: readonly Failure[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const { statement } of pending) {
    const texts = [savepoint.begin, ...statement.settings, statement.text];
    const failure = await failureOf(() => session.run(texts.join('\n;')));
    await session.run(failure === undefined ? savepoint.commit : savepoint.rollback);
    if (failure !== undefined) failures.push({ statement, failure });
  }
  return failures;
}
