import type { DatabaseServer } from '@setpoint/testkit/databases';
import { startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { channelTo } from '../../../packages/sql/test/support/channel.ts';
import { applyPlan, planSql, statementsOf } from '../../../packages/sql/test/support/plan.ts';
import { createProject, type Project, playbookOf } from '../support/project.ts';
import { type RunningSetpoint, type SetpointResult, startSetpoint } from '../support/setpoint.ts';

/** How often something on a server is looked at that is about to come. */
const pollMs = 20;

async function until(isSo: () => Promise<boolean>, running?: RunningSetpoint): Promise<void> {
  const end = running?.ended.then((result) => {
    throw new Error(`it ended before: ${told(result)}`);
  });
  end?.catch(() => undefined);
  const later = isSoAtLast(isSo);
  await (end === undefined ? later : Promise.race([later, end]));
}

/** What a command said, without the line breaks of the terminal. */
function told({ stdout, stderr }: SetpointResult): string {
  return `${stdout}${stderr}`.replaceAll(/\s+/g, ' ');
}

async function isSoAtLast(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, pollMs));
}

function projectFor(server: DatabaseServer, database: string, sql: string): Project {
  const way =
    server.product === 'postgres'
      ? { postgres: { socket: server.socketDir, port: server.port, user: server.user, database } }
      : { mariadb: { socket: server.socketPath, user: server.user, database } };
  return createProject({
    'inventory.yaml': { nodes: { shop: way } },
    'playbooks/shop.yaml': playbookOf([
      {
        schema: 'shop',
        sql: ['schema.sql'],
        prune: true,
        allow: [{ hazard: 'DB101' }],
        online: { lock_timeout_seconds: 20 },
      },
    ]),
    'playbooks/schema.sql': sql,
  });
}

function apply(project: Project): RunningSetpoint {
  return startSetpoint(['apply', '--yes'], { cwd: project.dir });
}

/** Kills an apply that stands still. */
async function kill({ child, ended }: RunningSetpoint): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** The next apply finishes the rest, and nothing is left to do. */
async function finish(server: DatabaseServer, database: string, sql: string): Promise<void> {
  const channel = channelTo(server, database);
  try {
    const plan = await planSql(channel, sql);
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, []);
    const outcomes = await applyPlan(channel, plan);
    assert.deepEqual(
      outcomes.filter(({ status }) => status !== 'done'),
      [],
    );
    assert.deepEqual(statementsOf(await planSql(channel, sql)), []);
  } finally {
    await channel.close();
  }
}

