import { setTimeout as sleep } from 'node:timers/promises';
import {
  decodeReply,
  encodeRequest,
  encodeRtu,
  functionCodeOf,
  isReadOnly,
  longestRtuReply,
  type ModbusRequest,
  parseRtuReply,
} from '../codec/index.ts';
import type { RequestResult } from './client.ts';
import type { Connection, ExchangeOptions } from './connection.ts';
import type { Link } from './link.ts';
import { Pending } from './pending.ts';

/** How the line behind a connection behaves. */
export type RtuTiming = {
  /** How long one byte is on the wire; 0 when a gateway keeps that to itself. */
  readonly byteMs: number;
  /** The silence before a request. */
  readonly gapMs: number;
  /** The silence before a request when the one before got no proper answer. */
  readonly lateReplyMs: number;
  /** Whether everything that is sent is received too. */
  readonly echo: boolean;
};

/**
 * A connection whose frames are serial ones. They carry nothing to tell replies apart by, so there is one request at a time, what came
 * before it is thrown away, and after a request without a proper answer the line must have been silent for a while.
 */
export class RtuConnection implements Connection {
  readonly #link: Link;
  readonly #timing: RtuTiming;
  #pending: Pending | undefined;
  #received: Buffer = Buffer.alloc(0);
  #sent: Buffer = Buffer.alloc(0);
  #echoMissing = false;
  #ended: string | undefined;
  #replies = 0;
  #lastReplyMs = 0;
  /** No request is sent before this time. */
  #silentUntilMs: number;
  #silenceMs: number;

  /** A connection opened in place of a lost one begins with the silence for late replies: the bus behind it is the same. */
  constructor(link: Link, timing: RtuTiming, isReplacement: boolean) {
    this.#link = link;
    this.#timing = timing;
    this.#silenceMs = isReplacement ? timing.lateReplyMs : 0;
    this.#silentUntilMs = performance.now() + this.#silenceMs;
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
    const isForAll = request.unit === broadcastUnit;
    if (isForAll && (isReadOnly(request) || request.kind === 'read-write')) {
      return { status: 'lost', sent: false, why: 'unit 0 is all devices of the bus, and none of them answers' };
    }
    const kept = await this.#awaitSilence(timeoutMs, signal);
    if (kept !== undefined) return kept;
    this.#sent = encodeRtu({ unit: request.unit, pdu: encodeRequest(request) });
    this.#received = Buffer.alloc(0);
    this.#echoMissing = this.#timing.echo;
    const wireMs = this.#timing.byteMs * (this.#sent.length * (this.#timing.echo ? 2 : 1) + longestRtuReply(request));
    const explainTimeout = (): string => this.#explainTimeout(timeoutMs);
    const deadlineMs = wireMs + (isForAll ? turnaroundMs : timeoutMs);
    const pending = new Pending(request, { deadlineMs, signal, explainTimeout });
    this.#pending = pending;
    this.#link.send(this.#sent);
    const result = await pending.result;
    this.#pending = undefined;
    this.#keepSilence(result.status === 'answered' || result.status === 'exception');
    return isForAll && result.status === 'timed-out' ? { status: 'answered', reply: { kind: 'written' } } : result;
  }

  async close(): Promise<void> {
    this.#ended ??= 'the client was closed';
    this.#pending?.settle({ status: 'aborted', sent: true });
    await this.#link.close();
  }

  /** Resolves to the result of a request that could not be sent, or undefined when the line is silent. */
  async #awaitSilence(timeoutMs: number, signal: AbortSignal): Promise<RequestResult | undefined> {
    const giveUpMs = performance.now() + timeoutMs + this.#silenceMs;
    for (;;) {
      if (this.#ended !== undefined) return { status: 'lost', sent: false, why: this.#ended };
      if (signal.aborted) return { status: 'aborted', sent: false };
      const nowMs = performance.now();
      if (nowMs >= this.#silentUntilMs) return undefined;
      if (nowMs >= giveUpMs) {
        return { status: 'lost', sent: false, why: 'the line is never silent: something else sends on it' };
      }
      await sleep(Math.min(this.#silentUntilMs, giveUpMs) - nowMs, undefined, { signal }).catch(() => {});
    }
  }

  #keepSilence(wasProper: boolean): void {
    this.#silenceMs = wasProper ? this.#timing.gapMs : this.#timing.lateReplyMs;
    this.#silentUntilMs = performance.now() + this.#silenceMs;
  }

  #take(bytes: Buffer): void {
    this.#silentUntilMs = performance.now() + this.#silenceMs;
    const pending = this.#pending;
    // What comes between requests is late or another's.
    if (pending === undefined) return;
    this.#received = Buffer.concat([this.#received, bytes]);
    if (this.#echoMissing && !this.#takeEcho(pending)) return;
    if (pending.request.unit === broadcastUnit) return;
    const { unit } = pending.request;
    const parsed = parseRtuReply(this.#received, { unit, code: functionCodeOf(pending.request) });
    if (parsed.kind === 'frame') return this.#deliver(pending, parsed.frame.pdu);
    if (parsed.kind === 'broken') return this.#refuse(pending, parsed.why);
    if (this.#received.length > longestBabble) {
      this.#refuse(pending, `${this.#received.length} bytes came without a reply among them`);
    }
  }

  /** Takes what was sent from the front of what came; false until it is complete, or when it is something else. */
  #takeEcho(pending: Pending): boolean {
    if (this.#received.length < this.#sent.length) return false;
    const echo = this.#received.subarray(0, this.#sent.length);
    if (!echo.equals(this.#sent)) {
      this.#refuse(pending, 'the line did not echo what was sent: two senders collide, or it has no echo');
      return false;
    }
    this.#received = this.#received.subarray(echo.length);
    this.#echoMissing = false;
    return true;
  }

  #deliver(pending: Pending, pdu: Buffer): void {
    const decoded = decodeReply(pending.request, pdu);
    if (decoded.kind === 'malformed') return this.#refuse(pending, decoded.why);
    this.#replies += 1;
    this.#lastReplyMs = performance.now();
    if (decoded.kind === 'exception') pending.settle({ status: 'exception', code: decoded.code });
    else pending.settle({ status: 'answered', reply: decoded.reply });
  }

  #refuse(pending: Pending, why: string): void {
    pending.settle({ status: 'malformed', why });
  }

  #end(why: string): void {
    this.#ended ??= why;
    this.#pending?.settle({ status: 'lost', sent: true, why: this.#ended });
  }

  #explainTimeout(timeoutMs: number): string {
    const part = this.#received.length;
    if (this.#echoMissing && part === 0) return `not even the echo of the request came within ${timeoutMs} ms`;
    if (part > 0) return `${part} bytes came, which are not a whole reply of this unit, within ${timeoutMs} ms`;
    return `the device did not answer within ${timeoutMs} ms`;
  }
}

const broadcastUnit = 0;

/** How long devices may take for a request to all of them (Modbus over serial line V1.02, 2.4.1: 100 to 200 ms). */
const turnaroundMs = 200;

/** Several of the longest frames; more than that is another conversation, or noise. */
const longestBabble = 1024;
