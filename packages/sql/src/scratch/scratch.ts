import type { Catalogue } from '../catalogue/fact.ts';
import type { DatabaseDefaultsQuery } from '../driver/database-defaults.ts';
import type { ScratchChoice } from '../driver/schema-query.ts';
import { closeQuietly, type SqlSessions } from '../driver/sessions.ts';
import { readSnapshot } from '../driver/snapshot.ts';
import type { SqlSession } from '../session/session.ts';
import type { ScratchServers } from './scratch-servers.ts';

export type ScratchStrategy = Exclude<ScratchChoice, 'auto'>;

/** An empty database that a declaration can be loaded into. */
export type Scratch = {
  readonly strategy: ScratchStrategy;
  readonly session: SqlSession;
  /** It lives in one transaction of the session, which must not end before it does. */
  readonly isTransaction: boolean;
  /** Reads what is in it now. Throws `SqlFailure`. */
  readonly read: () => Promise<Catalogue>;
  /** Removes it, with all that was loaded. Never throws. */
  readonly dispose: () => Promise<void>;
};

/** A scratch that is a database of its own. */
export function databaseScratch(strategy: ScratchStrategy, session: SqlSession, dispose: Scratch['dispose']): Scratch {
  return { strategy, session, isTransaction: false, read: () => readSnapshot(session), dispose };
}

/** A database that was just made for a scratch. */
export type MadeDatabase = {
  readonly name: string;
  /** Statements that run before it is opened. */
  readonly prepare: readonly string[];
  /** The statement that removes it. */
  readonly drop: string;
};

/** Opens it, and removes it again when that cannot be done. Throws `SqlFailure`. */
export async function openMadeDatabase(
  { session, sessions }: Pick<ScratchContext, 'session' | 'sessions'>,
  made: MadeDatabase,
): Promise<ScratchResult> {
  const drop = () => dropQuietly(session, made.drop);
  try {
    for (const statement of made.prepare) await session.run(statement);
    const scratch = await sessions.open(made.name);
    const dispose = () => closeQuietly(scratch).then(drop);
    return { kind: 'ready', scratch: databaseScratch('database', scratch, dispose) };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Removes a database. A connection that is lost takes nothing with it: the next run finds the database without a maker. */
export async function dropQuietly(session: SqlSession, statement: string): Promise<void> {
  await session.run(statement).catch(() => undefined);
}

/** `why`: a part of a sentence. */
export type ScratchResult =
  | { readonly kind: 'ready'; readonly scratch: Scratch }
  | { readonly kind: 'unavailable'; readonly why: string };

/** What making a scratch database works with. */
export type ScratchContext = {
  /** A session on the target's server, with the target itself when it exists. */
  readonly session: SqlSession;
  readonly sessions: SqlSessions;
  readonly servers: ScratchServers;
  /** A directory of the user's own for what is made once and kept. */
  readonly cacheDir: string;
  /** What the target will give to new tables, where that is not what it gives now. MySQL and MariaDB. */
  readonly defaults?: DatabaseDefaultsQuery;
  readonly signal?: AbortSignal;
};
