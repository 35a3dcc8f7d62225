import { isIP } from 'node:net';
import { basename, join } from 'node:path';
import { isJsonObject, type Json } from '@setpoint/model';
import type { TlsMode } from '../session/target.ts';
import type { SqlDriverName } from './settings.ts';

/** How one database is reached, read from settings that are valid against the schema. Holds a password: never shown. */
export type SqlSettings = {
  readonly family: 'postgres' | 'mysql';
  readonly end: ServerEnd;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string;
  readonly tls: TlsFiles | undefined;
  readonly via: string | undefined;
  /** Psql runs on the host in `via`, as this account where it is named. */
  readonly psql: { readonly sudoUser: string | undefined } | undefined;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
};

/** Where the server listens, seen from here or from the host in `via`. */
export type ServerEnd =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'socket'; readonly path: string };

/** Certificates as files; paths as the inventory has them. */
export type TlsFiles = {
  readonly mode: TlsMode;
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly serverName?: string;
};

/** Reads the settings of a node; defaults are decided here and nowhere else. */
export function readSqlSettings(driver: SqlDriverName, settings: Settings): SqlSettings {
  const family = driver === 'postgres' ? 'postgres' : 'mysql';
  const end = endOf(family, settings);
  const { psql } = settings;
  return {
    family,
    end,
    user: text(settings, 'user'),
    password: text(settings, 'password'),
    database: text(settings, 'database') ?? (family === 'postgres' ? 'postgres' : ''),
    tls: end.kind === 'socket' ? undefined : tlsOf(settings['tls'], end.host),
    via: text(settings, 'via'),
    psql: isJsonObject(psql) ? { sudoUser: text(psql, 'sudo_user') } : undefined,
    connectTimeoutMs: (number(settings, 'connect_timeout_seconds') ?? 10) * 1000,
    statementTimeoutMs: (number(settings, 'statement_timeout_seconds') ?? 60) * 1000,
  };
}

/** True for addresses that lead to the machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

type Settings = Readonly<Record<string, Json>>;

function endOf(family: SqlSettings['family'], settings: Settings): ServerEnd {
  const port = number(settings, 'port') ?? (family === 'postgres' ? 5432 : 3306);
  const socket = text(settings, 'socket');
  if (socket === undefined) return { kind: 'tcp', host: text(settings, 'host') ?? '127.0.0.1', port };
  const isSocketItself = family === 'postgres' ? basename(socket).startsWith('.s.PGSQL.') : !socket.endsWith('/');
  const name = family === 'postgres' ? `.s.PGSQL.${port}` : 'mysqld.sock';
  return { kind: 'socket', path: isSocketItself ? socket : join(socket, name) };
}

/** What does not leave the machine needs no proof of who is there. */
function tlsOf(setting: Json | undefined, host: string): TlsFiles {
  const otherwise = isLoopback(host) ? 'prefer' : 'verify-full';
  if (!isJsonObject(setting)) return { mode: (setting as TlsMode | undefined) ?? otherwise };
  return {
    mode: (setting['mode'] as TlsMode | undefined) ?? (setting['ca'] === undefined ? otherwise : 'verify-full'),
    ...optional('ca', text(setting, 'ca')),
    ...optional('certificate', text(setting, 'certificate')),
    ...optional('key', text(setting, 'key')),
    ...optional('serverName', text(setting, 'server_name')),
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [Key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
}

function text(settings: Settings, key: string): string | undefined {
  const value = settings[key];
  return typeof value === 'string' ? value : undefined;
}

function number(settings: Settings, key: string): number | undefined {
  const value = settings[key];
  return typeof value === 'number' ? value : undefined;
}
