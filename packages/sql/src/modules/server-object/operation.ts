import type { Hazard, Operation } from '@setpoint/model';
import type { ScriptAction, ScriptStatement } from '../../driver/script-action.ts';

/** What a module says of an operation that sends statements. */
export type StatementsOptions = {
  readonly title: string;
  /** Complete, without semicolons at their ends. */
  readonly texts: readonly string[];
  /** Absent: the database of the node's settings. */
  readonly database?: string;
  /** The server takes the statement outside of a transaction only; there is but one then. */
  readonly isAlone?: true;
  readonly hazards?: readonly Hazard[];
  readonly timeoutMs?: number;
  readonly repeatable?: boolean;
};

/** How long statements about objects of a server may wait for a lock before they are tried again. */
export const lockTimeoutMs = 3_000;
export const lockRetries = 5;
const statementTimeoutMs = 60_000;

/** Makes an operation of statements: all of them in one transaction, or one alone. */
export function statementsOperation(options: StatementsOptions): Operation {
  const { title, hazards = [], timeoutMs = statementTimeoutMs, repeatable = true } = options;
  return {
    title,
    action: scriptAction(options),
    // Trying again after a lock was not had takes its time, too.
    timeoutMs: timeoutMs * options.texts.length + 2 * lockTimeoutMs * (lockRetries + 1),
    hazards,
    repeatable,
  };
}

/** The action of such an operation. */
export function scriptAction({
  texts,
  database,
  isAlone,
  timeoutMs = statementTimeoutMs,
}: StatementsOptions): ScriptAction {
  const statements = texts.map((text): ScriptStatement => ({ text, timeoutMs, precheck: null, postcheck: null }));
  return {
    kind: 'script',
    database: database ?? '',
    isTransaction: isAlone !== true,
    statements,
    lockTimeoutMs,
    retries: lockRetries,
    guard: null,
  };
}
