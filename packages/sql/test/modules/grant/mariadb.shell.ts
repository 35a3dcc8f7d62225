import type { JsonObject } from '@setpoint/model';
import { type DatabaseServer, startMariadb } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { grant } from '../../../src/modules/grant/index.ts';
import { hostileNames, look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

const given = (properties: JsonObject) => ({ identity: 'it', properties });

describe('a grant of MariaDB', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startMariadb();
    run.node = openServerNode(run.server);
    await run.server.sql(`CREATE DATABASE shop_a; CREATE DATABASE shopxa; CREATE TABLE shop_a.orders (id int, note text);
      CREATE FUNCTION shop_a.total() RETURNS int RETURN 1; CREATE PROCEDURE shop_a.total() SELECT 1;
      CREATE USER 'app'@'10.%' IDENTIFIED BY 'x'; CREATE ROLE reader`);
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });
  const grants = async (who = "'app'@'10.%'") => await run.server.sql(`SHOW GRANTS FOR ${who}`);
  const titles = async (properties: JsonObject) =>
    (await reachWhole(run.node, grant, given(properties))).operations.map(({ title }) => title);
  const edits = async (properties: JsonObject) =>
    (await look(run.node, grant, given(properties))).edits.map(({ path }) => path);
  const codes = async (properties: JsonObject) =>
    (await look(run.node, grant, given(properties))).problems.map(({ code }) => code);
  const app = { role: 'app@10.%' };

  it('gives what is missing in a database, and in no other whose name is alike', async () => {
    const works = { ...app, on: { database: 'shop_a' }, privileges: ['select', 'insert', 'create temporary tables'] };
    assert.deepEqual(await titles(works), [
      'grant CREATE TEMPORARY TABLES, INSERT, SELECT on database shop_a to app@10.%',
    ]);
    assert.include(await grants(), 'ON `shop\\\\_a`.* TO `app`@`10.%`');
    assert.deepEqual(await edits(works), []);
    assert.deepEqual(await titles({ ...works, privileges: ['select'], exclusive: true }), [
      'take other privileges on database shop_a from app@10.%',
    ]);
    assert.include(await grants(), 'GRANT SELECT ON `shop\\\\_a`.*');
  });

  it('knows a database that was granted under its name as it is', async () => {
    await run.server.sql('GRANT UPDATE ON shop_a.* TO reader');
    assert.deepEqual(await edits({ role: 'reader', on: { database: 'shop_a' }, privileges: ['update'] }), []);
    await titles({ role: 'reader', on: { database: 'shop_a' }, state: 'absent' });
    assert.notInclude(await grants('reader'), 'UPDATE');
  });

  it('knows every privilege behind `all` on every level', async () => {
    const places: readonly JsonObject[] = [
      { server: true },
      { database: 'shop_a' },
      { table: 'shop_a.orders' },
      { function: 'shop_a.total' },
      { procedure: 'shop_a.total' },
    ];
    for (const on of places) {
      const all = { ...app, on, privileges: ['all'] };
      await titles(all);
      assert.include(
        await grants(),
        (on['function'] ?? on['procedure']) ? 'ALTER ROUTINE' : 'ALL PRIVILEGES',
        JSON.stringify(on),
      );
      assert.deepEqual(await edits(all), []);
      await titles({ ...app, on, state: 'absent' });
      assert.notInclude(await grants(), 'ALL PRIVILEGES');
    }
  });

  it('gives and takes the right to give on', async () => {
    const works = { role: 'reader', on: { table: 'shop_a.orders' }, privileges: ['select'] };
    await titles({ ...works, grant_option: true });
    assert.include(await grants('reader'), 'WITH GRANT OPTION');
    assert.deepEqual(await titles({ ...works, grant_option: false }), [
      'take the grant option on table shop_a.orders from reader',
    ]);
    assert.notInclude(await grants('reader'), 'WITH GRANT OPTION');
  });

  it('holds for columns', async () => {
    const columns = {
      role: 'reader',
      on: { table: 'shop_a.orders', columns: ['note', 'id'] },
      privileges: ['update', 'select'],
    };
    await titles(columns);
    assert.deepEqual(await edits(columns), []);
    await titles({ ...columns, state: 'absent' });
    assert.notInclude(await grants('reader'), '`note`');
  });

  it('is told when what it needs is not there, or is none of MariaDB', async () => {
    assert.deepEqual(await codes({ role: 'nobody', on: { database: 'd' }, privileges: ['select'] }), ['SP661']);
    assert.deepEqual(await codes({ ...app, on: { table: 'shop_a.nothing' }, privileges: ['select'] }), ['SP661']);
    assert.deepEqual(await codes({ ...app, on: { database: 'd' }, privileges: ['shutdown'] }), ['SP668']);
    assert.deepEqual(await codes({ ...app, on: { tables_in: 'd' }, privileges: ['select'] }), ['SP662']);
    assert.deepEqual(await codes({ role: 'public', on: { database: 'd' }, privileges: ['select'] }), ['SP662']);
  });

  it('holds under every hostile name', async () => {
    for (const name of hostileNames.filter((each) => !each.includes('😀'))) {
      const quoted = `\`${name.replaceAll('`', '``')}\``;
      await run.server.sql(
        `CREATE USER ${quoted}@'10.%' IDENTIFIED BY 'x'; CREATE DATABASE ${quoted}; CREATE TABLE ${quoted}.${quoted} (${quoted} int)`,
      );
      const table = `"${name.replaceAll('"', '""')}"."${name.replaceAll('"', '""')}"`;
      for (const on of [{ database: name }, { table }, { table, columns: [name] }]) {
        const held = { role: `${name}@10.%`, on, privileges: ['select'] };
        await titles(held);
        assert.deepEqual(await edits(held), [], name);
        await titles({ role: `${name}@10.%`, on, state: 'absent' });
      }
    }
  });
});
