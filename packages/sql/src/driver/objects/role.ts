import type { Answer, JsonObject, Query } from '@setpoint/model';
import type { StoredPassword } from '../../passwords/stored.ts';
import { found, type ObjectKind, queryText } from './object-kind.ts';
import { readMysqlRole } from './role-mysql.ts';
import { readPostgresRole } from './role-postgres.ts';

/**
 * Asks for a role of PostgreSQL, or for an account `name@host` or a role of MySQL and MariaDB; absent when there is none. PUBLIC is
 * no role.
 */
export type RoleQuery = Query & { readonly kind: 'role'; readonly name: string };

/** The answer. */
export type RoleFacts = PostgresRole | MysqlRole;

/** A role that another one is a member of. */
export type Membership = JsonObject & { readonly role: string; readonly admin: boolean };

export type PostgresRole = JsonObject & {
  readonly product: 'postgres';
  readonly login: boolean;
  readonly superuser: boolean;
  readonly createdb: boolean;
  readonly createrole: boolean;
  readonly replication: boolean;
  readonly bypassrls: boolean;
  readonly inherit: boolean;
  /** -1 for no limit. */
  readonly connectionLimit: number;
  /** `2027-01-31T00:00:00Z`, `infinity`, or null where none was ever set. */
  readonly validUntil: string | null;
  readonly comment: string | null;
  readonly settings: readonly string[];
  readonly memberOf: readonly Membership[];
  /** Null where the session's account may not read it. */
  readonly password: StoredPassword | null;
};

export type MysqlRole = JsonObject & {
  readonly product: 'mysql' | 'mariadb';
  /** A role and not an account. */
  readonly isRole: boolean;
  /** The way to log in: `mysql_native_password`; empty for a role. */
  readonly plugin: string;
  readonly password: StoredPassword | null;
  readonly locked: boolean;
  readonly memberOf: readonly Membership[];
  readonly defaultRoles: readonly string[];
  /** `none`, `ssl`, `x509` or `specified`. */
  readonly tls: string;
  readonly tlsIssuer: string;
  readonly tlsSubject: string;
  readonly tlsCipher: string;
  /** 0 for no limit. */
  readonly maxQueriesPerHour: number;
  readonly maxUpdatesPerHour: number;
  readonly maxConnectionsPerHour: number;
  readonly maxUserConnections: number;
};

export function roleQuery(name: string): RoleQuery {
  return { kind: 'role', name };
}

/** Answers `RoleQuery` from the server's catalogue; of a password it says no more than `StoredPassword`. */
export const roleKind: ObjectKind = {
  kind: 'role',
  read: async (query, { open }): Promise<Answer> => {
    const session = await open('');
    const read = session.server.product === 'postgres' ? readPostgresRole : readMysqlRole;
    const value = await read(session, queryText(query, 'name'));
    return value === undefined ? { status: 'absent' } : found(value);
  },
};
