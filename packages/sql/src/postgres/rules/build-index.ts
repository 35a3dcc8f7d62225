import type { FactKey } from '../../catalogue/fact.ts';
import type { Precheck, Statement } from '../../compare/statement.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';

/** An index to be built. */
export type IndexPlan = {
  /** The fact that the plan's reader sees. */
  readonly object: FactKey;
  readonly index: readonly string[];
  readonly relation: readonly string[];
  readonly table: FactKey;
  readonly isUnique: boolean;
  /** Everything from `USING` or the list of columns on. */
  readonly definition: string;
};

/** Builds an index while others read and write. It may end as an invalid index; the question afterwards tells. */
export function buildConcurrently(plan: IndexPlan): Statement {
  const name = quoteName(plan.index);
  return statement(indexText(plan, 'CONCURRENTLY '), {
    blocks: 'ddl',
    table: plan.table,
    transaction: 'alone',
    isLong: true,
    hazards: [
      hazard('DB205', plan.object, `An index is built over all rows of ${quoteName(plan.relation)}.`),
      hazard(
        'DB206',
        plan.object,
        `${name} is built outside of a transaction: a failure leaves an invalid index behind.`,
      ),
    ],
    postcheck: indexIsValid(plan.index),
  });
}

/** The question that finds a valid index of this name. */
export function indexIsValid(index: readonly string[]): Precheck {
  const name = quoteName(index);
  return {
    text: `SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = ${quoteLiteral(name)}::pg_catalog.regclass AND indisvalid`,
    offence: `${name} was built and is not valid`,
  };
}

/** Builds an index at once. On a table that is in use nobody can write meanwhile. */
export function buildPlainly(plan: IndexPlan, isUsed: boolean): Statement {
  const relation = quoteName(plan.relation);
  const hazards = [
    hazard('DB202', plan.object, `Nobody can write to ${relation} while ${quoteName(plan.index)} is built.`),
    hazard('DB205', plan.object, `An index is built over all rows of ${relation}.`),
  ];
  return statement(indexText(plan, ''), {
    blocks: isUsed ? 'writes' : 'nothing',
    table: plan.table,
    ...(isUsed ? { scans: 'reads', isLong: true, hazards } : {}),
  });
}

/** The server puts an index into the schema of its table; its name is given alone. */
function indexText({ index, relation, isUnique, definition }: IndexPlan, how: string): string {
  const kind = isUnique ? 'UNIQUE INDEX' : 'INDEX';
  return `CREATE ${kind} ${how}${quoteIdentifier(index.at(-1) ?? '')} ON ${quoteName(relation)} ${definition}`;
}
