import type { ModbusReply, ModbusRequest } from '../codec/index.ts';

/** What came of one request. `why` is a clause without capital and full stop. */
export type RequestResult =
  | { readonly status: 'answered'; readonly reply: ModbusReply }
  /** The device's own refusal, or a gateway's; see `describeException`. */
  | { readonly status: 'exception'; readonly code: number }
  /** It was sent and no answer came in time; whether it took effect is not known. */
  | { readonly status: 'timed-out'; readonly why: string }
  /** There is no connection (any more). When it was not sent it certainly did not take effect. */
  | { readonly status: 'lost'; readonly sent: boolean; readonly why: string }
  /**
   * A reply came that cannot be one. The connection was closed, or with serial frames is used again only after silence. Whether the
   * request took effect is not known.
   */
  | { readonly status: 'malformed'; readonly why: string }
  /** The caller's signal, or `close`, ended it. */
  | { readonly status: 'aborted'; readonly sent: boolean };

export type RequestOptions = {
  /** How long the device may take, from sending to the whole reply; waiting for earlier requests does not count. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

/**
 * One connection to one endpoint, for all units behind it. Requests are sent in the order in which they were made; the connection is
 * opened again when it was lost and another request comes. What a network or a device does never throws; a request that
 * `requestProblem` names is a bug and does.
 */
export type ModbusClient = {
  request(request: ModbusRequest, options: RequestOptions): Promise<RequestResult>;
  /** Ends the connection; every request that is not settled is settled as aborted. */
  close(): Promise<void>;
};

export type ClientOptions = {
  /** How long opening the connection may take, each time. */
  readonly connectTimeoutMs: number;
  /** Requests under way at once; 1 unless said otherwise, and always 1 where frames are serial ones. */
  readonly maxOutstanding?: number;
  /** How long the device is left alone after the connection was opened. */
  readonly pauseAfterConnectMs?: number;
  /** How long the device is left alone between the end of one request and the next. */
  readonly requestPauseMs?: number;
  /**
   * Only for serial frames, which carry nothing to tell a late reply by: how long the line must have been silent after a request that
   * got no proper answer. 50 ms on a serial bus (or 3.5 characters if these take longer) and 200 ms behind a gateway unless said
   * otherwise; a device that may answer later than its time-out plus this needs a longer time-out.
   */
  readonly lateReplyMs?: number;
};

/** Why a connection could not be opened, as a clause, and what to do about it as a sentence where that is known. */
export type OpenFailure = { readonly kind: 'failed'; readonly why: string; readonly hint?: string };
