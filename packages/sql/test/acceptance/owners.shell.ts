import type { Channel } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openPgSession } from '../../src/session/pg-session.ts';
import { channelTo, openSession } from '../support/channel.ts';
import { applyPlan, planSql, statementsOf } from '../support/plan.ts';

const table = 'CREATE SCHEMA app; CREATE TABLE app.t (a int, b int); CREATE VIEW app.v AS SELECT a FROM app.t;';

describe('to whom objects belong', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  const channels: Channel[] = [];
  let count = 0;

  before(async () => {
    server = await startPostgres();
    await server.sql('CREATE ROLE keeper; CREATE ROLE reader; CREATE ROLE deploy LOGIN CREATEDB');
  });
  afterEach(async () => {
    await Promise.all(channels.splice(0).map((channel) => channel.close()));
  });
  after(() => server.stop());

  async function databaseWith(sql: string): Promise<string> {
    count += 1;
    const database = `owners_${count}`;
    await server.createDatabase(database);
    await server.sql(sql, database);
    return database;
  }

  function open(database: string, user?: string): Channel {
    const sessions = {
      open: (name: string) =>
        openPgSession({ ...server.target(name === '' ? database : name), user: user ?? server.user }),
      openUrl: (name: string) => openSession(server, name),
    };
    const channel = channelTo(server, database, { sessions });
    channels.push(channel);
    return channel;
  }

  async function ownerOf(database: string, relation: string): Promise<unknown> {
    const session = await openSession(server, database);
    const [row] = await session.read(
      `SELECT pg_get_userbyid(relowner)::text AS owner FROM pg_class WHERE oid = '${relation}'::regclass`,
    );
    await session.close();
    return row?.['owner'];
  }

  it('stays as it is where nothing is said of it, also when an object is made anew', async () => {
    const database = await databaseWith(
      `${table} ALTER TABLE app.t OWNER TO keeper; ALTER VIEW app.v OWNER TO keeper;`,
    );
    const channel = open(database);
    assert.deepEqual((await planSql(channel, table)).edits, []);
    const wider = table.replace('a int', 'a bigint');
    const plan = await planSql(channel, wider);
    await applyPlan(channel, plan);
    assert.equal(await ownerOf(database, 'app.v'), 'keeper');
    assert.deepEqual((await planSql(channel, wider)).edits, []);
  });

  it('is changed before anything is granted, so that one who owned it can be granted something', async () => {
    const database = await databaseWith(`${table} ALTER TABLE app.t OWNER TO reader;`);
    const channel = open(database);
    const wanted = `${table} ALTER TABLE app.t OWNER TO keeper; GRANT SELECT ON app.t TO reader;`;
    const plan = await planSql(channel, wanted);
    assert.deepEqual(statementsOf(plan), [
      'ALTER TABLE app.t OWNER TO keeper',
      'GRANT SELECT ON TABLE app.t TO reader',
    ]);
    await applyPlan(channel, plan);
    assert.deepEqual((await planSql(channel, wanted)).edits, []);
  });

  it('can be declared in YAML, and for a table that is not there yet', async () => {
    const database = await databaseWith('CREATE SCHEMA app');
    const channel = open(database);
    const tables = { 'app.notes': { owner: 'keeper', columns: { id: { type: 'bigint', identity: 'always' } } } };
    const plan = await planSql(channel, 'CREATE SCHEMA app', { tables });
    await applyPlan(channel, plan);
    assert.equal(await ownerOf(database, 'app.notes'), 'keeper');
    assert.deepEqual((await planSql(channel, 'CREATE SCHEMA app', { tables })).edits, []);
  });

  it('is left alone, or taken to the account, when the declaration owns that', async () => {
    const database = await databaseWith(
      `${table} ALTER TABLE app.t OWNER TO reader; ALTER VIEW app.v OWNER TO reader;`,
    );
    const channel = open(database);
    const declared = `${table} ALTER TABLE app.t OWNER TO keeper; ALTER VIEW app.v OWNER TO nobody_knows;`;
    const ignoring = await planSql(channel, declared, { owns: { owners: false }, allow: [] });
    assert.deepEqual([ignoring.edits, ignoring.problems], [[], []]);
    assert.deepEqual(statementsOf(await planSql(channel, table, { owns: { owners: true } })), [
      `ALTER TABLE app.t OWNER TO ${server.user}`,
      `ALTER VIEW app.v OWNER TO ${server.user}`,
    ]);
  });

  it('is planned for a role that is made before', async () => {
    const channel = open(await databaseWith(table));
    const plan = await planSql(channel, `${table} ALTER TABLE app.t OWNER TO later;`, { allow: [] });
    assert.deepEqual(
      plan.problems.map(({ code }) => code),
      ['SP698'],
    );
    assert.deepEqual(statementsOf(plan), ['ALTER TABLE app.t OWNER TO later']);
  });

  it('is told to be unknown where the account may not hand anything to that role', async () => {
    const database = await databaseWith(
      `${table} ALTER SCHEMA app OWNER TO deploy; ALTER TABLE app.t OWNER TO deploy;`,
    );
    const channel = open(database, 'deploy');
    const plan = await planSql(channel, `${table} ALTER TABLE app.t OWNER TO keeper;`, { allow: [] });
    assert.deepEqual([statementsOf(plan), plan.problems.map(({ code }) => code)], [[], ['SP699']]);
    assert.include(plan.problems[0]?.detail ?? '', 'ALTER TABLE app.t OWNER TO keeper');
  });

  it('is enough, without any further right, to load a declaration in a transaction and to apply it', async () => {
    const database = await databaseWith(`${table} CREATE ROLE plain LOGIN; ALTER SCHEMA app OWNER TO plain;
      ALTER TABLE app.t OWNER TO plain; ALTER VIEW app.v OWNER TO plain;`);
    await server.sql(`GRANT CREATE ON DATABASE ${database} TO plain`);
    const channel = open(database, 'plain');
    const choice = { scratch: 'transaction', owns: { schemas: ['app'] }, allow: [] };
    assert.deepEqual((await planSql(channel, table, choice)).edits, []);
    const wider = table.replace('a int', 'a bigint').replace('b int', 'b int NOT NULL');
    const outcomes = await applyPlan(channel, await planSql(channel, wider, choice));
    assert.deepEqual(
      outcomes.filter(({ status }) => status !== 'done'),
      [],
    );
    assert.deepEqual((await planSql(channel, wider, choice)).edits, []);
    assert.equal(await ownerOf(database, 'app.v'), 'plain');
  });

  it('does not keep a numbered column from being added to a table of somebody else', async () => {
    const database = await databaseWith(`${table} ALTER TABLE app.t OWNER TO keeper;`);
    const channel = open(database);
    const wanted = table.replace('b int', 'b int, c serial');
    const plan = await planSql(channel, wanted, { allow: [{ hazard: 'DB203' }] });
    const outcomes = await applyPlan(channel, plan);
    assert.deepEqual(
      outcomes.filter(({ status }) => status !== 'done'),
      [],
    );
    assert.equal(await ownerOf(database, 'app.t_c_seq'), 'keeper');
  });
});
