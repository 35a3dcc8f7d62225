import { type DatabaseServer, startMariadb } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { database } from '../../../src/modules/database/index.ts';
import { hostileNames, look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

describe('a database of MariaDB', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startMariadb();
    run.node = openServerNode(run.server);
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });

  const shop = (properties: object) => ({ identity: 'shop', properties: { ...properties } });

  it('is made with its character set, collation and comment', async () => {
    const properties = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci', comment: "the shop's" };
    const { operations } = await reachWhole(run.node, database, shop(properties));
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['create database shop'],
    );
    assert.equal(
      await run.server.sql(
        "SELECT default_character_set_name, default_collation_name, schema_comment FROM information_schema.schemata WHERE schema_name = 'shop'",
      ),
      "utf8mb4\tutf8mb4_unicode_ci\tthe shop's\n",
    );
    assert.deepEqual((await look(run.node, database, shop(properties))).edits, []);
  });

  it('gets what differs, and knows that utf8 is another name of utf8mb3', async () => {
    await reachWhole(run.node, database, shop({ charset: 'utf8', collation: 'utf8_bin' }));
    assert.deepEqual(
      (await look(run.node, database, shop({ charset: 'utf8mb3', collation: 'utf8mb3_bin' }))).edits,
      [],
    );
    const { operations } = await reachWhole(run.node, database, shop({ charset: 'latin1' }));
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['set up database shop'],
    );
  });

  it('is dropped, and what that costs is told', async () => {
    await run.server.sql('CREATE TABLE a (i int)', 'shop');
    const { operations } = await reachWhole(run.node, database, shop({ state: 'absent' }));
    assert.deepEqual(operations[0]?.hazards, [
      { kind: 'data-loss', message: 'everything in the database shop with 1 tables is deleted' },
    ]);
  });

  it('has no properties of PostgreSQL', async () => {
    const { problems } = await look(run.node, database, shop({ encoding: 'UTF8', settings: { a: 'b' } }));
    assert.deepEqual(
      problems.map(({ code, detail }) => `${code} ${detail}`),
      ['SP662 MariaDB knows no `encoding`, `settings`, so it cannot be brought about there.'],
    );
  });

  it('is made and dropped under every hostile name', async () => {
    // A name of MariaDB has no characters beyond the basic plane.
    for (const name of hostileNames.filter((each) => !each.includes('😀'))) {
      await reachWhole(run.node, database, { identity: name, properties: { comment: name } });
      assert.deepEqual((await look(run.node, database, { identity: name, properties: { comment: name } })).edits, []);
      await reachWhole(run.node, database, { identity: name, properties: { state: 'absent' } });
    }
  });
});
