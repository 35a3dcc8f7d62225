import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import { openPgSession } from '../../src/session/pg-session.ts';
import type { SqlSession } from '../../src/session/session.ts';

const run = promisify(execFile);

export type ScoreProduct = 'postgres' | 'mariadb';

/** A server for the pairs: what a pair needs of it, and an observer that shares no code with Setpoint. */
export type ScoreServer = {
  readonly product: ScoreProduct;
  readonly open: (database: string) => Promise<SqlSession>;
  readonly create: (database: string) => Promise<void>;
  /** Runs statements on a database; throws when one of them fails. */
  readonly load: (database: string, sql: string) => Promise<void>;
  readonly drop: (database: string) => Promise<void>;
  readonly setRoles: (roles: readonly string[], isThere: boolean) => Promise<void>;
  /** The schema as the server's own dump tells it, one normal text for equal schemas. */
  readonly dump: (database: string) => Promise<string>;
  /** Rows per table. */
  readonly countRows: (database: string) => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => Promise<void>;
};

/** Starts a server of a product. */
export async function startScoreServer(product: ScoreProduct): Promise<ScoreServer> {
  return product === 'postgres' ? pgServer(await startPostgres()) : mariaServer(await startMariadb());
}

function pgServer(server: DatabaseServer): ScoreServer {
  const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const open = (database: string): Promise<SqlSession> => openPgSession(server.target(database));
  return {
    product: 'postgres',
    open,
    // The client sends them one by one: some statements can be run in no transaction.
    load: (name, sql) => server.sql(sql, name).then(() => undefined),
    create: (name) => server.sql(`CREATE DATABASE ${quote(name)} TEMPLATE template0`).then(() => undefined),
    drop: (name) => server.sql(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`).then(() => undefined),
    setRoles: async (roles, isThere) => {
      for (const role of roles)
        await server.sql(isThere ? `CREATE ROLE ${quote(role)} LOGIN` : `DROP ROLE IF EXISTS ${quote(role)}`);
    },
    dump: async (name) => {
      const args = ['--schema-only', '-h', server.socketDir, '-p', String(server.port), '-U', server.user, name];
      return normalPgDump((await run('pg_dump', args, { maxBuffer: 1 << 28 })).stdout);
    },
    countRows: (name) =>
      withSession(open(name), async (session) => {
        const tables = await session.read(
          `SELECT format('%I.%I', n.nspname, c.relname) AS t FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT c.relispartition`,
        );
        return counts(
          session,
          tables.map(({ t }) => text(t)),
        );
      }),
    stop: () => server.stop(),
  };
}

function mariaServer(server: DatabaseServer): ScoreServer {
  const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
  const open = (database: string): Promise<SqlSession> => openMysqlSession(server.target(database));
  return {
    product: 'mariadb',
    open,
    // Sent as one text: bodies of routines hold semicolons.
    load: (name, sql) => withSession(open(name), (session) => session.run(sql)).then(() => undefined),
    create: (name) => server.sql(`CREATE DATABASE ${quote(name)}`).then(() => undefined),
    drop: (name) => server.sql(`DROP DATABASE IF EXISTS ${quote(name)}`).then(() => undefined),
    setRoles: () => Promise.resolve(),
    dump: async (name) => {
      const args = [
        '--no-defaults',
        '--no-data',
        '--routines',
        '--events',
        '--skip-comments',
        '-S',
        server.socketPath,
        '-u',
        'root',
        name,
      ];
      return normalMariaDump((await run('mariadb-dump', args, { maxBuffer: 1 << 28 })).stdout, name);
    },
    countRows: (name) =>
      withSession(open(name), async (session) => {
        const tables = await session.read(
          `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = database() AND table_type = 'BASE TABLE'`,
        );
        return counts(
          session,
          tables.map(({ t }) => quote(text(t))),
        );
      }),
    stop: () => server.stop(),
  };
}

async function withSession<T>(opening: Promise<SqlSession>, use: (session: SqlSession) => Promise<T>): Promise<T> {
  const session = await opening;
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

async function counts(session: SqlSession, tables: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const table of tables) {
    const [row] = await session.read(`SELECT count(*) AS n FROM ${table}`);
    found.set(table, Number(row?.['n'] ?? 0));
  }
  return found;
}

/** A name in a row. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Statements sorted, columns within a table sorted, and what names neither kept out. */
function normalPgDump(dump: string): string {
  const lines = dump.split('\n').filter((line) => !/^(--|\\|SET |SELECT pg_catalog\.set_config)/.test(line));
  const statements = lines
    .join('\n')
    .split(/;\n\n+/)
    .map((statement) => statement.trim());
  return statements.filter(Boolean).map(sortColumns).map(sortGrants).sort().join(';\n\n');
}

function normalMariaDump(dump: string, database: string): string {
  const lines = dump
    .replaceAll(`\`${database}\`.`, '')
    .split('\n')
    .filter((line) => !/^(--|\/\*M?!\d* ?SET|\/\*!4|USE |$)/.test(line))
    .map((line) => line.replace(/ AUTO_INCREMENT=\d+/, '').replace(/ STARTS '([^']+)'/, startOfEvent));
  const statements = lines
    .join('\n')
    .split(/;\n|;;\n/)
    .map((statement) => statement.trim());
  return statements.filter(Boolean).map(sortColumns).sort().join(';\n');
}

/** An event that says no time begins when it is made. */
function startOfEvent(clause: string, at: string): string {
  return Math.abs(Date.now() - Date.parse(at.replace(' ', 'T'))) < 600_000 ? '' : clause;
}

/** Grants on one object stand in the order in which they were given, which means nothing. */
function sortGrants(statement: string): string {
  if (!/^(GRANT|REVOKE) /.test(statement)) return statement;
  return statement.split(';\n').sort().join(';\n');
}

/** The order of columns is not a difference. */
function sortColumns(statement: string): string {
  const match = /^(CREATE (?:UNLOGGED |FOREIGN )?TABLE [^\n]* \(\n)([\s\S]*)(\n\)[\s\S]*)$/.exec(statement);
  if (match === null) return statement;
  const [, head = '', body = '', tail = ''] = match;
  return (
    head +
    body
      .split(',\n')
      .map((line) => line.trim())
      .sort()
      .join(',\n') +
    tail
  );
}
