import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOrNull } from '../catalogue/row.ts';
import { alterColumn } from './column-definition.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';

/**
 * Defaults of columns, and those that a partition or an heir has instead of its parent's: none at all (`expression` is null) is one
 * of these.
 */
export const defaultRule: KindRule = {
  noun: 'default',
  weight: 44,
  create: (fact) => ({ statements: [setDefault(fact, textOrNull(fact.payload, 'expression'))], absorbs: [] }),
  drop: (fact) => [dropDefault(fact)],
  alter: (_before, after) => ({
    kind: 'statements',
    statements: [setDefault(after, textOrNull(after.payload, 'expression'))],
  }),
};

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
