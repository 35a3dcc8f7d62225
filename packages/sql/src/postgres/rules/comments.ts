import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteLiteral } from '../quote.ts';
import { objectReference } from './object-reference.ts';
import { statement } from './statements.ts';

/** Comments on everything that can have one. */
export const commentRule: KindRule = {
  noun: 'comment',
  weight: 90,
  create: (fact, context) => ({ statements: isBrought(fact, context) ? [] : [comment(fact, context)], absorbs: [] }),
  drop: (fact, context) => [statement(`COMMENT ON ${objectReference(fact.name, context)} IS NULL`)],
  alter: (_before, after, context) => ({ kind: 'statements', statements: [comment(after, context)] }),
};

/** An extension that is made brings a comment of its own. */
function isBrought({ parent = '', payload }: Fact, context: RuleContext): boolean {
  return context.isNew(parent) && context.wanted(parent)?.info?.['ownComment'] === payload['text'];
}

function comment(fact: Fact, context: RuleContext): Statement {
  return statement(
    `COMMENT ON ${objectReference(fact.name, context)} IS ${quoteLiteral(textOf(fact.payload, 'text'))}`,
  );
}
