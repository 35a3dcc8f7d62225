import type pg from 'pg';
import { SqlFailure } from './session.ts';

/**
 * Finds out whether two sessions share connections to the server, as behind a pool that lends one per transaction: locks and settings
 * of one would then be the other's. `pid`: of the process that served the first one last. Throws `SqlFailure` when they do.
 */
export async function refuseMixedSessions(
  first: pg.Client,
  pid: number,
  connect: () => Promise<pg.Client>,
): Promise<void> {
  const second = await connect();
  try {
    const held = await pidWithin(second, 'BEGIN; ');
    // While the second one holds a connection, the first one must have its own still.
    const isShared = held === pid || (await pidWithin(first, '')) !== pid;
    if (isShared) throw mixed();
  } finally {
    await second.end().catch(() => undefined);
  }
}

/** The process that serves a client now; 0 when none became free, which happens in a small pool. */
async function pidWithin(client: pg.Client, before: string): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<0>((resolve) => {
    timer = setTimeout(() => resolve(0), waitMs);
  });
  try {
    return await Promise.race([pidOf(client, before), late]);
  } finally {
    clearTimeout(timer);
  }
}

const waitMs = 3000;

async function pidOf(client: pg.Client, before: string): Promise<number> {
  try {
    const result: unknown = await client.query({
      text: `${before}SELECT pg_catalog.pg_backend_pid()`,
      rowMode: 'array',
    });
    const last = (Array.isArray(result) ? result.at(-1) : result) as { readonly rows: readonly (readonly unknown[])[] };
    return Number(last.rows[0]?.[0] ?? 0);
  } catch {
    // A pool that lends connections per statement refuses transactions.
    return 0;
  }
}

function mixed(): SqlFailure {
  const message = 'behind this address is a connection pool that lends one connection to several sessions in turn';
  return new SqlFailure({ message, sqlState: '08P01', detail: 'POOLER' });
}
