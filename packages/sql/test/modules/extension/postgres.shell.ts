import type { JsonObject } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { extension } from '../../../src/modules/extension/index.ts';
import { look, openServerNode, reach, reachWhole, type ServerNode } from '../../support/server-node.ts';

describe('an extension of PostgreSQL', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startPostgres({ version: 15 });
    run.node = openServerNode(run.server);
    await run.server.sql('CREATE SCHEMA tools; CREATE SCHEMA "Odd; Name"');
    await run.server.createDatabase('other');
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });
  const plan = (identity: string, properties: JsonObject = {}) => look(run.node, extension, { identity, properties });
  const make = (identity: string, properties: JsonObject = {}) =>
    reachWhole(run.node, extension, { identity, properties });
  const installed = (name: string, database?: string) =>
    run.server.sql(
      `SELECT extversion, extnamespace::regnamespace FROM pg_extension WHERE extname = '${name}'`,
      database,
    );

  it('is created in its schema with its version, and left alone after that', async () => {
    const hstore = { schema: 'tools', version: '1.7' };
    const { operations, edits } = await make('hstore', hstore);
    assert.deepEqual(
      [operations.map(({ title }) => title), edits.map(({ path }) => path)],
      [['create extension hstore'], ['state', 'version', 'schema']],
    );
    assert.equal(await installed('hstore'), '1.7|tools\n');
    assert.deepEqual((await plan('hstore', hstore)).edits, []);
    assert.deepEqual((await plan('hstore')).edits, []);
  });

  it('is updated and moved', async () => {
    const { operations } = await make('hstore', { schema: 'Odd; Name', version: 'default' });
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['change extension hstore'],
    );
    assert.equal(await installed('hstore'), '1.8|"Odd; Name"\n');
  });

  it('is told when the server lacks its files or a way to its version', async () => {
    const codes = async (identity: string, properties: JsonObject = {}) =>
      (await plan(identity, properties)).problems.map(({ code, hint }) => `${code} ${hint}`);
    assert.deepEqual(await codes('postgis'), [
      'SP667 install its package on the machine of the server, on Debian probably postgresql-15-postgis-3',
    ]);
    assert.deepEqual(await codes('hstore', { version: '1.4' }), [`SP667 they bring 1.4, 1.5, 1.6, 1.7, 1.8`]);
    assert.include((await codes('pgcrypto', { schema: 'nowhere' }))[0], 'SP661');
    assert.include((await codes('hstore', { database: 'nowhere' }))[0], 'SP661');
    assert.include((await codes('plpgsql', { schema: 'tools' }))[0], 'SP663');
    assert.deepEqual(await codes("x'; DROP TABLE y; --"), [
      `SP667 install its package on the machine of the server, on Debian probably postgresql-15-x'; DROP TABLE y; --`,
    ]);
  });

  it('brings what it needs only when told to', async () => {
    const { outcomes } = await reach(run.node, extension, { identity: 'earthdistance', properties: {} });
    assert.include(JSON.stringify(outcomes), 'cube');
    await make('earthdistance', { cascade: true });
  });

  it('is dropped where nothing uses it', async () => {
    await run.server.sql('CREATE TABLE t (h "Odd; Name".hstore)');
    const { outcomes } = await reach(run.node, extension, { identity: 'hstore', properties: { state: 'absent' } });
    assert.include(JSON.stringify(outcomes), 'cannot drop extension hstore because other objects depend on it');
    await run.server.sql('DROP TABLE t');
    await make('hstore', { state: 'absent' });
    assert.deepEqual((await plan('hstore', { state: 'absent' })).edits, []);
  });

  it('stands in the database that its identity names', async () => {
    await make('other/citext', { version: 'default' });
    assert.equal(await installed('citext', 'other'), '1.6|public\n');
    assert.equal(await installed('citext'), '');
  });
});
