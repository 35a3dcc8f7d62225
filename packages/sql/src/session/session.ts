import type { JsonObject } from '@setpoint/model';

export type Product = 'postgres' | 'mysql' | 'mariadb';

/** The server that a session talks to. */
export type ServerIdentity = {
  readonly product: Product;
  /** 150018 for PostgreSQL 15.18, 101114 for MariaDB 10.11.14, 80036 for MySQL 8.0.36. */
  readonly version: number;
  /** As the server says it: `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly versionText: string;
  /** The session's database. */
  readonly database: string;
  /** The account that the server knows the session as. */
  readonly user: string;
};

/**
 * One conversation with one database. Statements run one after another in the order given. Throws `SqlFailure`, and nothing else,
 * for what a server, a network or an account does; the driver's edge turns it into answers and outcomes.
 */
export type SqlSession = {
  readonly server: ServerIdentity;
  /**
   * Rows of one SELECT (or SHOW) as JSON objects. PostgreSQL rows are made by `row_to_json` on the server, so that every way to it
   * gives the same; cast what JSON numbers cannot hold (bigint, numeric) to text.
   */
  readonly read: (text: string, options?: StatementOptions) => Promise<readonly JsonObject[]>;
  /** Runs one statement, or several that the server takes as one text; gives the number of rows that the last one touched. */
  readonly run: (text: string, options?: StatementOptions) => Promise<number>;
  /** True until the connection is lost or closed. */
  readonly isOpen: () => boolean;
  /** Asks the server, by a second connection where it must be, to end the statement that runs now. Never throws. */
  readonly cancel: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `timeoutMs`: the session gives up (cancels, and if that does not help closes) after this time. Default 60,000. */
export type StatementOptions = { readonly timeoutMs?: number; readonly signal?: AbortSignal };

/** What a server or the way to it said no with. */
export class SqlFailure extends Error {
  /** Five characters; `08006` when the connection was lost. */
  readonly sqlState: string;
  /** MySQL's and MariaDB's number; 0 for PostgreSQL. */
  readonly errno: number;
  /** The server's further words. */
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** Offset of the character in the statement that the server points at, from 0. */
  readonly offset: number | undefined;
  /** It may or may not have happened: the connection went away while the statement ran. */
  readonly isLost: boolean;

  constructor(failure: SqlFailureParts) {
    super(failure.message);
    this.name = 'SqlFailure';
    this.sqlState = failure.sqlState;
    this.errno = failure.errno ?? 0;
    this.detail = failure.detail;
    this.hint = failure.hint;
    this.offset = failure.offset;
    this.isLost = failure.isLost ?? false;
  }
}

export type SqlFailureParts = {
  readonly message: string;
  readonly sqlState: string;
  readonly errno?: number;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly offset?: number | undefined;
  readonly isLost?: boolean;
};

/** The reason of a signal that ends an operation because all the time that it was given is over; the message is a part of a sentence. */
export class OutOfTime extends Error {}
