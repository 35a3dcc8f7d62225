import { existsSync } from 'node:fs';
import { type CarriedCommand, type CarrierRole, startCarried } from './carried-process.ts';
import type { ConnectFailure } from './connect-failure.ts';
import { settleWithin } from './deadline.ts';
import { type FailurePlace, failureDiagnostic } from './failure-diagnostic.ts';
import { Slots } from './slots.ts';
import { definedOnly } from './ssh-config/resolver.ts';
import type { RemoteProcess, Session, StartResult, TransportContext } from './transport.ts';

/** How a session turns a command line into a program on this machine. */
export type CarriedSessionOptions = {
  /** Program and arguments for one command line; the program comes first. */
  readonly argv: (command: string) => readonly [string, ...string[]];
  readonly role: CarrierRole;
  readonly place: FailurePlace;
  /** How many commands may run at once. */
  readonly parallel: number;
};

/** Commands that are carried by programs of this machine; closing ends those that still run. */
export class CarriedSession implements Session {
  readonly #options: CarriedSessionOptions;
  readonly #world: Pick<CarriedCommand, 'cwd' | 'env'>;
  readonly #slots: Slots;
  readonly #running = new Map<RemoteProcess, Promise<void>>();
  #isClosed = false;

  constructor(options: CarriedSessionOptions, { home, env }: TransportContext) {
    this.#options = options;
    this.#slots = new Slots(options.parallel);
    // A login starts in the home directory, or in the root where that is missing.
    this.#world = { cwd: existsSync(home) ? home : '/', env: definedOnly(env) };
  }

  async start(command: string): Promise<StartResult> {
    if (!(await this.#slots.take(slotWaitMs))) {
      return this.#failed({ kind: 'no-channel', reason: `all were busy for ${slotWaitMs / 1000} s` });
    }
    const started = await this.#run(command);
    if (started.kind === 'failed') this.#slots.release();
    return started;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const process of this.#running.keys()) process.abandon('the session was closed');
    await settleWithin(Promise.all(this.#running.values()), closeTimeoutMs);
  }

  async #run(command: string): Promise<StartResult> {
    if (this.#isClosed) return this.#failed({ kind: 'ended', reason: 'it was closed' });
    const [program, ...args] = this.#options.argv(command);
    const started = await startCarried({ program, args, ...this.#world, role: this.#options.role });
    if (started.kind === 'failed') return this.#failed({ kind: 'program', program, reason: started.reason });
    const { process, ended } = started;
    this.#running.set(process, ended);
    void process.exited.then(() => this.#slots.release());
    void ended.then(() => this.#running.delete(process));
    return { kind: 'started', process };
  }

  #failed(failure: ConnectFailure): StartResult {
    return { kind: 'failed', diagnostic: failureDiagnostic(failure, this.#options.place) };
  }
}

const slotWaitMs = 60_000;
/** Killed processes end at once, unless they hang in the kernel. */
const closeTimeoutMs = 2000;
