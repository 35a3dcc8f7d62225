import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { tableOf } from './place.ts';
import { statement } from './statements.ts';

/**
 * Lets a new sequence go on where the rows of a column end, so that new rows get numbers that no row has. `sequence`: an expression
 * that `setval` takes; `counting`: what the sequence counts.
 */
export function continueNumbers(column: Fact, sequence: string, counting: JsonObject): Statement {
  const table = quoteName(column.name.slice(0, 2));
  const isDown = textOf(counting, 'increment').startsWith('-');
  const last = `pg_catalog.${isDown ? 'min' : 'max'}(${quoteIdentifier(column.name.at(-1) ?? '')})`;
  const text = `SELECT pg_catalog.setval(${sequence}, ${last}) FROM ${table}`;
  return statement(`${text} HAVING ${last} ${isDown ? '<' : '>'}= ${textOf(counting, 'start')}`, {
    table: tableOf(column),
    scans: 'reads',
    isLong: true,
  });
}
