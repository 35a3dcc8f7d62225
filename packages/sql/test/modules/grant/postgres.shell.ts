import type { JsonObject } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { grant } from '../../../src/modules/grant/index.ts';
import { hostileNames, look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

const given = (properties: JsonObject) => ({ identity: 'it', properties });

describe('a grant of PostgreSQL', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startPostgres({ version: 15 });
    run.node = openServerNode(run.server);
    await run.server.sql(`CREATE ROLE reader; CREATE ROLE deploy; CREATE SCHEMA app; CREATE SCHEMA void;
      CREATE TABLE app.orders (id int, note text); CREATE TABLE app."Odd.Name" (id int); CREATE VIEW app.open AS SELECT * FROM app.orders;
      CREATE SEQUENCE app.numbers; CREATE TYPE app.mood AS ENUM ('ok');
      CREATE FUNCTION app.total(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION app.total() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE PROCEDURE app.run() LANGUAGE sql AS 'SELECT 1'`);
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });
  const may = async (what: string) => (await run.server.sql(`SELECT ${what}`)).trim();
  const titles = async (properties: JsonObject) =>
    (await reachWhole(run.node, grant, given(properties))).operations.map(({ title }) => title);
  const edits = async (properties: JsonObject) =>
    (await look(run.node, grant, given(properties))).edits.map(({ path }) => path);
  const places = async (properties: JsonObject) => (await look(run.node, grant, given(properties))).reasons;
  const codes = async (properties: JsonObject) =>
    (await look(run.node, grant, given(properties))).problems.map(({ code }) => code);

  it('gives what is missing, and nothing when all is held', async () => {
    const reads = { role: 'reader', on: { table: 'app.orders' }, privileges: ['select', 'INSERT'] };
    assert.deepEqual(await titles(reads), ['grant INSERT, SELECT on table app.orders to reader']);
    assert.equal(await may("has_table_privilege('reader', 'app.orders', 'select, insert')"), 't');
    assert.deepEqual(await edits(reads), []);
    assert.deepEqual(await edits({ ...reads, privileges: ['select'] }), []);
  });

  it('takes what is not declared only when it is exclusive', async () => {
    const reads = { role: 'reader', on: { table: 'app.orders' }, privileges: ['select'], exclusive: true };
    assert.deepEqual(await titles(reads), ['take other privileges on table app.orders from reader']);
    assert.equal(await may("has_table_privilege('reader', 'app.orders', 'insert')"), 'f');
  });

  it('gives and takes the right to give on', async () => {
    const reads = { role: 'reader', on: { table: 'app.orders' }, privileges: ['select'] };
    await titles({ ...reads, grant_option: true });
    assert.equal(await may("has_table_privilege('reader', 'app.orders', 'select with grant option')"), 't');
    assert.deepEqual(await edits(reads), []);
    assert.deepEqual(await titles({ ...reads, grant_option: false }), [
      'take the grant option on table app.orders from reader',
    ]);
    assert.equal(await may("has_table_privilege('reader', 'app.orders', 'select')"), 't');
  });

  it('knows every privilege of an object behind `all`', async () => {
    const all = { role: 'reader', on: { table: 'app.open' }, privileges: ['all'] };
    await titles(all);
    assert.equal(await may("has_table_privilege('reader', 'app.open', 'truncate')"), 't');
    assert.deepEqual(await edits(all), []);
    await titles({ role: 'reader', on: { table: 'app.open' }, state: 'absent' });
    assert.equal(await may("has_table_privilege('reader', 'app.open', 'select')"), 'f');
  });

  it('holds for columns', async () => {
    const columns = {
      role: 'reader',
      on: { table: 'app.orders', columns: ['note', 'id'] },
      privileges: ['update', 'references'],
    };
    assert.deepEqual(await edits(columns), ['privileges']);
    await titles(columns);
    assert.equal(await may("has_column_privilege('reader', 'app.orders', 'note', 'update')"), 't');
    await titles({ ...columns, state: 'absent' });
    assert.equal(await may("has_column_privilege('reader', 'app.orders', 'note', 'update')"), 'f');
    assert.deepEqual(await codes({ ...columns, privileges: ['delete'] }), ['SP668']);
  });

  it('holds for every kind of object', async () => {
    const kinds: readonly (readonly [JsonObject, string])[] = [
      [{ database: 'postgres' }, 'temp'],
      [{ schema: 'app' }, 'create'],
      [{ sequence: 'app.numbers' }, 'usage'],
      [{ function: 'app.total(integer, text)' }, 'execute'],
      [{ function: 'app.total' }, 'execute'],
      [{ procedure: 'app.run' }, 'execute'],
      [{ type: 'app.mood' }, 'usage'],
      [{ language: 'plpgsql' }, 'usage'],
      [{ tablespace: 'pg_default' }, 'create'],
      [{ table: 'app."Odd.Name"' }, 'trigger'],
    ];
    for (const [on, privilege] of kinds) {
      const held = { role: 'deploy', on, privileges: [privilege], grant_option: true };
      if (Object.keys(on)[0] === 'function' && on['function'] === 'app.total')
        assert.deepEqual(await places(held), ['on app.total()']);
      await titles(held);
      assert.deepEqual(await edits(held), [], JSON.stringify(on));
    }
    for (const [on] of kinds) await titles({ role: 'deploy', on, state: 'absent' }).catch(() => undefined);
  });

  it('takes from everybody what everybody has from the beginning', async () => {
    for (const on of [{ database: 'postgres' }, { function: 'app.total()' }]) {
      const nobody = { role: 'public', on, state: 'absent' };
      await titles(nobody);
      assert.deepEqual(await edits(nobody), []);
      await titles({ role: 'PUBLIC', on, privileges: ['all'] }).catch((error: unknown) =>
        assert.include(String(error), 'no privilege'),
      );
    }
    assert.equal(await may("has_function_privilege('reader', 'app.total()', 'execute')"), 't');
  });

  it('holds for all objects of a schema, and names those that lack something', async () => {
    const reads = { role: 'deploy', on: { tables_in: 'app' }, privileges: ['select'] };
    assert.deepEqual(await places(reads), ['on app."Odd.Name", app.open, app.orders']);
    await titles(reads);
    await run.server.sql('CREATE TABLE app.late (id int)');
    assert.deepEqual(await places(reads), ['on app.late']);
    await titles(reads);
    assert.equal(await may("has_table_privilege('deploy', 'app.\"Odd.Name\"', 'select')"), 't');
    assert.deepEqual(await edits({ ...reads, on: { tables_in: 'void' } }), []);
    assert.deepEqual(await codes({ ...reads, on: { tables_in: 'nowhere' } }), ['SP661']);
    await titles({ role: 'deploy', on: { functions_in: 'app' }, privileges: ['execute'] });
    await titles({ role: 'deploy', on: { sequences_in: 'app' }, privileges: ['usage'] });
  });

  it('holds for objects that are made later', async () => {
    const later = { role: 'reader', on: { tables_in: 'app' }, privileges: ['select'], default: true, owner: 'deploy' };
    assert.deepEqual(await titles(later), ['grant SELECT on later tables in app of deploy to reader']);
    assert.deepEqual(await edits(later), []);
    await run.server.sql('GRANT CREATE ON SCHEMA app TO deploy; SET ROLE deploy; CREATE TABLE app.made (id int)');
    assert.equal(await may("has_table_privilege('reader', 'app.made', 'select')"), 't');
    await titles({ role: 'public', on: { functions_in: '*' }, state: 'absent', default: true });
    await run.server.sql("CREATE FUNCTION app.quiet() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    assert.equal(await may("has_function_privilege('reader', 'app.quiet()', 'execute')"), 'f');
    await titles({ ...later, privileges: ['all'], state: 'absent' });
    assert.equal(await may('count(*) FROM pg_default_acl WHERE defaclnamespace <> 0'), '0');
  });

  it('is told when what it needs is not there, or knows no such privilege', async () => {
    assert.deepEqual(await codes({ role: 'nobody', on: { schema: 'app' }, privileges: ['usage'] }), ['SP661']);
    assert.deepEqual(await codes({ role: 'reader', on: { table: 'app.nothing' }, privileges: ['select'] }), ['SP661']);
    assert.deepEqual(await codes({ role: 'reader', on: { function: 'app.total(text)' }, privileges: ['execute'] }), [
      'SP661',
    ]);
    assert.deepEqual(await codes({ role: 'reader', on: { schema: 'app' }, privileges: ['select'] }), ['SP668']);
    assert.deepEqual(await codes({ role: 'reader', on: { server: true }, privileges: ['select'] }), ['SP662']);
    assert.deepEqual(await edits({ role: 'nobody', on: { schema: 'app' }, state: 'absent' }), []);
    assert.deepEqual(await edits({ role: 'reader', on: { table: 'app.nothing' }, state: 'absent' }), []);
  });

  it('looks into another database when told to', async () => {
    await run.server.createDatabase('other');
    await run.server.sql('CREATE SCHEMA app; CREATE TABLE app.far (id int)', 'other');
    const far = { role: 'reader', on: { table: 'app.far' }, privileges: ['select'], database: 'other' };
    await titles(far);
    assert.equal(await run.server.sql("SELECT has_table_privilege('reader', 'app.far', 'select')", 'other'), 't\n');
    assert.deepEqual(await codes({ ...far, database: 'gone' }), ['SP661']);
  });

  it('holds under every hostile name', async () => {
    for (const name of hostileNames) {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      await run.server.sql(`CREATE ROLE ${quoted}; CREATE SCHEMA ${quoted}; CREATE TABLE ${quoted}.${quoted} (${quoted} int);
        CREATE FUNCTION ${quoted}.${quoted}(${quoted}.${quoted}) RETURNS int LANGUAGE sql AS 'SELECT 1'`);
      const targets = [
        { schema: name },
        { table: `${quoted}.${quoted}`, columns: [name] },
        { tables_in: name },
        { function: `${quoted}.${quoted}(${quoted}.${quoted})` },
      ];
      for (const [index, on] of targets.entries()) {
        const held = {
          role: name,
          on,
          privileges: [['create'], ['select'], ['insert'], ['execute']][index] ?? [],
          grant_option: true,
        };
        await titles(held);
        assert.deepEqual(await edits(held), [], name);
        await titles({ role: name, on, state: 'absent' });
      }
    }
  });
});
