import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, makeAuthority, startPostgres, type TestAuthority } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openPgSession } from '../../src/session/pg-session.ts';
import { SqlFailure } from '../../src/session/session.ts';
import type { SqlTarget, TlsChoice, TlsMode } from '../../src/session/target.ts';

const rules = [
  'local all all trust',
  'hostssl all secure all trust',
  'hostnossl all plain all trust',
  'host all either all trust',
];

describe('PostgreSQL over TLS', () => {
  let folder: string;
  let authority: TestAuthority;
  let stranger: TestAuthority;
  let named: DatabaseServer;
  let bare: DatabaseServer;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setpoint-tls-'));
    authority = await makeAuthority(folder);
    stranger = await makeAuthority(mkdtempSync(join(folder, 'stranger-')));
    named = await startPostgres({
      hba: `${rules.join('\n')}\n`,
      settings: { ssl: 'on' },
      prepare: async (data) => void (await authority.issue(data, 'localhost', ['localhost', 'db.example'])),
    });
    bare = await startPostgres();
    for (const server of [named, bare])
      await server.sql('CREATE ROLE secure LOGIN; CREATE ROLE plain LOGIN; CREATE ROLE either LOGIN');
  });

  after(async () => {
    await named.stop();
    await bare.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const target = (server: DatabaseServer, user: string, tls: TlsChoice): SqlTarget => ({
    address: { kind: 'tcp', host: 'localhost', port: server.port },
    user,
    database: 'postgres',
    tls,
  });

  /** True when the session is encrypted; the failure's state and mark when there is none. */
  async function outcome(to: SqlTarget): Promise<boolean | string> {
    try {
      const session = await openPgSession(to);
      const [row] = await session.read(
        'SELECT ssl FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid()',
      );
      await session.close();
      return row?.['ssl'] === true;
    } catch (error) {
      if (error instanceof SqlFailure) return `${error.sqlState} ${error.detail ?? ''}`.trim();
      throw error;
    }
  }

  const trusting: Readonly<Record<TlsMode, boolean | string>> = {
    disable: false,
    allow: false,
    prefer: true,
    require: true,
    'verify-ca': true,
    'verify-full': true,
  };
  for (const [mode, expected] of Object.entries(trusting)) {
    it(`with ${mode} is ${expected === true ? 'encrypted' : 'in the clear'} where the server takes both`, async () => {
      const ca = readFileSync(authority.caFile, 'utf8');
      const needsCa = mode.startsWith('verify');
      assert.equal(
        await outcome(target(named, 'either', { mode: mode as TlsMode, ...(needsCa ? { ca } : {}) })),
        expected,
      );
    });
  }

  const without: Readonly<Record<TlsMode, boolean | string>> = {
    disable: false,
    allow: false,
    prefer: false,
    require: '08001 NO_TLS',
    'verify-ca': '08001 NO_TLS',
    'verify-full': '08001 NO_TLS',
  };
  for (const [mode, expected] of Object.entries(without)) {
    it(`with ${mode} ${expected === false ? 'goes on in the clear' : 'refuses'} where the server has no TLS`, async () => {
      assert.equal(await outcome(target(bare, 'either', { mode: mode as TlsMode })), expected);
    });
  }

  it('with allow turns to TLS where the server wants it of the account', async () => {
    assert.equal(await outcome(target(named, 'secure', { mode: 'allow' })), true);
  });

  it('with prefer turns to the clear where the server wants that of the account', async () => {
    assert.equal(await outcome(target(named, 'plain', { mode: 'prefer' })), false);
  });

  it('with require does not turn to the clear', async () => {
    assert.equal(await outcome(target(named, 'plain', { mode: 'require' })), '28000');
  });

  it('with verify-full refuses an authority that it does not know', async () => {
    assert.match(String(await outcome(target(named, 'either', { mode: 'verify-full' }))), /^08001 .*(CERT|SIGNATURE)/);
    const ca = readFileSync(stranger.caFile, 'utf8');
    assert.match(
      String(await outcome(target(named, 'either', { mode: 'verify-full', ca }))),
      /^08001 .*(CERT|SIGNATURE)/,
    );
  });

  it('with require and an authority refuses those that another has signed, as libpq does', async () => {
    const ca = readFileSync(stranger.caFile, 'utf8');
    assert.match(String(await outcome(target(named, 'either', { mode: 'require', ca }))), /^08001 .*(CERT|SIGNATURE)/);
  });

  it('with verify-full refuses a certificate that bears another name, and takes one named in the settings', async () => {
    const ca = readFileSync(authority.caFile, 'utf8');
    const at = (tls: TlsChoice): SqlTarget => ({
      ...target(named, 'either', tls),
      address: { kind: 'tcp', host: '127.0.0.1', port: named.port },
    });
    assert.equal(await outcome(at({ mode: 'verify-full', ca })), '08001 ERR_TLS_CERT_ALTNAME_INVALID');
    assert.equal(await outcome(at({ mode: 'verify-ca', ca })), true);
    assert.equal(await outcome(at({ mode: 'verify-full', ca, serverName: 'db.example' })), true);
    assert.equal(
      await outcome(at({ mode: 'verify-full', ca, serverName: 'other.example' })),
      '08001 ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });

  it('ends a statement over TLS as well', async () => {
    const ca = readFileSync(authority.caFile, 'utf8');
    const session = await openPgSession(target(named, 'either', { mode: 'verify-full', ca }));
    const started = performance.now();
    const failure = await session
      .run('SELECT pg_catalog.pg_sleep(30)', { timeoutMs: 100 })
      .catch((error: unknown) => error);
    assert.instanceOf(failure, SqlFailure);
    assert.equal((failure as SqlFailure).sqlState, '57014');
    assert.isBelow(performance.now() - started, 3000);
    assert.deepEqual(await session.read('SELECT 1 AS still_there'), [{ still_there: 1 }]);
    await session.close();
  });
});
