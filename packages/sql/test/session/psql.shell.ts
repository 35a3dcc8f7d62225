import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openPgSession } from '../../src/session/pg-session.ts';
import { openPsqlSession } from '../../src/session/psql-session.ts';
import { SqlFailure, type SqlSession } from '../../src/session/session.ts';
import { localWay } from './local-way.ts';

/** The account that the server runs as when the tests run as root. */
const systemAccount = 'nobody';

describe('a session through psql', () => {
  let server: DatabaseServer;
  let session: SqlSession;
  let direct: SqlSession;

  before(async function () {
    if (process.getuid?.() !== 0) this.skip();
    // Peer authentication: only the account of the operating system gets in, and no password helps.
    server = await startPostgres({ hba: 'local all postgres trust\nlocal all all peer\n' });
    await server.sql(`CREATE ROLE ${systemAccount} LOGIN SUPERUSER`);
    session = await open('postgres');
    direct = await openPgSession(server.target());
  });

  after(async () => {
    await session?.close();
    await direct?.close();
    await server?.stop();
  });

  const open = (database: string, sudoUser: string | undefined = systemAccount) =>
    openPsqlSession(localWay, {
      end: { kind: 'socket', path: server.socketPath },
      user: undefined,
      database,
      sudoUser,
    });

  async function failureOf(work: Promise<unknown>): Promise<SqlFailure> {
    const failure = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure instanceof SqlFailure) return failure;
    throw new Error(`no failure but ${String(failure)}`);
  }

  it('is known by the account of the operating system', () => {
    assert.equal(session.server.user, systemAccount);
    assert.equal(session.server.version, direct.server.version);
    assert.equal(session.server.versionText, direct.server.versionText);
  });

  const hostile = [
    "SELECT 1 AS a, NULL AS b, 'x''\"\\ :HOST\n\t;é€𝄞' AS c",
    "SELECT E'\\\\x' AS a, $q$ \\echo ; :'x' $q$ AS b -- \\q",
    'SELECT g AS n, repeat(chr(10), 3) AS t FROM generate_series(1, 200) g',
    "SELECT 'a;b' AS \"we;ird\\name\" WHERE 'x' <> ':y' -- comment",
    'SELECT 1 WHERE false',
    'SHOW server_version',
    'SELECT (ARRAY[1,2,3])[1:2] AS slice, \'{"a": [1, null]}\'::jsonb AS j',
  ];
  for (const text of hostile) {
    it(`gives the very rows that a direct session gives for ${JSON.stringify(text.slice(0, 40))}`, async () => {
      assert.deepEqual(await session.read(text), await direct.read(text));
    });
  }

  it('runs several statements in one text as one, so that none is done when one fails', async () => {
    const failure = await failureOf(session.run('CREATE TABLE one (a int); CREATE TABLE two (a nothing)'));
    assert.equal(failure.sqlState, '42704');
    assert.deepEqual(await session.read("SELECT 1 AS x FROM pg_catalog.pg_class WHERE relname = 'one'"), []);
  });

  it('tells how many rows were touched', async () => {
    await session.run("CREATE TABLE rows_touched (a text); INSERT INTO rows_touched VALUES ('a;b'), ('\\'), (NULL)");
    assert.equal(await session.run("UPDATE rows_touched SET a = 'x;y' WHERE a IS NOT NULL"), 2);
    assert.equal(await session.run('DELETE FROM rows_touched'), 3);
  });

  it('goes on after a failed transaction was rolled back', async () => {
    await session.run('BEGIN');
    await session.run('CREATE TABLE gone (a int)');
    assert.equal((await failureOf(session.run('SELECT "nothing"."there"'))).sqlState, '42P01');
    assert.equal((await failureOf(session.run("SELECT 'more'"))).sqlState, '25P02');
    await session.run('ROLLBACK');
    assert.deepEqual(await session.read("SELECT 1 AS x FROM pg_catalog.pg_class WHERE relname = 'gone'"), []);
  });

  const failures = [
    'SELECT * FROM nowhere',
    'SELECT 1,\n  2,\n  nocolumn,\n 4',
    `SELECT ${"'padding to make the line long', ".repeat(10)} nocolumn, ${"'more', ".repeat(20)} 1`,
    "SELECT 'é€' || nofunction(1)",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'::nothing; END $$; SELECT f()",
    'ALTER TABLE nowhere ADD COLUMN a int',
    "DO $$ BEGIN RAISE EXCEPTION 'own words' USING DETAIL = 'the detail', HINT = 'the hint', ERRCODE = 'P0042'; END $$",
  ];
  for (const text of failures) {
    it(`tells of a failure what a direct session tells: ${JSON.stringify(text.slice(0, 40))}`, async () => {
      const [own, other] = [await failureOf(session.run(text)), await failureOf(direct.run(text))];
      const words = ({ message, sqlState, detail, hint, offset, isLost }: SqlFailure) => ({
        message,
        sqlState,
        detail,
        hint,
        offset,
        isLost,
      });
      assert.deepEqual(words(own), words(other));
    });
  }

  it('points into the text of the caller when rows are read', async () => {
    assert.equal((await failureOf(session.read('SELECT *\nFROM nowhere'))).offset, 14);
  });

  it('ends a statement that takes too long and can be used afterwards', async () => {
    const failure = await failureOf(session.run("SELECT pg_catalog.pg_sleep(30), 'x'", { timeoutMs: 300 }));
    assert.equal(failure.sqlState, '57014');
    assert.deepEqual(await session.read('SELECT 1 AS a'), [{ a: 1 }]);
  });

  it('tells that the connection is lost when the server ends it', async () => {
    const own = await open('postgres');
    const [row] = await own.read('SELECT pg_catalog.pg_backend_pid() AS pid');
    const pid = Number(row?.['pid']);
    const running = failureOf(own.run("SELECT pg_catalog.pg_sleep(30), 'x'"));
    await server.sql(`DO $$ BEGIN LOOP
      EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE pid = ${pid} AND query LIKE '%pg_sleep(30)%' AND state = 'active');
      PERFORM pg_sleep(0.02); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$;
      SELECT pg_terminate_backend(${pid})`);
    assert.isTrue((await running).isLost);
    await own.close();
  });

  it('reaches databases whose names are not plain', async () => {
    for (const name of ['a=b host=nowhere', 'quo"te\'s', 'postgresql://x', 'new\nline', '$(id)`id`\\0', 'ü€ name']) {
      await server.createDatabase(name);
      const own = await open(name);
      assert.equal(own.server.database, name);
      await own.close();
    }
  });

  it('tells that there is no such database', async () => {
    assert.equal((await failureOf(open('nope'))).sqlState, '3D000');
  });

  it('tells that the account is not let in', async () => {
    assert.equal(
      (
        await failureOf(
          openPsqlSession(localWay, {
            end: { kind: 'socket', path: server.socketPath },
            user: 'stranger',
            database: 'postgres',
            sudoUser: systemAccount,
          }),
        )
      ).sqlState,
      '28000',
    );
  });

  it('tells that sudo or psql cannot be used', async () => {
    assert.equal((await failureOf(open('postgres', 'no-such-account'))).detail, 'PSQL');
  });
});
