import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { firingClause } from './firing.ts';
import { hazard, statement } from './statements.ts';

/** Triggers of tables and views. */
export const triggerRule: KindRule = {
  noun: 'trigger',
  weight: 70,
  create: (fact) => ({
    statements: [
      statement(textOf(fact.info ?? {}, 'definition'), { blocks: 'writes', ...tableOf(fact) }),
      ...setFiring(fact, 'origin'),
    ],
    absorbs: [],
  }),
  drop: (fact, context) => [
    statement(`DROP TRIGGER ${lastName(fact)} ON ${relationName(fact)}`, {
      blocks: 'all',
      ...tableOf(fact),
      hazards:
        context.wanted(fact.key) === undefined
          ? [hazard('DB302', fact.key, `What ${lastName(fact)} did on ${relationName(fact)} is not done any more.`)]
          : [],
    }),
  ],
  alter: alterTrigger,
  rename: (before, after) => [
    statement(`ALTER TRIGGER ${lastName(before)} ON ${relationName(after)} RENAME TO ${lastName(after)}`, {
      blocks: 'all',
      ...tableOf(after),
    }),
  ],
  isMatchedByPayload: true,
};

/** `CREATE OR REPLACE TRIGGER` came with PostgreSQL 14 and does not take those of constraints. */
function alterTrigger(before: Fact, after: Fact, context: RuleContext): Alteration {
  if (before.payload['definition'] === after.payload['definition']) {
    return { kind: 'statements', statements: setFiring(after, textOf(before.payload, 'enabled')) };
  }
  const isConstraint = before.info?.['isConstraint'] === true || after.info?.['isConstraint'] === true;
  if (context.version < 140000 || isConstraint) return { kind: 'rebuild' };
  const text = textOf(after.info ?? {}, 'definition').replace(/^CREATE TRIGGER /, 'CREATE OR REPLACE TRIGGER ');
  return {
    kind: 'statements',
    statements: [statement(text, { blocks: 'writes', ...tableOf(after) }), ...setFiring(after, 'origin')],
  };
}

function setFiring(fact: Fact, before: string): readonly Statement[] {
  const wanted = textOf(fact.payload, 'enabled');
  if (wanted === before) return [];
  const text = `ALTER TABLE ${relationName(fact)} ${firingClause(wanted)} TRIGGER ${lastName(fact)}`;
  return [statement(text, { blocks: 'writes', ...tableOf(fact) })];
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
