import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Precheck, Statement } from '../../compare/statement.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { alterColumn } from './column-definition.ts';
import { tableOf } from './place.ts';
import { hazard, statement, temporaryName } from './statements.ts';

/** How a column comes to refuse NULL. `settles`: facts of a plan that was broken off, which these statements clear away. */
export type NotNull = { readonly statements: readonly Statement[]; readonly settles: readonly string[] };

/**
 * Makes a column NOT NULL while others use the table: a check that is not yet valid, then its validation under a weak lock, which
 * spares SET NOT NULL its look at all rows (PostgreSQL 12).
 */
export function setNotNull(column: Fact, context: RuleContext): NotNull {
  if (context.online.constraints === 'plain') return { statements: [setPlainly(column)], settles: [] };
  const table = tableOf(column);
  const name = temporaryName('notnull', column);
  const leftover = factKey('constraint', [...column.name.slice(0, 2), name]);
  const head = `ALTER TABLE ${quoteName(column.name.slice(0, 2))}`;
  const add = statement(`${head} ADD CONSTRAINT ${name} CHECK (${lastName(column)} IS NOT NULL) NOT VALID`, {
    blocks: 'all',
    table,
    hazards: [fitHazard(column)],
    precheck: nullPrecheck(column),
  });
  const validate = statement(`${head} VALIDATE CONSTRAINT ${name}`, {
    blocks: 'ddl',
    table,
    transaction: 'alone',
    scans: 'reads',
    isLong: true,
  });
  const finish = [`${alterColumn(column)} SET NOT NULL`, `${head} DROP CONSTRAINT ${name}`];
  const isLeft = context.live(leftover) !== undefined;
  return {
    statements: [
      ...(isLeft ? [] : [add]),
      validate,
      ...finish.map((text) => statement(text, { blocks: 'all', table })),
    ],
    settles: isLeft ? [leftover] : [],
  };
}

function setPlainly(column: Fact): Statement {
  const scan = `All rows of ${quoteName(column.name.slice(0, 2))} are read while nobody can use it.`;
  return statement(`${alterColumn(column)} SET NOT NULL`, {
    blocks: 'all',
    table: tableOf(column),
    scans: 'reads',
    isLong: true,
    hazards: [fitHazard(column), hazard('DB204', column.key, scan)],
    precheck: nullPrecheck(column),
  });
}

function nullPrecheck(column: Fact): Precheck {
  const table = quoteName(column.name.slice(0, 2));
  return {
    text: `SELECT 1 FROM ${table} WHERE ${lastName(column)} IS NULL LIMIT 1`,
    offence: `${quoteName(column.name)} holds NULL`,
  };
}

function fitHazard(column: Fact): SchemaHazard {
  return hazard('DB102', column.key, `It fails when ${quoteName(column.name)} holds NULL.`);
}

function lastName(column: Fact): string {
  return quoteIdentifier(column.name.at(-1) ?? '');
}
