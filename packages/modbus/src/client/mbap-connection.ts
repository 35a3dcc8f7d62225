import {
  decodeReply,
  encodeMbap,
  encodeRequest,
  type MbapFrame,
  type ModbusRequest,
  parseMbap,
} from '../codec/index.ts';
import type { RequestResult } from './client.ts';
import type { Connection, ExchangeOptions } from './connection.ts';
import type { Link } from './link.ts';
import { Pending } from './pending.ts';

/**
 * A connection whose frames carry transaction numbers. A reply whose number nobody waits for any more, or ever did, is dropped: it is
 * late, a duplicate or another's. A reply that has the number of a request and cannot be its reply ends the connection.
 */
export class MbapConnection implements Connection {
  readonly #link: Link;
  readonly #nextTransaction: () => number;
  readonly #pending = new Map<number, Pending>();
  #received: Buffer = Buffer.alloc(0);
  #ended: string | undefined;
  #replies = 0;
  #lastReplyMs = 0;

  /** `nextTransaction` gives the numbers of one client, so that they do not begin again with each connection. */
  constructor(link: Link, nextTransaction: () => number) {
    this.#link = link;
    this.#nextTransaction = nextTransaction;
    link.listen({ onBytes: (bytes) => this.#take(bytes), onEnd: (why) => this.#end(why) });
  }

  get isOpen(): boolean {
    return this.#ended === undefined;
  }

  get replies(): number {
    return this.#replies;
  }

  get lastReplyMs(): number {
    return this.#lastReplyMs;
  }

  async exchange(request: ModbusRequest, { timeoutMs, signal }: ExchangeOptions): Promise<RequestResult> {
    if (this.#ended !== undefined) return { status: 'lost', sent: false, why: this.#ended };
    const transaction = this.#freeTransaction();
    const explainTimeout = (): string => this.#explainTimeout(timeoutMs);
    const pending = new Pending(request, { deadlineMs: timeoutMs, signal, explainTimeout });
    this.#pending.set(transaction, pending);
    this.#link.send(encodeMbap({ transaction, unit: request.unit, pdu: encodeRequest(request) }));
    const result = await pending.result;
    this.#pending.delete(transaction);
    // Where the frame would end cannot be relied on when half of it is all that came.
    if (this.#isCutOff(result)) await this.#abandon('the device sent half a reply');
    return result;
  }

  async close(): Promise<void> {
    this.#ended ??= 'the client was closed';
    for (const pending of this.#pending.values()) pending.settle({ status: 'aborted', sent: true });
    await this.#link.close();
  }

  #freeTransaction(): number {
    for (;;) {
      const transaction = this.#nextTransaction();
      if (!this.#pending.has(transaction)) return transaction;
    }
  }

  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    while (this.#ended === undefined) {
      const parsed = parseMbap(this.#received);
      if (parsed.kind === 'incomplete') return;
      if (parsed.kind === 'broken') return this.#refuse(`what the device sent is not Modbus: ${parsed.why}`);
      this.#received = parsed.rest;
      this.#deliver(parsed.frame);
    }
  }

  #deliver({ transaction, unit, pdu }: MbapFrame): void {
    const pending = this.#pending.get(transaction);
    if (pending === undefined) return;
    const { request } = pending;
    if (unit !== request.unit) {
      return this.#refuseReply(pending, `unit ${request.unit} was asked and unit ${unit} answered`);
    }
    const decoded = decodeReply(request, pdu);
    if (decoded.kind === 'malformed') return this.#refuseReply(pending, decoded.why);
    this.#replies += 1;
    this.#lastReplyMs = performance.now();
    this.#pending.delete(transaction);
    if (decoded.kind === 'exception') pending.settle({ status: 'exception', code: decoded.code });
    else pending.settle({ status: 'answered', reply: decoded.reply });
  }

  /** Everybody who waits learns of bytes that belong to nobody. */
  #refuse(why: string): void {
    for (const pending of this.#pending.values()) pending.settle({ status: 'malformed', why });
    void this.#abandon(why);
  }

  #refuseReply(pending: Pending, why: string): void {
    pending.settle({ status: 'malformed', why });
    void this.#abandon('the device sent a reply that cannot be one');
  }

  #end(why: string): void {
    this.#ended ??= this.#received.length === 0 ? why : `${why} within a reply`;
    for (const pending of this.#pending.values()) pending.settle({ status: 'lost', sent: true, why: this.#ended });
  }

  #abandon(why: string): Promise<void> {
    this.#end(why);
    return this.#link.close();
  }

  #isCutOff(result: RequestResult): boolean {
    const gaveUp = result.status === 'timed-out' || result.status === 'aborted';
    return gaveUp && this.#received.length > 0 && this.#ended === undefined;
  }

  #explainTimeout(timeoutMs: number): string {
    const part = this.#received.length;
    if (part > 0) return `the device sent ${part} bytes, which is not a whole reply, within ${timeoutMs} ms`;
    return `the device did not answer within ${timeoutMs} ms`;
  }
}