describe('an apply to PostgreSQL that is killed', function () {
  this.timeout(600_000);
  let server: DatabaseServer;

  before(async () => {
    server = await startPostgres({ settings: { max_connections: '100' } });
    await server.sql('CREATE ROLE reader');
  });
  after(() => server.stop());

  const present = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TABLE app.customer (id integer PRIMARY KEY, mail text, age integer);
INSERT INTO app.customer VALUES (1, 'a@b', 3);
CREATE TABLE app.old (x integer);
CREATE VIEW app.mails AS SELECT mail FROM app.customer;
`;
  const wanted = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'middling', 'ok');
CREATE TYPE app.size AS (width integer);
CREATE TABLE app.customer (id integer PRIMARY KEY, mail text NOT NULL UNIQUE, age bigint CHECK (age > 0), note text DEFAULT 'none');
CREATE TABLE app.bill (id integer PRIMARY KEY, customer integer REFERENCES app.customer (id));
CREATE VIEW app.mails AS SELECT mail, note FROM app.customer;
CREATE INDEX customer_age ON app.customer (age);
COMMENT ON TABLE app.customer IS 'who buys';
GRANT SELECT ON app.bill TO reader;
`;

  /** Every statement that setpoint sends is counted when it ends; the one that is named stands still until it is let go. */
  const pedal = `
CREATE SCHEMA pedal;
CREATE SEQUENCE pedal.steps;
CREATE TABLE pedal.at (step integer, is_free boolean);
CREATE FUNCTION pedal.count() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('application_name') NOT LIKE 'setpoint/%' THEN RETURN; END IF;
  IF nextval('pedal.steps') = (SELECT step FROM pedal.at) THEN
    WHILE NOT (SELECT is_free FROM pedal.at) LOOP PERFORM pg_sleep(0.02); END LOOP;
  END IF;
END $$;
CREATE EVENT TRIGGER pedal ON ddl_command_end EXECUTE FUNCTION pedal.count();
`;

  const leftOvers = `
SELECT 'invalid index ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid
UNION ALL SELECT 'constraint ' || conname FROM pg_constraint WHERE conname LIKE '\\_setpoint%' OR NOT convalidated
UNION ALL SELECT 'index ' || relname FROM pg_class WHERE relname LIKE '\\_setpoint%'
UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname LIKE '\\_setpoint%'
UNION ALL SELECT 'database ' || datname FROM pg_database WHERE datname LIKE '\\_setpoint%'`;

  const sessionsWith = (database: string): string =>
    `SELECT count(*) FROM pg_stat_activity WHERE datname = '${database}' AND application_name LIKE 'setpoint%'`;

  /** Kills an apply after its statement of that number; false when it has fewer. */
  async function killAfter(step: number): Promise<boolean> {
    const database = `killed_${step}`;
    await server.createDatabase(database);
    await server.sql(`${present}${pedal}INSERT INTO pedal.at VALUES (${step}, false)`, database);
    const project = projectFor(server, database, wanted);
    const running = apply(project);
    let end: SetpointResult | undefined;
    void running.ended.then((result) => {
      end = result;
    });
    const isReached = async (): Promise<boolean> =>
      (await server.sql('SELECT last_value, is_called FROM pedal.steps', database)).trim() === `${step}|t`;
    await until(async () => end !== undefined || (await isReached()));
    const isMet = end === undefined;
    if (end !== undefined) assert.equal(end.code, 0, told(end));
    await kill(running);
    await server.sql('UPDATE pedal.at SET is_free = true', database);
    await until(async () => (await server.sql(sessionsWith(database))).trim() === '0');
    await server.sql('DROP EVENT TRIGGER pedal; DROP SCHEMA pedal CASCADE', database);
    project.remove();
    await finish(server, database, wanted);
    assert.equal(await server.sql(leftOvers, database), '', `after statement ${step}`);
    assert.equal((await server.sql('SELECT * FROM app.customer', database)).trim(), '1|a@b|3|none');
    return isMet;
  }

  it('after any of its statements leaves what the next apply finishes, and nothing else', async () => {
    let steps = 0;
    while (await killAfter(steps + 1)) steps += 1;
    assert.isAtLeast(steps, 12);
  });

  it('is not killed but interrupted: what runs is ended and taken back, and the rest is not begun', async () => {
    await server.createDatabase('interrupted');
    await server.sql(`${present}${pedal}INSERT INTO pedal.at VALUES (4, false)`, 'interrupted');
    const project = projectFor(server, 'interrupted', wanted);
    const running = apply(project);
    await until(
      async () => (await server.sql('SELECT last_value FROM pedal.steps', 'interrupted')).trim() === '4',
      running,
    );
    running.child.kill('SIGINT');
    const result = await running.ended;
    assert.equal(result.code, 130, told(result));
    assert.include(told(result), 'it was interrupted and ended');
    assert.include(told(result), 'nothing of it was done');
    assert.equal((await server.sql(sessionsWith('interrupted'))).trim(), '0');
    await server.sql('DROP EVENT TRIGGER pedal; DROP SCHEMA pedal CASCADE', 'interrupted');
    project.remove();
    await finish(server, 'interrupted', wanted);
  });

  it('keeps others off until it ends, and is named to them', async () => {
    await server.createDatabase('shared');
    await server.sql(`${present}${pedal}INSERT INTO pedal.at VALUES (2, false)`, 'shared');
    const [first, second] = [projectFor(server, 'shared', wanted), projectFor(server, 'shared', wanted)];
    const running = apply(first);
    await until(async () => (await server.sql('SELECT last_value FROM pedal.steps', 'shared')).trim() === '2', running);
    const refused = await apply(second).ended;
    assert.equal(refused.code, 1, told(refused));
    assert.match(told(refused), new RegExp(`is being changed by .* \\(process ${running.child.pid}, run `));
    await server.sql('UPDATE pedal.at SET is_free = true', 'shared');
    const done = await running.ended;
    assert.equal(done.code, 0, told(done));
    first.remove();
    second.remove();
  });

  it('while it builds an index leaves an index that the next apply replaces', async () => {
    await server.createDatabase('building');
    await server.sql(present, 'building');
    const reader = server.sql(
      'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM app.customer; SELECT pg_sleep(600); COMMIT',
      'building',
    );
    void reader.catch(() => undefined);
    await until(
      async () =>
        (
          await server.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND wait_event = 'PgSleep'",
          )
        ).trim() === '1',
    );
    const sql = `${present.replace(/INSERT[^;]*;/, '')}CREATE INDEX customer_age ON app.customer (age);`;
    const project = projectFor(server, 'building', sql);
    const running = apply(project);
    await until(
      async () => (await server.sql('SELECT count(*) FROM pg_index WHERE NOT indisvalid', 'building')).trim() === '1',
    );
    await kill(running);
    // The server itself notices that nobody waits for the index any more.
    await until(async () => (await server.sql(sessionsWith('building'))).trim() === '0');
    await server.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()",
    );
    assert.include(await server.sql(leftOvers, 'building'), 'invalid index app.customer_age');
    project.remove();
    await finish(server, 'building', sql);
    assert.equal(await server.sql(leftOvers, 'building'), '');
  });
});

