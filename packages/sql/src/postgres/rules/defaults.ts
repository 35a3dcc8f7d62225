import type { Fact } from '../../catalogue/fact.ts';
import { kindOfKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOrNull } from '../catalogue/row.ts';
import { quoteLiteral, quoteName } from '../quote.ts';
import { alterColumn } from './column-definition.ts';
import { continueNumbers } from './continue-numbers.ts';
import { partsOfKey } from './key-parts.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';

/**
 * Defaults of columns, and those that a partition or an heir has instead of its parent's: none at all (`expression` is null) is one
 * of these.
 */
export const defaultRule: KindRule = {
  noun: 'default',
  weight: 44,
  create: (fact, context) => ({ statements: giveDefault(fact, context), absorbs: [] }),
  drop: (fact) => [dropDefault(fact)],
  alter: (_before, after, context) => ({ kind: 'statements', statements: giveDefault(after, context) }),
};

/** Rows that are there keep their numbers: a new sequence goes on after them. */
function giveDefault(fact: Fact, context: RuleContext): readonly Statement[] {
  const set = setDefault(fact, textOrNull(fact.payload, 'expression'));
  const column = context.wanted(fact.parent ?? '');
  const sequence = fact.needs.find((need) => kindOfKey(need) === 'sequence');
  const counting = context.wanted(sequence ?? '')?.payload;
  if (sequence === undefined || column === undefined || counting === undefined) return [set];
  const isCounted = context.isNew(sequence) && !context.isNew(column.key) && isInteger(column);
  return isCounted ? [set, continueNumbers(column, quoteLiteral(quoteName(partsOfKey(sequence))), counting)] : [set];
}

function isInteger({ payload }: Fact): boolean {
  return ['smallint', 'integer', 'bigint'].includes(textOrNull(payload, 'type') ?? '');
}

function dropDefault(fact: Fact): Statement {
  const inherited = fact.info?.['inherited'];
  const made = setDefault(fact, typeof inherited === 'string' ? inherited : null);
  if (!(textOrNull(fact.payload, 'expression') ?? '').startsWith('nextval(')) return made;
  return {
    ...made,
    hazards: [hazard('DB103', fact.key, 'New rows are no longer numbered, and clients that rely on it fail.')],
  };
}

function setDefault(fact: Fact, expression: string | null): Statement {
  const clause = expression === null ? 'DROP DEFAULT' : `SET DEFAULT ${expression}`;
  return statement(`${alterColumn(fact)} ${clause}`, { blocks: 'all', table: tableOf(fact) });
}
