import { readFile } from 'node:fs/promises';
import type { HostWay } from '../session/host-way.ts';
import { SqlFailure, type SqlSession } from '../session/session.ts';
import type { SqlAddress, SqlTarget, TlsChoice } from '../session/target.ts';
import type { SqlSettings, TlsFiles } from './read-settings.ts';
import { scratchTarget } from './scratch-url.ts';
import type { SqlSessions } from './sessions.ts';

/** What opening sessions needs beside the settings. */
export type SessionsWorld = {
  /** The account that runs setpoint. */
  readonly account: string;
  /** The absolute path of a file of the project. */
  readonly projectPath: (path: string) => string;
  /** The way through the host in `via`; absent where there is none. */
  readonly way?: HostWay;
};

/** How the databases of one node are reached. The client libraries are loaded by the first session. */
export function sqlSessions(settings: SqlSettings, world: SessionsWorld): SqlSessions {
  const { way } = world;
  return {
    own: settings.database,
    open: async (database) => {
      const name = database === '' ? settings.database : database;
      if (settings.psql !== undefined && way !== undefined) return openPsql(settings, way, name);
      return openTarget(settings.family, await targetOf(settings, world, name));
    },
    openUrl: async (url) => {
      const own = await targetOf(settings, world, settings.database);
      const target = scratchTarget(url, own);
      if (typeof target === 'string') throw new SqlFailure({ message: target, sqlState: '08001', detail: 'URL' });
      return openTarget(settings.family, target);
    },
    ...(settings.psql === undefined
      ? {
          openAs: async (user: string, password: string) => {
            const own = await targetOf(settings, world, settings.database);
            return openTarget(settings.family, { ...own, user, password });
          },
        }
      : {}),
  };
}

async function openPsql(settings: SqlSettings, way: HostWay, database: string): Promise<SqlSession> {
  const { openPsqlSession } = await import('../session/psql-session.ts');
  const { end, user, psql, connectTimeoutMs, statementTimeoutMs } = settings;
  return openPsqlSession(way, { end, user, database, sudoUser: psql?.sudoUser, connectTimeoutMs, statementTimeoutMs });
}

async function openTarget(family: SqlSettings['family'], target: SqlTarget): Promise<SqlSession> {
  if (family === 'postgres') return (await import('../session/pg-session.ts')).openPgSession(target);
  return (await import('../session/mysql-session.ts')).openMysqlSession(target);
}

async function targetOf(settings: SqlSettings, world: SessionsWorld, database: string): Promise<SqlTarget> {
  return {
    address: addressOf(settings, world.way),
    user: settings.user ?? world.account,
    ...(settings.password === undefined ? {} : { password: settings.password }),
    database,
    ...(settings.tls === undefined ? {} : { tls: await readTlsFiles(settings.tls, world.projectPath) }),
    connectTimeoutMs: settings.connectTimeoutMs,
    statementTimeoutMs: settings.statementTimeoutMs,
  };
}

function addressOf({ end }: SqlSettings, way: HostWay | undefined): SqlAddress {
  if (way === undefined) return end;
  return { kind: 'tunnel', host: end.kind === 'tcp' ? end.host : 'localhost', open: () => way.stream(end) };
}

async function readTlsFiles(files: TlsFiles, projectPath: (path: string) => string): Promise<TlsChoice> {
  const { mode, serverName } = files;
  const texts: { ca?: string; certificate?: string; key?: string } = {};
  for (const name of ['ca', 'certificate', 'key'] as const) {
    const path = files[name];
    if (path !== undefined) texts[name] = await readPem(path, projectPath);
  }
  return { mode, ...texts, ...(serverName === undefined ? {} : { serverName }) };
}

async function readPem(path: string, projectPath: (path: string) => string): Promise<string> {
  try {
    return await readFile(projectPath(path), 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SqlFailure({
      message: `the file ${path} cannot be read (${why})`,
      sqlState: '08001',
      detail: 'TLS_FILE',
    });
  }
}
