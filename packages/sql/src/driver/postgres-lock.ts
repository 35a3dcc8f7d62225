import type { LockHolder } from '@setpoint/model';
import { quoteLiteral } from '../postgres/quote.ts';
import { SqlFailure } from '../session/session.ts';
import type { SessionLock } from './lock.ts';

/** "Setp" and "oint" as ASCII: the two halves of the advisory lock. Such locks belong to one database and end with their session. */
const lockKey = '1399157872, 1869180532';

/** An advisory lock of the session. Whoever looks who is connected, or comes second, sees the holder in the application's name. */
export const postgresLock: SessionLock = {
  tryTake: async (session, holder) => {
    const [row] = await session.read(`SELECT pg_catalog.pg_try_advisory_lock(${lockKey}) AS taken`);
    if (row?.['taken'] !== true) return false;
    await session.run(`SELECT pg_catalog.set_config('application_name', ${quoteLiteral(nameOf(holder))}, false)`);
    if (session.server.version >= 140_000) await session.run(watchClient).catch(ignoreRefusal);
    return true;
  },
  holder: async (session) => {
    const [row] = await session.read(holderQuery);
    return row === undefined ? undefined : parseHolder(row as HolderRow);
  },
  release: async (session) => {
    await session.run(`SELECT pg_catalog.pg_advisory_unlock(${lockKey}); RESET application_name`);
  },
};

/** The server ends a statement whose client is gone, and with it the lock, instead of finishing what nobody waits for. */
const watchClient = "SET client_connection_check_interval = '2s'";

/** Not all systems that servers run on can tell. */
function ignoreRefusal(failure: unknown): void {
  if (!(failure instanceof SqlFailure) || failure.isLost) throw failure;
}

/** The server keeps the first 63 bytes: what is most needed comes first. */
function nameOf({ run, pid, who, host }: LockHolder): string {
  return `setpoint/${run} ${pid} ${who}@${host}`;
}

const holderQuery = `
SELECT a.application_name AS name, a.usename AS account, a.pid,
  coalesce(a.client_hostname, pg_catalog.host(a.client_addr), 'the server itself') AS client,
  coalesce(pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '') AS since
FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
  AND (l.classid::bigint, l.objid::bigint) = (${lockKey})
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())`;

type HolderRow = {
  readonly name: string;
  readonly account: string | null;
  readonly pid: number;
  readonly client: string;
  readonly since: string;
};

function parseHolder({ name, account, pid, client, since }: HolderRow): LockHolder {
  const [, run, clientPid, who, host] = /^setpoint\/(\S+) (\d+) ([^@]*)@?(.*)$/.exec(name) ?? [];
  return {
    who: who || (account ?? 'somebody'),
    host: host || client,
    pid: Number(clientPid ?? pid),
    run: run ?? 'unknown',
    since,
  };
}
