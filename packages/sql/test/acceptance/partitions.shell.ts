import type { Channel } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { channelTo, openSession } from '../support/channel.ts';
import { applyPlan, planSql, statementsOf } from '../support/plan.ts';

const parent = `CREATE SCHEMA app; CREATE TABLE app.log (at date NOT NULL, size int CHECK (size > 0)) PARTITION BY RANGE (at);
  CREATE TABLE app.log_1 PARTITION OF app.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');`;
const apart = 'CREATE TABLE app.log_2 (at date NOT NULL, size int, CONSTRAINT log_size_check CHECK (size > 0));';
const loose = 'CREATE TABLE app.log_2 (at date, size int);';
const joined = `CREATE TABLE app.log_2 PARTITION OF app.log FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');`;

describe('partitions of tables that are in use', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  const channels: Channel[] = [];
  let count = 0;

  before(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    await Promise.all(channels.splice(0).map((channel) => channel.close()));
  });
  after(() => server.stop());

  async function open(sql: string): Promise<{ readonly database: string; readonly channel: Channel }> {
    count += 1;
    const database = `log_${count}`;
    await server.createDatabase(database);
    await server.sql(sql, database);
    const channel = channelTo(server, database);
    channels.push(channel);
    return { database, channel };
  }

  async function apply(channel: Channel, wanted: string): Promise<readonly string[]> {
    const plan = await planSql(channel, wanted);
    const outcomes = await applyPlan(channel, plan);
    assert.deepEqual(
      outcomes.filter(({ status }) => status !== 'done'),
      [],
      JSON.stringify(statementsOf(plan)),
    );
    assert.deepEqual((await planSql(channel, wanted)).edits, []);
    return statementsOf(plan);
  }

  it('are looked through before they join, and not while they do', async () => {
    const { channel } = await open(`${parent} ${loose} INSERT INTO app.log_2 VALUES ('2027-05-05', 1);`);
    const statements = await apply(channel, `${parent} ${joined}`);
    const attached = statements.findIndex((text) => text.includes('ATTACH PARTITION'));
    assert.isTrue(statements.slice(0, attached).some((text) => /CHECK .*2027.* NOT VALID/.test(text)));
    assert.lengthOf(
      statements.slice(0, attached).filter((text) => text.includes('VALIDATE')),
      3,
    );
    assert.match(statements.at(attached + 1) ?? '', /DROP CONSTRAINT _setpoint_bound_/);
  });

  it('do not join with rows that have no place in them', async () => {
    const { channel } = await open(`${parent} ${apart} INSERT INTO app.log_2 VALUES ('2031-05-05', 1);`);
    const plan = await planSql(channel, `${parent} ${joined}`);
    const [first] = await applyPlan(channel, plan);
    assert.equal(first?.status, 'failed');
    assert.match(first?.status === 'failed' ? first.reason : '', /app\.log_2 holds rows outside of FOR VALUES/);
  });

  it('leave without keeping readers of the others out', async () => {
    const { channel } = await open(`${parent} ${joined} INSERT INTO app.log VALUES ('2027-05-05', 1);`);
    const statements = await apply(channel, `${parent} ${apart}`);
    assert.equal(statements[0], 'ALTER TABLE app.log DETACH PARTITION app.log_2 CONCURRENTLY');
  });

  it('leave at once where there is a default one, beside which the server takes no other way', async () => {
    const others = `${parent} CREATE TABLE app.log_rest PARTITION OF app.log DEFAULT;`;
    const { channel } = await open(`${others} ${joined}`);
    const statements = await apply(channel, `${others} ${apart}`);
    assert.equal(statements[0], 'ALTER TABLE app.log DETACH PARTITION app.log_2');
  });

  for (const [title, wanted] of [
    ['leaves for good', `${parent} ${apart}`],
    ['stays after all', `${parent} ${joined}`],
  ] as const) {
    it(`that was left half detached ${title}`, async () => {
      const { database, channel } = await open(`${parent} ${joined}`);
      const [reader, leaver] = [await openSession(server, database), await openSession(server, database)];
      await reader.run('BEGIN; SELECT * FROM app.log');
      await leaver.run("SET statement_timeout = '300ms'");
      await leaver.run('ALTER TABLE app.log DETACH PARTITION app.log_2 CONCURRENTLY').catch(() => undefined);
      await reader.run('COMMIT');
      await Promise.all([reader.close(), leaver.close()]);
      const statements = await apply(channel, wanted);
      assert.include(statements, 'ALTER TABLE app.log DETACH PARTITION app.log_2 FINALIZE');
    });
  }
});
