import type { JsonObject, Query } from '@setpoint/model';
import type { Product } from '../../session/session.ts';
import { flagOf, found, type ObjectKind, textOf } from './object-kind.ts';

/** Asks what the server is and what the session's account may do there. Never absent. */
export const serverQuery = { kind: 'server' } as const satisfies Query;

/** The answer. */
export type ServerFacts = JsonObject & {
  readonly product: Product;
  /** 150018 for PostgreSQL 15.18, 101114 for MariaDB 10.11.14. */
  readonly version: number;
  readonly versionText: string;
  /** The database of the node's settings; empty where none is chosen. */
  readonly database: string;
  /** The session's account; `name@host` on MySQL and MariaDB. */
  readonly user: string;
  /** PostgreSQL: all permission checks are passed by. */
  readonly isSuperuser: boolean;
  /** How the server would store a new password: `scram-sha-256`, `md5`, or a plugin of MySQL or MariaDB. */
  readonly passwordScheme: string;
};

/** Answers `serverQuery` from any session. */
export const serverKind: ObjectKind = {
  kind: 'server',
  read: async (_query, { open }) => {
    const session = await open('');
    const { product, version, versionText, database, user } = session.server;
    const rows = await session.read(product === 'postgres' ? postgresPowers : mysqlPowers[product]);
    const row = rows[0] ?? {};
    const facts: ServerFacts = {
      product,
      version,
      versionText,
      database,
      user,
      isSuperuser: flagOf(row, 'superuser'),
      passwordScheme: textOf(row, 'scheme') ?? '',
    };
    return found(facts);
  },
};

const postgresPowers = `SELECT coalesce((SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user), false) AS superuser,
  pg_catalog.current_setting('password_encryption') AS scheme`;

const mysqlPowers = {
  mariadb: "SELECT 0 AS superuser, 'mysql_native_password' AS scheme",
  // MySQL 8.4 took the variable away and always makes caching_sha2_password.
  mysql: `SELECT 0 AS superuser, coalesce((SELECT VARIABLE_VALUE FROM performance_schema.global_variables
    WHERE VARIABLE_NAME = 'default_authentication_plugin'), 'caching_sha2_password') AS scheme`,
} as const;
