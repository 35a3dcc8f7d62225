import type { Outcome } from '@setpoint/model';
import { SqlFailure, type SqlSession } from '../session/session.ts';
import type { ExecuteContext } from './execute.ts';
import { findMoved } from './guard.ts';
import { dropLeftOverIndex } from './left-over-index.ts';
import type { ScriptAction, ScriptStatement } from './script-action.ts';
import { type Conditions, conditionsOf } from './script-conditions.ts';

/** What one script runs with. */
export type ScriptContext = ExecuteContext & {
  readonly signal: AbortSignal;
  readonly onWaiting: (message: string) => void;
};

/** Runs one script: guarded, under the node's lock, tried again where somebody else's lock stood in the way. Never throws. */
export async function runScript(action: ScriptAction, context: ScriptContext): Promise<Outcome> {
  const startedMs = performance.now();
  const run = new ScriptRun(action, context);
  try {
    const refusal = await run.open();
    if (refusal !== undefined) return { status: 'refused', reason: refusal };
    await run.perform();
    return { status: 'done', durationMs: since(startedMs), detail: run.detail() };
  } catch (error) {
    if (error instanceof Offence)
      return { status: 'failed', durationMs: since(startedMs), reason: run.explain(error.message) };
    if (!(error instanceof SqlFailure)) throw error;
    if (error.isLost && run.hasBegun) return { status: 'unknown', reason: run.explainLoss(error) };
    return { status: 'failed', durationMs: since(startedMs), reason: run.explain(describe(error)) };
  }
}

function since(startedMs: number): number {
  return Math.round(performance.now() - startedMs);
}

function describe({ message, detail, sqlState }: SqlFailure): string {
  const more = detail === undefined || message.includes(detail) ? '' : ` ${detail.replace(/\.$/, '')}.`;
  return `${message.replace(/\.$/, '')}.${more} (SQLSTATE ${sqlState})`;
}

/** A question around a statement was answered so that the statement may not be run, or did not work out. */
class Offence extends Error {}

/** One script on its way through its tries. */
class ScriptRun {
  hasBegun = false;
  readonly #action: ScriptAction;
  readonly #context: ScriptContext;
  #session: SqlSession | undefined;
  #conditions: Conditions | undefined;
  /** Of the statement that is run next. Behind it, what ran alone stays done. */
  #next = 0;
  #tries = 0;
  #isCommitting = false;

  constructor(action: ScriptAction, context: ScriptContext) {
    this.#action = action;
    this.#context = context;
  }

