import type { Duplex } from 'node:stream';
import type { Json, JsonObject } from '@setpoint/model';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2/promise';
import { defaultConnectTimeoutMs, dial, tookTooLong } from './dial.ts';
import { mysqlFailure, wantsOtherEncryption } from './mysql-failure.ts';
import type { ServerIdentity, SqlSession } from './session.ts';
import type { SqlTarget } from './target.ts';
import { connectInTurn, type TlsAttempt } from './tls.ts';
import { openWireSession, type Wire } from './wire-session.ts';

/**
 * Opens a session with a MySQL or MariaDB server. Numbers that JSON cannot hold, decimals, times and JSON columns come as text; the
 * rows of several statements in one text come one after another. Throws `SqlFailure`.
 */
export async function openMysqlSession(target: SqlTarget): Promise<SqlSession> {
  const connection = await connectAsAllowed(target);
  try {
    await connection.query('SET NAMES utf8mb4');
    const server = await identityOf(connection);
    return openWireSession(mysqlWire(connection, target), server, target.statementTimeoutMs);
  } catch (error) {
    connection.destroy();
    throw mysqlFailure(error);
  }
}

async function identityOf(connection: Connection): Promise<ServerIdentity> {
  const [rows] = await connection.query("SELECT version() AS v, coalesce(database(), '') AS d, current_user() AS u");
  const { v, d, u } = (rows as { v: string; d: string; u: string }[])[0] ?? { v: '', d: '', u: '' };
  return {
    product: /mariadb/i.test(v) ? 'mariadb' : 'mysql',
    version: versionNumber(v),
    versionText: v,
    database: d,
    user: u,
  };
}

/** 101114 for `10.11.14-MariaDB`; MariaDB before 11 may put `5.5.5-` before its own. */
function versionNumber(text: string): number {
  const [, major = '0', minor = '0', patch = '0'] = /^(?:5\.5\.5-)?(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [];
  return Number(major) * 10_000 + Number(minor) * 100 + Number(patch);
}

function connectAsAllowed(target: SqlTarget): Promise<Connection> {
  return connectInTurn(target, (attempt) => connectOnce(target, attempt), wantsOtherEncryption);
}

async function connectOnce(target: SqlTarget, attempt: TlsAttempt): Promise<Connection> {
  const stream = await dial(target);
  const timeoutMs = target.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const isLate = setTimeout(() => stream.destroy(tookTooLong(target)), timeoutMs);
  try {
    return await createConnection(connectionOptions(target, attempt, stream));
  } catch (error) {
    stream.destroy();
    throw mysqlFailure(error);
  } finally {
    clearTimeout(isLate);
  }
}

function connectionOptions(target: SqlTarget, attempt: TlsAttempt, stream: Duplex): ConnectionOptions {
  const { secure } = attempt;
  const { address } = target;
  const name = target.tls?.serverName ?? (address.kind === 'socket' ? 'localhost' : address.host);
  return {
    stream: bearingName(stream, name),
    host: name,
    user: target.user,
    ...(target.password === undefined ? {} : { password: target.password }),
    ...(target.database === '' ? {} : { database: target.database }),
    ...(secure === undefined ? {} : { ssl: mysqlTls(target, secure) }),
    connectTimeout: 0,
    connectAttributes: { program_name: target.applicationName ?? 'setpoint' },
    charset: 'utf8mb4',
    multipleStatements: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    // The server must not ask for files of this machine, nor keep a mode with routines that other clients do not set.
    flags: ['-LOCAL_FILES', '-IGNORE_SPACE'],
  } as ConnectionOptions;
}

/**
 * The library names no server to Node.js when it is reached by an address, and Node.js then takes a certificate for `localhost`; a
 * name on the socket is what it looks at before that.
 */
function bearingName(stream: Duplex, name: string): Duplex {
  return Object.assign(stream, { _host: name });
}

function mysqlTls(target: SqlTarget, secure: NonNullable<TlsAttempt['secure']>): ConnectionOptions['ssl'] {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: secure.rejectUnauthorized === true,
    verifyIdentity: target.tls?.mode === 'verify-full',
    ...(target.tls?.ca === undefined ? {} : { ca: target.tls.ca }),
    ...(target.tls?.certificate === undefined ? {} : { cert: target.tls.certificate }),
    ...(target.tls?.key === undefined ? {} : { key: target.tls.key }),
  };
}

function mysqlWire(connection: Connection, target: SqlTarget): Wire {
  let isOpen = true;
  const { threadId } = connection;
  connection.on('error', () => {
    isOpen = false;
  });
  connection.on('end', () => {
    isOpen = false;
  });
  const send = async (text: string): Promise<readonly unknown[]> => {
    try {
      const [result] = await connection.query({ sql: text, rowsAsArray: false });
      return severalResults(result);
    } catch (error) {
      const failure = mysqlFailure(error);
      if (failure.isLost) isOpen = false;
      throw failure;
    }
  };
  return {
    isOpen: () => isOpen,
    rows: async (text) => (await send(text)).flatMap((result) => (Array.isArray(result) ? result.map(plainRow) : [])),
    run: async (text) => affectedBy((await send(text)).at(-1)),
    cancel: () => cancelFromOutside(target, threadId),
    end: async () => {
      isOpen = false;
      await connection.end().catch(() => connection.destroy());
    },
    destroy: () => {
      isOpen = false;
      connection.destroy();
    },
  };
}

/** One statement gives rows or a header; several give a list of these, as a CALL does. */
function severalResults(result: unknown): readonly unknown[] {
  if (!Array.isArray(result)) return [result];
  const isSeveral = result.length > 0 && result.every((each) => Array.isArray(each) || isHeader(each));
  return isSeveral ? result : [result];
}

function isHeader(value: unknown): boolean {
  return typeof value === 'object' && value !== null && value.constructor.name === 'ResultSetHeader';
}

function affectedBy(result: unknown): number {
  if (Array.isArray(result)) return result.length;
  return typeof result === 'object' && result !== null && 'affectedRows' in result ? Number(result.affectedRows) : 0;
}

function plainRow(row: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

/** Catalogue texts come as bytes from some versions. */
function plainValue(value: unknown): Json {
  if (Buffer.isBuffer(value)) return value.toString('utf8');
  return value === undefined ? null : (value as Json);
}

async function cancelFromOutside(target: SqlTarget, threadId: number): Promise<void> {
  try {
    const other = await connectAsAllowed({
      ...target,
      connectTimeoutMs: Math.min(target.connectTimeoutMs ?? 3000, 3000),
    });
    try {
      await other.query(`KILL QUERY ${threadId}`);
    } finally {
      await other.end();
    }
  } catch {
    // Whoever cancels waits for the end of the statement and closes the connection when it does not come.
  }
}
