import type { JsonObject } from '@setpoint/model';
import { OutOfTime, type ServerIdentity, SqlFailure, type SqlSession, type StatementOptions } from './session.ts';

/** What a client library, or a client program, can do. Everything it throws is a `SqlFailure`. */
export type Wire = {
  readonly rows: (text: string) => Promise<readonly JsonObject[]>;
  readonly run: (text: string) => Promise<number>;
  /** Asks the server to end what runs now. Never throws. */
  readonly cancel: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Takes leave of the server; the wire is closed when it returns. */
  readonly end: () => Promise<void>;
  /** Closes at once; whatever runs fails. */
  readonly destroy: () => void;
};

/** How long a statement may take when nobody says. */
export const defaultStatementTimeoutMs = 60_000;

/** How long a statement may take to end after it was cancelled; then the connection is given up. */
const cancelGraceMs = 5_000;

/** After how long a statement that goes on is cancelled once more. */
const cancelAgainMs = 500;

/** Makes a session of a wire: one statement after another, each with a deadline, `timeoutMs` where nothing else is said. */
export function openWireSession(wire: Wire, server: ServerIdentity, timeoutMs = defaultStatementTimeoutMs): SqlSession {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    server,
    read: (text, options) => inTurn(() => bounded(wire, () => wire.rows(text), { timeoutMs, ...options })),
    run: (text, options) => inTurn(() => bounded(wire, () => wire.run(text), { timeoutMs, ...options })),
    isOpen: wire.isOpen,
    cancel: wire.cancel,
    close: async () => {
      if (wire.isOpen()) await wire.end();
    },
  };
}

type Limits = StatementOptions & { readonly timeoutMs: number };

async function bounded<Result>(wire: Wire, work: () => Promise<Result>, options: Limits): Promise<Result> {
  if (!wire.isOpen()) throw new SqlFailure({ message: 'the connection is closed', sqlState: '08003' });
  if (options.signal?.aborted === true) throw ended(whyEnded(options.signal, 'it was interrupted before it began'));
  const watch = watchFor(options.timeoutMs, options.signal);
  const running = work();
  try {
    const first = await Promise.race([running.then((result) => ({ result })), watch.stopped]);
    if ('result' in first) return first.result;
    return await endEarly(wire, running, first.reason);
  } catch (error) {
    // A server takes leave before it closes the connection: nobody is to find it open in between.
    if (error instanceof SqlFailure && error.isLost) wire.destroy();
    throw error;
  } finally {
    watch.end();
  }
}

/** Cancels what runs; a statement that ends by itself meanwhile counts. */
async function endEarly<Result>(wire: Wire, running: Promise<Result>, reason: string): Promise<Result> {
  const settled = running.then(
    (result) => ({ result }),
    (failure: unknown) => ({ failure }),
  );
  const end = await cancelUntil(wire, settled);
  if ('result' in end) return end.result;
  if ('reason' in end) {
    wire.destroy();
    throw new SqlFailure({
      message: `${reason}; the server did not end it, so the connection was closed`,
      sqlState: '08006',
      isLost: true,
    });
  }
  if (end.failure instanceof SqlFailure && isCancelled(end.failure)) throw ended(reason);
  throw end.failure;
}

/** Cancels again and again until the statement settles or the grace is over: the server may not have begun it the first time. */
async function cancelUntil<Settled>(
  wire: Wire,
  settled: Promise<Settled>,
): Promise<Settled | { readonly reason: string }> {
  const untilMs = performance.now() + cancelGraceMs;
  for (;;) {
    await wire.cancel();
    const pause = watchFor(cancelAgainMs);
    const end = await Promise.race([settled, pause.stopped]);
    pause.end();
    const isOver = performance.now() >= untilMs;
    if (typeof end === 'object' && end !== null && 'reason' in end && !isOver) continue;
    return end;
  }
}

/** 57014 is PostgreSQL's; 1317 is what KILL QUERY leaves, 1969 and 3024 are the server's own time limits. */
function isCancelled(failure: SqlFailure): boolean {
  return failure.sqlState === '57014' || [1317, 1969, 3024].includes(failure.errno);
}

function ended(reason: string): SqlFailure {
  return new SqlFailure({ message: reason, sqlState: '57014' });
}

/** Who ends a statement may say why. */
function whyEnded(signal: AbortSignal | undefined, otherwise: string): string {
  const reason: unknown = signal?.reason;
  return reason instanceof OutOfTime ? reason.message : otherwise;
}

function watchFor(timeoutMs: number, signal?: AbortSignal) {
  let timer: NodeJS.Timeout | undefined;
  let interrupt: (() => void) | undefined;
  const stopped = new Promise<{ readonly reason: string }>((resolve) => {
    timer = setTimeout(() => resolve({ reason: `it took longer than ${timeoutMs / 1000} s and was ended` }), timeoutMs);
    interrupt = () => resolve({ reason: whyEnded(signal, 'it was interrupted and ended') });
    signal?.addEventListener('abort', interrupt, { once: true });
  });
  return {
    stopped,
    end: () => {
      clearTimeout(timer);
      if (interrupt) signal?.removeEventListener('abort', interrupt);
    },
  };
}
