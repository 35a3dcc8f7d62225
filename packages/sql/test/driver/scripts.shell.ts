import type { Channel, Outcome } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { channelTo, runOne, scriptOf } from '../support/channel.ts';

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function reasonOf(outcome: Outcome): string {
  return 'reason' in outcome ? outcome.reason : '';
}

describe('a script on PostgreSQL', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  let channel: Channel;
  let database: string;
  let count = 0;

  before(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    count += 1;
    database = `shop_${count}`;
    await server.createDatabase(database);
    await server.sql('CREATE TABLE t (id integer, name text); INSERT INTO t VALUES (1, NULL), (2, NULL)', database);
    channel = channelTo(server, database);
  });
  afterEach(() => channel.close());
  after(() => server.stop());

  const tables = async (): Promise<string> =>
    (
      await server.sql(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
        database,
      )
    ).trim();
  const runs = async (pattern: string): Promise<boolean> =>
    (
      await server.sql(
        `SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '${pattern}' AND pid <> pg_backend_pid()`,
      )
    ).trim() !== '0';

  it('is done as a whole', async () => {
    const outcome = await runOne(channel, scriptOf(['CREATE TABLE a (x integer)', 'CREATE TABLE b (x integer)']));
    assert.include(outcome, { status: 'done', detail: '2 statements' });
    assert.equal(await tables(), 'a\nb\nt');
  });

  it('is taken back as a whole when one statement fails', async () => {
    const outcome = await runOne(channel, scriptOf(['CREATE TABLE a (x integer)', 'CREATE TABLE t (x integer)']));
    assert.equal(outcome.status, 'failed');
    assert.include(reasonOf(outcome), 'statement 2 of 2: relation "t" already exists. (SQLSTATE 42P07)');
    assert.include(reasonOf(outcome), 'nothing of it was done');
    assert.equal(await tables(), 't');
  });

  it('is not begun where a question before it finds what would make it fail', async () => {
    const precheck = { text: 'SELECT 1 FROM t WHERE name IS NULL LIMIT 1', offence: 't.name holds NULL' };
    const outcome = await runOne(
      channel,
      scriptOf(['CREATE TABLE a (x integer)', { text: 'ALTER TABLE t ALTER name SET NOT NULL', precheck }]),
    );
    assert.equal(outcome.status, 'failed');
    assert.include(reasonOf(outcome), 't.name holds NULL, so the statement was not begun.');
    assert.equal(await tables(), 't');
  });

  it('fails where a question after it finds that it did not work out', async () => {
    const postcheck = { text: 'SELECT 1 FROM a', offence: 'a is empty' };
    const outcome = await runOne(channel, scriptOf([{ text: 'CREATE TABLE a (x integer)', postcheck }]));
    assert.include(reasonOf(outcome), 'a is empty.');
    assert.equal(await tables(), 't');
  });

  it('leaves no useless index when it cannot be built', async () => {
    await server.sql('INSERT INTO t VALUES (1, NULL)', database);
    const outcome = await runOne(
      channel,
      scriptOf(['CREATE UNIQUE INDEX CONCURRENTLY "odd ""name" ON public.t (id)'], { isTransaction: false }),
    );
    assert.include(reasonOf(outcome), 'could not create unique index');
    assert.equal(
      await server.sql(
        "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = indrelid AND relname = 't'",
        database,
      ),
      '0\n',
    );
  });

  it('is ended on the server when the run is interrupted, and nothing of it is done', async () => {
    const interrupt = new AbortController();
    const running = runOne(channel, scriptOf(['CREATE TABLE a (x integer)', 'SELECT pg_sleep(30)']), interrupt.signal);
    await until(() => runs('SELECT pg_sleep(30)'));
    interrupt.abort();
    const outcome = await running;
    assert.equal(outcome.status, 'failed');
    assert.include(reasonOf(outcome), 'it was interrupted and ended');
    assert.include(reasonOf(outcome), 'nothing of it was done');
    assert.equal(await tables(), 't');
    assert.isFalse(await runs('SELECT pg_sleep(30)'));
  });

  it('is ended by the server when a statement takes too long', async () => {
    const outcome = await runOne(channel, scriptOf([{ text: 'SELECT pg_sleep(30)', timeoutMs: 200 }]));
    assert.include(reasonOf(outcome), 'canceling statement due to statement timeout');
  });

  it('is unknown when the connection is lost while it runs, and a later one gets a connection of its own', async () => {
    const running = runOne(channel, scriptOf(['SELECT pg_sleep(31)'], { isTransaction: false }));
    await until(() => runs('SELECT pg_sleep(31)'));
    await server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(31)'");
    assert.equal((await running).status, 'unknown');
    assert.equal((await runOne(channel, scriptOf(['CREATE TABLE a (x integer)']))).status, 'done');
  });

  it('leaves no settings behind it', async () => {
    await runOne(channel, scriptOf([{ text: 'ANALYZE t', timeoutMs: 1234 }], { isTransaction: false }));
    const precheck = {
      text: "SELECT 1 WHERE current_setting('lock_timeout') <> '0' OR current_setting('check_function_bodies') <> 'on'",
      offence: 'left',
    };
    const outcome = await runOne(channel, scriptOf(['SELECT 1'], { isTransaction: false, lockTimeoutMs: 0 }));
    assert.equal(outcome.status, 'done');
    const session = await runOne(
      channel,
      scriptOf([
        {
          text: 'SELECT 1',
          precheck: { ...precheck, text: "SELECT 1 WHERE current_setting('statement_timeout') = '1234ms'" },
        },
      ]),
    );
    assert.equal(session.status, 'done', reasonOf(session));
  });

  it('may make functions before what their bodies use', async () => {
    const outcome = await runOne(
      channel,
      scriptOf([
        "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM later'",
        'CREATE TABLE later (x integer)',
      ]),
    );
    assert.equal(outcome.status, 'done', reasonOf(outcome));
  });

  it('does not start after one that it needs and that was not done, nor when it is no script', async () => {
    const failing = scriptOf(['CREATE TABLE t (x integer)']);
    const fine = scriptOf(['CREATE TABLE a (x integer)']);
    const odd = { ...fine, action: { kind: 'dance' } };
    const outcomes = await channel.execute(
      [
        { operation: failing, needs: [] },
        { operation: fine, needs: [0] },
        { operation: odd, needs: [] },
      ],
      {},
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['failed', 'not-started', 'not-started'],
    );
  });
});

