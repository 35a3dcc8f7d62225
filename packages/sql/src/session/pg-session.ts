import type { Duplex } from 'node:stream';
import type { JsonObject } from '@setpoint/model';
import pg from 'pg';
import { defaultConnectTimeoutMs, dial, tookTooLong } from './dial.ts';
import { pgFailure, wantsOtherEncryption } from './pg-failure.ts';
import { parsePgIdentity, pgIdentityQuery, readsAsIs, rowsQuery, rowsQueryPrefix } from './pg-text.ts';
import { refuseMixedSessions } from './pooler.ts';
import type { SqlSession } from './session.ts';
import type { SqlTarget } from './target.ts';
import { connectInTurn, type TlsAttempt } from './tls.ts';
import { openWireSession, type Wire } from './wire-session.ts';

/** Opens a session with a PostgreSQL server. Throws `SqlFailure` when the server, the way to it or the account does not allow it. */
export async function openPgSession(target: SqlTarget): Promise<SqlSession> {
  const client = await connectAsAllowed(target);
  try {
    const identity = await client.query<[string]>({ text: pgIdentityQuery, rowMode: 'array' });
    const { pid, ...server } = parsePgIdentity(identity.rows[0]?.[0] ?? '{}');
    // A server introduces itself by the process that serves; who names another one is no server.
    if (Reflect.get(client, 'processID') !== pid)
      await refuseMixedSessions(client, pid, () => connectAsAllowed(target));
    return openWireSession(
      pgWire(client, () => cancelFromOutside(target, pid)),
      server,
    );
  } catch (error) {
    await client.end().catch(() => undefined);
    throw pgFailure(error);
  }
}

function connectAsAllowed(target: SqlTarget): Promise<pg.Client> {
  return connectInTurn(target, (attempt) => connectOnce(target, attempt), wantsOtherEncryption);
}

async function connectOnce(target: SqlTarget, attempt: TlsAttempt): Promise<pg.Client> {
  const stream = await dial(target);
  const client = new pg.Client(clientConfig(target, attempt, stream));
  // The library would take start options from the environment, which may mean another server altogether.
  Object.assign(client, {
    connectionParameters: Object.assign(Reflect.get(client, 'connectionParameters'), { options: undefined }),
  });
  client.on('error', () => undefined);
  const timeoutMs = target.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const isLate = setTimeout(() => stream.destroy(tookTooLong(target)), timeoutMs);
  try {
    await client.connect();
    return client;
  } catch (error) {
    stream.destroy();
    throw pgFailure(error);
  } finally {
    clearTimeout(isLate);
  }
}

function clientConfig(target: SqlTarget, attempt: TlsAttempt, stream: Duplex): pg.ClientConfig {
  return {
    host: attempt.secure?.servername ?? (target.address.kind === 'socket' ? 'localhost' : target.address.host),
    port: target.address.kind === 'tcp' ? target.address.port : 5432,
    user: target.user,
    database: target.database === '' ? target.user : target.database,
    // A function keeps the library from looking into the environment and the home directory.
    password: () => target.password ?? noPassword(),
    ssl: attempt.secure ?? false,
    application_name: target.applicationName ?? 'setpoint',
    stream: () => connectedStream(stream),
    types: { getTypeParser: () => (value: string) => value },
    keepAlive: false,
  } as pg.ClientConfig;
}

function noPassword(): never {
  throw new Error('the server asks for a password and none is set');
}

/** The library connects its streams itself; ours is connected, and may be no socket at all. */
function connectedStream(stream: Duplex): Duplex {
  const itself = () => stream;
  return Object.assign(stream, {
    connect: () => {
      process.nextTick(() => stream.emit('connect'));
      return stream;
    },
    ...('setNoDelay' in stream ? {} : { setNoDelay: itself, setKeepAlive: itself, ref: itself, unref: itself }),
  });
}

function pgWire(client: pg.Client, cancel: () => Promise<void>): Wire {
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
  };
  client.on('end', close);
  // The library takes no statement any more from here on, though the end may be told much later.
  client.on('error', close);
  return {
    isOpen: () => isOpen,
    rows: (text) => rowsOf(client, text),
    run: async (text) => {
      const result = await guarded(client.query(text), 0);
      return lastOf(result).rowCount ?? 0;
    },
    cancel,
    end: async () => {
      await client.end();
      isOpen = false;
    },
    destroy: () => {
      isOpen = false;
      void client.end().catch(() => undefined);
    },
  };
}

async function rowsOf(client: pg.Client, text: string): Promise<readonly JsonObject[]> {
  if (readsAsIs(text)) return lastOf(await guarded(client.query(text), 0)).rows;
  const result = await guarded(
    client.query<[string]>({ text: rowsQuery(text), rowMode: 'array' }),
    rowsQueryPrefix.length,
  );
  return JSON.parse(lastOf(result).rows[0]?.[0] ?? '[]');
}

/** Several statements in one text give several results, whatever the library's types say. */
function lastOf<Result>(result: Result | Result[]): Result {
  const last = Array.isArray(result) ? result.at(-1) : result;
  if (last === undefined) throw new Error('the server gave no result');
  return last;
}

async function guarded<Result>(query: Promise<Result>, offset: number): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw pgFailure(error, offset);
  }
}

async function cancelFromOutside(target: SqlTarget, pid: number): Promise<void> {
  try {
    const other = await connectAsAllowed({
      ...target,
      connectTimeoutMs: Math.min(target.connectTimeoutMs ?? 3000, 3000),
    });
    try {
      await other.query(`SELECT pg_catalog.pg_cancel_backend(${pid})`);
    } finally {
      await other.end();
    }
  } catch {
    // Whoever cancels waits for the end of the statement and closes the connection when it does not come.
  }
}
