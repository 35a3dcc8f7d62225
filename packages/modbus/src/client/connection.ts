import type { ModbusRequest } from '../codec/index.ts';
import type { RequestResult } from './client.ts';

/** One open connection with its framing. When it has ended it stays so; another is opened in its place. */
export type Connection = {
  readonly isOpen: boolean;
  /** How many requests the device replied to over this connection. */
  readonly replies: number;
  /** When the last reply came, by the clock of `performance.now`. */
  readonly lastReplyMs: number;
  exchange(request: ModbusRequest, options: ExchangeOptions): Promise<RequestResult>;
  /** Settles what is under way as aborted. */
  close(): Promise<void>;
};

export type ExchangeOptions = { readonly timeoutMs: number; readonly signal: AbortSignal };
