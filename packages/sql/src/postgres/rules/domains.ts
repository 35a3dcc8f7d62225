import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, Creation, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';
import { swapType } from './swap-type.ts';

/** Domains: types with a default and conditions of their own. */
export const domainRule: KindRule = {
  noun: 'domain',
  weight: 22,
  create: (fact, _context, offered) => createDomain(fact, offered),
  drop: (fact) => [statement(`DROP DOMAIN ${quoteName(fact.name)}`)],
  alter: alterDomain,
  rename: (before, after) => [
    statement(`ALTER DOMAIN ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  occupies: (fact) => [`type ${quoteName(fact.name)}`],
};

function createDomain(fact: Fact, offered: readonly Fact[]): Creation {
  const { payload } = fact;
  const checks = offered.filter((child) => child.kind === 'domain-constraint' && child.payload['validated'] === true);
  const text = [
    `CREATE DOMAIN ${quoteName(fact.name)} AS ${textOf(payload, 'type')}`,
    ...(payload['collation'] === null ? [] : [`COLLATE ${textOf(payload, 'collation')}`]),
    ...(payload['default'] === null ? [] : [`DEFAULT ${textOf(payload, 'default')}`]),
    ...(payload['notNull'] === true ? ['NOT NULL'] : []),
    ...checks.map(
      (check) => `CONSTRAINT ${quoteIdentifier(check.name.at(-1) ?? '')} ${textOf(check.payload, 'definition')}`,
    ),
  ].join(' ');
  return { statements: [statement(text)], absorbs: checks.map(({ key }) => key) };
}

function alterDomain(before: Fact, after: Fact, context: RuleContext): Alteration {
  const { payload: old } = before;
  const { payload: wanted } = after;
  if (old['type'] !== wanted['type'] || old['collation'] !== wanted['collation']) {
    const checks = context.wantedChildren(after.key).filter(({ kind }) => kind === 'domain-constraint');
    const { statements, absorbs } = createDomain(after, checks);
    const create = [...statements, ...checks.filter(({ key }) => !absorbs.includes(key)).map(addCheck)];
    const swap = swapType({ before, after, context, create });
    if (swap.kind === 'rebuild') return swap;
    return { ...swap, settles: context.liveChildren(before.key).map(({ key }) => key) };
  }
  const name = quoteName(after.name);
  const fallback = textOrNull(wanted, 'default');
  return {
    kind: 'statements',
    statements: [
      ...(old['default'] === fallback
        ? []
        : [statement(`ALTER DOMAIN ${name} ${fallback === null ? 'DROP DEFAULT' : `SET DEFAULT ${fallback}`}`)]),
      ...(old['notNull'] === wanted['notNull'] ? [] : [setNotNull(after)]),
    ],
  };
}

function setNotNull(after: Fact): Statement {
  const name = quoteName(after.name);
  if (after.payload['notNull'] !== true) return statement(`ALTER DOMAIN ${name} DROP NOT NULL`);
  return statement(`ALTER DOMAIN ${name} SET NOT NULL`, {
    isLong: true,
    hazards: [
      hazard('DB102', after.key, `It fails when a column of the type ${name} holds NULL.`),
      hazard('DB204', after.key, `All tables with a column of the type ${name} are read under a lock.`),
    ],
  });
}

/** What values of a domain must be like. */
export const domainConstraintRule: KindRule = {
  noun: 'check of a domain',
  weight: 24,
  create: (fact, context) => ({ statements: addToDomain(fact, context), absorbs: [] }),
  drop: (fact) => [statement(`ALTER DOMAIN ${quoteName(fact.name.slice(0, 2))} DROP CONSTRAINT ${lastName(fact)}`)],
  alter: (before, after) =>
    before.payload['definition'] === after.payload['definition'] && after.payload['validated'] === true
      ? { kind: 'statements', statements: [validate(after)] }
      : { kind: 'rebuild' },
  rename: (before, after) => [
    statement(
      `ALTER DOMAIN ${quoteName(after.name.slice(0, 2))} RENAME CONSTRAINT ${lastName(before)} TO ${lastName(after)}`,
    ),
  ],
  isMatchedByPayload: true,
};

/** Values that are there already are checked by a statement of their own, which writers need not wait for long before. */
function addToDomain(fact: Fact, context: RuleContext): readonly Statement[] {
  if (context.isNew(fact.parent ?? '') || fact.payload['validated'] !== true) return [addCheck(fact)];
  return [addCheck({ ...fact, payload: { ...fact.payload, validated: false } }), validate(fact)];
}

function addCheck(fact: Fact): Statement {
  const suffix = fact.payload['validated'] === true ? '' : ' NOT VALID';
  const definition = `${textOf(fact.payload, 'definition')}${suffix}`;
  return statement(`ALTER DOMAIN ${quoteName(fact.name.slice(0, 2))} ADD CONSTRAINT ${lastName(fact)} ${definition}`);
}

function validate(fact: Fact): Statement {
  const domain = quoteName(fact.name.slice(0, 2));
  return statement(`ALTER DOMAIN ${domain} VALIDATE CONSTRAINT ${lastName(fact)}`, {
    isLong: true,
    hazards: [
      hazard('DB102', fact.key, `It fails when a column of the type ${domain} holds a value that does not fit.`),
    ],
  });
}

function lastName({ name }: Fact): string {
  return quoteIdentifier(name.at(-1) ?? '');
}
