import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { firingClause } from './firing.ts';
import { hazard, statement } from './statements.ts';

/** Rewrite rules of tables and views. */
export const rewriteRuleRule: KindRule = {
  noun: 'rule',
  weight: 72,
  create: (fact) => ({
    statements: [
      statement(textOf(fact.info ?? {}, 'definition'), { blocks: 'all', ...tableOf(fact) }),
      ...setFiring(fact, 'origin'),
    ],
    absorbs: [],
  }),
  drop: (fact, context) => [
    statement(`DROP RULE ${lastName(fact)} ON ${relationName(fact)}`, {
      blocks: 'all',
      ...tableOf(fact),
      hazards:
        context.wanted(fact.key) === undefined
          ? [hazard('DB302', fact.key, `${relationName(fact)} takes statements literally that it rewrote before.`)]
          : [],
    }),
  ],
  alter: (before, after) => ({ kind: 'statements', statements: alterRule(before, after) }),
  rename: (before, after) => [
    statement(`ALTER RULE ${lastName(before)} ON ${relationName(after)} RENAME TO ${lastName(after)}`, {
      blocks: 'all',
      ...tableOf(after),
    }),
  ],
};

/** Replacing a rule keeps whether it is enabled. */
function alterRule(before: Fact, after: Fact): readonly Statement[] {
  const firing = setFiring(after, textOf(before.payload, 'enabled'));
  if (before.payload['definition'] === after.payload['definition']) return firing;
  const text = textOf(after.info ?? {}, 'definition').replace(/^CREATE RULE /, 'CREATE OR REPLACE RULE ');
  return [statement(text, { blocks: 'all', ...tableOf(after) }), ...firing];
}

function setFiring(fact: Fact, before: string): readonly Statement[] {
  const wanted = textOf(fact.payload, 'enabled');
  if (wanted === before) return [];
  const text = `ALTER TABLE ${relationName(fact)} ${firingClause(wanted)} RULE ${lastName(fact)}`;
  return [statement(text, { blocks: 'all', ...tableOf(fact) })];
}

function relationName({ name }: Fact): string {
  return quoteName(name.slice(0, -1));
}

function lastName({ name }: Fact): string {
  return quoteIdentifier(name.at(-1) ?? '');
}

function tableOf({ parent }: Fact): Pick<Statement, 'table'> {
  return parent?.startsWith('table:') === true ? { table: parent } : {};
}
