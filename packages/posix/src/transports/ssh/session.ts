import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NodeMarks } from '@setpoint/model';
import type { ClientChannel } from 'ssh2';
import type { ConnectFailure } from '../connect-failure.ts';
import { settleWithin, timedOut } from '../deadline.ts';
import { type FailurePlace, failureDiagnostic } from '../failure-diagnostic.ts';
import { fingerprint, keyTypeOf } from '../known-hosts/fingerprint.ts';
import { Slots } from '../slots.ts';
import type { ForwardTarget, RemoteProcess, Session, StartResult } from '../transport.ts';
import type { SshConnection } from './connection.ts';
import { processFrom } from './process.ts';

/** Commands on one SSH connection, at most a few at once: sshd refuses more sessions than MaxSessions, 10 by default. */
export class SshSession implements Session {
  readonly #connection: SshConnection;
  readonly #place: FailurePlace;
  readonly #channels = new Slots(channelsAtOnce);

  constructor(connection: SshConnection, place: FailurePlace) {
    this.#connection = connection;
    this.#place = place;
  }

  async start(command: string): Promise<StartResult> {
    if (!(await this.#channels.take(channelWaitMs))) {
      return this.#failed({ kind: 'no-channel', reason: `no channel became free within ${channelWaitMs / 1000} s` });
    }
    const started = await this.#startPatiently(command);
    if (typeof started === 'string') {
      this.#channels.release();
      const { lostReason } = this.#connection;
      if (lostReason !== undefined) return this.#failed({ kind: 'ended', reason: lostReason });
      return this.#failed({ kind: 'no-channel', reason: started });
    }
    return { kind: 'started', process: started };
  }

  /** Forwarded streams are not sessions: MaxSessions does not count them. */
  forward(to: ForwardTarget): Promise<Duplex | string> {
    return to.kind === 'tcp'
      ? this.#connection.openForward(to.host, to.port, openTimeoutMs)
      : this.#connection.openSocketForward(to.path, openTimeoutMs);
  }

  get marks(): NodeMarks {
    const { hostKey } = this.#connection;
    return hostKey === undefined ? {} : { [`SSH host key (${keyTypeOf(hostKey)})`]: fingerprint(hostKey) };
  }

  isOpen(): boolean {
    return this.#connection.lostReason === undefined;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  /** The server may still be clearing away a channel that was given up: a refused one is asked for again, with growing pauses. */
  async #startPatiently(command: string): Promise<RemoteProcess | string> {
    for (let attempt = 1; ; attempt += 1) {
      const { lostReason } = this.#connection;
      if (lostReason !== undefined) return lostReason;
      const opened = await this.#startOnce(command);
      if (opened.kind === 'started') return opened.process;
      if (!opened.mayRetry || attempt === openAttempts) return opened.reason;
      await sleep(firstPauseMs * 2 ** (attempt - 1));
    }
  }

  async #startOnce(command: string): Promise<Opened> {
    let isLate = false;
    const opening = new Promise<Opened>((resolve) => {
      const stopListening = this.#connection.onLost((reason) => resolve({ kind: 'refused', reason, mayRetry: false }));
      const answer = (error: unknown, channel: ClientChannel): void => {
        stopListening();
        if (error instanceof Error) resolve(refusal(error));
        else if (isLate) channel.close();
        // The process is made in the callback itself: an exit record that arrives with the answer would be missed later.
        else
          resolve({ kind: 'started', process: processFrom(channel, this.#connection, () => this.#channels.release()) });
      };
      try {
        this.#connection.client.exec(command, answer);
      } catch (error) {
        resolve(refusal(error instanceof Error ? error : new Error(String(error))));
      }
    });
    const opened = await settleWithin(opening, openTimeoutMs);
    if (opened !== timedOut) return opened;
    isLate = true;
    return { kind: 'refused', reason: `the server did not answer within ${openTimeoutMs / 1000} s`, mayRetry: false };
  }

  #failed(failure: ConnectFailure): StartResult {
    return { kind: 'failed', diagnostic: failureDiagnostic(failure, this.#place) };
  }
}

type Opened =
  | { readonly kind: 'started'; readonly process: RemoteProcess }
  | { readonly kind: 'refused'; readonly reason: string; readonly mayRetry: boolean };

const channelsAtOnce = 4;
const channelWaitMs = 60_000;
const openTimeoutMs = 20_000;
const openAttempts = 6;
const firstPauseMs = 100;

function refusal(error: Error): Opened {
  const isOpenFailure = /channel open failure/i.test(error.message);
  return { kind: 'refused', reason: error.message.replace(/^\(SSH\) /, ''), mayRetry: isOpenFailure };
}
