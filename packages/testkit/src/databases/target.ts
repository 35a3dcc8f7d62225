/** One database of a server that a test has started, as sessions take it. */
export type DatabaseTarget = {
  readonly address: { readonly kind: 'socket'; readonly path: string };
  readonly user: string;
  readonly database: string;
};

/** A database server of a test's own, reached without a password over its socket and over loopback. */
export type DatabaseServer = {
  readonly product: 'postgres' | 'mariadb';
  readonly pid: number;
  /** The folder that `psql -h` takes. */
  readonly socketDir: string;
  /** The socket itself. */
  readonly socketPath: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Its superuser. */
  readonly user: string;
  /** The server's own folder, gone after `stop`. */
  readonly directory: string;
  /** Where one of its databases is; without a name the one for administration (`postgres`, `mysql`). */
  readonly target: (database?: string) => DatabaseTarget;
  /** Makes an empty database and says where it is. */
  readonly createDatabase: (name: string) => Promise<DatabaseTarget>;
  /** Runs SQL with the server's own client, an observer that shares no code with Setpoint; gives unaligned rows without headers. */
  readonly sql: (text: string, database?: string) => Promise<string>;
  /** What the server has said so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};
