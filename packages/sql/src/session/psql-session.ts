import { defaultConnectTimeoutMs } from './dial.ts';
import { type HostProcess, type HostWay, HostWayFailure, type StreamEnd } from './host-way.ts';
import { parsePgIdentity, pgIdentityQuery, readsAsIs, rowsQuery, rowsQueryPrefix } from './pg-text.ts';
import { PsqlConversation } from './psql-conversation.ts';
import { psqlScript, psqlSettings } from './psql-script.ts';
import { SqlFailure, type SqlSession } from './session.ts';
import { openWireSession, type Wire } from './wire-session.ts';

/** Which database psql talks to, and as whom. */
export type PsqlTarget = {
  readonly end: StreamEnd;
  /** The role; undefined: the one that bears the name of the account. */
  readonly user: string | undefined;
  readonly database: string;
  /** The account of the host that psql runs as; undefined: the login account. */
  readonly sudoUser: string | undefined;
  readonly connectTimeoutMs?: number;
  readonly statementTimeoutMs?: number;
  readonly applicationName?: string;
};

/**
 * Opens a session that is a psql on a host, for servers that know an account by the account of the operating system. It is the same
 * server and the same SQL; only the carrier differs. Needs psql 13 or newer. Throws `SqlFailure`.
 */
export async function openPsqlSession(way: HostWay, target: PsqlTarget): Promise<SqlSession> {
  const conversation = new PsqlConversation(await startPsql(way, target));
  try {
    const timeoutMs = target.connectTimeoutMs ?? defaultConnectTimeoutMs;
    const identity = await within(timeoutMs, conversation.send(pgIdentityQuery));
    const { pid, ...server } = parsePgIdentity(identity.output);
    return openWireSession(
      psqlWire(conversation, () => cancelFromOutside(way, target, pid)),
      server,
      target.statementTimeoutMs,
    );
  } catch (error) {
    conversation.destroy();
    throw error;
  }
}

async function startPsql(way: HostWay, target: PsqlTarget): Promise<HostProcess> {
  try {
    const process = await way.start(psqlScript, target.sudoUser);
    process.stdin.on('error', () => undefined);
    process.stdin.write(psqlSettings(target));
    return process;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = new SqlFailure({ message, sqlState: '08001', detail: 'PSQL' });
    if (error instanceof HostWayFailure) failure.cause = error;
    throw failure;
  }
}

async function within<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SqlFailure({ message: `no answer within ${timeoutMs / 1000} s`, sqlState: 'HYT00' })),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function psqlWire(conversation: PsqlConversation, cancel: () => Promise<void>): Wire {
  return {
    isOpen: () => conversation.isOpen,
    cancel,
    run: async (text) => rowsTouched((await conversation.send(text)).output),
    rows: async (text) => {
      if (readsAsIs(text)) return shown(text, (await conversation.send(text)).output);
      const { output } = await conversation.send(rowsQuery(text), rowsQueryPrefix.length);
      return JSON.parse(output);
    },
    end: () => conversation.end(),
    destroy: () => conversation.destroy(),
  };
}

/** The last line is the server's own word on the last statement, such as `INSERT 0 2`. */
function rowsTouched(output: string): number {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const [, count] = /^(?:INSERT 0|UPDATE|DELETE|MERGE|SELECT|COPY|MOVE|FETCH) (\d+)$/.exec(last) ?? [];
  return Number(count ?? 0);
}

/** What SHOW shows has one column, named as the setting. */
function shown(text: string, output: string): readonly { readonly [name: string]: string }[] {
  const name = /^\s*show\s+([\w.]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'text';
  return output
    .trimEnd()
    .split('\n')
    .filter((line) => line !== 'SHOW' && line !== 'EXPLAIN')
    .map((line) => ({ [name]: line }));
}

async function cancelFromOutside(way: HostWay, target: PsqlTarget, pid: number): Promise<void> {
  try {
    const other = new PsqlConversation(await startPsql(way, target));
    try {
      await within(3000, other.send(`SELECT pg_catalog.pg_cancel_backend(${pid})`));
    } finally {
      await other.end();
    }
  } catch {
    // Whoever cancels waits for the end of the statement and closes the connection when it does not come.
  }
}