describe('a script on MariaDB', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  let channel: Channel;

  before(async () => {
    server = await startMariadb();
    await server.createDatabase('shop');
    channel = channelTo(server, 'shop');
  });
  after(async () => {
    await channel.close();
    await server.stop();
  });

  it('says which of its statements are done when one fails', async () => {
    const texts = ['CREATE TABLE a (x int)', 'CREATE TABLE b (x int)', 'CREATE TABLE a (x int)'];
    const outcome = await runOne(channel, scriptOf(texts, { isTransaction: false }));
    assert.equal(outcome.status, 'failed');
    assert.include(reasonOf(outcome), 'The 2 statements before it are done.');
  });

  it('is ended on the server when the run is interrupted', async () => {
    const interrupt = new AbortController();
    const running = runOne(channel, scriptOf(['SELECT SLEEP(30)'], { isTransaction: false }), interrupt.signal);
    const sleeping = async (): Promise<boolean> =>
      (
        await server.sql("SELECT count(*) FROM information_schema.processlist WHERE info = 'SELECT SLEEP(30)'")
      ).trim() === '1';
    await until(sleeping);
    interrupt.abort();
    await running;
    assert.isFalse(await sleeping());
  });

  it('is ended by the server when a statement takes too long', async () => {
    const outcome = await runOne(
      channel,
      scriptOf([{ text: 'CREATE TABLE c AS SELECT SLEEP(20)', timeoutMs: 1000 }], { isTransaction: false }),
    );
    assert.equal(outcome.status, 'failed', JSON.stringify(outcome));
  });
});
