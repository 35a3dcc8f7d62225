import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, makeAuthority, startMariadb, type TestAuthority } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import { SqlFailure } from '../../src/session/session.ts';
import type { SqlTarget, TlsChoice, TlsMode } from '../../src/session/target.ts';

const accounts = 'CREATE USER secure REQUIRE SSL; CREATE USER either';

describe('MariaDB over TLS', () => {
  let folder: string;
  let authority: TestAuthority;
  let named: DatabaseServer;
  let bare: DatabaseServer;
  let ca: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setpoint-tls-'));
    chmodSync(folder, 0o755);
    authority = await makeAuthority(folder);
    ca = readFileSync(authority.caFile, 'utf8');
    const issued = await authority.issue(folder, 'localhost', ['localhost', 'db.example']);
    named = await startMariadb({ settings: { 'ssl-cert': issued.certificateFile, 'ssl-key': issued.keyFile } });
    bare = await startMariadb();
    for (const server of [named, bare]) await server.sql(accounts);
  });

  after(async () => {
    await named.stop();
    await bare.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const target = (server: DatabaseServer, user: string, tls: TlsChoice): SqlTarget => ({
    address: { kind: 'tcp', host: 'localhost', port: server.port },
    user,
    database: '',
    tls,
  });

  /** True when the session is encrypted; the failure's state, number and mark when there is none. */
  async function outcome(to: SqlTarget): Promise<boolean | string> {
    try {
      const session = await openMysqlSession(to);
      const [row] = await session.read("SHOW STATUS LIKE 'Ssl_cipher'");
      await session.close();
      return row?.['Value'] !== '';
    } catch (error) {
      if (error instanceof SqlFailure) return `${error.sqlState} ${error.errno} ${error.detail ?? ''}`.trim();
      throw error;
    }
  }

  const modes: Readonly<Record<TlsMode, readonly [boolean, boolean | string]>> = {
    disable: [false, false],
    allow: [false, false],
    prefer: [true, false],
    require: [true, '08001 0 NO_TLS'],
    'verify-ca': [true, '08001 0 NO_TLS'],
    'verify-full': [true, '08001 0 NO_TLS'],
  };
  for (const [mode, [withTls, withoutTls]] of Object.entries(modes)) {
    it(`with ${mode} is ${withTls ? 'encrypted' : 'in the clear'} where the server takes both`, async () => {
      const tls = { mode: mode as TlsMode, ...(mode.startsWith('verify') ? { ca } : {}) };
      assert.equal(await outcome(target(named, 'either', tls)), withTls);
    });

    it(`with ${mode} ${withoutTls === false ? 'goes on in the clear' : 'refuses'} where the server has no TLS`, async () => {
      assert.equal(await outcome(target(bare, 'either', { mode: mode as TlsMode })), withoutTls);
    });
  }

  it('with allow turns to TLS where the server wants it of the account', async () => {
    assert.equal(await outcome(target(named, 'secure', { mode: 'allow' })), true);
  });

  it('with disable is told that access is denied where the server wants TLS of the account', async () => {
    assert.equal(await outcome(target(named, 'secure', { mode: 'disable' })), '28000 1045');
  });

  it('with verify-full refuses an authority that it does not know', async () => {
    assert.match(String(await outcome(target(named, 'either', { mode: 'verify-full' }))), /^08001 0 TLS_CERT/);
  });

  it('with verify-full refuses a certificate that bears another name, and takes one named in the settings', async () => {
    const at = (tls: TlsChoice): SqlTarget => ({
      ...target(named, 'either', tls),
      address: { kind: 'tcp', host: '127.0.0.1', port: named.port },
    });
    assert.equal(await outcome(at({ mode: 'verify-full', ca })), '08001 0 ERR_TLS_CERT_ALTNAME_INVALID');
    assert.equal(await outcome(at({ mode: 'verify-ca', ca })), true);
    assert.equal(await outcome(at({ mode: 'verify-full', ca, serverName: 'db.example' })), true);
    assert.equal(
      await outcome(at({ mode: 'verify-full', ca, serverName: 'other.example' })),
      '08001 0 ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });
});
