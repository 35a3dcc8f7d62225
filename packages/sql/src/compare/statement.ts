import type { FactKey } from '../catalogue/fact.ts';
import type { SchemaHazard } from './hazard.ts';

/**
 * What other sessions cannot do with a table while a statement runs, from nothing to everything. `writes`: PostgreSQL's SHARE and
 * SHARE ROW EXCLUSIVE, MySQL's LOCK=SHARED. `all`: ACCESS EXCLUSIVE, LOCK=EXCLUSIVE.
 */
export type Blocks = 'nothing' | 'ddl' | 'writes' | 'all';

/**
 * How a statement stands to transactions. `alone`: the server refuses it inside one, or the recipe needs it outside of any.
 * `commit-after`: what follows can use its result only when it was committed.
 */
export type TransactionMode = 'within' | 'commit-after' | 'alone';

/** A question asked right before a statement; rows mean that the statement would fail, so it is not begun. */
export type Precheck = {
  /** A SELECT that gives a row for each offence, LIMITed by its author. */
  readonly text: string;
  /** What a row means: `app.orders.email holds NULL`. */
  readonly offence: string;
};

/** One statement of a plan, complete: it is sent as it stands. */
export type Statement = {
  /** Without a semicolon at its end. Names are qualified and quoted: it means the same under any search_path. */
  readonly text: string;
  readonly blocks: Blocks;
  /** The table that is blocked and whose size tells how long; absent where none is. */
  readonly table?: FactKey;
  readonly transaction: TransactionMode;
  /** The server reads or writes all rows of the table while it blocks. */
  readonly scans?: 'reads' | 'rewrites';
  readonly hazards: readonly SchemaHazard[];
  readonly precheck?: Precheck;
  /** Building it takes as long as the table is large: it gets a long timeout and not the short one. */
  readonly isLong?: boolean;
  /** A question asked right after the statement; no row means that it did not work out: an index that is not valid. */
  readonly postcheck?: Precheck;
  /** Clauses of one ALTER TABLE that can be given together become one statement (MySQL). */
  readonly clause?: AlterClause;
  /** Tables beside `table` that it concerns: a clause for one of them is not moved across it (MySQL). */
  readonly touches?: readonly FactKey[];
};

/** One clause of an ALTER TABLE, to be given together with others of the same table. */
export type AlterClause = {
  /** ``ALTER TABLE `orders` ``. */
  readonly head: string;
  /** `ADD COLUMN ...`; several where they make sense only together. */
  readonly clause: string;
  /** Only clauses of one stage are given together: foreign keys go before and come after all else. */
  readonly stage: 'untie' | 'shape' | 'tie';
  readonly speed: AlterSpeed;
  /** The place of a column that is added, from 1: among clauses of one statement those come first, in this order. */
  readonly position?: number;
};

/**
 * How the server makes a change of a table. `instant`: without looking at rows; `instant-shape`: so too, by another form of row from
 * now on; `virtual`: so too, but only with others of its like; `inplace`: it builds an index beside; `rebuild`: it builds the table
 * anew beside; all of these let others read and write. `copy`: it may copy the table and let nobody write meanwhile.
 */
export type AlterSpeed = 'instant' | 'instant-shape' | 'virtual' | 'inplace' | 'rebuild' | 'copy';
