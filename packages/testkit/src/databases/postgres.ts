import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../fleet/run-command.ts';
import { serverAccount } from './account.ts';
import { freePort, serverDirectory, startServer } from './server-process.ts';
import type { DatabaseServer } from './target.ts';
import { copyTemplate, templateDirectory } from './template.ts';

/** What may differ from a plain server. */
export type PostgresOptions = {
  /** The major version; default: the newest that is installed. */
  readonly version?: number;
  /** Settings of `postgresql.conf`, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The whole `pg_hba.conf`; default: everybody is trusted. */
  readonly hba?: string;
  /** Called with the data directory before the server starts: certificates and the like. */
  readonly prepare?: (dataDirectory: string) => Promise<void>;
};

/** Where Debian and PostgreSQL's own packages put a major version. */
const installations = '/usr/lib/postgresql';

/** The major versions whose servers are installed here, newest first. */
export function installedPostgresVersions(): readonly number[] {
  if (!existsSync(installations)) return [];
  const versions = readdirSync(installations).filter((name) => existsSync(join(installations, name, 'bin/initdb')));
  return versions.map(Number).sort((a, b) => b - a);
}

/** Starts a PostgreSQL server of its own. It forgets how to survive a crash and is fast for it; its superuser is `postgres`. */
export async function startPostgres(options: PostgresOptions = {}): Promise<DatabaseServer> {
  const version = options.version ?? installedPostgresVersions()[0];
  if (version === undefined) throw new Error(`no PostgreSQL server in ${installations}: install postgresql`);
  const bin = join(installations, String(version), 'bin');
  const directory = await serverDirectory('sp-pg-');
  const data = join(directory, 'data');
  await copyTemplate(
    await templateDirectory({ name: `postgres-${version}`, build: (to) => initialise(bin, to) }),
    data,
  );
  if (options.hba !== undefined) writeFileSync(join(data, 'pg_hba.conf'), options.hba);
  await options.prepare?.(data);
  const port = await freePort();
  const server = await startServer(
    {
      program: join(bin, 'postgres'),
      args: ['-D', data, '-k', directory, '-p', String(port), ...settingsArgs(options.settings)],
      readyLine: /database system is ready to accept (?:read-only )?connections/,
      stopSignal: 'SIGINT',
    },
    directory,
  );
  return postgresServer({ bin, directory, port, server });
}

function settingsArgs(own: PostgresOptions['settings']): string[] {
  return Object.entries({ ...fastSettings, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const fastSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '32MB',
  max_connections: '50',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
};

async function initialise(bin: string, directory: string): Promise<void> {
  const flags = [
    '-A',
    'trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--wal-segsize=1',
    '-U',
    'postgres',
  ];
  await runOrThrow(...asServer([join(bin, 'initdb'), ...flags, '-D', directory]), { timeoutMs: 60_000 });
}

function asServer(command: readonly string[]): [string, readonly string[]] {
  const { uid, gid } = serverAccount();
  const become = ['setpriv', '--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const [program = '', ...args] = process.getuid?.() === 0 ? [...become, ...command] : command;
  return [program, args];
}

type Started = {
  readonly bin: string;
  readonly directory: string;
  readonly port: number;
  readonly server: Pick<DatabaseServer, 'pid' | 'log' | 'stop'>;
};

function postgresServer({ bin, directory, port, server }: Started): DatabaseServer {
  const socketPath = join(directory, `.s.PGSQL.${port}`);
  const target = (database = 'postgres') => ({
    address: { kind: 'socket' as const, path: socketPath },
    user: 'postgres',
    database,
  });
  const sql = async (text: string, database = 'postgres') => {
    const flags = [
      '-XAtq',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      directory,
      '-p',
      String(port),
      '-U',
      'postgres',
      '-d',
      database,
    ];
    return (await runOrThrow(join(bin, 'psql'), flags, { input: text, timeoutMs: 120_000 })).stdout;
  };
  return {
    ...server,
    product: 'postgres',
    socketDir: directory,
    socketPath,
    port,
    user: 'postgres',
    directory,
    target,
    sql,
    createDatabase: async (name) => {
      await sql(`CREATE DATABASE "${name.replaceAll('"', '""')}" TEMPLATE template0`);
      return target(name);
    },
  };
}
