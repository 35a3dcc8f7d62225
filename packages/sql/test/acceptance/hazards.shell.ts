import type { Channel } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { channelTo } from '../support/channel.ts';
import { applyPlan, planSql, statementsOf } from '../support/plan.ts';

type Case = {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What stands in the plan beside the statements. */
  readonly told: RegExp;
  /** Begins the statement that it is told of. */
  readonly statement: string;
};

const body = (text: string): string =>
  `CREATE FUNCTION app.f() RETURNS int LANGUAGE plpgsql AS 'BEGIN ${text} RETURN 1; END';`;

const onPostgres: readonly Case[] = [
  {
    title: 'another version of an extension (DB601)',
    before: `CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA app VERSION '1.4';`,
    after: `CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA app VERSION '1.7';`,
    told: /DB601: .*from version 1\.4 to 1\.7/,
    statement: "ALTER EXTENSION hstore UPDATE TO '1.7'",
  },
  {
    title: 'a table that goes while the body of a function names it (DB902)',
    before: `CREATE SCHEMA app; CREATE TABLE app.t (a int); ${body('DELETE FROM app.t;')}`,
    after: `CREATE SCHEMA app; ${body('DELETE FROM app.t;')}`,
    told: /DB902: The body of app\.f\(\) names app\.t/,
    statement: 'DROP TABLE app.t',
  },
  {
    title: 'a column that is renamed under such a body (DB902)',
    before: `CREATE SCHEMA app; CREATE TABLE app.t (a int, "Old" int); ${body('UPDATE app.t SET "Old" = 1;')}`,
    after: `CREATE SCHEMA app; CREATE TABLE app.t (a int,\n "New" int -- setpoint:renamed_from "Old"\n); ${body('UPDATE app.t SET "Old" = 1;')}`,
    told: /DB902: The body of app\.f\(\) names app\.t\.\\"Old\\"/,
    statement: 'ALTER TABLE app.t RENAME COLUMN "Old" TO "New"',
  },
  {
    title: 'an extension, whose own comment is not said again',
    before: 'CREATE SCHEMA app;',
    after: 'CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA app;',
    told: /1 statement in one transaction/,
    statement: 'CREATE EXTENSION hstore SCHEMA app',
  },
];

const onMariadb: readonly Case[] = [
  {
    title: 'a table that goes while the body of a procedure names it (DB902)',
    before: 'CREATE TABLE t (a int); CREATE PROCEDURE p() DELETE FROM t;',
    after: 'CREATE PROCEDURE p() DELETE FROM t;',
    told: /DB902: The body of p names t/,
    statement: 'DROP TABLE `t`',
  },
];

for (const { product, start, cases } of [
  { product: 'PostgreSQL', start: startPostgres, cases: onPostgres },
  { product: 'MariaDB', start: startMariadb, cases: onMariadb },
]) {
  describe(`what a plan for ${product} tells with its statements`, function () {
    this.timeout(60_000);
    let server: DatabaseServer;

    before(async () => {
      server = await start();
    });
    after(() => server.stop());

    for (const [index, { title, before: present, after: wanted, told, statement }] of cases.entries()) {
      it(title, async () => {
        await server.createDatabase(`told_${index}`);
        await server.sql(present, `told_${index}`);
        await inChannel(server, `told_${index}`, async (channel) => {
          const plan = await planSql(channel, wanted);
          assert.include(statementsOf(plan), statement);
          assert.match(JSON.stringify(plan.edits), told);
          const outcomes = await applyPlan(channel, plan);
          assert.deepEqual(
            outcomes.filter(({ status }) => status !== 'done'),
            [],
          );
          assert.deepEqual((await planSql(channel, wanted)).edits, []);
        });
      });
    }
  });
}

async function inChannel(server: DatabaseServer, database: string, use: (channel: Channel) => Promise<void>) {
  const channel = channelTo(server, database);
  try {
    await use(channel);
  } finally {
    await channel.close();
  }
}
