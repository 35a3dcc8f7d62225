import type { FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { statement } from './statements.ts';

/** What clears an index away that a plan which was broken off has left under a temporary name, and the fact that is so settled. */
export type LeftOver = { readonly statements: readonly Statement[]; readonly settles: readonly FactKey[] };

/** Clears the name for an index that is to be built under it. */
export function clearLeftOver(index: readonly string[], context: RuleContext): LeftOver {
  const key = factKey('index', index);
  if (context.live(key) === undefined) return { statements: [], settles: [] };
  const text = `DROP INDEX CONCURRENTLY ${quoteName(index)}`;
  return { statements: [statement(text, { blocks: 'ddl', transaction: 'alone', isLong: true })], settles: [key] };
}
