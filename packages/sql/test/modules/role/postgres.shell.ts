import type { Channel } from '@setpoint/model';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { role } from '../../../src/modules/role/index.ts';
import { openPgSession } from '../../../src/session/pg-session.ts';
import { hostileNames, look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

const scramOverNetwork = 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n';

describe('a role of PostgreSQL', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startPostgres({ version: 15, settings: { log_statement: 'all' }, hba: scramOverNetwork });
    run.node = openServerNode(run.server);
    await run.server.sql('CREATE ROLE readers; CREATE ROLE "Writers"; CREATE ROLE legacy');
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });

  const orders = (password: string, more: object = {}) => ({
    identity: 'orders',
    properties: {
      login: true,
      createdb: true,
      connection_limit: 5,
      valid_until: '2031-02-28T18:00:00+02:00',
      member_of: ['readers', 'Writers'],
      settings: { statement_timeout: '30s' },
      comment: "the orders' own",
      password,
      ...more,
    },
    body: password,
  });

  it('is made with everything that is declared, and lets in with its password', async () => {
    const { operations } = await reachWhole(run.node, role, orders('pä$$ "word"\\'));
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['set up role orders', 'set the password of role orders'],
    );
    const row = await run.server.sql(
      "SELECT rolcanlogin, rolcreatedb, rolinherit, rolconnlimit, rolvaliduntil AT TIME ZONE 'UTC', shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = 'orders'",
    );
    assert.equal(row, "t|t|t|5|2031-02-28 16:00:00|the orders' own\n");
    assert.equal(
      await run.server.sql("SELECT rolpassword LIKE 'SCRAM-SHA-256$4096:%' FROM pg_authid WHERE rolname = 'orders'"),
      't\n',
    );
    assert.isTrue(await letsIn(run.server, 'orders', 'pä$$ "word"\\'));
    assert.isFalse(await letsIn(run.server, 'orders', 'other'));
  });

  it('is left alone when it is as declared', async () => {
    assert.deepEqual((await look(run.node, role, orders('pä$$ "word"\\'))).edits, []);
    assert.deepEqual((await look(run.node, role, { identity: 'orders', properties: {} })).edits, []);
  });

  it('gets what differs, keeps what is not declared, and leaves roles only when told to', async () => {
    const properties = { createdb: false, valid_until: 'infinity', member_of: ['legacy'], comment: '' };
    const { edits } = await reachWhole(run.node, role, { identity: 'orders', properties });
    assert.deepEqual(
      edits.map(({ path }) => path),
      ['createdb', 'valid_until', 'comment', 'member_of'],
    );
    assert.deepInclude(edits[3], { after: { kind: 'value', value: ['legacy'] } });
    await reachWhole(run.node, role, { identity: 'orders', properties: { member_of: ['legacy'], exclusive: true } });
    assert.equal(
      await run.server.sql(
        "SELECT string_agg(roleid::regrole::text, ',') FROM pg_auth_members WHERE member = 'orders'::regrole",
      ),
      'legacy\n',
    );
  });

  it('gets a new password, and neither the plan nor the log of the server holds it', async () => {
    const { edits, operations } = await reachWhole(
      run.node,
      role,
      orders('canary-S3cret', { valid_until: 'infinity', createdb: false, comment: '' }),
    );
    assert.deepEqual(
      edits.map(({ path, sensitive }) => [path, sensitive]),
      [
        ['member_of', undefined],
        ['password', true],
      ],
    );
    assert.notInclude(JSON.stringify(operations), 'canary');
    assert.notInclude(run.server.log(), 'canary');
    assert.isTrue(await letsIn(run.server, 'orders', 'canary-S3cret'));
  });

  it('takes a stored form as it is, of SCRAM and of MD5', async () => {
    const scram = (await run.server.sql("SELECT rolpassword FROM pg_authid WHERE rolname = 'orders'")).trim();
    const given = (password: string) => ({ identity: 'copy', properties: { password }, body: password });
    await reachWhole(run.node, role, given(scram));
    assert.equal((await run.server.sql("SELECT rolpassword FROM pg_authid WHERE rolname = 'copy'")).trim(), scram);
    await run.server.sql("SET password_encryption = 'md5'; ALTER ROLE copy PASSWORD 'old'");
    assert.deepEqual((await look(run.node, role, given('old'))).edits, []);
  });

  it('keeps a password that is set already where it is only wanted on creation', async () => {
    const later = orders('whatever', {
      update_password: 'on_create',
      valid_until: 'infinity',
      createdb: false,
      comment: '',
    });
    assert.deepEqual((await look(run.node, role, later)).edits, []);
    const fresh = { identity: 'fresh', properties: { password: 'x1', update_password: 'on_create' }, body: 'x1' };
    await run.server.sql('CREATE ROLE fresh LOGIN');
    assert.deepEqual(
      (await reachWhole(run.node, role, fresh)).edits.map(({ path }) => path),
      ['password'],
    );
  });

  it('is dropped when nothing depends on it, and never the one that is used', async () => {
    await run.server.sql(
      'CREATE TABLE kept (a int); ALTER TABLE kept OWNER TO legacy; GRANT SELECT ON kept TO readers',
    );
    const absent = (identity: string) => ({ identity, properties: { state: 'absent' } });
    const told = async (name: string) =>
      (await look(run.node, role, absent(name))).problems.map(({ code, detail }) => `${code} ${detail}`);
    assert.deepEqual(await told('legacy'), [
      'SP666 The role "legacy" owns or may use 1 object in postgres, and PostgreSQL drops no such role.',
    ]);
    assert.include((await told('readers'))[0], 'SP666');
    assert.include((await told('postgres'))[0], 'SP664');
    await reachWhole(run.node, role, absent('orders'));
    assert.deepEqual((await look(run.node, role, absent('orders'))).edits, []);
  });

  it('is told when a role that it should belong to is missing, and when it has properties of another product', async () => {
    const { problems } = await look(run.node, role, {
      identity: 'x',
      properties: { member_of: ['nothing'], locked: true },
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP662', 'SP661'],
    );
  });

  it('is made and dropped under every hostile name', async () => {
    for (const name of hostileNames) {
      const properties = { comment: name, password: name, login: true, member_of: ['readers'] };
      await reachWhole(run.node, role, { identity: name, properties, body: name });
      assert.deepEqual((await look(run.node, role, { identity: name, properties, body: name })).edits, [], name);
      await reachWhole(run.node, role, { identity: name, properties: { state: 'absent' } });
    }
  });
});

