import { setTimeout as sleep } from 'node:timers/promises';
import { encodeRequest, isReadOnly, type ModbusRequest } from '../codec/index.ts';
import type { ModbusClient, OpenFailure, RequestOptions, RequestResult } from './client.ts';
import type { Connection } from './connection.ts';

export type QueueOptions = {
  readonly maxOutstanding: number;
  readonly pauseAfterConnectMs: number;
  readonly requestPauseMs: number;
  /** Opens a connection in place of one that ended. */
  readonly reopen: (signal: AbortSignal) => Promise<Connection | OpenFailure>;
};

/** One request of the queue, until it is settled. */
type Job = {
  readonly request: ModbusRequest;
  readonly timeoutMs: number;
  /** Aborted by the caller's signal and by `close`. */
  readonly stop: AbortController;
};

/**
 * Sends requests one after another over one connection, which it replaces when it was lost. A read whose connection ended without an
 * answer is sent once more when that connection had worked before: some devices close after each reply, and their closing crosses
 * with the next request. A write never is.
 */
export class QueuedClient implements ModbusClient {
  readonly #options: QueueOptions;
  readonly #ending = new AbortController();
  readonly #jobs = new Set<Job>();
  readonly #waiting: (() => void)[] = [];
  #active = 0;
  #connection: Promise<Connection | OpenFailure>;
  #readyAtMs: number;
  #closesAfterReply = false;

  constructor(connection: Connection, options: QueueOptions) {
    this.#options = options;
    this.#connection = Promise.resolve(connection);
    this.#readyAtMs = performance.now() + options.pauseAfterConnectMs;
  }

  async request(request: ModbusRequest, { timeoutMs, signal }: RequestOptions): Promise<RequestResult> {
    // A request that cannot be encoded is a bug of the caller, who shall learn of it now.
    encodeRequest(request);
    if (this.#ending.signal.aborted || signal?.aborted === true) return { status: 'aborted', sent: false };
    const job = { request, timeoutMs, stop: new AbortController() };
    const onAbort = (): void => job.stop.abort();
    signal?.addEventListener('abort', onAbort);
    this.#jobs.add(job);
    try {
      return await this.#run(job);
    } finally {
      this.#jobs.delete(job);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async close(): Promise<void> {
    this.#ending.abort();
    for (const { stop } of this.#jobs) stop.abort();
    const connection = await this.#connection;
    if (!('kind' in connection)) await connection.close();
  }

  async #run(job: Job): Promise<RequestResult> {
    if (!(await this.#awaitTurn(job.stop.signal))) return { status: 'aborted', sent: false };
    try {
      return await this.#exchange(job);
    } finally {
      this.#active -= 1;
      this.#admit();
    }
  }

  /** Resolves to true when it is the request's turn, in the order of asking; to false when it is given up before. */
  #awaitTurn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        this.#active += 1;
        resolve(true);
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        resolve(false);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
      this.#admit();
    });
  }

  #admit(): void {
    const limit = this.#closesAfterReply ? 1 : this.#options.maxOutstanding;
    while (this.#active < limit) {
      const enter = this.#waiting.shift();
      if (enter === undefined) return;
      enter();
    }
  }

  async #exchange(job: Job): Promise<RequestResult> {
    const { request, stop } = job;
    for (let attempt = 1; ; attempt++) {
      const connection = await this.#openConnection(stop.signal);
      if (connection === undefined || stop.signal.aborted) return { status: 'aborted', sent: false };
      if ('kind' in connection) return { status: 'lost', sent: false, why: connection.why };
      await this.#awaitReady(connection, job);
      // It may have ended during the pause.
      if (!connection.isOpen && attempt < attempts) continue;
      const worked = connection.replies > 0;
      const result = await connection.exchange(request, { timeoutMs: job.timeoutMs, signal: stop.signal });
      this.#readyAtMs = performance.now() + this.#options.requestPauseMs;
      if (result.status === 'lost' && worked) this.#learn(connection);
      if (this.#closesAfterReply && connection.isOpen) await connection.close();
      if (result.status !== 'lost' || !worked || attempt === attempts) return result;
      if (result.sent && !isReadOnly(request)) return result;
    }
  }

  /** Gives the open connection, or another in place of one that ended; undefined when the signal came first. */
  async #openConnection(signal: AbortSignal): Promise<Connection | OpenFailure | undefined> {
    const known = this.#connection;
    const connection = await untilAborted(known, signal);
    if (connection === undefined || (!('kind' in connection) && connection.isOpen)) return connection;
    if (!('kind' in connection)) this.#learn(connection);
    // Others that wait for a connection wait for the same one.
    if (this.#connection === known) this.#connection = this.#reopen();
    return await untilAborted(this.#connection, signal);
  }

  async #reopen(): Promise<Connection | OpenFailure> {
    const connection = await this.#options.reopen(this.#ending.signal);
    if ('kind' in connection) return connection;
    this.#readyAtMs = Math.max(this.#readyAtMs, performance.now() + this.#options.pauseAfterConnectMs);
    // The client may have been closed in the same moment.
    if (this.#ending.signal.aborted) await connection.close();
    return connection;
  }

  /** A connection that ended after one reply belongs to a device that closes after each. */
  #learn({ replies }: Connection): void {
    if (replies === 1) this.#closesAfterReply = true;
  }

  async #awaitReady(connection: Connection, { request, stop }: Job): Promise<void> {
    // Whether the device closes after each reply is not known before the second request, and a write that crosses with the closing
    // would be left in doubt.
    const isInDoubt = connection.replies === 1 && !isReadOnly(request);
    const readyAtMs = Math.max(this.#readyAtMs, isInDoubt ? connection.lastReplyMs + closingTakesMs : 0);
    const waitMs = readyAtMs - performance.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: stop.signal }).catch(() => {});
  }
}

/** One, and one more after a connection that turned out to be over. */
const attempts = 2;

/** How long a device that closes after each reply is given to do so. */
const closingTakesMs = 20;

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(undefined);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
