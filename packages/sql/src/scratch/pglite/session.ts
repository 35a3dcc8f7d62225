import { type ChildProcess, spawn } from 'node:child_process';
import type { JsonObject } from '@setpoint/model';
import { parsePgIdentity, pgIdentityQuery, rowsQuery, rowsQueryPrefix } from '../../session/pg-text.ts';
import { SqlFailure, type SqlSession } from '../../session/session.ts';
import { openWireSession, type Wire } from '../../session/wire-session.ts';
import { pgliteProgram } from './program.ts';

/** The first start makes a data directory, which takes long on a slow machine. */
const readyTimeoutMs = 90_000;

/** Starts the child process and makes a session of it. Throws `SqlFailure`. */
export async function openPgliteSession(files: {
  readonly library: string;
  readonly saved: string;
  /** Addresses of modules that bring extensions, by the names of these. */
  readonly extensions: Readonly<Record<string, string>>;
}): Promise<SqlSession> {
  const args = [files.library, files.saved, JSON.stringify(files.extensions)];
  const child = spawn(process.execPath, ['--input-type=module', '-e', pgliteProgram, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { TZ: 'UTC' },
  });
  const conversation = converse(child);
  const late = setTimeout(() => child.kill('SIGKILL'), readyTimeoutMs);
  try {
    await conversation.next();
  } finally {
    clearTimeout(late);
  }
  const wire = wireTo(child, conversation);
  const [row] = (await conversation.ask(pgIdentityQuery)).rows;
  const { pid: _, ...server } = parsePgIdentity(onlyText(row));
  return openWireSession(wire, server);
}

type Reply = { readonly rows: readonly JsonObject[]; readonly affected: number };

type Conversation = {
  readonly ask: (text: string, prefixLength?: number) => Promise<Reply>;
  /** The next message of the child. */
  readonly next: () => Promise<unknown>;
  readonly isOver: () => boolean;
};

/** One question and one answer after another, as sessions ask. */
function converse(child: ChildProcess): Conversation {
  let isOver = false;
  let waiting: { readonly take: (message: unknown) => void; readonly fail: (failure: SqlFailure) => void } | undefined;
  child.on('message', (message) => waiting?.take(message));
  const end = (): void => {
    isOver = true;
    waiting?.fail(new SqlFailure({ message: 'PGlite has ended', sqlState: '08006', isLost: true }));
  };
  child.once('exit', end);
  child.once('error', end);
  const next = (): Promise<unknown> =>
    new Promise((take, fail) => {
      waiting = { take, fail };
      if (isOver) end();
    });
  return {
    next,
    isOver: () => isOver,
    ask: async (text, prefixLength = 0) => {
      const answer = next();
      if (!isOver) child.send(text);
      return readReply(await answer, prefixLength);
    },
  };
}

type Failure = {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: string;
};

function readReply(message: unknown, prefixLength: number): Reply {
  // Both ends of the conversation are ours.
  const reply = message as Reply & { readonly failure?: Failure };
  const { failure } = reply;
  if (failure === undefined) return reply;
  const position = Number(failure.position);
  throw new SqlFailure({
    message: failure.message,
    sqlState: failure.code ?? 'XX000',
    detail: failure.detail,
    hint: failure.hint,
    offset: Number.isInteger(position) && position > 0 ? Math.max(0, position - 1 - prefixLength) : undefined,
  });
}

/** The one column of a row that the server made JSON text of. */
function onlyText(row: JsonObject | undefined): string {
  const [value] = Object.values(row ?? {});
  if (typeof value !== 'string') throw new SqlFailure({ message: 'PGlite gave no row', sqlState: 'XX000' });
  return value;
}

/** It has one session and cannot be interrupted: what takes too long is ended with the process. */
function wireTo(child: ChildProcess, { ask, isOver }: Conversation): Wire {
  const destroy = (): void => {
    child.kill('SIGKILL');
  };
  return {
    rows: async (text) => {
      const [row] = (await ask(rowsQuery(text), rowsQueryPrefix.length)).rows;
      return JSON.parse(onlyText(row)) as readonly JsonObject[];
    },
    run: async (text) => (await ask(text)).affected,
    cancel: () => Promise.resolve(destroy()),
    isOpen: () => !isOver(),
    end: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      destroy();
      await ended;
    },
    destroy,
  };
}
