import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { alterColumn } from './column-definition.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';

/** Defaults of columns. */
export const defaultRule: KindRule = {
  noun: 'default',
  weight: 44,
  create: (fact) => ({ statements: [setDefault(fact)], absorbs: [] }),
  drop: (fact) => [
    statement(`${alterColumn(fact)} DROP DEFAULT`, {
      blocks: 'all',
      table: tableOf(fact),
      hazards: isSequenceDefault(fact)
        ? [hazard('DB103', fact.key, 'New rows are no longer numbered, and clients that rely on it fail.')]
        : [],
    }),
  ],
  alter: (_before, after) => ({ kind: 'statements', statements: [setDefault(after)] }),
};

function setDefault(fact: Fact): Statement {
  return statement(`${alterColumn(fact)} SET DEFAULT ${textOf(fact.payload, 'expression')}`, {
    blocks: 'all',
    table: tableOf(fact),
  });
}

function isSequenceDefault(fact: Fact): boolean {
  return textOf(fact.payload, 'expression').startsWith('nextval(');
}
