import type { Outcome } from '@setpoint/model';
import { SqlFailure } from '../../session/session.ts';
import { runScript, type ScriptContext } from '../run-script.ts';
import type { ScriptAction } from '../script-action.ts';
import { selectIn, statementsIn } from './given-sql.ts';
import { hasRows } from './probe.ts';
import type { QueryAction } from './query-action.ts';

/** Asks the guards of a query action again and runs its statements when they are still needed. Never throws. */
export async function runQuery(action: QueryAction, context: ScriptContext): Promise<Outcome> {
  const startedMs = performance.now();
  const end = (outcome: Pick<Outcome & { readonly status: 'failed' }, 'reason'>): Outcome => ({
    status: 'failed',
    durationMs: Math.round(performance.now() - startedMs),
    ...outcome,
  });
  try {
    const session = await context.pool.get(action.database);
    const needless = await whyNeedless(action, session);
    if (needless !== undefined) {
      return {
        status: 'done',
        durationMs: Math.round(performance.now() - startedMs),
        detail: `not needed: ${needless}`,
      };
    }
    const given = statementsIn(session.server.product, action.text);
    if (given.kind === 'faulty') return end({ reason: `${given.fault} Nothing was written.` });
    return await runScript(scriptOf(action, given.texts), context);
  } catch (failure) {
    if (!(failure instanceof SqlFailure)) throw failure;
    return end({ reason: `${failure.message}. Nothing was written.` });
  }
}

type Session = Awaited<ReturnType<ScriptContext['pool']['get']>>;

async function whyNeedless({ unless, onlyIf }: QueryAction, session: Session): Promise<string | undefined> {
  const ask = async (text: string): Promise<boolean> => {
    const given = selectIn(session.server.product, text);
    if (given.kind === 'faulty') throw new SqlFailure({ message: given.fault.replace(/\.$/, ''), sqlState: '42601' });
    return hasRows(session, given.texts[0] ?? '');
  };
  if (unless !== null && (await ask(unless))) return '`unless` gives rows';
  if (onlyIf !== null && !(await ask(onlyIf))) return '`only_if` gives no rows';
  return undefined;
}

function scriptOf(action: QueryAction, texts: readonly string[]): ScriptAction {
  const { database, isTransaction, statementTimeoutMs, lockTimeoutMs, retries } = action;
  return {
    kind: 'script',
    database,
    isTransaction,
    statements: texts.map((text) => ({ text, timeoutMs: statementTimeoutMs, precheck: null, postcheck: null })),
    lockTimeoutMs,
    retries,
    guard: null,
  };
}
