import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier } from '../quote.ts';
import { objectReference } from './object-reference.ts';
import { hazard, statement } from './statements.ts';

/** To whom an object belongs. It changes hands before anything is granted on it: what an owner grants is in his name. */
export const ownerRule: KindRule = {
  noun: 'owner',
  weight: 92,
  create: (fact, context) => ({
    // What is made belongs to whoever makes it.
    statements: fact.payload['owner'] === context.account ? [] : [handOver(fact, context)],
    absorbs: [],
  }),
  drop: () => [],
  alter: (_before, after, context) => ({ kind: 'statements', statements: [handOver(after, context)] }),
};

function handOver(fact: Fact, context: RuleContext): Statement {
  const owner = textOf(fact.payload, 'owner');
  const object = objectReference(fact.name, context);
  const isNew = fact.parent === undefined || context.isNew(fact.parent);
  const told = hazard('DB401', fact.key, `The ${object.toLowerCase()} will belong to ${owner}.`);
  return statement(`ALTER ${object} OWNER TO ${quoteIdentifier(owner)}`, { hazards: isNew ? [] : [told] });
}