describe('a role of PostgreSQL, asked by an account that may not read passwords', () => {
  const run = {} as { server: DatabaseServer; channel: Channel; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    const hba = ['limited', 'postgres', 'open'].map((name) => `local all ${name} trust\n`).join('');
    run.server = await startPostgres({ version: 15, hba: `${hba}local all all scram-sha-256\n` });
    await run.server.sql(
      "CREATE ROLE limited LOGIN CREATEROLE; CREATE ROLE app LOGIN PASSWORD 'right'; CREATE ROLE open LOGIN PASSWORD 'right'",
    );
    run.node = openServerNode(run.server, { user: 'limited' });
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });
  const given = (identity: string, password: string) => ({ identity, properties: { password }, body: password });

  it('is compared by a try', async () => {
    assert.deepEqual((await look(run.node, role, given('app', 'right'))).edits, []);
    const { edits } = await reachWhole(run.node, role, given('app', 'new one'));
    assert.deepEqual(
      edits.map(({ path }) => path),
      ['password'],
    );
  });

  it('is unknown where the server lets anybody in, and never taken for right', async () => {
    const { edits } = await look(run.node, role, given('open', 'right'));
    assert.include(JSON.stringify(edits), 'the server takes any password from here');
    assert.equal(edits[0]?.before.kind, 'unknown');
  });
});

async function letsIn(server: DatabaseServer, user: string, password: string): Promise<boolean> {
  const { port } = server;
  try {
    const session = await openPgSession({
      address: { kind: 'tcp', host: '127.0.0.1', port },
      user,
      password,
      database: 'postgres',
    });
    await session.close();
    return true;
  } catch {
    return false;
  }
}
