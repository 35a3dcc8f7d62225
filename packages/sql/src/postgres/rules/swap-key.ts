import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, RuleContext } from '../../compare/rule.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { deferralClauses } from './constraint-clause.ts';
import { constraintPrecheck } from './constraint-precheck.ts';
import { indexSettings } from './index-settings.ts';
import { buildKeyIndex, canBuildAside } from './key-index.ts';
import { clearLeftOver } from './left-over.ts';
import { tableOf } from './place.ts';
import { hazard, statement, temporaryName } from './statements.ts';

/**
 * Gives a constraint another definition. A primary key or unique constraint gets an index that was built aside, so that the table
 * is never without one; all others are dropped and made anew.
 */
export function swapKey(before: Fact, after: Fact, context: RuleContext): Alteration {
  const { payload } = after;
  const isKey = payload['type'] === 'primary key' || payload['type'] === 'unique';
  if (!isKey || !canBuildAside(after, context) || context.isNew(tableOf(after))) return { kind: 'rebuild' };
  const temporary = temporaryName('key', after);
  const table = quoteName(after.name.slice(0, 2));
  const name = quoteIdentifier(after.name.at(-1) ?? '');
  const kind = payload['type'] === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const clauses = [`${kind} USING INDEX ${temporary}`, ...deferralClauses(after)].join(' ');
  const build = buildKeyIndex(after, temporary);
  const leftOver = clearLeftOver([after.name[0] ?? '', temporary], context);
  const precheck = constraintPrecheck(after, context);
  const fit = hazard('DB102', after.key, `It fails when ${table} holds rows that ${name} refuses.`);
  return {
    kind: 'statements',
    statements: [
      ...leftOver.statements,
      { ...build, hazards: [...build.hazards, fit], ...(precheck === undefined ? {} : { precheck }) },
      statement(`ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${clauses}`, {
        blocks: 'all',
        table: tableOf(after),
      }),
      ...indexSettings(undefined, after, {
        index: [after.name[0] ?? '', after.name.at(-1) ?? ''],
        relation: after.name.slice(0, 2),
        table: tableOf(after),
      }),
    ],
    settles: leftOver.settles,
    disturbs: (dependent) => dependent.kind === 'constraint' && dependent.needs.includes(before.key),
  };
}
