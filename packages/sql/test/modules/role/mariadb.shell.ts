import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseServer, startMariadb } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { role } from '../../../src/modules/role/index.ts';
import { openMysqlSession } from '../../../src/session/mysql-session.ts';
import { hostileNames, look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

describe('an account of MariaDB', () => {
  const run = {} as { server: DatabaseServer; node: ServerNode };
  before(async function () {
    this.timeout(60_000);
    run.server = await startMariadb({ settings: { 'general-log': '1', 'general-log-file': 'general.log' } });
    run.node = openServerNode(run.server);
    await run.server.sql('CREATE ROLE reader; CREATE ROLE writer; CREATE ROLE old');
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });

  const shop = (password: string | undefined, more: object = {}) => ({
    identity: 'shop@127.0.0.%',
    properties: { ...(password === undefined ? {} : { password }), ...more },
    ...(password === undefined ? {} : { body: password }),
  });

  it('is made with its password at once, and lets in with it', async () => {
    const all = {
      tls: 'none',
      max_queries_per_hour: 1000,
      connection_limit: 7,
      member_of: ['reader', 'writer'],
      default_roles: ['reader'],
    };
    const { operations } = await reachWhole(run.node, role, shop('pä\'ss\\w"ord', all));
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['set up role shop@127.0.0.%', 'set up the memberships of shop@127.0.0.%'],
    );
    assert.isTrue(await letsIn(run.server, 'shop', 'pä\'ss\\w"ord'));
    assert.isFalse(await letsIn(run.server, 'shop', 'other'));
    assert.deepEqual((await look(run.node, role, shop('pä\'ss\\w"ord', all))).edits, []);
    assert.include(await run.server.sql("SHOW GRANTS FOR 'shop'@'127.0.0.%'"), 'SET DEFAULT ROLE `reader`');
  });

  it('gets what differs, and no log of the server holds the password', async () => {
    const { edits, operations } = await reachWhole(
      run.node,
      role,
      shop('canary-S3cret', {
        tls: 'ssl',
        locked: true,
        max_queries_per_hour: 0,
        connection_limit: -1,
        member_of: ['old'],
        exclusive: true,
        default_roles: [],
      }),
    );
    assert.deepEqual(
      edits.map(({ path }) => path),
      ['member_of', 'locked', 'tls', 'connection_limit', 'max_queries_per_hour', 'default_roles', 'password'],
    );
    assert.notInclude(JSON.stringify(operations), 'canary');
    const log = readFileSync(join(run.server.directory, 'data/general.log'), 'utf8');
    assert.include(log, 'ALTER USER');
    assert.notInclude(log, 'canary');
    await reachWhole(run.node, role, shop(undefined, { locked: false, tls: 'none' }));
    assert.isTrue(await letsIn(run.server, 'shop', 'canary-S3cret'));
  });

  it('may ask for a certificate', async () => {
    const asks = shop(undefined, { tls: 'x509', tls_subject: "/CN=it's", tls_issuer: '/CN=ca' });
    await reachWhole(run.node, role, asks);
    assert.deepEqual((await look(run.node, role, asks)).edits, []);
    await reachWhole(run.node, role, shop(undefined, { tls: 'x509' }));
  });

  it('without a password is refused, because everybody could log in', async () => {
    const codes = async (more: object) =>
      (await look(run.node, role, { identity: 'open@%', properties: { ...more } })).problems.map(({ code }) => code);
    assert.deepEqual(await codes({}), ['SP669']);
    assert.deepEqual(await codes({ authentication: 'ed25519' }), ['SP669']);
    assert.deepEqual(await codes({ locked: true }), []);
    const socket = { identity: 'app@localhost', properties: { authentication: 'unix_socket' } };
    await reachWhole(run.node, role, socket);
    assert.deepEqual((await look(run.node, role, socket)).edits, []);
  });

  it('is dropped unless something runs in its name', async () => {
    await run.server.sql("CREATE DATABASE d; CREATE DEFINER='shop'@'127.0.0.%' VIEW d.v AS SELECT 1");
    const absent = shop(undefined, { state: 'absent' });
    const { problems } = await look(run.node, role, absent);
    assert.deepEqual(
      problems.map(({ code, detail }) => `${code} ${detail}`),
      ['SP666 1 view in d run in the name of "shop@127.0.0.%" and would fail without it.'],
    );
    await run.server.sql('DROP VIEW d.v');
    await reachWhole(run.node, role, absent);
    assert.deepEqual((await look(run.node, role, absent)).edits, []);
  });

  it('without a host is a role, which has no password', async () => {
    await reachWhole(run.node, role, { identity: 'staff', properties: { member_of: ['reader'] } });
    assert.deepEqual(
      (await look(run.node, role, { identity: 'staff', properties: { member_of: ['reader'] } })).edits,
      [],
    );
    const { problems } = await look(run.node, role, { identity: 'staff', properties: { password: 'x' }, body: 'x' });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP662'],
    );
    await reachWhole(run.node, role, { identity: 'staff', properties: { state: 'absent' } });
  });

  it('is made and dropped under every hostile name', async () => {
    for (const name of hostileNames.filter((each) => !each.includes('😀'))) {
      const given = { identity: `${name}@10.%`, properties: { password: name, member_of: ['reader'] }, body: name };
      await reachWhole(run.node, role, given);
      assert.deepEqual((await look(run.node, role, given)).edits, [], name);
      await reachWhole(run.node, role, { identity: given.identity, properties: { state: 'absent' } });
    }
  });
});

async function letsIn({ port }: DatabaseServer, user: string, password: string): Promise<boolean> {
  try {
    const address = { kind: 'tcp', host: '127.0.0.1', port } as const;
    await (await openMysqlSession({ address, user, password, database: '' })).close();
    return true;
  } catch {
    return false;
  }
}
