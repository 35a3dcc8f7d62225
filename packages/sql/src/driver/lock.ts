import type { LockHolder, LockResult } from '@setpoint/model';
import { SqlFailure, type SqlSession } from '../session/session.ts';
import { mysqlLock } from './mysql-lock.ts';
import { postgresLock } from './postgres-lock.ts';
import { isNoSuchDatabase, type SessionPool } from './sessions.ts';

/** How one product keeps a second apply off a database: a lock that ends with its session. */
export type SessionLock = {
  /** Takes the lock if it is free; never waits for it. */
  readonly tryTake: (session: SqlSession, holder: LockHolder) => Promise<boolean>;
  /** Who has it, as far as the server tells. */
  readonly holder: (session: SqlSession) => Promise<LockHolder | undefined>;
  readonly release: (session: SqlSession) => Promise<void>;
};

/** How often a lock is asked for that somebody else has. Asking again and again holds no snapshot, as waiting in the server would. */
const pollMs = 200;

/** The lock of one apply on the databases of one node, held by the very sessions that write. */
export class NodeLock {
  readonly #waitMs: number;
  readonly #held = new Set<SqlSession>();
  #holder: LockHolder | undefined;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  /** Takes the lock of the node's own database. */
  async take(pool: SessionPool, holder: LockHolder): Promise<LockResult> {
    this.#holder = holder;
    try {
      const result = await this.ensure(await openAny(pool));
      return result.kind === 'held' ? { kind: 'held', release: () => this.release() } : result;
    } catch (error) {
      if (error instanceof SqlFailure) return { kind: 'refused', why: error.message };
      throw error;
    }
  }

  /** Has a session hold the lock of its database, as it must before it writes; nothing to do when the node was not locked at all. */
  async ensure(session: SqlSession): Promise<{ readonly kind: 'held' } | Extract<LockResult, { kind: 'taken' }>> {
    const holder = this.#holder;
    if (holder === undefined || this.#held.has(session)) return { kind: 'held' };
    const lock = lockOf(session);
    const endMs = performance.now() + this.#waitMs;
    while (!(await lock.tryTake(session, holder))) {
      if (performance.now() >= endMs) return { kind: 'taken', by: await lock.holder(session) };
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    this.#held.add(session);
    return { kind: 'held' };
  }

  /** Gives all locks back. A session that is gone has none any more. */
  async release(): Promise<void> {
    const sessions = [...this.#held];
    this.#held.clear();
    this.#holder = undefined;
    await Promise.all(
      sessions.map(async (session) => {
        if (session.isOpen())
          await lockOf(session)
            .release(session)
            .catch(() => session.close().catch(() => undefined));
      }),
    );
  }
}

function lockOf(session: SqlSession): SessionLock {
  return session.server.product === 'postgres' ? postgresLock : mysqlLock;
}

/** A database that is still to be made cannot hold a lock; then one that is always there does. */
async function openAny(pool: SessionPool): Promise<SqlSession> {
  try {
    return await pool.get('');
  } catch (error) {
    if (!(error instanceof SqlFailure) || !isNoSuchDatabase(error)) throw error;
    return await pool.get(error.errno === 1049 ? 'information_schema' : 'postgres');
  }
}
