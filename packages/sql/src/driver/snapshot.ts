import type { Catalogue } from '../catalogue/fact.ts';
import { SqlFailure, type SqlSession } from '../session/session.ts';

/** Tries of a reading that something changed under its hands. */
const maxTries = 3;

/**
 * Reads a database's catalogue in one snapshot and in one spelling, whatever the session's settings are. Other sessions may change
 * the schema meanwhile: what they drop after the snapshot was taken makes the server stumble over its own functions, which look at
 * the present; such a reading is begun anew.
 */
export async function readSnapshot(session: SqlSession): Promise<Catalogue> {
  const read = session.server.product === 'postgres' ? readPostgres : readMysql;
  for (let tries = 1; ; tries += 1) {
    try {
      return await read(session);
    } catch (error) {
      if (!(error instanceof SqlFailure) || tries === maxTries || !isDisturbed(error) || !session.isOpen()) throw error;
    }
  }
}

async function readPostgres(session: SqlSession): Promise<Catalogue> {
  const { readCatalogue } = await import('../postgres/catalogue/index.ts');
  await session.run(beginSnapshot);
  try {
    const catalogue = await readCatalogue(session);
    await session.run('COMMIT');
    return catalogue;
  } catch (error) {
    if (session.isOpen()) await session.run('ROLLBACK');
    throw error;
  }
}

async function readMysql(session: SqlSession): Promise<Catalogue> {
  const { readCatalogue } = await import('../mysql/catalogue/index.ts');
  return await readCatalogue(session);
}

/** What decides how the server spells what it knows. */
export const spellingSettings = [
  'SET LOCAL jit = off',
  "SET LOCAL search_path = ''",
  "SET LOCAL DateStyle = 'ISO'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL TimeZone = 'UTC'",
  'SET LOCAL extra_float_digits = 3',
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL quote_all_identifiers = off',
].join('; ');

const beginSnapshot = [
  'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  spellingSettings,
  "SET LOCAL lock_timeout = '5s'",
  "SET LOCAL statement_timeout = '60s'",
].join('; ');

/**
 * XX000: the server's own error, such as "cache lookup failed for relation 16402"; the others tell of an object that went away
 * between two readings, or of a lock that somebody held too long.
 */
function isDisturbed({ sqlState, errno }: SqlFailure): boolean {
  return (
    ['XX000', '42P01', '42704', '42883', '55P03', '40001', '40P01'].includes(sqlState) || goneErrnos.includes(errno)
  );
}

/** No such table, view, routine, trigger or event. */
const goneErrnos = [1146, 1305, 1356, 1360, 1539];
