import type { Channel, JsonObject } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import type { SqlFile } from '../../src/declaration/declaration.ts';
import { channelTo, openSession } from '../support/channel.ts';
import { applyPlan, planFiles, planSql, statementsOf } from '../support/plan.ts';
import { postgresSpellings } from './postgres-pairs.ts';

const present = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TABLE app.customer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail varchar(80) NOT NULL CHECK (mail <> ''),
  mood app.mood DEFAULT 'ok',
  since timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW app.happy AS SELECT c.id, c.mail FROM app.customer c WHERE c.mood IN ('ok', 'sad') ORDER BY c.since DESC;
CREATE VIEW app.busy AS SELECT h.*, count(*) OVER (PARTITION BY h.mail) AS n FROM app.happy h JOIN app.customer USING (id);
CREATE MATERIALIZED VIEW app.summary AS SELECT mood, count(*) FROM app.customer GROUP BY mood;
CREATE FUNCTION app.total(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE INDEX customer_mail ON app.customer (lower(mail)) WHERE mood = 'ok' OR mood IS NULL;
GRANT SELECT ON app.happy TO reader;
`;

/** What differs: a column, a view, an index, a grant. */
const wanted = `${present}
ALTER TABLE app.customer ADD COLUMN note text DEFAULT 'x' || 'y';
CREATE VIEW app.notes AS SELECT id, note FROM app.customer WHERE note LIKE 'a%';
CREATE VIEW app.odd AS SELECT old.id, new.id AS other, ' FROM (
  x) ' AS text FROM app.customer old JOIN app.happy new USING (mail);
