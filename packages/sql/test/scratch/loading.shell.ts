import type { Channel } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { scratchName } from '../../src/scratch/scratch-name.ts';
import { askOne, channelTo, readingOf, schemaQuery } from '../support/channel.ts';

type LoadCase = {
  readonly rule: string;
  readonly sql: string;
  /** `line:column message`, each a beginning. */
  readonly problems: readonly string[];
};

const postgresCases: readonly LoadCase[] = [
  {
    rule: 'loads statements in whatever order they need',
    sql: "CREATE VIEW b.v AS SELECT * FROM b.t;\nCREATE TABLE b.t (m b.mood);\nCREATE TYPE b.mood AS ENUM ('x');\nCREATE SCHEMA b;",
    problems: [],
  },
  {
    rule: 'loads a value that is added to an enumeration and used after it',
    sql: "CREATE TYPE m AS ENUM ('a'); ALTER TYPE m ADD VALUE 'b'; CREATE TABLE t (m m DEFAULT 'b');",
    problems: [],
  },
  {
    rule: 'loads indexes that are to be built concurrently',
    sql: 'CREATE TABLE t (a integer);\n-- fast\nCREATE INDEX CONCURRENTLY i ON t (a);',
    problems: [],
  },
  {
    rule: 'lets a SET hold to the end of its file',
    sql: 'CREATE SCHEMA s;\nSET search_path = s;\nCREATE TABLE t (a integer);\nCREATE VIEW v AS SELECT * FROM t;',
    problems: [],
  },
  {
    rule: 'does not mind owners that are not there',
    sql: 'CREATE TABLE t (a integer);\nALTER TABLE t OWNER TO somebody_else;',
    problems: [],
  },
  {
    rule: 'tells a mistake at its place',
    sql: 'CREATE TABLE t (a integer);\n\nCREATE TABLE u (\n  a intger,\n  b text\n);',
    problems: ['4:5 type "intger" does not exist'],
  },
  {
    rule: 'counts columns as editors do',
    sql: "CREATE TABLE u (a text DEFAULT '🙂🙂', b intger);",
    problems: ['1:42 type "intger" does not exist'],
  },
  {
    rule: 'does not repeat a mistake for all that needs what it should have made',
    sql: 'CREATE TABLE t (a in);\nCREATE VIEW v AS SELECT * FROM t;\nCREATE VIEW w AS SELECT * FROM v;',
    problems: ['1:19 syntax error at or near "in"'],
  },
  {
    rule: 'tells all mistakes at once',
    sql: 'CREATE TABLE t (a int4x);\nCREATE TABLE u (a int4y);',
    problems: ['1:19 type "int4x"', '2:19 type "int4y"'],
  },
  {
    rule: 'tells mistakes in the bodies of functions',
    sql: 'CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$\n  SELECT nothing FROM t\n$$;\nCREATE TABLE t (a integer);',
    problems: ['2:10 column "nothing" does not exist'],
  },
  {
    rule: 'names the role that is missing where it cannot be foreseen',
    sql: 'CREATE TABLE t (a integer);\nCREATE SCHEMA s AUTHORIZATION nobody_here;',
    problems: ['2:1 The role nobody_here does not exist on this server'],
  },
  {
    rule: 'refuses rows',
    sql: 'CREATE TABLE t (a integer);\nINSERT INTO t VALUES (1);',
    problems: ['2:1 The declaration puts rows into t.'],
  },
  {
    rule: 'refuses rows that come by other ways',
    sql: 'CREATE TABLE t (a integer);\nDO $$ BEGIN INSERT INTO t VALUES (1); END $$;',
    problems: ['2:1 The declaration puts rows into t.'],
  },
  {
    rule: 'refuses what reaches beyond the database',
    sql: 'CREATE DATABASE x;\nCREATE ROLE y;\nALTER SYSTEM SET jit = off;\nGRANT y TO z;',
    problems: [
      '1:1 A declaration is about one database',
      '2:1 Roles belong',
      '3:1 The statement reaches',
      '4:1 Membership',
    ],
  },
  {
    rule: 'refuses an extension that is not there, with what to install',
    sql: 'CREATE EXTENSION no_such_thing;',
    problems: ['1:1 '],
  },
];

