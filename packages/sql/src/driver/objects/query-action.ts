import type { JsonObject } from '@setpoint/model';

/** Runs declared statements, unless a SELECT that is asked right before says that they are not needed. JSON in shape. */
export type QueryAction = JsonObject & {
  readonly kind: 'query';
  readonly database: string;
  readonly text: string;
  readonly isTransaction: boolean;
  /** Needless when it gives rows; null: not asked. */
  readonly unless: string | null;
  /** Needless when it gives none. */
  readonly onlyIf: string | null;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly retries: number;
};
