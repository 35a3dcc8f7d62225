import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { constraintClause, deferralClauses } from './constraint-clause.ts';
import { constraintPrecheck } from './constraint-precheck.ts';
import { type IndexPlace, indexSettings } from './index-settings.ts';
import { buildKeyIndex, canBuildAside } from './key-index.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';

/** Adds a constraint to a table that is there: with as short locks as the policy asks for, when others use the table. */
export function addConstraint(fact: Fact, context: RuleContext): readonly Statement[] {
  const statements = context.isNew(tableOf(fact)) ? [addPlainly(fact, [])] : addToUsed(fact, context);
  return [...statements, ...indexSettings(undefined, fact, placeOf(fact))];
}

function addToUsed(fact: Fact, context: RuleContext): readonly Statement[] {
  if (fact.payload['validated'] !== true) return [addUnchecked(fact)];
  switch (fact.payload['type']) {
    case 'check':
    case 'foreign key':
      return context.online.constraints === 'not_valid' && canBeUnchecked(fact, context)
        ? addInTwoSteps(fact, context)
        : [withPrecheck(addPlainly(fact, plainHazards(fact)), fact, context)];
    case 'primary key':
    case 'unique':
      return canBuildAside(fact, context)
        ? addByIndex(fact, context)
        : [withPrecheck(addPlainly(fact, plainHazards(fact)), fact, context)];
    default:
      return [addPlainly(fact, plainHazards(fact))];
  }
}

/** Foreign keys of partitioned tables can be left unchecked from PostgreSQL 18 on. */
function canBeUnchecked(fact: Fact, context: RuleContext): boolean {
  const isPartitioned = context.wanted(tableOf(fact))?.payload['partitionKey'] !== null;
  return fact.payload['type'] !== 'foreign key' || !isPartitioned || context.version >= 180000;
}

function addPlainly(fact: Fact, hazards: readonly SchemaHazard[]): Statement {
  const isForeignKey = fact.payload['type'] === 'foreign key';
  return statement(
    `${addText(fact)} ${constraintClause(fact)}${fact.payload['validated'] === true ? '' : ' NOT VALID'}`,
    {
      blocks: isForeignKey ? 'writes' : 'all',
      table: tableOf(fact),
      ...(hazards.length === 0 ? {} : { scans: 'reads', isLong: true }),
      hazards,
    },
  );
}

function addUnchecked(fact: Fact): Statement {
  const isForeignKey = fact.payload['type'] === 'foreign key';
  return statement(`${addText(fact)} ${constraintClause(fact)} NOT VALID`, {
    blocks: isForeignKey ? 'writes' : 'all',
    table: tableOf(fact),
  });
}

function addInTwoSteps(fact: Fact, context: RuleContext): readonly Statement[] {
  const validate = statement(`ALTER TABLE ${quoteName(fact.name.slice(0, 2))} VALIDATE CONSTRAINT ${lastName(fact)}`, {
    blocks: 'ddl',
    table: tableOf(fact),
    transaction: 'alone',
    scans: 'reads',
    isLong: true,
  });
  return [withPrecheck({ ...addUnchecked(fact), hazards: [fitHazard(fact)] }, fact, context), validate];
}

function addByIndex(fact: Fact, context: RuleContext): readonly Statement[] {
  const clauses = deferralClauses(fact).join(' ');
  const kind = fact.payload['type'] === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const attach = statement(
    `${addText(fact)} ${kind} USING INDEX ${lastName(fact)}${clauses === '' ? '' : ` ${clauses}`}`,
    {
      blocks: 'all',
      table: tableOf(fact),
    },
  );
  const build = buildKeyIndex(fact, fact.name.at(-1) ?? '');
  return [withPrecheck({ ...build, hazards: [...build.hazards, fitHazard(fact)] }, fact, context), attach];
}

function plainHazards(fact: Fact): readonly SchemaHazard[] {
  const table = quoteName(fact.name.slice(0, 2));
  const name = lastName(fact);
  switch (fact.payload['type']) {
    case 'foreign key':
      return [
        fitHazard(fact),
        hazard('DB202', fact.key, `All rows of ${table} are looked up for ${name} while nobody can write to it.`),
      ];
    case 'check':
      return [
        fitHazard(fact),
        hazard('DB204', fact.key, `All rows of ${table} are checked for ${name} while nobody can use it.`),
      ];
    default:
      return [
        fitHazard(fact),
        hazard('DB201', fact.key, `The index of ${name} is built while nobody can use ${table}.`),
        hazard('DB205', fact.key, `An index is built over all rows of ${table}.`),
      ];
  }
}

function fitHazard(fact: Fact): SchemaHazard {
  const table = quoteName(fact.name.slice(0, 2));
  return hazard('DB102', fact.key, `It fails when ${table} holds rows that ${lastName(fact)} refuses.`);
}

function withPrecheck(made: Statement, fact: Fact, context: RuleContext): Statement {
  const precheck = constraintPrecheck(fact, context);
  return precheck === undefined ? made : { ...made, precheck };
}

function addText(fact: Fact): string {
  return `ALTER TABLE ${quoteName(fact.name.slice(0, 2))} ADD CONSTRAINT ${lastName(fact)}`;
}

function placeOf(fact: Fact): IndexPlace {
  return { index: [fact.name[0] ?? '', fact.name.at(-1) ?? ''], relation: fact.name.slice(0, 2), table: tableOf(fact) };
}

function lastName(fact: Fact): string {
  return quoteIdentifier(fact.name.at(-1) ?? '');
}
