import type { Fact } from '../../catalogue/fact.ts';
import { kindOfKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Precheck } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { tokensOf } from '../text/tokens.ts';
import { alterTable, type ClauseParts, hazard } from './statements.ts';

/** Checks of a table. Those of one column are part of the column where the server tells them there. */
export const checkRule: KindRule = {
  noun: 'check',
  weight: 40,
  namesInTexts: 'quoted',
  create: (check, context) => ({
    statements: [alterTable(check, { clause: `ADD ${checkDefinition(check)}`, ...adding(check, context) }, context)],
    absorbs: [],
  }),
  drop: (check, context) => [
    alterTable(check, { clause: dropClause(check, context), speed: speedOfDropping(context) }, context),
  ],
  alter: (_, after, context) => {
    const clause = `${dropClause(after, context)}, ADD ${checkDefinition(after)}`;
    return { kind: 'statements', statements: [alterTable(after, { clause, ...adding(after, context) }, context)] };
  },
};

/** A check as CREATE TABLE and ADD take it. */
export function checkDefinition({ name, payload }: Fact): string {
  return `CONSTRAINT ${quoteName(name[1] ?? '')} ${textOf(payload, 'definition')}`;
}

/** MySQL knows DROP CONSTRAINT only from 8.0.19 on. */
function dropClause({ name }: Fact, { product }: RuleContext): string {
  return `DROP ${product === 'mariadb' ? 'CONSTRAINT' : 'CHECK'} ${quoteName(name[1] ?? '')}`;
}

function speedOfDropping({ product }: RuleContext): 'instant' | 'copy' {
  return product === 'mariadb' ? 'instant' : 'copy';
}

function adding(check: Fact, context: RuleContext): Omit<ClauseParts, 'clause'> {
  const precheck = checkPrecheck(check, context);
  return {
    speed: 'copy',
    precheck,
    hazards: [hazard('DB102', check.key, `Every row of ${check.name[0]} must pass ${check.name[1]}.`)],
  };
}

/** Rows for which the expression is false; nothing can be asked of columns that are not there yet. */
function checkPrecheck(
  { name: [table = '', check = ''], payload, needs }: Fact,
  context: RuleContext,
): Precheck | undefined {
  const definition = textOf(payload, 'definition');
  const columns = needs.filter((key) => kindOfKey(key) === 'column');
  if (columns.some((key) => context.live(key) === undefined || context.isNew(key))) return undefined;
  if (/NOT ENFORCED/.test(definition)) return undefined;
  const tokens = tokensOf(definition);
  const close = tokens.find(({ text, depth }) => text === ')' && depth === 0);
  const expression = definition.slice(definition.indexOf('('), close?.end);
  return {
    text: `SELECT 1 FROM ${quoteName(table)} WHERE NOT ${expression} LIMIT 1`,
    offence: `${table} has rows that do not pass ${check}`,
  };
}