describe('an apply to MariaDB that is killed', function () {
  this.timeout(600_000);
  let server: DatabaseServer;
  const count = 12;
  const names = Array.from({ length: count }, (_, index) => `t${String(index + 1).padStart(2, '0')}`);

  before(async () => {
    server = await startMariadb();
  });
  after(() => server.stop());

  const present = names.map((name) => `CREATE TABLE ${name} (id int PRIMARY KEY)`).join(';');
  const wanted = names.map((name) => `CREATE TABLE ${name} (id int PRIMARY KEY, note varchar(20))`).join(';');

  for (const [done, name] of names.entries()) {
    it(`with ${done} of its ${count} statements done leaves what the next apply finishes`, async () => {
      const database = `killed_${done}`;
      await server.createDatabase(database);
      await server.sql(present, database);
      const holder = server.sql(`START TRANSACTION; SELECT * FROM ${name}; SELECT SLEEP(600)`, database);
      void holder.catch(() => undefined);
      const waiting = (what: string): string =>
        `SELECT count(*) FROM information_schema.processlist WHERE db = '${database}' AND (${what})`;
      await until(async () => (await server.sql(waiting("info LIKE '%SLEEP(600)%'"))).trim() === '1');
      const project = projectFor(server, database, wanted);
      const running = apply(project);
      await until(async () => (await server.sql(waiting("state LIKE '%metadata lock%'"))).trim() === '1');
      const before = await server.sql(
        `SELECT count(*) FROM information_schema.columns WHERE table_schema = '${database}' AND column_name = 'note'`,
      );
      assert.equal(before.trim(), String(done));
      await kill(running);
      const [id = ''] = (
        await server.sql(
          `SELECT id FROM information_schema.processlist WHERE info LIKE '%SLEEP(600)%' AND id <> connection_id() AND db = '${database}'`,
        )
      ).split('\n');
      await server.sql(`KILL ${id}`);
      project.remove();
      await finish(server, database, wanted);
      const left = await server.sql(
        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '\\_setpoint%'",
      );
      assert.equal(left, '');
    });
  }
});
