import type { JsonObject } from '@setpoint/model';

/** One SQL file of the project. */
export type SqlFile = {
  /** As the reader knows it: relative to the project. */
  readonly path: string;
  readonly text: string;
};

/** What a database should look like: files and tables are rendered to SQL and loaded together. JSON in shape. */
export type SchemaDeclaration = {
  readonly files: readonly SqlFile[];
  /** Tables written in YAML, by name (`orders`, `app.orders`), valid against the schema of the module. */
  readonly tables: JsonObject;
  readonly owns: Owns;
};

/** What is managed. Nothing outside of it is ever in a statement. */
export type Owns = {
  /** Names of schemas (PostgreSQL) without quotes; null: those that the declaration puts something in. MySQL: its one database. */
  readonly schemas: readonly string[] | null;
  /** Globs over `schema.object` (PostgreSQL) or `object` (MySQL) that are left alone within them. */
  readonly except: readonly string[];
  /** Also extensions: those that are installed and not declared count as owned. */
  readonly extensions: boolean;
  /**
   * Who may do what with the owned objects: `declared` compares it only when the declaration grants anything; false leaves it to others
   * and keeps it where an object must be made anew. Absent: true.
   */
  readonly grants?: boolean | 'declared';
  /**
   * To whom owned objects belong: `declared` compares it where the declaration says so, true for all (what is not said belongs to the
   * account). Absent and false: it stays as it is.
   */
  readonly owners?: boolean | 'declared';
};

/** A rename that the declaration asks for; it is done when `from` exists and `to` does not, and forgotten when `to` exists. */
export type Rename = {
  readonly kind:
    | 'schema'
    | 'table'
    | 'column'
    | 'view'
    | 'index'
    | 'constraint'
    | 'type'
    | 'enum value'
    | 'sequence'
    | 'function';
  /** Parts of the present name, unquoted, outermost first; where the text names no schema, the schema is left out. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Where it is asked for: `schema/10-orders.sql:4`. */
  readonly at: string;
};

/** How the values of a column become those of its declared type, when it has another one now. PostgreSQL only. */
export type Conversion = {
  /** Parts of the column's name as it is declared, unquoted, outermost first; without the schema where the text names none. */
  readonly column: readonly string[];
  /** An expression over the present row. */
  readonly using: string;
};

/** Something in the declaration that cannot be loaded. */
export type LoadProblem = {
  readonly file: string;
  /** From 1; 0 where the server gave no position. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
  /** The line at fault, cut to a readable length. */
  readonly excerpt: string;
};
