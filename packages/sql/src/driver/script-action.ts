import type { JsonObject } from '@setpoint/model';
import type { FactKey } from '../catalogue/fact.ts';
import type { Statement } from '../compare/statement.ts';

/**
 * Runs statements on one database: all in one transaction, or one alone outside of any. The first script of a change carries the
 * guard; the driver compares it before anything is written. JSON in shape.
 */
export type ScriptAction = JsonObject & {
  readonly kind: 'script';
  readonly database: string;
  readonly isTransaction: boolean;
  readonly statements: readonly ScriptStatement[];
  /** How long a statement may wait for a lock; then the script is rolled back and tried again. */
  readonly lockTimeoutMs: number;
  /** How often it is tried again after a lock was not had or a deadlock was broken. */
  readonly retries: number;
  readonly guard: FactsGuard | null;
};

/** One statement as it is sent, and the questions around it. */
export type ScriptStatement = JsonObject &
  Pick<Statement, 'text'> & {
    readonly timeoutMs: number;
    /** See `Statement.precheck`; null: none. */
    readonly precheck: { readonly text: string; readonly offence: string } | null;
    readonly postcheck: { readonly text: string; readonly offence: string } | null;
  };

/**
 * What a plan relied on: a digest for each object, its parts rolled up, as `fingerprintObjects` gives it; an empty text for an object
 * that must not be there yet.
 */
export type FactsGuard = JsonObject & { readonly objects: Readonly<Record<FactKey, string>> };
