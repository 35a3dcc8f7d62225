import type { Answer, Query } from '@setpoint/model';
import { SqlFailure, type SqlSession } from '../../session/session.ts';
import { selectIn } from './given-sql.ts';
import { found, isNoDatabase, type ObjectKind, queryText } from './object-kind.ts';

/**
 * Asks whether a SELECT gives rows. It runs in a transaction that may only read and is rolled back. Absent when it reads something
 * that is not there.
 */
export type ProbeQuery = Query & {
  readonly kind: 'probe';
  /** Empty: the database of the node's settings. */
  readonly database: string;
  readonly text: string;
};

/** The answer. */
export type ProbeResult = { readonly hasRows: boolean };

/** A SELECT that decides whether statements are needed is given this long. */
const probeTimeoutMs = 30_000;

export function probeQuery(database: string, text: string): ProbeQuery {
  return { kind: 'probe', database, text };
}

/** Answers `ProbeQuery`. */
export const probeKind: ObjectKind = {
  kind: 'probe',
  read: async (query, { open }): Promise<Answer> => {
    const session = await open(queryText(query, 'database'));
    const given = selectIn(session.server.product, queryText(query, 'text'));
    if (given.kind === 'faulty') return { status: 'unknown', cause: { kind: 'unavailable', what: given.fault } };
    try {
      return found({ hasRows: await hasRows(session, given.texts[0] ?? '') });
    } catch (failure) {
      if (failure instanceof SqlFailure && isNothingThere(failure)) return { status: 'absent' };
      throw failure;
    }
  },
};

/** True when the SELECT gives a row; throws `SqlFailure`. Nothing that it may do outlives it. */
export async function hasRows(session: SqlSession, select: string): Promise<boolean> {
  const isPostgres = session.server.product === 'postgres';
  await session.run(isPostgres ? 'BEGIN READ ONLY' : 'START TRANSACTION READ ONLY');
  try {
    const rows = await session.read(`SELECT EXISTS (\n${select}\n) AS has_rows`, { timeoutMs: probeTimeoutMs });
    const value = rows[0]?.['has_rows'];
    return value === true || value === 1 || value === '1';
  } finally {
    if (session.isOpen()) await session.run('ROLLBACK');
  }
}

/** No such schema, table, column, function, type or database. */
function isNothingThere(failure: SqlFailure): boolean {
  return (
    ['3F000', '42P01', '42703', '42883', '42704'].includes(failure.sqlState) ||
    [1054, 1146, 1305].includes(failure.errno) ||
    isNoDatabase(failure)
  );
}
