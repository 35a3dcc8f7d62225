import type { JsonObject, Query } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import type { SqlSession } from '../../session/session.ts';
import { flagOf, found, numberOf, type ObjectKind, queryText, textOf, textsOf } from './object-kind.ts';

/** Asks for a database of the server by its name; absent when there is none. */
export type DatabaseQuery = Query & { readonly kind: 'database'; readonly name: string };

/** The answer: a database of PostgreSQL, or one of MySQL and MariaDB. */
export type DatabaseFacts = PostgresDatabase | MysqlDatabase;

export type PostgresDatabase = JsonObject & {
  readonly product: 'postgres';
  readonly owner: string;
  readonly encoding: string;
  readonly collate: string;
  readonly ctype: string;
  /** `libc`, `icu` or `builtin`. */
  readonly localeProvider: string;
  /** The locale of ICU or of the server's own provider; null for libc. */
  readonly locale: string | null;
  /** -1 for no limit. */
  readonly connectionLimit: number;
  readonly allowsConnections: boolean;
  readonly isTemplate: boolean;
  readonly tablespace: string;
  readonly comment: string | null;
  /** `name=value`, as the server keeps them. */
  readonly settings: readonly string[];
  /** Sessions that others have with it now; those of Setpoint itself do not count. */
  readonly sessions: number;
};

export type MysqlDatabase = JsonObject & {
  readonly product: 'mysql' | 'mariadb';
  readonly charset: string;
  readonly collation: string;
  /** Always null on MySQL. */
  readonly comment: string | null;
  readonly tables: number;
};

export function databaseQuery(name: string): DatabaseQuery {
  return { kind: 'database', name };
}

/** Answers `DatabaseQuery` from the server's catalogue, without opening the database itself. */
export const databaseKind: ObjectKind = {
  kind: 'database',
  read: async (query, { open }) => {
    const session = await open('');
    const name = queryText(query, 'name');
    const value =
      session.server.product === 'postgres' ? await readPostgres(session, name) : await readMysql(session, name);
    return value === undefined ? { status: 'absent' } : found(value);
  },
};

async function readPostgres(session: SqlSession, name: string): Promise<PostgresDatabase | undefined> {
  const { text } = dialectOf('postgres');
  const [row] = await session.read(`SELECT pg_catalog.pg_get_userbyid(d.datdba) AS owner,
  pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate, d.datctype AS ctype,
  pg_catalog.to_jsonb(d) ->> 'datlocprovider' AS provider,
  coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale') AS locale,
  d.datconnlimit AS connection_limit, d.datallowconn AS allows, d.datistemplate AS template,
  (SELECT spcname FROM pg_catalog.pg_tablespace WHERE oid = d.dattablespace) AS tablespace,
  pg_catalog.shobj_description(d.oid, 'pg_database') AS comment,
  (SELECT pg_catalog.to_json(setconfig) FROM pg_catalog.pg_db_role_setting WHERE setdatabase = d.oid AND setrole = 0) AS settings,
  (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE datid = d.oid AND NOT (usename = current_user AND application_name LIKE 'setpoint%')) AS sessions
FROM pg_catalog.pg_database d WHERE d.datname = ${text(name)}`);
  if (row === undefined) return undefined;
  return {
    product: 'postgres',
    owner: textOf(row, 'owner') ?? '',
    encoding: textOf(row, 'encoding') ?? '',
    collate: textOf(row, 'collate') ?? '',
    ctype: textOf(row, 'ctype') ?? '',
    localeProvider: providers[textOf(row, 'provider') ?? 'c'] ?? 'libc',
    locale: textOf(row, 'locale'),
    connectionLimit: numberOf(row, 'connection_limit'),
    allowsConnections: flagOf(row, 'allows'),
    isTemplate: flagOf(row, 'template'),
    tablespace: textOf(row, 'tablespace') ?? '',
    comment: textOf(row, 'comment'),
    settings: textsOf(row, 'settings'),
    sessions: numberOf(row, 'sessions'),
  };
}

const providers: Readonly<Record<string, string>> = { c: 'libc', i: 'icu', b: 'builtin' };

async function readMysql(session: SqlSession, name: string): Promise<MysqlDatabase | undefined> {
  const { product } = session.server;
  if (product === 'postgres') return undefined;
  const { text } = dialectOf(product);
  const comment = product === 'mariadb' ? 's.SCHEMA_COMMENT' : 'NULL';
  const [row] =
    await session.read(`SELECT s.DEFAULT_CHARACTER_SET_NAME AS charset, s.DEFAULT_COLLATION_NAME AS collation,
  ${comment} AS comment, (SELECT count(*) FROM information_schema.TABLES t WHERE t.TABLE_SCHEMA = s.SCHEMA_NAME) AS tables
FROM information_schema.SCHEMATA s WHERE s.SCHEMA_NAME = ${text(name)}`);
  if (row === undefined) return undefined;
  const words = textOf(row, 'comment');
  return {
    product,
    charset: textOf(row, 'charset') ?? '',
    collation: textOf(row, 'collation') ?? '',
    comment: words === '' ? null : words,
    tables: numberOf(row, 'tables'),
  };
}