const mariadbCases: readonly LoadCase[] = [
  {
    rule: 'loads statements in whatever order they need',
    sql: 'CREATE VIEW v AS SELECT * FROM t;\nCREATE TABLE c (id int, t int, FOREIGN KEY (t) REFERENCES t (id));\nCREATE TABLE t (id int PRIMARY KEY);',
    problems: [],
  },
  {
    rule: 'loads bodies of several statements',
    sql: 'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//\nCREATE TABLE t (a int)//',
    problems: [],
  },
  {
    rule: 'tells all mistakes at once',
    sql: 'CREATE TABLE t (a intt);\nCREATE TABLE u (a int);\nCREATE TABLE w (a inttt);',
    problems: ['1:', '3:'],
  },
  {
    rule: 'refuses a foreign key that leads nowhere',
    sql: 'CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES nowhere (id));',
    problems: ['1:1 The foreign key t_ibfk_1 of t leads to nowhere'],
  },
  {
    rule: 'refuses rows',
    sql: 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);',
    problems: ['2:1 The declaration puts rows into t.'],
  },
  {
    rule: 'refuses what reaches beyond the database',
    sql: 'CREATE DATABASE x;\nCREATE USER y;\nGRANT SELECT ON t TO y;',
    problems: ['1:1 A declaration is about one database', '2:1 Accounts', '3:1 Accounts'],
  },
];

for (const [name, start, cases] of [
  ['PostgreSQL', () => startPostgres(), postgresCases],
  ['MariaDB', () => startMariadb(), mariadbCases],
] as const) {
  describe(`loading a declaration into ${name}`, function () {
    this.timeout(60_000);
    let server: DatabaseServer;
    let channel: Channel;

    before(async () => {
      server = await start();
      await server.createDatabase('shop');
      channel = channelTo(server, 'shop');
    });
    after(async () => {
      await channel.close();
      await server.stop();
    });

    const databases = (): Promise<string> =>
      server.product === 'postgres'
        ? server.sql("SELECT datname FROM pg_database WHERE datname LIKE '\\_setpoint%'")
        : server.sql("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '\\_setpoint%'");

    for (const { rule, sql, problems } of cases) {
      it(rule, async () => {
        const reading = await readingOf(channel, schemaQuery(sql));
        const found = reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
        const short = found.map((text, index) => text.slice(0, problems[index]?.length ?? text.length));
        assert.deepEqual(short, [...problems], JSON.stringify(found));
        assert.equal(await databases(), '');
      });
    }

    it('is done once for a channel, however often it is asked', async () => {
      const query = schemaQuery('CREATE TABLE once (a int)');
      const first = await readingOf(channel, query);
      const counter =
        server.product === 'postgres'
          ? 'SELECT max(oid::text::bigint) FROM pg_database'
          : "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'COM_CREATE_DB'";
      const before = await server.sql(counter);
      const second = await readingOf(channel, query);
      assert.deepEqual(second, first);
      assert.equal(await server.sql(counter), before);
    });

    it('is possible for a database that is still to be made', async () => {
      const reading = await readingOf(channel, schemaQuery('CREATE TABLE t (a int)', { database: 'still_to_come' }));
      assert.isFalse(reading.exists);
      assert.isFalse(reading.live.facts.some(({ kind }) => kind === 'table'));
      assert.isTrue(reading.wanted.facts.some(({ kind }) => kind === 'table'));
    });

    it('sweeps what killed runs left, and nothing that is in use', async () => {
      const session = channelTo(server, 'shop');
      const account = server.product === 'postgres' ? '1' : await server.sql('SELECT crc32(current_user())');
      const atSeconds = Math.floor(Date.now() / 1000);
      const gone = scratchName({ atSeconds, connection: 999_999, openedMs: Number(account) });
      const other = '_setpoint_scratch_of_somebody';
      await server.createDatabase(gone);
      await server.createDatabase(other);
      await readingOf(session, schemaQuery('CREATE TABLE swept (a int)'));
      assert.equal((await databases()).trim(), other);
      await server.sql(`DROP DATABASE ${other}`);
      await session.close();
    });

    it('has an answer when the server goes away', async () => {
      const lost = channelTo(server, 'shop');
      await readingOf(lost, schemaQuery('CREATE TABLE a1 (a int)'));
      const killing =
        server.product === 'postgres'
          ? "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'shop'"
          : `KILL ${(await server.sql("SELECT max(id) FROM information_schema.processlist WHERE db = 'shop'")).trim()}`;
      await server.sql(killing);
      const answer = await askOne(lost, schemaQuery('CREATE TABLE a2 (a int)'));
      assert.equal(answer.status, 'found');
      await lost.close();
    });
  });
}
