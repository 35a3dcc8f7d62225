import type { ServerIdentity } from '../session/session.ts';
import type { ScriptStatement } from './script-action.ts';

/** The settings under which the statements of a script run, as statements themselves. */
export type Conditions = {
  /** Begins a transaction in which no lock is waited for longer than the plan allows. */
  readonly begin: string;
  /** Limits the next statement of the transaction. */
  readonly limitWithin: (timeoutMs: number) => string;
  /** Limits the next statement outside of transactions. */
  readonly limitAlone: (statement: ScriptStatement) => string;
  /** Takes the limits of lone statements back. */
  readonly unlimited: string;
};

/** The conditions on a server. */
export function conditionsOf({ product }: ServerIdentity, lockTimeoutMs: number): Conditions {
  return product === 'postgres' ? postgresConditions(lockTimeoutMs) : mysqlConditions(product, lockTimeoutMs);
}

/** Bodies may use what later statements make. Plans spell constants as ISO has them. */
const postgresSettings = [
  ['check_function_bodies', 'off'],
  ['standard_conforming_strings', 'on'],
  ['client_min_messages', 'warning'],
] as const;

function postgresConditions(lockTimeoutMs: number): Conditions {
  const set = (scope: string, limits: Readonly<Record<string, number>>): string =>
    [...postgresSettings, ...Object.entries(limits)].map(([name, value]) => `${scope} ${name} = ${value}`).join('; ');
  return {
    begin: `BEGIN; ${set('SET LOCAL', { lock_timeout: lockTimeoutMs })}`,
    limitWithin: (timeoutMs) => `SET LOCAL statement_timeout = ${timeoutMs}`,
    limitAlone: ({ text, timeoutMs }) =>
      // Waiting for old transactions counts as waiting for a lock, but keeps nobody else waiting.
      set('SET', { lock_timeout: isConcurrent(text) ? 0 : lockTimeoutMs, statement_timeout: timeoutMs }),
    unlimited: [...postgresSettings.map(([name]) => name), 'lock_timeout', 'statement_timeout']
      .map((name) => `RESET ${name}`)
      .join('; '),
  };
}

function isConcurrent(text: string): boolean {
  return /^\s*(CREATE|DROP|REINDEX|ALTER)\b[^;]*\bCONCURRENTLY\b/.test(text);
}

function mysqlConditions(product: 'mysql' | 'mariadb', lockTimeoutMs: number): Conditions {
  const waitSeconds = Math.max(1, Math.ceil(lockTimeoutMs / 1000));
  const waits = `lock_wait_timeout = ${waitSeconds}, innodb_lock_wait_timeout = ${waitSeconds}`;
  // MySQL limits only SELECT by itself; the session's own deadline limits the rest.
  const limit = (timeoutMs: number): string =>
    product === 'mariadb' ? `, max_statement_time = ${Math.ceil(timeoutMs / 1000)}` : '';
  const unlimited = product === 'mariadb' ? ', max_statement_time = DEFAULT' : '';
  return {
    begin: `SET SESSION ${waits}; START TRANSACTION`,
    limitWithin: (timeoutMs) => `SET SESSION lock_wait_timeout = ${waitSeconds}${limit(timeoutMs)}`,
    limitAlone: ({ timeoutMs }) => `SET SESSION ${waits}${limit(timeoutMs)}`,
    unlimited: `SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT${unlimited}`,
  };
}
