import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Safeguard, SafeguardEnd, SafeguardOrder, SafeguardWatch } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';
import { explainFailure, runProgram } from '../driver/run-program.ts';
import { type Identity, sendable } from '../program/bootstrap.ts';
import { type Frame, parseFrames } from '../program/frame.ts';
import type { WaveStep } from '../program/wave-program.ts';
import type { Session } from '../transports/transport.ts';
import type { SafeguardContext } from './arm.ts';
import type { SafeguardPlace } from './place.ts';
import { confirmProgram, stateProgram, undoNowProgram } from './programs.ts';
import { readFailures } from './undo-program.ts';

/** What a safeguard that stands on a node was made of. */
export type StandingSafeguard = {
  readonly context: SafeguardContext;
  readonly identity: Identity;
  readonly place: SafeguardPlace;
  readonly order: SafeguardOrder;
  readonly steps: readonly WaveStep[];
  /** Marks the records of the program that undoes. */
  readonly nonce: string;
  /** On the clock of `performance.now()`; the node's own end is no earlier. */
  readonly endsAtMs: number;
};

/** A server that was told to read its configuration again does so a moment after it was told. */
const settleMs = 1000;
const attemptMs = 10_000;
const pauseMs = 2000;
const pollMs = 500;
const noAnswer = 'nothing answered in time';
/** A node that went back is there again within this time, or nobody can tell. */
const graceMs = 45_000;
const undoMs = 300_000;

/** A safeguard on a host. */
export class ShSafeguard implements Safeguard {
  readonly #made: StandingSafeguard;

  constructor(made: StandingSafeguard) {
    this.#made = made;
  }

  get place(): SafeguardPlace {
    return this.#made.place;
  }

  get identity(): Identity {
    return this.#made.identity;
  }

  async confirm(watch: SafeguardWatch): Promise<SafeguardEnd> {
    let why = noAnswer;
    let told = '';
    await this.#pause(settleMs, watch);
    while (this.#leftMs() > 0 && watch.signal?.aborted !== true) {
      const answer = await this.#confirmOnce(watch);
      if (typeof answer !== 'string') {
        if (answer.state === 'confirmed') return { kind: 'confirmed' };
        why = 'the time had passed on the node';
        break;
      }
      // The last attempt is cut short; an earlier one may have said more.
      if (answer !== noAnswer) why = answer.replace(/\.$/, '');
      if (why !== told)
        watch.onWaiting?.(
          `a new connection to confirm the changes, for ${Math.ceil(this.#leftMs() / 1000)} s (${why})`,
        );
      told = why;
      await this.#pause(Math.min(pauseMs, this.#leftMs()), watch);
    }
    if (watch.signal?.aborted === true) return this.giveUp('The run was interrupted.', watch);
    const withinSeconds = this.#made.order.withinMs / 1000;
    return this.#awaitUndo(`No new connection got through within ${withinSeconds} s: ${why}.`, watch);
  }

  async giveUp(why: string, watch: SafeguardWatch): Promise<SafeguardEnd> {
    const answer = await this.#reach(undoNowProgram(this.place));
    const isReached = typeof answer !== 'string';
    if (!isReached && this.#leftMs() > 0) {
      watch.onWaiting?.(`the node to undo the changes by itself, in ${Math.ceil(this.#leftMs() / 1000)} s`);
      await sleep(this.#leftMs());
    }
    return this.#awaitUndo(why, watch);
  }

  #leftMs(): number {
    return Math.max(0, this.#made.endsAtMs - performance.now());
  }

  async #pause(ms: number, { signal }: SafeguardWatch): Promise<void> {
    await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }

  /** Everything about it is new: the connection, the login, the sudo. */
  async #confirmOnce({ signal }: SafeguardWatch): Promise<Answer | string> {
    const limit = AbortSignal.timeout(Math.ceil(Math.min(attemptMs, this.#leftMs())));
    const both = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    const session = await this.#made.context.link.open(both);
    if ('code' in session) return limit.aborted ? noAnswer : session.detail;
    try {
      const answer = await this.#run(session, confirmProgram(this.place), both);
      return typeof answer === 'string' && limit.aborted ? noAnswer : answer;
    } finally {
      await session.close();
    }
  }

  /** Waits until the node has gone back, and tells what came of it. */
  async #awaitUndo(why: string, watch: SafeguardWatch): Promise<SafeguardEnd> {
    let reason = 'It did not answer again.';
    let untilMs = performance.now() + this.#leftMs() + graceMs;
    let isUndoing = false;
    watch.onWaiting?.('the node to undo the changes');
    while (performance.now() < untilMs) {
      const answer = await this.#reach(stateProgram(this.place));
      if (typeof answer === 'string') reason = `${answer.replace(/\.$/, '')}.`;
      else if (answer.state === 'undone') return { kind: 'undone', why, failures: this.#failures(answer) };
      else if (answer.state === 'gone')
        return { kind: 'unknown', why: 'Nothing of the safeguard is left on the node.' };
      else if (answer.state === 'undoing' && !isUndoing) {
        isUndoing = true;
        untilMs += undoMs;
      }
      await sleep(pollMs);
    }
    return { kind: 'unknown', why: `${why} ${reason}` };
  }

  #failures({ frames }: Answer): readonly string[] {
    const { context, identity, order, steps, nonce } = this.#made;
    const log = frames.find(({ name }) => name === 'log')?.bytes ?? Buffer.alloc(0);
    return readFailures(log, { order, steps, nonce }, { node: context.node, identity });
  }

  /** Runs a program through the open session or, where that is lost, through a new one, which takes its place. */
  async #reach(program: ShellText): Promise<Answer | string> {
    const { link } = this.#made.context;
    if (link.session.isOpen?.() !== false) {
      const answer = await this.#run(link.session, program, AbortSignal.timeout(attemptMs));
      if (typeof answer !== 'string' || !link.canOpen) return answer;
    }
    const session = await link.open(AbortSignal.timeout(attemptMs));
    if ('code' in session) return session.detail;
    link.takeOver(session);
    return this.#run(session, program, AbortSignal.timeout(attemptMs));
  }

  async #run(session: Session, text: ShellText, signal: AbortSignal): Promise<Answer | string> {
    const { context, identity } = this.#made;
    const nonce = randomBytes(16).toString('hex');
    const program = sendable(text, nonce, { identity, keepsInput: false });
    const result = await runProgram(session, program, { deadlineMs: attemptMs, signal });
    if (result.kind === 'failed') return result.diagnostic.detail;
    const parsed = parseFrames(result.stdout, nonce);
    if (parsed.kind === 'cut') return explainFailure(context.node, identity, result).detail;
    const state = parsed.frames.find(({ name }) => name === 'state')?.bytes.toString('latin1') ?? '';
    return { state, frames: parsed.frames };
  }
}

type Answer = { readonly state: string; readonly frames: readonly Frame[] };
