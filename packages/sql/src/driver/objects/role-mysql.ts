import type { JsonObject } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { accountOf, type MysqlAccount } from '../../mysql/account.ts';
import { readStored } from '../../passwords/stored.ts';
import type { SqlSession } from '../../session/session.ts';
import { flagOf, numberOf, textOf } from './object-kind.ts';
import type { Membership, MysqlRole } from './role.ts';

/** Reads an account or a role of MySQL or MariaDB; undefined when there is none. */
export async function readMysqlRole(session: SqlSession, name: string): Promise<MysqlRole | undefined> {
  const { product } = session.server;
  if (product === 'postgres') return undefined;
  const account = accountOf(name);
  const [row] = await session.read(product === 'mariadb' ? mariadbText(account) : mysqlText(account));
  if (row === undefined) return undefined;
  const plugin = textOf(row, 'plugin') ?? '';
  const isRole = flagOf(row, 'is_role');
  return {
    product,
    isRole,
    plugin,
    password: isRole ? null : readStored(textOf(row, 'stored') ?? '', plugin),
    locked: !isRole && flagOf(row, 'locked'),
    memberOf: await (product === 'mariadb' ? mariadbMemberships(session, account) : mysqlMemberships(session, account)),
    defaultRoles: product === 'mariadb' ? mariadbDefaultRoles(row) : await mysqlDefaultRoles(session, account),
    ...limitsOf(row),
  };
}

function mariadbDefaultRoles(row: JsonObject): readonly string[] {
  const role = textOf(row, 'default_role') ?? '';
  return role === '' ? [] : [role];
}

function limitsOf(row: JsonObject) {
  return {
    tls: tlsWords[(textOf(row, 'ssl_type') ?? '').toUpperCase()] ?? 'none',
    tlsIssuer: textOf(row, 'x509_issuer') ?? '',
    tlsSubject: textOf(row, 'x509_subject') ?? '',
    tlsCipher: textOf(row, 'ssl_cipher') ?? '',
    maxQueriesPerHour: numberOf(row, 'max_questions'),
    maxUpdatesPerHour: numberOf(row, 'max_updates'),
    maxConnectionsPerHour: numberOf(row, 'max_connections'),
    maxUserConnections: numberOf(row, 'max_user_connections'),
  };
}

const tlsWords: Readonly<Record<string, string>> = { ANY: 'ssl', X509: 'x509', SPECIFIED: 'specified' };

/** `mysql.user` of MariaDB is a view that lacks the lock, so both are read. */
function mariadbText({ user, host }: MysqlAccount): string {
  const { text } = dialectOf('mariadb');
  return `SELECT u.is_role, u.plugin, u.authentication_string AS stored, JSON_VALUE(g.Priv, '$.account_locked') = 1 AS locked,
  u.default_role, u.ssl_type, CONVERT(u.ssl_cipher USING utf8mb4) AS ssl_cipher, CONVERT(u.x509_issuer USING utf8mb4) AS x509_issuer,
  CONVERT(u.x509_subject USING utf8mb4) AS x509_subject,
  u.max_questions, u.max_updates, u.max_connections, u.max_user_connections
FROM mysql.global_priv g JOIN mysql.user u ON u.User = g.User AND u.Host = g.Host
WHERE g.User = ${text(user)} AND g.Host = ${text(host ?? '')}`;
}

/** A role of MySQL is an account that nobody can use; what is declared tells them apart. */
function mysqlText({ user, host }: MysqlAccount): string {
  const { text } = dialectOf('mysql');
  return `SELECT ${host === null ? 1 : 0} AS is_role, plugin, authentication_string AS stored, account_locked AS locked, '' AS default_role,
  ssl_type, CONVERT(ssl_cipher USING utf8mb4) AS ssl_cipher, CONVERT(x509_issuer USING utf8mb4) AS x509_issuer,
  CONVERT(x509_subject USING utf8mb4) AS x509_subject, max_questions, max_updates, max_connections, max_user_connections
FROM mysql.user WHERE User = ${text(user)} AND Host = ${text(host ?? '%')}`;
}

async function mariadbMemberships(session: SqlSession, { user, host }: MysqlAccount): Promise<readonly Membership[]> {
  const { text } = dialectOf('mariadb');
  const rows = await session.read(
    `SELECT Role AS role, Admin_option AS admin FROM mysql.roles_mapping WHERE User = ${text(user)} AND Host = ${text(host ?? '')}
ORDER BY Role`,
  );
  return rows.map(membershipOf);
}

async function mysqlMemberships(session: SqlSession, { user, host }: MysqlAccount): Promise<readonly Membership[]> {
  const { text } = dialectOf('mysql');
  const rows = await session.read(
    `SELECT CASE WHEN FROM_HOST = '%' THEN FROM_USER ELSE CONCAT(FROM_USER, '@', FROM_HOST) END AS role, WITH_ADMIN_OPTION AS admin
FROM mysql.role_edges WHERE TO_USER = ${text(user)} AND TO_HOST = ${text(host ?? '%')} ORDER BY 1`,
  );
  return rows.map(membershipOf);
}

async function mysqlDefaultRoles(session: SqlSession, { user, host }: MysqlAccount): Promise<readonly string[]> {
  const { text } = dialectOf('mysql');
  const rows = await session.read(
    `SELECT CASE WHEN DEFAULT_ROLE_HOST = '%' THEN DEFAULT_ROLE_USER ELSE CONCAT(DEFAULT_ROLE_USER, '@', DEFAULT_ROLE_HOST) END AS role
FROM mysql.default_roles WHERE USER = ${text(user)} AND HOST = ${text(host ?? '%')} ORDER BY 1`,
  );
  return rows.map((row) => textOf(row, 'role') ?? '');
}

function membershipOf(row: JsonObject): Membership {
  return { role: textOf(row, 'role') ?? '', admin: flagOf(row, 'admin') };
}
