import type { Channel, LockHolder } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { channelTo, openSession, runOne, scriptOf } from '../support/channel.ts';
import { applyPlan, planSql, statementsOf } from '../support/plan.ts';

const holder = (run: string): LockHolder => ({ who: 'ann', host: 'desk', pid: 42, run, since: '2026-11-23T07:00:00Z' });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What both products must do, whatever their words for it are. */
const products = [
  { name: 'PostgreSQL', start: () => startPostgres(), schema: 'CREATE SCHEMA app;', table: 'app.customer' },
  { name: 'MariaDB', start: () => startMariadb(), schema: '', table: 'customer' },
] as const;

for (const { name, start, schema, table } of products) {
  describe(`an apply to ${name} that is not alone`, function () {
    this.timeout(60_000);
    let server: DatabaseServer;
    const channels: Channel[] = [];
    let count = 0;

    before(async () => {
      server = await start();
    });
    afterEach(async () => {
      await Promise.all(channels.splice(0).map((channel) => channel.close()));
    });
    after(() => server.stop());

    const present = `${schema} CREATE TABLE ${table} (id integer PRIMARY KEY, mail varchar(80));`;
    const wanted = `${schema} CREATE TABLE ${table} (id integer PRIMARY KEY, mail varchar(80), age integer); CREATE INDEX customer_mail ON ${table} (mail);`;

    async function newDatabase(): Promise<string> {
      count += 1;
      const database = `shop_${count}`;
      await server.createDatabase(database);
      await server.sql(present, database);
      return database;
    }

    function open(database: string, options: { readonly lockWaitMs?: number } = {}): Channel {
      const channel = channelTo(server, database, options);
      channels.push(channel);
      return channel;
    }

    it('is told who is at work, and does nothing', async () => {
      const database = await newDatabase();
      const [first, second] = [open(database), open(database, { lockWaitMs: 100 })];
      const held = await first.lock(holder('20261123T070300Z-abc123'));
      assert.equal(held.kind, 'held');
      const taken = await second.lock(holder('20261123T070301Z-def456'));
      assert.equal(taken.kind, 'taken');
      if (taken.kind === 'taken' && server.product === 'postgres') {
        const { since, ...by } = taken.by ?? holder('nobody');
        assert.deepEqual(by, { who: 'ann', host: 'desk', pid: 42, run: '20261123T070300Z-abc123' });
        assert.match(since, /^\d{4}-\d\d-\d\dT/);
      } else if (taken.kind === 'taken') assert.equal(taken.by?.who, 'root');
    });

    it('gets its turn when the other one releases the lock, or is gone', async () => {
      const database = await newDatabase();
      const [first, second, third] = [open(database), open(database), open(database)];
      const held = await first.lock(holder('r1'));
      const waiting = second.lock(holder('r2'));
      assert.isTrue(held.kind === 'held');
      if (held.kind === 'held') await held.release();
      assert.equal((await waiting).kind, 'held');
      const next = third.lock(holder('r3'));
      await second.close();
      assert.equal((await next).kind, 'held');
    });

    it('does not deadlock, though both want to make the same indexes', async () => {
      const database = await newDatabase();
      const plans: (readonly string[])[] = [];
      const applyOnce = async (channel: Channel, run: string): Promise<void> => {
        const lock = await channel.lock(holder(run));
        assert.equal(lock.kind, 'held');
        const plan = await planSql(channel, wanted);
        plans.push(statementsOf(plan));
        const outcomes = await applyPlan(channel, plan);
        assert.isTrue(
          outcomes.every(({ status }) => status === 'done'),
          JSON.stringify(outcomes),
        );
        if (lock.kind === 'held') await lock.release();
      };
      const options = { lockWaitMs: 30_000 };
      await Promise.all([applyOnce(open(database, options), 'r1'), applyOnce(open(database, options), 'r2')]);
      assert.deepEqual(plans[1], []);
      assert.isNotEmpty(plans[0]);
    });

    it('waits no longer than it may for those who read, keeps nobody else waiting longer, and tries again', async () => {
      const database = await newDatabase();
      const reader = await openSession(server, database);
      await reader.run(server.product === 'postgres' ? 'BEGIN' : 'START TRANSACTION');
      await reader.read(`SELECT * FROM ${table}`);
      const said: string[] = [];
      const operation = scriptOf([`ALTER TABLE ${table} ADD COLUMN age integer`], {
        isTransaction: server.product === 'postgres',
        lockTimeoutMs: 1000,
        retries: 20,
      });
      const running = open(database).execute([{ operation, needs: [] }], { onWaiting: (_, text) => said.push(text) });
      await until(async () => said.length > 0);
      const other = await openSession(server, database);
      const startedMs = performance.now();
      await other.read(`SELECT * FROM ${table}`);
      assert.isBelow(performance.now() - startedMs, 5000);
      await reader.run('COMMIT');
      const [outcome] = await running;
      assert.equal(outcome?.status, 'done', JSON.stringify(outcome));
      if (outcome?.status === 'done') assert.match(outcome.detail ?? '', /^1 statement, \d+ retr(y|ies)$/);
      await Promise.all([reader.close(), other.close()]);
    });

    it('gives up after its tries, and says what is left', async () => {
      const database = await newDatabase();
      const reader = await openSession(server, database);
      await reader.run(server.product === 'postgres' ? 'BEGIN' : 'START TRANSACTION');
      await reader.read(`SELECT * FROM ${table}`);
      const outcome = await runOne(
        open(database),
        scriptOf([`ALTER TABLE ${table} ADD COLUMN age integer`], {
          isTransaction: server.product === 'postgres',
          lockTimeoutMs: 500,
          retries: 1,
        }),
      );
      assert.equal(outcome.status, 'failed');
      if (outcome.status === 'failed') {
        assert.include(outcome.reason, 'It was tried 2 times.');
        assert.match(outcome.reason, /nothing of it was done|was not done/);
      }
      await reader.close();
    });

    it('refuses by name what changed since the plan, and makes the change when something else did', async () => {
      const database = await newDatabase();
      const channel = open(database);
      const plan = await planSql(channel, wanted);
      const elsewhere =
        server.product === 'postgres'
          ? 'CREATE SCHEMA other; CREATE TABLE other.t (x integer)'
          : `CREATE USER 'x${count}'@'localhost'`;
      await server.sql(elsewhere, database);
      await server.sql(`ALTER TABLE ${table} ADD COLUMN surprise integer`, database);
      const [first, ...others] = await applyPlan(channel, plan);
      assert.equal(first?.status, 'refused', JSON.stringify(first));
      if (first?.status === 'refused') assert.include(first.reason, `${table} was changed`);
      assert.isTrue(others.every(({ status }) => status === 'not-started'));
      await server.sql(`ALTER TABLE ${table} DROP COLUMN surprise`, database);
      const outcomes = await applyPlan(channel, plan);
      assert.isTrue(
        outcomes.every(({ status }) => status === 'done'),
        JSON.stringify(outcomes),
      );
      assert.deepEqual(statementsOf(await planSql(channel, wanted)), []);
    });

    it('refuses what must not be there yet and is', async () => {
      const database = await newDatabase();
      const channel = open(database);
      const plan = await planSql(channel, `${present} CREATE TABLE ${table}_2 (id integer PRIMARY KEY);`);
      await server.sql(`CREATE TABLE ${table}_2 (x integer)`, database);
      const [first] = await applyPlan(channel, plan);
      assert.equal(first?.status, 'refused', JSON.stringify(first));
      if (first?.status === 'refused') assert.include(first.reason, `${table}_2 is there now`);
    });

    it('reads in one snapshot, whatever others drop and make meanwhile', async () => {
      const database = await newDatabase();
      let isOver = false;
      const churn = async (worker: number): Promise<void> => {
        const other = await openSession(server, database);
        for (let turn = 0; !isOver; turn += 1) {
          const name = `${table}_x${worker}_${turn % 7}`;
          await other.run(`CREATE TABLE ${name} (id integer PRIMARY KEY, a integer DEFAULT 3, CHECK (a > 0))`);
          await other.run(`CREATE VIEW ${name}_v AS SELECT * FROM ${name}`);
          await other.run(`DROP VIEW ${name}_v`);
          await other.run(`DROP TABLE ${name}`);
        }
        await other.close();
      };
      const others = Promise.all([1, 2, 3].map(churn));
      const channel = open(database);
      for (let turn = 0; turn < 15; turn += 1) {
        const { problems } = await planSql(channel, present, { prune: false });
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error'),
          [],
        );
      }
      isOver = true;
      await others;
    });
  });
}
