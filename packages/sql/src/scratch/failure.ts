import type { SqlStatement } from '../declaration/split/split.ts';
import { SqlFailure } from '../session/session.ts';

/** A statement that the server did not take, and what it said. */
export type Failure = { readonly statement: SqlStatement; readonly failure: SqlFailure };

/** Runs what may fail; undefined when it did not. A lost connection is no failure of a statement. */
export async function failureOf(work: () => Promise<unknown>): Promise<SqlFailure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof SqlFailure && !error.isLost) return error;
    throw error;
  }
}
