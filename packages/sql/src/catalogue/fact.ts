import type { JsonObject } from '@setpoint/model';

/** Names one fact within a database: its kind, a colon, and the quoted parts of its name: `column:app.orders."Total"`. */
export type FactKey = string;

/**
 * One thing that a database's catalogue says: a table, a column, a column's default, a grant. Facts are small, so that a change is
 * small: what can be altered alone is a fact of its own.
 */
export type Fact = {
  readonly key: FactKey;
  readonly kind: string;
  /** The parts of the name, unquoted, outermost first: `['app', 'orders', 'total']`. */
  readonly name: readonly string[];
  /** The fact that this one vanishes with: a column's table, a comment's object. A child's parent is never among its `needs`. */
  readonly parent?: FactKey;
  /** What is compared, in the server's own spelling. Facts of equal key and equal payload are the same. */
  readonly payload: JsonObject;
  /** Facts that must exist before this one can, the parent left out. The server's own record of dependencies, not a guess. */
  readonly needs: readonly FactKey[];
  /** What statements need beside the payload and what is not compared: the position of a column, the text of a whole definition. */
  readonly info?: JsonObject;
};

/** Something that the database has and no fact stands for. */
export type Unmodelled = {
  /** What it is, for the reader: `text search configuration`. */
  readonly what: string;
  /** Its quoted name. */
  readonly name: string;
  /** The schema that it lives in, unquoted; absent for what belongs to the whole database. */
  readonly schema?: string;
};

/** How much a table holds, by the server's own estimate. */
export type TableSize = { readonly rows: number; readonly bytes: number };

/** All that was read of one database in one snapshot. */
export type Catalogue = {
  readonly facts: readonly Fact[];
  readonly unmodelled: readonly Unmodelled[];
  /** Estimated sizes of tables and materialised views; those of a scratch database are left out. */
  readonly sizes: Readonly<Record<FactKey, TableSize>>;
  /** The account that read it, to whom belongs what it makes; absent where objects belong to nobody. */
  readonly account?: string;
};
