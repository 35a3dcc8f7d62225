import type { BodyStore } from '@setpoint/model';
import { SqlFailure } from '../../session/session.ts';
import { closeQuietly, type SessionPool, type SqlSessions } from '../sessions.ts';
import type { ObjectSource } from './object-kind.ts';

/** What reading and changing objects works with, from what the channel has. */
export function objectSource(
  pool: SessionPool,
  { openAs }: Pick<SqlSessions, 'openAs'>,
  bodies: BodyStore,
): ObjectSource {
  return {
    open: (database) => pool.get(database),
    ...(openAs === undefined ? {} : { tryLogin: (user, password) => tryLogin(openAs, user, password) }),
    bodies,
  };
}

/** 28P01: the password is not that of the account. Whatever else keeps it out tells nothing of the password. */
async function tryLogin(openAs: NonNullable<SqlSessions['openAs']>, user: string, password: string): Promise<boolean> {
  try {
    await closeQuietly(await openAs(user, password));
    return true;
  } catch (failure) {
    if (failure instanceof SqlFailure && failure.sqlState === '28P01') return false;
    throw failure;
  }
}
