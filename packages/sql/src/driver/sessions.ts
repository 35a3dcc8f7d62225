import type { SqlFailure, SqlSession } from '../session/session.ts';

/** How a node's databases are reached. What it throws is a `SqlFailure`. */
export type SqlSessions = {
  /** The database of the node's settings; absent where nobody knows. */
  readonly own?: string;
  /** Opens a session; empty: with the database of the node's settings. */
  readonly open: (database: string) => Promise<SqlSession>;
  /** Opens a session with a scratch database that a URL names. */
  readonly openUrl: (url: string) => Promise<SqlSession>;
  /** Opens a session with the database of the node's settings as another account; absent where the way there knows but one. */
  readonly openAs?: (user: string, password: string) => Promise<SqlSession>;
};

/** The sessions of one channel: one per database, whether it is called by its name or as the node's own; opened when it is first needed and again when it was lost. */
export class SessionPool {
  readonly #sessions: SqlSessions;
  readonly #open = new Map<string, Promise<SqlSession>>();

  constructor(sessions: SqlSessions) {
    this.#sessions = sessions;
  }

  /** Throws `SqlFailure` when the database cannot be reached. */
  async get(database: string): Promise<SqlSession> {
    const known = await this.#open.get(database)?.catch(() => undefined);
    if (known?.isOpen() === true) return known;
    const own = database === '' ? undefined : await this.#open.get('')?.catch(() => undefined);
    if (own?.isOpen() === true && own.server.database === database) return own;
    const opening = this.#sessions.open(database);
    this.#open.set(database, opening);
    return opening;
  }

  /** A session that is open by now, whatever its database; undefined when there is none. */
  async anyOpen(): Promise<SqlSession | undefined> {
    const opened = await Promise.all([...this.#open.values()].map((opening) => opening.catch(() => undefined)));
    return opened.find((session) => session?.isOpen() === true);
  }

  /** Closes the session with a database, so that the database can be dropped or copied; not the one that is the node's own. */
  async release(database: string): Promise<void> {
    const opened = this.#open.get(database);
    this.#open.delete(database);
    await opened?.then(closeQuietly, () => undefined);
  }

  /** Closes all; none of them is used afterwards. */
  async close(): Promise<void> {
    const opened = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(opened.map((opening) => opening.then(closeQuietly, () => undefined)));
  }
}

/** Closes a session; what goes wrong with that concerns nobody any more. */
export async function closeQuietly(session: SqlSession): Promise<void> {
  await session.close().catch(() => undefined);
}

/** True when there is no such database. */
export function isNoSuchDatabase(failure: SqlFailure): boolean {
  return failure.sqlState === '3D000' || failure.errno === 1049;
}

/** Classes of failures that say nothing about one question: no connection, no entry, no resources, a server that goes away. */
export function isUnreachable(failure: SqlFailure): boolean {
  return /^(08|28|53|57P|HY)/.test(failure.sqlState) || isNoSuchDatabase(failure);
}
