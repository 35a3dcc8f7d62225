import type { Catalogue } from '../catalogue/fact.ts';
import { SqlFailure, type SqlSession } from '../session/session.ts';

/** For how long a reading is begun anew when something changed under its hands. */
const disturbedMs = 20_000;

/** From this try on, tables are held while they are read: where schemas change without end, nothing else gets through. */
const firstHeldTry = 3;

/**
 * Reads a database's catalogue in one snapshot and in one spelling, whatever the session's settings are. Other sessions may change
 * the schema meanwhile: what they drop after the snapshot was taken makes the server stumble over its own functions, which look at
 * the present; such a reading is begun anew.
 */
export async function readSnapshot(session: SqlSession): Promise<Catalogue> {
  const read = session.server.product === 'postgres' ? readPostgres : readMysql;
  const startedMs = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await read(session, tries >= firstHeldTry);
    } catch (error) {
      const isLast = performance.now() - startedMs > disturbedMs;
      if (!(error instanceof SqlFailure) || isLast || !isWorthAnother(error, tries) || !session.isOpen()) throw error;
    }
  }
}

async function readPostgres(session: SqlSession, isHeld: boolean): Promise<Catalogue> {
  const { readCatalogue } = await import('../postgres/catalogue/index.ts');
  await session.run(isHeld ? beginHeld : beginSnapshot);
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

const limits = "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '60s'";

const beginSnapshot = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${spellingSettings}; ${limits}`;

/**
 * Others can go on reading and writing, and cannot drop or change a table for as long as it takes to read all. Who makes and drops
 * tables without end is held up by one of them sooner or later: it is looked again until two looks in a row find nothing new. The
 * snapshot must be younger than the locks, so it is that of the one statement that reads.
 */
const beginHeld = `BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY; ${spellingSettings}; ${limits}; DO $hold$
DECLARE held pg_catalog.oid[] := '{}'; quiet pg_catalog.int4 := 0; candidate pg_catalog.record;
BEGIN
  FOR look IN 1..50 LOOP
    quiet := quiet OPERATOR(pg_catalog.+) 1;
    FOR candidate IN SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND c.oid <> ALL (held) AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY c.oid
    LOOP
      BEGIN
        held := held || candidate.oid;
        quiet := 0;
        EXECUTE 'LOCK TABLE ' || candidate.name || ' IN ACCESS SHARE MODE NOWAIT';
      EXCEPTION WHEN undefined_table OR invalid_schema_name OR lock_not_available OR insufficient_privilege THEN NULL;
      END;
    END LOOP;
    EXIT WHEN quiet >= 2;
    PERFORM pg_catalog.pg_sleep(0.002);
  END LOOP;
END $hold$`;

/** A lock that somebody holds for as long as this was waited for is likely to be held on. */
function isWorthAnother(failure: SqlFailure, tries: number): boolean {
  return failure.sqlState === '55P03' ? tries < 2 : isDisturbed(failure);
}

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
