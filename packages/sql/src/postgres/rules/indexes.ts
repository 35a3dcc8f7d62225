import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf, textsOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { buildConcurrently, buildPlainly, type IndexPlan } from './build-index.ts';
import { type IndexPlace, indexSettings } from './index-settings.ts';
import { clearLeftOver } from './left-over.ts';
import { optionList } from './options.ts';
import { buildPartitioned, hasLastingPartitions } from './partitioned-index.ts';
import { hazard, statement, temporaryName } from './statements.ts';

/** Indexes of tables and materialised views that stand behind no constraint. */
export const indexRule: KindRule = {
  noun: 'index',
  weight: 60,
  create: (fact, context) => ({ statements: createIndex(fact, context), absorbs: [] }),
  drop: (fact, context) => [dropIndex(fact, context)],
  alter: alterIndex,
  rename: (before, after) => [
    statement(`ALTER INDEX ${quoteName([after.name[0] ?? '', before.name.at(-1) ?? ''])} RENAME TO ${lastName(after)}`),
  ],
  isMatchedByPayload: true,
  occupies: (fact) => [`relation ${quoteName(fact.name)}`],
};

function createIndex(fact: Fact, context: RuleContext): readonly Statement[] {
  if (isInParts(fact, context)) {
    const [shell, ...parts] = buildPartitioned(planOf(fact), fact, context);
    return shell === undefined ? parts : [refusingDuplicates(shell, fact), ...parts];
  }
  return [build(fact, context, fact.name.at(-1) ?? ''), ...indexSettings(undefined, fact, placeOf(fact))];
}

function build(fact: Fact, context: RuleContext, name: string): Statement {
  const plan = { ...planOf(fact), index: [fact.name[0] ?? '', name] };
  const isUsed = !context.isNew(fact.parent ?? '');
  const made = isAside(fact, context) ? buildConcurrently(plan) : buildPlainly(plan, isUsed);
  return isUsed ? refusingDuplicates(made, fact) : made;
}

/** A unique index of a table in use is begun only when no rows stand in its way. */
function refusingDuplicates(made: Statement, fact: Fact): Statement {
  if (fact.payload['unique'] !== true) return made;
  const { relation } = placeOf(fact);
  const refused = `It fails when ${quoteName(relation)} holds duplicates.`;
  return {
    ...made,
    hazards: [...made.hazards, hazard('DB102', fact.key, refused)],
    precheck: {
      text: duplicatesOf(fact, relation),
      offence: `${quoteName(relation)} holds duplicates for ${quoteName(fact.name)}`,
    },
  };
}

/** NULLs differ from each other unless the index says otherwise. */
function duplicatesOf(fact: Fact, relation: readonly string[]): string {
  const keys = textsOf(fact.info ?? {}, 'keys');
  const isNullEqual = textOf(fact.payload, 'definition').endsWith(' NULLS NOT DISTINCT');
  const conditions = [
    ...(fact.payload['predicate'] === null ? [] : [`(${textOf(fact.payload, 'predicate')})`]),
    ...(isNullEqual ? [] : keys.map((key) => `${key} IS NOT NULL`)),
  ];
  const filter = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT 1 FROM ${quoteName(relation)}${filter} GROUP BY ${keys.join(', ')} HAVING pg_catalog.count(*) > 1 LIMIT 1`;
}

function isInParts(fact: Fact, context: RuleContext): boolean {
  const table = fact.parent ?? '';
  if (context.online.indexes !== 'concurrently' || context.isNew(table)) return false;
  return fact.info?.['isPartitioned'] === true && hasLastingPartitions(table, context);
}

function isAside(fact: Fact, context: RuleContext): boolean {
  return (
    context.online.indexes === 'concurrently' &&
    fact.info?.['isPartitioned'] !== true &&
    !context.isNew(fact.parent ?? '')
  );
}

function dropIndex(fact: Fact, context: RuleContext): Statement {
  const hazards =
    context.isNew(fact.key) && fact.payload['valid'] === true
      ? [
          hazard(
            'DB501',
            fact.key,
            `Until ${quoteName(fact.name)} is made anew, queries that need it read whole tables.`,
          ),
        ]
      : [];
  return isAside(fact, context)
    ? statement(`DROP INDEX CONCURRENTLY ${quoteName(fact.name)}`, {
        blocks: 'ddl',
        transaction: 'alone',
        isLong: true,
        hazards,
      })
    : statement(`DROP INDEX ${quoteName(fact.name)}`, {
        blocks: 'all',
        ...(fact.parent === undefined ? {} : { table: fact.parent }),
        hazards,
      });
}

function alterIndex(before: Fact, after: Fact, context: RuleContext): Alteration {
  const isSame = ['definition', 'predicate', 'unique'].every(
    (member) => before.payload[member] === after.payload[member],
  );
  const isRevived = before.payload['valid'] !== true && after.payload['valid'] === true;
  if (isSame && !isRevived) {
    return { kind: 'statements', statements: indexSettings(before, after, placeOf(after)) };
  }
  if (before.parent !== after.parent || after.info?.['isPartitioned'] === true) return { kind: 'rebuild' };
  const leftOver = clearLeftOver(temporaryPlace(after), context);
  return {
    kind: 'statements',
    statements: [...leftOver.statements, ...replaceIndex(after, context)],
    settles: leftOver.settles,
    disturbs: isForeignKeyOn(before),
  };
}

/** The new index is there before the old one goes. */
function replaceIndex(fact: Fact, context: RuleContext): readonly Statement[] {
  const temporary = temporaryPlace(fact);
  return [
    build(fact, context, temporary.at(-1) ?? ''),
    statement(`DROP INDEX ${quoteName(fact.name)}`, {
      blocks: 'all',
      ...(fact.parent === undefined ? {} : { table: fact.parent }),
    }),
    statement(`ALTER INDEX ${quoteName(temporary)} RENAME TO ${lastName(fact)}`),
    ...indexSettings(undefined, fact, placeOf(fact)),
  ];
}

function temporaryPlace(fact: Fact): readonly string[] {
  return [fact.name[0] ?? '', temporaryName('index', fact)];
}

function isForeignKeyOn(index: Fact): (dependent: Fact) => boolean {
  return ({ kind, needs }) => kind === 'constraint' && needs.includes(index.key);
}

function planOf(fact: Fact): IndexPlan {
  const { payload } = fact;
  const options = optionList(payload['options']);
  const space = payload['tablespace'] === null ? '' : ` TABLESPACE ${quoteIdentifier(textOf(payload, 'tablespace'))}`;
  const predicate = payload['predicate'] === null ? '' : ` WHERE ${textOf(payload, 'predicate')}`;
  return {
    object: fact.key,
    ...placeOf(fact),
    isUnique: payload['unique'] === true,
    definition: `${textOf(payload, 'definition')}${options === '' ? '' : ` WITH (${options})`}${space}${predicate}`,
  };
}

function placeOf(fact: Fact): IndexPlace {
  const relation = fact.info?.['relation'];
  return { index: fact.name, relation: Array.isArray(relation) ? relation.map(String) : [], table: fact.parent ?? '' };
}

function lastName(fact: Fact): string {
  return quoteIdentifier(fact.name.at(-1) ?? '');
}
