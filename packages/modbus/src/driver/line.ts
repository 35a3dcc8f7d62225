import type { RequestResult } from '../client/client.ts';
import type { Endpoint } from '../client/endpoint.ts';
import { type ModbusClient, openClient } from '../client/index.ts';
import type { ModbusRequest } from '../codec/index.ts';
import type { ModbusSettings } from './settings.ts';

/** What came of a request: also that there is no connection to send it over. */
export type LineResult =
  | RequestResult
  | { readonly status: 'unreachable'; readonly why: string; readonly hint?: string };

/** An unused connection is closed after this time: many devices serve one client only, and a person may read the plan for an hour. */
const idleMs = 1000;

/**
 * The one connection to an endpoint, shared by all its units. It is opened by the first request, closed when it is not used, and
 * opened again by the next.
 */
export class Line {
  readonly #endpoint: Endpoint;
  readonly #settings: ModbusSettings;
  readonly #onUnused: () => void;
  #client: Promise<ModbusClient | UnreachableResult> | undefined;
  #closed: Promise<void> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #pending = 0;
  #users = 0;

  constructor(settings: ModbusSettings, onUnused: () => void) {
    this.#endpoint = settings.endpoint;
    this.#settings = settings;
    this.#onUnused = onUnused;
  }

  /** One more channel uses the line; it must `leave` once. */
  join(): this {
    this.#users += 1;
    return this;
  }

  async request(
    request: ModbusRequest,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<LineResult> {
    clearTimeout(this.#idle);
    this.#pending += 1;
    try {
      const client = await this.#open();
      return 'status' in client ? client : await client.request(request, options);
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) this.#idle = setTimeout(() => void this.#disconnect(), idleMs).unref();
    }
  }

  /** The last channel to leave closes the connection. */
  async leave(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#onUnused();
    clearTimeout(this.#idle);
    // What is still under way is of no use to anybody any more; closing settles it.
    await this.#disconnect();
  }

  #open(): Promise<ModbusClient | UnreachableResult> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<ModbusClient | UnreachableResult> {
    const { connectTimeoutMs, maxOutstanding, pauseAfterConnectMs, requestPauseMs } = this.#settings;
    const options = { connectTimeoutMs, maxOutstanding, pauseAfterConnectMs, requestPauseMs };
    // A device that serves one client only would refuse the new connection while the old one is still closing.
    await this.#closed;
    const opened = await openClient(this.#endpoint, options);
    if (opened.kind === 'open') return opened.client;
    this.#client = undefined;
    return { status: 'unreachable', why: opened.why, ...(opened.hint === undefined ? {} : { hint: opened.hint }) };
  }

  #disconnect(): Promise<void> {
    const open = this.#client;
    this.#client = undefined;
    if (open !== undefined) this.#closed = this.#closed.then(() => close(open));
    return this.#closed;
  }
}

async function close(open: Promise<ModbusClient | UnreachableResult>): Promise<void> {
  const client = await open;
  if (!('status' in client)) await client.close();
}

type UnreachableResult = Extract<LineResult, { readonly status: 'unreachable' }>;

/** The lines of a run by endpoint. */
export type Lines = { readonly join: (settings: ModbusSettings) => Line };

/** Makes the lines of one run: units behind the same endpoint get the same line. */
export function createLines(): Lines {
  const lines = new Map<string, Line>();
  return {
    join: (settings) => {
      const key = JSON.stringify(settings.endpoint);
      const line = lines.get(key) ?? new Line(settings, () => lines.delete(key));
      lines.set(key, line);
      return line.join();
    },
  };
}
