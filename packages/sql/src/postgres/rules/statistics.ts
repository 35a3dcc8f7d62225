import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { numberOf, textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { statement } from './statements.ts';

/** Extended statistics of a table or a materialised view. */
export const statisticsRule: KindRule = {
  noun: 'extended statistics',
  weight: 65,
  create: (fact) => ({
    statements: [
      statement(`CREATE STATISTICS ${quoteName(fact.name)} ${textOf(fact.payload, 'definition')}`),
      ...(fact.payload['target'] === null ? [] : [setTarget(fact)]),
    ],
    absorbs: [],
  }),
  drop: (fact) => [statement(`DROP STATISTICS ${quoteName(fact.name)}`)],
  alter: (before, after) =>
    before.payload['definition'] === after.payload['definition']
      ? { kind: 'statements', statements: [setTarget(after)] }
      : { kind: 'rebuild' },
  rename: (before, after) => [
    statement(`ALTER STATISTICS ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  isMatchedByPayload: true,
};

function setTarget({ name, payload }: Fact): Statement {
  return statement(
    `ALTER STATISTICS ${quoteName(name)} SET STATISTICS ${payload['target'] === null ? -1 : numberOf(payload, 'target')}`,
  );
}
