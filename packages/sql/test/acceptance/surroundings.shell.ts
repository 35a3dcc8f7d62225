import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Channel } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import type { SchemaReading } from '../../src/driver/schema-query.ts';
import { database as databaseModule } from '../../src/modules/database/index.ts';
import { channelTo, openSession, readingOf, runOne, schemaQuery, scriptOf } from '../support/channel.ts';
import { planSql } from '../support/plan.ts';

const products = [
  { name: 'PostgreSQL', start: () => startPostgres(), sleep: 'SELECT pg_catalog.pg_sleep(30)' },
  { name: 'MariaDB', start: () => startMariadb(), sleep: 'SELECT sleep(30)' },
];

for (const { name, start, sleep } of products) {
  describe(`what surrounds a plan for ${name}`, function () {
    this.timeout(60_000);
    let server: DatabaseServer;
    const channels: Channel[] = [];

    before(async () => {
      server = await start();
      await server.createDatabase('shop');
    });
    afterEach(async () => {
      await Promise.all(channels.splice(0).map((channel) => channel.close()));
    });
    after(() => server.stop());

    function open(database: string, own?: string): Channel {
      const sessions = {
        open: (asked: string) => openSession(server, asked === '' ? database : asked),
        openUrl: (asked: string) => openSession(server, asked),
        ...(own === undefined ? {} : { own }),
      };
      const channel = channelTo(server, database, { sessions });
      channels.push(channel);
      return channel;
    }

    it('tells an operation that took all of its time, and how far it came', async () => {
      const operation = { ...scriptOf(['SELECT 1', sleep]), timeoutMs: 400 };
      const outcome = await runOne(open('shop'), operation);
      assert.equal(outcome.status, 'failed');
      const reason = outcome.status === 'failed' ? outcome.reason : '';
      assert.match(reason, /^statement 2 of 2: it ran out of time \(0\.4 s\) and was ended/);
      assert.include(reason, 'nothing of it was done');
    });

    it('tells that an operation was interrupted when it was', async () => {
      const controller = new AbortController();
      const running = runOne(open('shop'), scriptOf([sleep]), controller.signal);
      const [session] = [await openSession(server, 'shop')];
      const isRunning =
        server.product === 'postgres'
          ? "FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"
          : "FROM information_schema.processlist WHERE info LIKE '%sleep(30)%' AND id <> connection_id()";
      while ((await session.read(`SELECT 1 AS n ${isRunning}`)).length === 0) continue;
      controller.abort();
      const outcome = await running;
      await session.close();
      assert.match(outcome.status === 'failed' ? outcome.reason : '', /it was interrupted and ended/);
    });

    it('names the database of the settings that is missing', async () => {
      const { problems } = await planSql(open('nowhere', 'nowhere'), 'CREATE TABLE t (a int);', { owns: {} });
      assert.deepEqual(
        problems.map(({ code, detail }) => `${code} ${detail}`),
        ['SP585 The database "nowhere" in the settings of the node does not exist.'],
      );
    });
  });
}

describe('a schema of a database that the same plan makes or changes on MariaDB', function () {
  this.timeout(60_000);
  let server: DatabaseServer;

  before(async () => {
    server = await startMariadb();
    await server.createDatabase('old');
  });
  after(() => server.stop());

  for (const database of ['fresh', 'old']) {
    it(`is loaded under what ${database === 'old' ? 'it will give' : 'it gives'} to new tables`, async () => {
      const channel = channelTo(server, 'information_schema');
      const declaration = databaseModule.declare({
        identity: database,
        properties: { charset: 'latin1', collation: 'latin1_german2_ci' },
      });
      assert.equal(declaration.kind, 'declared');
      const queries =
        declaration.kind === 'declared' ? Object.values(databaseModule.queries(declaration.declared)) : [];
      const asked = schemaQuery('CREATE TABLE t (a varchar(10));', { database });
      const together = await channel.ask([...queries, asked].map((query) => ({ query })));
      const alone = await readingOf(channel, asked);
      await channel.close();
      assert.equal(charsetOf(together.kind === 'answered' ? together.answers.at(-1) : undefined), 'latin1_german2_ci');
      assert.notEqual(charsetOf({ status: 'found', value: alone as never }), 'latin1_german2_ci');
    });
  }
});

/** The collation of the declared table. */
function charsetOf(answer: Answer | undefined): unknown {
  const reading = answer?.status === 'found' ? (answer.value as unknown as SchemaReading) : undefined;
  return reading?.wanted.facts.find(({ kind }) => kind === 'table')?.payload['collation'];
}

describe('a standby', function () {
  this.timeout(60_000);
  let standby: DatabaseServer;
  let other: DatabaseServer;

  before(async () => {
    standby = await startPostgres({
      settings: { max_connections: '100' },
      prepare: (directory) => writeFile(join(directory, 'standby.signal'), ''),
    });
    other = await startPostgres();
  });
  after(async () => {
    await standby.stop();
    await other.stop();
  });

  it('is told when a plan has something to do, which shows it all the same', async () => {
    const sessions = {
      open: (name: string) => openSession(standby, name === '' ? 'postgres' : name),
      openUrl: (url: string) => openSession(other, new URL(url).pathname.slice(1)),
    };
    const channel = channelTo(standby, 'postgres', { sessions });
    const elsewhere = { scratch: 'url', scratch_url: 'postgresql://other/postgres', allow: [] };
    const plan = await planSql(channel, 'CREATE SCHEMA app;', elsewhere);
    await channel.close();
    assert.deepEqual(
      plan.problems.map(({ code, severity }) => `${severity} ${code}`),
      ['warning SP592'],
    );
    assert.isNotEmpty(plan.edits);
  });
});

describe('columns of heirs on PostgreSQL', function () {
  this.timeout(60_000);
  let server: DatabaseServer;

  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('that become those of the parent alone are refused, because no statement does that', async () => {
    await server.createDatabase('heirs');
    await server.sql(
      'CREATE SCHEMA app; CREATE TABLE app.p (a int, b int); CREATE TABLE app.h (b int, c int) INHERITS (app.p);',
      'heirs',
    );
    const channel = channelTo(server, 'heirs');
    const wanted = 'CREATE SCHEMA app; CREATE TABLE app.p (a int, b int); CREATE TABLE app.h (c int) INHERITS (app.p);';
    const plan = await planSql(channel, wanted);
    await channel.close();
    assert.deepEqual(plan.operations, []);
    assert.match(plan.problems[0]?.detail ?? '', /^app\.h\.b is a column of the table itself and of its parent app\.p/);
  });
});