  /** Opens the session and looks whether everything is as planned; a sentence's part that tells why not. */
  async open(): Promise<string | undefined> {
    const { pool, lock } = this.#context;
    const session = await pool.get(this.#action.database);
    this.#session = session;
    this.#conditions = conditionsOf(session.server, this.#action.lockTimeoutMs);
    const held = await lock.ensure(session);
    if (held.kind === 'taken')
      return `${session.server.database} is being changed by ${held.by?.who ?? 'another apply'}; nothing was written`;
    return this.#action.guard === null ? undefined : await findMoved(session, this.#action.guard);
  }

  async perform(): Promise<void> {
    for (;;) {
      this.#tries += 1;
      try {
        return await this.#attempt();
      } catch (error) {
        await this.#recover();
        if (!(error instanceof SqlFailure) || !this.#mayRetry(error)) throw error;
        await this.#waitForOthers();
      }
    }
  }

  detail(): string {
    const count = this.#action.statements.length;
    const retries = this.#tries - 1;
    const statements = `${count} ${count === 1 ? 'statement' : 'statements'}`;
    return retries === 0 ? statements : `${statements}, ${retries} ${retries === 1 ? 'retry' : 'retries'}`;
  }

  explain(what: string): string {
    const count = this.#action.statements.length;
    const where = count > 1 && this.hasBegun ? `statement ${this.#next + 1} of ${count}: ` : '';
    const tried = this.#tries > 1 ? ` It was tried ${this.#tries} times.` : '';
    return `${where}${what}${tried} ${this.#left()}${this.#excerpt()}`;
  }

  explainLoss({ message }: SqlFailure): string {
    if (this.#isCommitting) return `the connection was lost while the transaction was being committed (${message})`;
    if (this.#action.isTransaction)
      return `the connection was lost before the transaction was committed (${message}); the server rolls it back`;
    return `the connection was lost while the statement ran (${message}); the server may still finish it.${this.#excerpt()}`;
  }

  #left(): string {
    if (!this.hasBegun) return 'Nothing was written.';
    if (this.#action.isTransaction) return 'The transaction was rolled back: nothing of it was done.';
    if (this.#next === 0) return 'The statement was not done.';
    return this.#next === 1 ? 'The statement before it is done.' : `The ${this.#next} statements before it are done.`;
  }

  #excerpt(): string {
    const text = this.#action.statements[this.#next]?.text.replaceAll(/\s+/g, ' ') ?? '';
    if (!this.hasBegun || text === '') return '';
    return ` Statement: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
  }

  async #attempt(): Promise<void> {
    const { session, conditions } = this.#ready();
    const { isTransaction, statements } = this.#action;
    if (!isTransaction) return await this.#runAlone();
    this.#next = 0;
    this.#isCommitting = false;
    await session.run(conditions.begin);
    this.hasBegun = true;
    for (const statement of statements) {
      await session.run(conditions.limitWithin(statement.timeoutMs));
      await this.#runStatement(statement);
      this.#next += 1;
    }
    this.#isCommitting = true;
    await session.run('COMMIT');
  }

  async #runAlone(): Promise<void> {
    const { session, conditions } = this.#ready();
    for (const statement of this.#action.statements.slice(this.#next)) {
      await session.run(conditions.limitAlone(statement));
      this.hasBegun = true;
      await this.#runStatement(statement);
      this.#next += 1;
    }
    await session.run(conditions.unlimited);
  }

  async #runStatement({ text, timeoutMs, precheck, postcheck }: ScriptStatement): Promise<void> {
    const { session } = this.#ready();
    const { signal } = this.#context;
    if (precheck !== null) {
      const rows = await session.read(precheck.text, { timeoutMs, signal });
      if (rows.length > 0) throw new Offence(`${precheck.offence}, so the statement was not begun.`);
    }
    // The server's own limit is to be the first one: then it tells what it was.
    await session.run(text, { timeoutMs: timeoutMs + graceMs, signal });
    if (postcheck === null) return;
    const rows = await session.read(postcheck.text, { timeoutMs, signal });
    if (rows.length === 0) throw new Offence(`${postcheck.offence}.`);
  }

  /** Takes back what a try has left, so that the next one, or the next run, begins where nothing was. */
  async #recover(): Promise<void> {
    const { session, conditions } = this.#ready();
    try {
      if (!session.isOpen()) return;
      if (this.#action.isTransaction) {
        await session.run('ROLLBACK');
        return;
      }
      const statement = this.#action.statements[this.#next];
      if (statement !== undefined) await dropLeftOverIndex(session, statement.text);
      await session.run(conditions.unlimited);
    } catch (error) {
      // What it was about is told; that the connection is gone as well shows with the next use.
      if (!(error instanceof SqlFailure)) throw error;
    }
  }

  #mayRetry(failure: SqlFailure): boolean {
    if (failure.isLost || this.#context.signal.aborted || this.#tries > this.#action.retries) return false;
    return isStoodInTheWay(failure) && this.#ready().session.isOpen();
  }

  async #waitForOthers(): Promise<void> {
    const { signal, onWaiting } = this.#context;
    const { lockTimeoutMs, retries } = this.#action;
    onWaiting(
      `another session holds a lock for longer than ${lockTimeoutMs / 1000} s; try ${this.#tries + 1} of ${retries + 1}`,
    );
    // Others who wait for the same lock are not to come back at the same moment.
    const pauseMs = Math.min(firstPauseMs * 2 ** (this.#tries - 1), longestPauseMs) * (0.5 + Math.random() / 2);
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, pauseMs);
      signal.addEventListener('abort', end, { once: true });
    });
  }

  #ready(): { readonly session: SqlSession; readonly conditions: Conditions } {
    const [session, conditions] = [this.#session, this.#conditions];
    if (session === undefined || conditions === undefined) throw new Error('A script runs before it is opened.');
    return { session, conditions };
  }
}

const graceMs = 2000;
const firstPauseMs = 500;
const longestPauseMs = 10_000;

/** A lock was not had in time, or a deadlock was broken: another try may get further. */
function isStoodInTheWay({ sqlState, errno }: SqlFailure): boolean {
  return sqlState === '55P03' || sqlState === '40P01' || errno === 1205 || errno === 1213;
}
