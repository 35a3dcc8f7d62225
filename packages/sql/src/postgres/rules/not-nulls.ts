import type { KindRule } from '../../compare/rule.ts';
import { alterColumn } from './column-definition.ts';
import { setNotNull } from './not-null.ts';
import { tableOf } from './place.ts';
import { statement } from './statements.ts';

/** Inherited columns that refuse NULL where their parent does not. */
export const notNullRule: KindRule = {
  noun: 'NOT NULL of an inherited column',
  weight: 44,
  create: (fact, context) => ({
    statements: context.isNew(tableOf(fact))
      ? [statement(`${alterColumn(fact)} SET NOT NULL`)]
      : setNotNull(fact, context).statements,
    absorbs: [],
  }),
  drop: (fact) => [statement(`${alterColumn(fact)} DROP NOT NULL`, { blocks: 'all', table: tableOf(fact) })],
  alter: () => ({ kind: 'statements', statements: [] }),
};
