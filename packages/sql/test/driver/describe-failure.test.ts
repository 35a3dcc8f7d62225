import { assert } from 'chai';
import { describeFailure } from '../../src/driver/describe-failure.ts';
import { readSqlSettings } from '../../src/driver/read-settings.ts';
import { SqlFailure, type SqlFailureParts } from '../../src/session/session.ts';

const words: Readonly<Record<string, readonly [SqlFailureParts, string]>> = {
  'a server that starts up': [{ sqlState: '57P03', message: 'the database system is starting up' }, 'SP590'],
  'a connection that the administrator ended': [
    { sqlState: '57P01', message: 'terminating connection due to administrator command', isLost: true },
    'SP591',
  ],
  'a connection that went away': [
    { sqlState: '08006', message: 'Connection terminated unexpectedly', isLost: true },
    'SP591',
  ],
  'a standby': [{ sqlState: '25006', message: 'cannot execute CREATE TABLE in a read-only transaction' }, 'SP592'],
  'a MariaDB replica': [
    { sqlState: 'HY000', errno: 1290, message: 'The MariaDB server is running with the --read-only option' },
    'SP592',
  ],
  'a pool that mixes sessions': [{ sqlState: '08P01', detail: 'POOLER', message: 'a pool' }, 'SP593'],
  'a server that is full': [{ sqlState: '53300', message: 'sorry, too many clients already' }, 'SP589'],
  'a MariaDB server that is full': [{ sqlState: '08004', errno: 1040, message: 'Too many connections' }, 'SP589'],
  'an address that MariaDB does not know': [
    { sqlState: 'HY000', errno: 1130, message: "Host '10.0.0.9' is not allowed to connect to this MariaDB server" },
    'SP584',
  ],
  'an account that must use TLS': [
    { sqlState: 'HY000', errno: 3159, message: 'Connections using insecure transport are prohibited' },
    'SP584',
  ],
  'a database that the account may not enter': [
    { sqlState: '42000', errno: 1044, message: "Access denied for user 'app'@'%' to database 'shop'" },
    'SP585',
  ],
  'a firewall that drops packets': [{ sqlState: 'HYT00', message: 'no answer within 10 s' }, 'SP581'],
  'a protocol that nobody knows': [{ sqlState: '08P01', message: 'unsupported frontend protocol' }, 'SP581'],
};

describe('what is told of a database that cannot be worked with', () => {
  const settings = readSqlSettings('postgres', { host: 'db1', user: 'app', password: 'not-for-any-eye' });

  for (const [what, [parts, code]] of Object.entries(words)) {
    it(`names ${what} by ${code}, with the server's words, the place and a way out`, () => {
      const diagnostic = describeFailure(new SqlFailure(parts), { node: 'shop-db', settings, account: 'me' });
      assert.equal(diagnostic.code, code);
      assert.equal(diagnostic.node, 'shop-db');
      assert.include(diagnostic.detail, `shop-db (db1:5432): ${parts.message}`);
      assert.isNotEmpty(diagnostic.hint ?? (code === 'SP581' ? 'none to give' : ''));
      assert.notInclude(JSON.stringify(diagnostic), 'not-for-any-eye');
    });
  }
});
