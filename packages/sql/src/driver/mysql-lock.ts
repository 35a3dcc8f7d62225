import { createHash } from 'node:crypto';
import type { SqlSession } from '../session/session.ts';
import type { SessionLock } from './lock.ts';
import { rowText } from './row-text.ts';

/** A named lock of the session. The server tells only which account holds it, and from where. */
export const mysqlLock: SessionLock = {
  tryTake: async (session) => {
    const [row] = await session.read(`SELECT GET_LOCK('${lockName(session)}', 0) AS taken`);
    return Number(row?.['taken']) === 1;
  },
  holder: async (session) => {
    const [row] = await session.read(
      `SELECT p.user AS who, p.host AS host, p.id AS id, date_format(utc_timestamp() - INTERVAL p.time SECOND, '%Y-%m-%dT%H:%i:%sZ') AS since FROM information_schema.processlist p WHERE p.id = IS_USED_LOCK('${lockName(session)}')`,
    );
    if (row === undefined) return undefined;
    const [who, host, since] = [rowText(row, 'who'), rowText(row, 'host'), rowText(row, 'since')];
    return { who, host, pid: Number(row['id']), run: 'unknown', since };
  },
  release: async (session) => {
    await session.run(`DO RELEASE_LOCK('${lockName(session)}')`);
  },
};

/** Named locks belong to the whole server, and their names are short. */
function lockName({ server }: SqlSession): string {
  return `setpoint ${createHash('sha256').update(server.database).digest('hex').slice(0, 32)}`;
}
