import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import type { SqlFailure, SqlSession } from '../session/session.ts';
import type { Failure } from './failure.ts';

/** What surrounds a load. */
export type LoadOptions = {
  /** A session with the database that the declaration is meant for, or with another one of its server. */
  readonly session: SqlSession;
  /** Schemas that are there from the start. */
  readonly owned: readonly string[];
};

/** How one product's server is fed with a declaration. */
export type Loader = {
  /** Sets up the session; called once. */
  readonly prepare: (statements: readonly SqlStatement[], options: LoadOptions) => Promise<void>;
  /** Puts settings of a file in force, and those of the file before it out of force. */
  readonly enter: (settings: readonly string[]) => Promise<void>;
  /** Runs statements in their order, going on after one that fails. */
  readonly load: (statements: readonly SqlStatement[]) => Promise<readonly Failure[]>;
  /** True for a failure that says nothing about the schema. */
  readonly isForgiven: (statement: SqlStatement, failure: SqlFailure) => boolean;
  /** True for a failure of a statement that can be done without, of which the reader must be told. */
  readonly isWithheld: (statement: SqlStatement, failure: SqlFailure) => boolean;
  /** Looks at what was loaded: bodies that could not be checked before, rows that should not be there. */
  readonly check: (statements: readonly SqlStatement[]) => Promise<readonly LoadProblem[]>;
};
