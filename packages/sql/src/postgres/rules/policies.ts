import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf, textOrNull, textsOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';

/** Policies of row-level security. */
export const policyRule: KindRule = {
  noun: 'policy',
  weight: 74,
  create: (fact, context) => ({ statements: [policyStatement(createText(fact), fact, context)], absorbs: [] }),
  drop: (fact, context) => [policyStatement(`DROP POLICY ${lastName(fact)} ON ${tableName(fact)}`, fact, context)],
  alter: alterPolicy,
  rename: (before, after, context) => [
    {
      ...policyStatement(
        `ALTER POLICY ${lastName(before)} ON ${tableName(after)} RENAME TO ${lastName(after)}`,
        after,
        context,
      ),
      hazards: [],
    },
  ],
  isMatchedByPayload: true,
};

function createText(fact: Fact): string {
  const { payload } = fact;
  return [
    `CREATE POLICY ${lastName(fact)} ON ${tableName(fact)}`,
    ...(payload['isPermissive'] === true ? [] : ['AS RESTRICTIVE']),
    ...(payload['command'] === 'ALL' ? [] : [`FOR ${textOf(payload, 'command')}`]),
    `TO ${rolesOf(fact)}`,
    ...expressionClauses(fact),
  ].join(' ');
}

/** The command cannot be altered, and an expression not be taken away. */
function alterPolicy(before: Fact, after: Fact, context: RuleContext): Alteration {
  const { payload: old } = before;
  const { payload: wanted } = after;
  const isFixed = old['command'] === wanted['command'] && old['isPermissive'] === wanted['isPermissive'];
  const isTaken = ['using', 'check'].some((part) => old[part] !== null && wanted[part] === null);
  if (!isFixed || isTaken) return { kind: 'rebuild' };
  const text = [
    `ALTER POLICY ${lastName(after)} ON ${tableName(after)} TO ${rolesOf(after)}`,
    ...expressionClauses(after),
  ].join(' ');
  return { kind: 'statements', statements: [policyStatement(text, after, context)] };
}

function policyStatement(text: string, fact: Fact, context: RuleContext): Statement {
  const table = fact.parent ?? '';
  const message = `Another set of rows of ${tableName(fact)} becomes visible or writable.`;
  return statement(text, {
    blocks: 'all',
    table,
    hazards: context.isNew(table) ? [] : [hazard('DB401', fact.key, message)],
  });
}

function expressionClauses({ payload }: Fact): readonly string[] {
  const using = textOrNull(payload, 'using');
  const check = textOrNull(payload, 'check');
  return [...(using === null ? [] : [`USING (${using})`]), ...(check === null ? [] : [`WITH CHECK (${check})`])];
}

function rolesOf({ payload }: Fact): string {
  return textsOf(payload, 'roles')
    .map((role) => (role === 'public' ? 'PUBLIC' : quoteIdentifier(role)))
    .join(', ');
}

function tableName({ name }: Fact): string {
  return quoteName(name.slice(0, 2));
}

function lastName({ name }: Fact): string {
  return quoteIdentifier(name.at(-1) ?? '');
}
