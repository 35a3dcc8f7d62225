import type { Duplex } from 'node:stream';
import type { Client, ClientChannel } from 'ssh2';
import { settleWithin, timedOut } from '../deadline.ts';
import { carrierFrom } from './pipes.ts';

/** What a connection is made of. */
export type ConnectionParts = {
  readonly client: Client;
  readonly carrier: Duplex;
  /** Gives back what carried it: a jump host's connection, a proxy's process. */
  readonly release: () => Promise<void>;
  /** A peer that sends nothing for this long, though probed, is dead. */
  readonly silenceLimitMs: number;
  /** The host key that was accepted, in SSH wire format. */
  readonly hostKey?: Buffer;
};

/** One logged-in SSH connection: notices that it is lost and tells everybody once. */
export class SshConnection {
  readonly client: Client;
  readonly #parts: ConnectionParts;
  readonly #listeners = new Set<(reason: string) => void>();
  readonly #watch: NodeJS.Timeout;
  #heardAtMs = performance.now();
  #lostReason: string | undefined;

  constructor(parts: ConnectionParts) {
    this.client = parts.client;
    this.#parts = parts;
    parts.carrier.on('data', () => {
      this.#heardAtMs = performance.now();
    });
    parts.client.on('error', (error) => this.lose(error.message));
    parts.client.once('close', () => this.lose('the other side closed it'));
    this.#watch = setInterval(() => this.#checkSilence(), checkIntervalMs);
  }

  /** The host key that was accepted, in SSH wire format; undefined when none was asked for. */
  get hostKey(): Buffer | undefined {
    return this.#parts.hostKey;
  }

  /** Why the connection is lost; undefined while it stands. */
  get lostReason(): string | undefined {
    return this.#lostReason;
  }

  /** Calls back once when the connection is lost; gives a way to stop listening. */
  onLost(listener: (reason: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the connection at once; everything that runs on it is lost. */
  lose(reason: string): void {
    if (this.#lostReason !== undefined) return;
    this.#lostReason = reason;
    clearInterval(this.#watch);
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
    this.#parts.carrier.destroy();
    void this.#parts.release();
  }

  /** Says goodbye to the server, waits shortly for it to hang up, and leaves no socket behind. */
  async close(): Promise<void> {
    if (this.#lostReason === undefined) {
      const ended = new Promise<void>((resolve) => this.client.once('close', resolve));
      this.client.end();
      await settleWithin(ended, goodbyeTimeoutMs);
    }
    this.lose('it was closed');
    await this.#parts.release();
  }

  /** Opens a way through this host to another address; a failure is told as text. */
  async openForward(host: string, port: number, timeoutMs: number): Promise<Duplex | string> {
    return this.#openStream(timeoutMs, (done) => this.client.forwardOut('127.0.0.1', 0, host, port, done));
  }

  /** Opens a way to a Unix socket of this host, as the login account; a failure is told as text. */
  async openSocketForward(path: string, timeoutMs: number): Promise<Duplex | string> {
    return this.#openStream(timeoutMs, (done) => this.client.openssh_forwardOutStreamLocal(path, done));
  }

  async #openStream(timeoutMs: number, ask: (done: ChannelCallback) => void): Promise<Duplex | string> {
    if (this.#lostReason !== undefined) return this.#lostReason;
    const opened = await settleWithin(forward(ask), timeoutMs);
    return opened === timedOut ? `nothing answered within ${timeoutMs / 1000} s` : opened;
  }

  #checkSilence(): void {
    const silentMs = performance.now() - this.#heardAtMs;
    if (silentMs < this.#parts.silenceLimitMs) return;
    this.lose(`the other side has been silent for ${Math.round(silentMs / 1000)} s`);
  }
}

type ChannelCallback = (error: Error | undefined, channel: ClientChannel) => void;

const checkIntervalMs = 1000;
const goodbyeTimeoutMs = 1000;

/** The stream is made in the callback itself: what arrives with the answer would be missed a moment later. */
function forward(ask: (done: ChannelCallback) => void): Promise<Duplex | string> {
  return new Promise((resolve) => {
    try {
      ask((error, channel) => {
        resolve(error instanceof Error ? forwardProblem(error) : carrierFrom(channel));
      });
    } catch (error) {
      resolve(forwardProblem(error));
    }
  });
}

function forwardProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^\(SSH\) Channel open failure: ?/, '') || 'the way was refused';
}
