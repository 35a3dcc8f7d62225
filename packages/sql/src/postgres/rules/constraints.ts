import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { addConstraint } from './add-constraint.ts';
import { deferralClauses } from './constraint-clause.ts';
import { type IndexPlace, indexSettings } from './index-settings.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';
import { swapKey } from './swap-key.ts';

/** Primary keys, unique, check, exclusion and foreign key constraints of tables. */
export const constraintRule: KindRule = {
  noun: 'constraint',
  weight: 50,
  create: (fact, context) => ({ statements: addConstraint(fact, context), absorbs: [] }),
  drop: (fact, context) => [dropConstraint(fact, context)],
  alter: alterConstraint,
  rename: (before, after) => [
    statement(`ALTER TABLE ${tableText(after)} RENAME CONSTRAINT ${lastName(before)} TO ${lastName(after)}`, {
      blocks: 'all',
      table: tableOf(after),
    }),
  ],
  isMatchedByPayload: true,
  occupies: (fact) => (hasIndex(fact) ? [`relation ${quoteName([fact.name[0] ?? '', fact.name.at(-1) ?? ''])}`] : []),
};

function dropConstraint(fact: Fact, context: RuleContext): Statement {
  return statement(`ALTER TABLE ${tableText(fact)} DROP CONSTRAINT ${lastName(fact)}`, {
    blocks: 'all',
    table: tableOf(fact),
    hazards: dropHazards(fact, context),
  });
}

function dropHazards(fact: Fact, context: RuleContext): readonly SchemaHazard[] {
  if (!hasIndex(fact) || !context.isNew(fact.key)) return [];
  return [
    hazard(
      'DB501',
      fact.key,
      `Until ${lastName(fact)} is made anew, nothing keeps duplicates out and its index is missing.`,
    ),
  ];
}

function alterConstraint(before: Fact, after: Fact, context: RuleContext): Alteration {
  const { payload: old } = before;
  const { payload: wanted } = after;
  if (old['type'] !== wanted['type'] || (old['validated'] === true && wanted['validated'] !== true))
    return { kind: 'rebuild' };
  if (old['definition'] !== wanted['definition']) return swapKey(before, after, context);
  const isDeferralChanged = old['deferrable'] !== wanted['deferrable'] || old['deferred'] !== wanted['deferred'];
  if (isDeferralChanged && wanted['type'] !== 'foreign key') return { kind: 'rebuild' };
  return {
    kind: 'statements',
    statements: [
      ...(isDeferralChanged ? [alterDeferral(after)] : []),
      ...(old['validated'] === wanted['validated'] ? [] : [validate(after)]),
      ...indexSettings(before, after, placeOf(after)),
    ],
  };
}

function alterDeferral(fact: Fact): Statement {
  const clauses = deferralClauses(fact);
  const text = clauses.length === 0 ? 'NOT DEFERRABLE' : clauses.join(' ');
  return statement(`ALTER TABLE ${tableText(fact)} ALTER CONSTRAINT ${lastName(fact)} ${text}`, {
    blocks: 'all',
    table: tableOf(fact),
  });
}

function validate(fact: Fact): Statement {
  return statement(`ALTER TABLE ${tableText(fact)} VALIDATE CONSTRAINT ${lastName(fact)}`, {
    blocks: 'ddl',
    table: tableOf(fact),
    scans: 'reads',
    isLong: true,
    hazards: [hazard('DB102', fact.key, `It fails when rows are there that ${lastName(fact)} refuses.`)],
  });
}

function placeOf(fact: Fact): IndexPlace {
  return { index: [fact.name[0] ?? '', fact.name.at(-1) ?? ''], relation: fact.name.slice(0, 2), table: tableOf(fact) };
}

function hasIndex({ payload }: Fact): boolean {
  return payload['type'] === 'primary key' || payload['type'] === 'unique' || payload['type'] === 'exclusion';
}

function tableText(fact: Fact): string {
  return quoteName(fact.name.slice(0, 2));
}

function lastName(fact: Fact): string {
  return quoteIdentifier(fact.name.at(-1) ?? '');
}
