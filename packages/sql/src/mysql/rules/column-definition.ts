import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';

/** A column as CREATE TABLE and ADD COLUMN take it, its name first. */
export function columnDefinition(column: Fact, context: RuleContext): string {
  const { payload, info } = column;
  const words = [
    quoteName(column.name[1] ?? ''),
    textOf(payload, 'type'),
    characterClause(column, context),
    textOf(info, 'attributes'),
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** Nothing where the column has what its table gives it anyway, before and after this plan. */
function characterClause(column: Fact, context: RuleContext): string {
  const { charset, collation } = column.payload;
  if (typeof collation !== 'string' || typeof charset !== 'string') return '';
  const key = factKey('table', column.name.slice(0, 1));
  const defaults = [context.live(key), context.wanted(key)].flatMap((table) => table?.payload['collation'] ?? []);
  if (defaults.every((inherited) => inherited === collation)) return '';
  return `CHARACTER SET ${charset} COLLATE ${collation}`;
}
