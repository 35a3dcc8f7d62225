import type { ModbusRequest } from '../codec/index.ts';
import type { RequestResult } from './client.ts';

/** A request that was sent. It settles once: by its reply, its deadline, its caller's signal or the end of its connection. */
export class Pending {
  readonly request: ModbusRequest;
  readonly result: Promise<RequestResult>;
  readonly #resolve: (result: RequestResult) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal;
  readonly #onAbort = (): void => this.settle({ status: 'aborted', sent: true });

  constructor(request: ModbusRequest, options: PendingOptions) {
    const { promise, resolve } = Promise.withResolvers<RequestResult>();
    this.request = request;
    this.result = promise;
    this.#resolve = resolve;
    this.#timer = setTimeout(
      () => this.settle({ status: 'timed-out', why: options.explainTimeout() }),
      options.deadlineMs,
    );
    this.#signal = options.signal;
    this.#signal.addEventListener('abort', this.#onAbort);
    if (this.#signal.aborted) this.#onAbort();
  }

  settle(result: RequestResult): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#resolve(result);
  }
}

export type PendingOptions = {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Asked when no reply came in time. */
  readonly explainTimeout: () => string;
};
