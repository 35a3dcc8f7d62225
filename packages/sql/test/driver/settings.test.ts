import { assert } from 'chai';
import { readSqlSettings } from '../../src/driver/read-settings.ts';
import { scratchTarget } from '../../src/driver/scratch-url.ts';
import { type SqlDriverName, sqlDriverSettings } from '../../src/driver/settings.ts';
import type { SqlTarget } from '../../src/session/target.ts';

type Written = Parameters<typeof readSqlSettings>[1];

describe('the settings of a database', () => {
  const ends: readonly (readonly [SqlDriverName, Written, string])[] = [
    ['postgres', {}, 'tcp 127.0.0.1 5432 prefer'],
    ['mysql', {}, 'tcp 127.0.0.1 3306 prefer'],
    ['mariadb', { host: 'db1', port: 3307 }, 'tcp db1 3307 verify-full'],
    ['postgres', { host: 'db1' }, 'tcp db1 5432 verify-full'],
    ['postgres', { host: '10.0.0.1', via: 'bastion' }, 'tcp 10.0.0.1 5432 verify-full'],
    ['postgres', { host: 'localhost', via: 'bastion' }, 'tcp localhost 5432 prefer'],
    ['postgres', { host: '::1' }, 'tcp ::1 5432 prefer'],
    ['postgres', { host: '127.example.com' }, 'tcp 127.example.com 5432 verify-full'],
    ['postgres', { host: 'db1', tls: 'disable' }, 'tcp db1 5432 disable'],
    ['postgres', { host: '127.0.0.1', tls: { ca: 'ca.pem' } }, 'tcp 127.0.0.1 5432 verify-full'],
    ['postgres', { host: 'db1', tls: { mode: 'verify-ca', ca: 'ca.pem' } }, 'tcp db1 5432 verify-ca'],
    ['postgres', { socket: '/run/postgresql' }, 'socket /run/postgresql/.s.PGSQL.5432 none'],
    ['postgres', { socket: '/run/postgresql/', port: 5433 }, 'socket /run/postgresql/.s.PGSQL.5433 none'],
    ['postgres', { socket: '/tmp/.s.PGSQL.7' }, 'socket /tmp/.s.PGSQL.7 none'],
    ['mysql', { socket: '/run/mysqld/mysqld.sock' }, 'socket /run/mysqld/mysqld.sock none'],
    ['mysql', { socket: '/run/mysqld/' }, 'socket /run/mysqld/mysqld.sock none'],
  ];
  for (const [driver, written, expected] of ends) {
    it(`of ${driver} with ${JSON.stringify(written)} lead to ${expected}`, () => {
      const { end, tls } = readSqlSettings(driver, written);
      const at = end.kind === 'tcp' ? `${end.host} ${end.port}` : end.path;
      assert.equal(`${end.kind} ${at} ${tls?.mode ?? 'none'}`, expected);
    });
  }

  it('name the database for administration where PostgreSQL is told none', () => {
    assert.equal(readSqlSettings('postgres', {}).database, 'postgres');
    assert.equal(readSqlSettings('mysql', {}).database, '');
  });

  const contradictions: readonly (readonly [Written, readonly string[]])[] = [
    [{ host: 'db1', tls: 'require', password: 'x' }, []],
    [{ socket: '/run', tls: 'disable' }, []],
    [{ socket: '/run', host: 'db1' }, ['socket']],
    [{ socket: '/run', tls: 'require' }, ['tls']],
    [{ socket: '/run', tls: { ca: 'ca.pem' } }, ['tls']],
    [{ host: 'db1', tls: { certificate: 'c.pem' } }, ['tls']],
    [{ psql: {} }, ['psql']],
    [{ psql: {}, via: 'host1' }, []],
    [{ psql: {}, via: 'host1', password: 'x' }, ['password']],
    [{ psql: {}, via: 'host1', tls: 'prefer' }, ['tls']],
  ];
  for (const [written, properties] of contradictions) {
    it(`${properties.length === 0 ? 'go together' : `contradict themselves in ${properties.join(', ')}`}: ${JSON.stringify(written)}`, () => {
      const problems = sqlDriverSettings.postgres.check?.(written) ?? [];
      assert.deepEqual(
        problems.map(({ property }) => property),
        properties,
      );
    });
  }

  it('hide the password wherever settings are shown', () => {
    for (const { schema } of Object.values(sqlDriverSettings))
      assert.isTrue(schema.properties?.['password']?.['x-sensitive']);
  });
});

describe('the URL of a scratch database', () => {
  const own: SqlTarget = {
    address: { kind: 'tcp', host: 'db1', port: 5432 },
    user: 'deploy',
    password: 'secret',
    database: 'shop',
    tls: { mode: 'verify-full' },
  };

  it('takes from the node what it leaves out', () => {
    assert.deepEqual(scratchTarget('postgresql:///scratch', own), { ...own, database: 'scratch' });
    assert.deepEqual(scratchTarget('postgres://db2:5433/scratch', own), {
      ...own,
      database: 'scratch',
      address: { kind: 'tcp', host: 'db2', port: 5433 },
    });
  });

  it('does not send the password of the node with another account', () => {
    const { password: _, ...rest } = own;
    assert.deepEqual(scratchTarget('postgresql://other@db2/s%20x', own), {
      ...rest,
      user: 'other',
      database: 's x',
      address: { kind: 'tcp', host: 'db2', port: 5432 },
    });
    assert.include(scratchTarget('mysql://other:p%40ss@db2/s', own), { user: 'other', password: 'p@ss' });
  });

  it('may lead to a Unix socket', () => {
    const found = scratchTarget('postgresql:///s?host=/run/postgresql', own);
    assert.deepEqual(typeof found === 'string' ? found : found.address, {
      kind: 'socket',
      path: '/run/postgresql/.s.PGSQL.5432',
    });
  });

  for (const [url, says] of [
    ['nothing', 'cannot be read'],
    ['https://db2/s', 'begins with https://'],
    ['postgresql://db2', 'names no database'],
  ] as const) {
    it(`is refused when it ${says}`, () => assert.include(scratchTarget(url, own), says));
  }
});
