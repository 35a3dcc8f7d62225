import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';

/**
 * An object as pg_depend names it: class, object and sub-object with slashes between: `1259/16400/2` is the second column of a
 * table, `1259/16400/0` the table itself.
 */
export type ObjectId = string;

/** A fact before its needs are known, with the objects of the server that stand for it. */
export type ReadFact = Omit<Fact, 'needs'> & {
  /**
   * All objects that this fact covers, so that what depends on one of them needs this fact, and what one of them depends on is
   * needed by this fact: a table with its row type and array type, a view with its rewrite rule, a primary key with its index, an
   * extension with its members. A column that no fact covers counts as its relation.
   */
  readonly objects: readonly ObjectId[];
  /** Needs that pg_depend does not tell. */
  readonly needs?: readonly FactKey[];
};

/** Reads the facts of some kinds with as few set-based SELECTs as can be. */
export type CatalogueReader = (session: Pick<SqlSession, 'server' | 'read'>) => Promise<readonly ReadFact[]>;
