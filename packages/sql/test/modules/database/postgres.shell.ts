import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { database } from '../../../src/modules/database/index.ts';
import { hostileNames, look, openServerNode, reach, reachWhole, type ServerNode } from '../../support/server-node.ts';

describe('a database of PostgreSQL', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startPostgres({ version: 15 });
    run.node = openServerNode(run.server);
    await run.server.sql('CREATE ROLE owner1; CREATE ROLE "Owner 2"');
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });

  const orders = {
    identity: 'orders',
    properties: {
      owner: 'owner1',
      encoding: 'utf-8',
      locale: 'C.utf8',
      connection_limit: 20,
      settings: { search_path: ['app', 'Über', 'public'], work_mem: '8MB', jit: false },
      comment: "what's ordered",
    },
  };

  it('is made with everything that is declared', async () => {
    const { operations, edits } = await reachWhole(run.node, database, orders);
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['create database orders', 'set up database orders'],
    );
    assert.deepInclude(edits[0], {
      path: 'state',
      before: { kind: 'absent' },
      after: { kind: 'value', value: 'present' },
    });
    assert.equal(
      await run.server.sql(
        "SELECT pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datconnlimit, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'orders'",
      ),
      "owner1|UTF8|C.utf8|20|what's ordered\n",
    );
    assert.equal(await run.server.sql('SHOW search_path; SHOW jit', 'orders'), 'app, "Über", public\noff\n');
  });

  it('is left alone when it is as declared', async () => {
    assert.deepEqual((await look(run.node, database, orders)).edits, []);
    assert.deepEqual((await look(run.node, database, { identity: 'orders', properties: {} })).edits, []);
  });

  it('gets what differs and keeps what is not declared', async () => {
    const { edits } = await reachWhole(run.node, database, {
      identity: 'orders',
      properties: { owner: 'Owner 2', connection_limit: -1, settings: { work_mem: 'default', jit: true }, comment: '' },
    });
    assert.deepEqual(
      edits.map(({ path }) => path),
      ['owner', 'connection_limit', 'settings.jit', 'settings.work_mem', 'comment'],
    );
    assert.equal(await run.server.sql('SHOW search_path; SHOW work_mem', 'orders'), 'app, "Über", public\n4MB\n');
  });

  it('cannot change what it was made with', async () => {
    const { problems } = await look(run.node, database, {
      identity: 'orders',
      properties: { locale: 'C', encoding: 'UTF8' },
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP663'],
    );
    assert.include(problems[0]?.detail ?? '', 'collate is C.utf8 and declared C');
  });

  it('is not dropped while others use it, unless they may be sent away', async () => {
    const held = openServerNode(run.server, { database: 'orders', applicationName: 'shop' });
    await held.channel.ask([{ query: { kind: 'server' } }]);
    const absent = { identity: 'orders', properties: { state: 'absent' } };
    const { problems } = await look(run.node, database, absent);
    assert.equal(problems[0]?.code, 'SP664');
    assert.match(problems[0]?.detail ?? '', /^\d+ other sessions? use/);
    const { operations } = await reachWhole(run.node, database, {
      ...absent,
      properties: { ...absent.properties, force: true },
    });
    assert.deepEqual(
      operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind)),
      ['data-loss', 'service-interruption'],
    );
    await held.channel.close();
    assert.equal(await run.server.sql("SELECT count(*) FROM pg_database WHERE datname = 'orders'"), '0\n');
    assert.deepEqual((await look(run.node, database, absent)).edits, []);
  });

  it('is dropped and copied although the channel itself has a session with it', async () => {
    const inside = { kind: 'namespace', name: 'public' };
    await reachWhole(run.node, database, { identity: 'pattern', properties: {} });
    await run.node.channel.ask([{ query: { ...inside, database: 'pattern' } }]);
    await reachWhole(run.node, database, { identity: 'copy', properties: { template: 'pattern' } });
    await run.node.channel.ask(['pattern', 'copy'].map((name) => ({ query: { ...inside, database: name } })));
    await reachWhole(run.node, database, { identity: 'copy', properties: { state: 'absent' } });
    await reachWhole(run.node, database, { identity: 'pattern', properties: { state: 'absent' } });
  });

  it('is never the one that the connection itself uses', async () => {
    const { problems } = await look(run.node, database, {
      identity: 'postgres',
      properties: { state: 'absent', force: true },
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP664'],
    );
  });

  it('is told when its owner or template is not there, and when it is of another product', async () => {
    const { problems } = await look(run.node, database, {
      identity: 'x',
      properties: { owner: 'nobody', template: 'nothing', charset: 'utf8mb4' },
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP662', 'SP661', 'SP661'],
    );
  });

  it('is made and dropped under every hostile name', async function () {
    this.timeout(60_000);
    for (const name of hostileNames) {
      await reachWhole(run.node, database, {
        identity: name,
        properties: { comment: name, settings: { application_name: name.replace('\n', ' ') } },
      });
      assert.deepEqual(
        (await look(run.node, database, { identity: name, properties: { comment: name } })).edits,
        [],
        name,
      );
      await reachWhole(run.node, database, { identity: name, properties: { state: 'absent' } });
    }
    const { problems } = await look(run.node, database, { identity: 'ö'.repeat(32), properties: {} });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP665'],
    );
  });

  it('with ICU has the locale that is declared', async () => {
    const properties = {
      encoding: 'UTF8',
      locale: 'C.utf8',
      locale_provider: 'icu',
      icu_locale: 'de-AT',
      is_template: true,
    };
    await reachWhole(run.node, database, { identity: 'icu', properties });
    const { operations } = await reachWhole(run.node, database, { identity: 'icu', properties: { state: 'absent' } });
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['make database icu no template', 'drop database icu'],
    );
  });

  it('tells a refusal of the server in its words', async () => {
    const { outcomes } = await reach(run.node, database, {
      identity: 'bad',
      properties: { encoding: 'KLINGON' },
    }).catch((error: unknown) => ({ outcomes: [{ status: 'thrown', reason: String(error) }] }));
    assert.include(JSON.stringify(outcomes), 'KLINGON');
  });
});
