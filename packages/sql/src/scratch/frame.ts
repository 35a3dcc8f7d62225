import type { SqlSession } from '../session/session.ts';

/** What stands around statements that are done together or not at all. */
export type Frame = { readonly begin: string; readonly commit: string; readonly rollback: string };

/** A session and the frame that a load uses in it. */
export type FramedLoad = { readonly scratch: SqlSession; readonly frame: Frame };

/** For a database of its own. */
export const transaction: Frame = { begin: 'BEGIN', commit: 'COMMIT', rollback: 'ROLLBACK' };

/** For a scratch that lives in a transaction itself. */
export const savepoint: Frame = {
  begin: 'SAVEPOINT setpoint_load',
  commit: 'RELEASE setpoint_load',
  rollback: 'ROLLBACK TO setpoint_load; RELEASE setpoint_load',
};
