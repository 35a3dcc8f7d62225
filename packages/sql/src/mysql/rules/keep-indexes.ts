import type { Fact } from '../../catalogue/fact.ts';
import { isSamePayload } from '../../compare/fact-index.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { AlterClause, Statement } from '../../compare/statement.ts';
import { quoteName, unquoteName } from '../quote.ts';
import { textOf, textsOf } from '../text/members.ts';
import { indexDefinition, plainColumns } from './index-definition.ts';
import { alterTable } from './statements.ts';

/**
 * Statements that keep indexes which the server would take away silently: one that it made by itself for a foreign key goes when
 * another index or foreign key begins with the same columns, and no catalogue tells which ones it made. Given by name they stay.
 */
export function keepIndexes(added: Fact, columns: readonly string[], context: RuleContext): readonly Statement[] {
  const siblings = context.liveChildren(added.parent ?? '');
  const keys = siblings
    .filter(({ kind }) => kind === 'foreign-key')
    .map(({ info }) => textsOf(info, 'columns').map(unquoteName));
  const tied = added.kind === 'foreign-key' ? [...keys, columns] : keys;
  return siblings
    .filter((index) => isAtRisk(index))
    .map((index) => keep(index, context, added.kind === 'foreign-key' ? 'tie' : 'shape'));

  function isAtRisk(index: Fact): boolean {
    const wanted = context.wanted(index.key);
    const isPlain = index.kind === 'index' && textOf(index.payload, 'definition').startsWith('KEY (');
    if (!isPlain || wanted === undefined || context.isNew(index.key) || !isSamePayload(index, wanted)) return false;
    if (index.name[1] === added.name[1]) return false;
    const own = plainColumns(index);
    return own.every((column, place) => columns[place] === column) && tied.some((key) => isSame(key, own));
  }
}

function keep(index: Fact, context: RuleContext, stage: AlterClause['stage']): Statement {
  const clause = `DROP INDEX ${quoteName(index.name[1] ?? '')}, ADD ${indexDefinition(index)}`;
  return alterTable(index, { clause, speed: 'inplace', stage }, context);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((column, place) => column === right[place]);
}