CREATE INDEX customer_since ON app.customer (since DESC NULLS LAST);
GRANT SELECT ON app.notes TO reader;
COMMENT ON VIEW app.notes IS 'it''s';
`;

/** One side of all spellings of the same, each in a schema of its own. */
function filesOf(side: 'current' | 'desired'): readonly SqlFile[] {
  return postgresSpellings.map((pair, index) => {
    const schema = schemaOf(index);
    const sql = pair[side].replaceAll('public.', `${schema}.`);
    return { path: `${schema}.sql`, text: `CREATE SCHEMA ${schema}; SET search_path = ${schema};\n${sql}` };
  });
}

function schemaOf(index: number): string {
  return `spelling_${index}`;
}

describe('the places where a declaration can be loaded', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  const channels: Channel[] = [];

  before(async () => {
    server = await startPostgres();
    await server.sql('CREATE ROLE reader');
    await server.createDatabase('shop');
    await server.sql(present, 'shop');
  });
  after(async () => {
    await Promise.all(channels.map((channel) => channel.close()));
    await server.stop();
  });

  function open(): Channel {
    const channel = channelTo(server, 'shop');
    channels.push(channel);
    return channel;
  }

  const choices: readonly JsonObject[] = [
    { scratch: 'database' },
    { scratch: 'url', scratch_url: 'postgresql:///postgres' },
    { scratch: 'embedded' },
    { scratch: 'transaction' },
  ];

  async function planText(choice: JsonObject, sql: string): Promise<string> {
    const { problems, edits, operations } = await planSql(open(), sql, choice);
    const errors = problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, [], JSON.stringify(choice));
    return JSON.stringify({ edits, operations }, null, 1);
  }

  it('give the same plan, byte for byte, also where they are of another major version', async () => {
    const [first, ...others] = choices;
    const plan = await planText(first ?? {}, wanted);
    assert.include(plan, 'customer_since');
    assert.include(plan, 'SELECT customer.id,', 'as the target spells it');
    for (const choice of others) assert.equal(await planText(choice, wanted), plan, JSON.stringify(choice));
  });

  it('give the same plan also where there is nothing but Node.js', async function () {
    // It takes its time to start, and more where others are at work.
    this.timeout(240_000);
    const declared = `CREATE EXTENSION hstore SCHEMA app; ${wanted} ALTER TABLE app.customer ADD tags app.hstore;`;
    const plan = await planText({ scratch: 'database' }, declared);
    assert.equal(await planText({ scratch: 'pglite' }, declared), plan);
  });

  it('find nothing to do where only the spelling differs', async function () {
    this.timeout(240_000);
    await server.createDatabase('spelled');
    for (const file of filesOf('current')) await server.sql(file.text, 'spelled');
    const names = { database: 'spelled', owns: { schemas: postgresSpellings.map((_, index) => schemaOf(index)) } };
    for (const choice of [...choices, { scratch: 'pglite' }]) {
      const { edits, operations } = await planFiles(open(), filesOf('desired'), { ...choice, ...names });
      assert.deepEqual([edits, operations], [[], []], JSON.stringify(choice));
    }
  });

  it('leave nothing behind', async () => {
    const databases = await server.sql("SELECT datname FROM pg_database WHERE datname LIKE '\\_setpoint%'");
    const schemas = await server.sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE '\\_setpoint%'", 'shop');
    assert.equal(databases + schemas, '');
  });

  it('prove a change that was planned with another major version', async () => {
    await server.createDatabase('other');
    await server.sql(present, 'other');
    const channel = channelTo(server, 'other');
    channels.push(channel);
    const outcomes = await applyPlan(channel, await planSql(channel, wanted, { scratch: 'embedded' }));
    assert.isTrue(
      outcomes.every(({ status }) => status === 'done'),
      JSON.stringify(outcomes),
    );
    assert.deepEqual(statementsOf(await planSql(channel, wanted, { scratch: 'embedded' })), []);
    assert.deepEqual(statementsOf(await planSql(channel, wanted, { scratch: 'database' })), []);
  });

  it('may be an empty database of an account that may not create any, on a server that lacks the roles', async () => {
    const other = await startPostgres();
    try {
      await other.sql('CREATE ROLE guest LOGIN');
      await other.sql('CREATE DATABASE spare OWNER guest');
      const openUrl = () =>
        openSession({ ...other, target: (name) => ({ ...other.target(name), user: 'guest' }) }, 'spare');
      const channel = channelTo(server, 'shop', {
        sessions: { open: (name) => openSession(server, name === '' ? 'shop' : name), openUrl },
      });
      channels.push(channel);
      const given = { scratch: 'url', scratch_url: 'postgresql://guest@other.example/spare' };
      const declared = wanted.replace(/^GRANT .*$/gm, '');
      const plan = await planSql(channel, declared, given);
      assert.equal(JSON.stringify(plan.operations), JSON.stringify((await planSql(open(), declared)).operations));
      assert.equal(await other.sql("SELECT nspname FROM pg_namespace WHERE nspname = 'app'", 'spare'), '');
      await other.sql('CREATE TABLE precious (a int)', 'spare');
      const refused = await planSql(channel, `${declared};`, given).then(() => 'planned', String);
      assert.include(
        refused,
        'guest may not create databases there (CREATEDB), and the database spare is not empty: it holds table public.precious',
      );
      const all = channelTo(server, 'shop', {
        sessions: {
          open: (name) => openSession(server, name === '' ? 'shop' : name),
          openUrl: (url) => openSession(other, new URL(url).pathname.slice(1)),
        },
      });
      channels.push(all);
      const { problems } = await planSql(all, wanted, { ...given, scratch_url: 'postgresql:///postgres' });
      assert.notInclude(JSON.stringify(problems), 'reader', 'a role that the target has');
    } finally {
      await other.stop();
    }
  });

  it('are told with what they need when there is none', async () => {
    await server.sql('CREATE ROLE humble LOGIN');
    await server.sql('GRANT USAGE ON SCHEMA app TO humble; GRANT SELECT ON ALL TABLES IN SCHEMA app TO humble', 'shop');
    const humble = { ...server, target: (name?: string) => ({ ...server.target(name), user: 'humble' }) };
    const channel = channelTo(humble, 'shop');
    channels.push(channel);
    try {
      await planSql(channel, present);
      assert.fail('it was planned');
    } catch (error) {
      assert.include(String(error), 'humble may not create databases (CREATEDB)');
    }
  });
});
