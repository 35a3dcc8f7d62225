import {
  type BodyStore,
  type Channel,
  createBodyStore,
  type Diagnostic,
  type LockHolder,
  type LockResult,
  type NodeMarks,
} from '@setpoint/model';
import { ScratchServers } from '../scratch/scratch-servers.ts';
import { WantedMemory } from '../scratch/wanted-memory.ts';
import type { SqlFailure } from '../session/session.ts';
import { ask } from './ask.ts';
import { execute } from './execute.ts';
import { NodeLock } from './lock.ts';
import { readMarks } from './marks.ts';
import { SessionPool, type SqlSessions } from './sessions.ts';

/** What a channel needs of the world around it. */
export type SqlChannelOptions = {
  readonly node: string;
  readonly sessions: SqlSessions;
  /** Tells why the server could not be reached. */
  readonly describeFailure: (failure: SqlFailure) => Diagnostic;
  /** A directory of the user's own for what is made once and kept, such as the data directory of a scratch server. */
  readonly cacheDir: string;
  /** Where passwords are taken from when they are sent; empty when not given. */
  readonly bodies?: BodyStore;
  /** How long another apply is waited for. Default 5,000. */
  readonly lockWaitMs?: number;
};

/** Opens the channel to one node. Its sessions are opened when they are needed. */
export function openSqlChannel(options: SqlChannelOptions): Channel {
  const pool = new SessionPool(options.sessions);
  const memory = new WantedMemory();
  const bodies = options.bodies ?? createBodyStore();
  const servers = new ScratchServers(options.cacheDir);
  const lock = new NodeLock(options.lockWaitMs ?? 5000);
  let marks: NodeMarks | undefined;
  return {
    ask: async (questions, signal) => {
      const asking = { ...options, pool, memory, servers, bodies, ...(signal === undefined ? {} : { signal }) };
      const result = await ask(asking, questions);
      marks ??= await readMarks(pool);
      return result;
    },
    execute: (steps, watch) => execute({ pool, lock, bodies }, steps, watch),
    marks: () => marks ?? {},
    lock: (holder: LockHolder): Promise<LockResult> => lock.take(pool, holder),
    close: async () => {
      await pool.close();
      await servers.close();
    },
  };
}
