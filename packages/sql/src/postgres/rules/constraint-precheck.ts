import type { Fact } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Precheck } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';

/** Asks for a row that a new constraint would refuse; nothing where none can be asked for. */
export function constraintPrecheck(fact: Fact, context: RuleContext): Precheck | undefined {
  const table = quoteName(fact.name.slice(0, 2));
  const offence = offenceOf(fact);
  const text = questionOf(fact, context, table);
  return text === undefined ? undefined : { text, offence };
}

function offenceOf(fact: Fact): string {
  const name = `${quoteName(fact.name.slice(0, 2))} holds rows that ${quoteIdentifier(fact.name.at(-1) ?? '')}`;
  return fact.payload['type'] === 'check' ? `${name} refuses` : `${name} cannot hold for`;
}

function questionOf(fact: Fact, context: RuleContext, table: string): string | undefined {
  switch (fact.payload['type']) {
    case 'check':
      return `SELECT 1 FROM ${table} WHERE NOT (${checkExpression(fact)}) LIMIT 1`;
    case 'primary key':
    case 'unique':
      return duplicateQuestion(fact, table);
    case 'foreign key':
      return orphanQuestion(fact, context, table);
    default:
      return undefined;
  }
}

function checkExpression(fact: Fact): string {
  return textOf(fact.payload, 'definition')
    .replace(/ NO INHERIT$/, '')
    .replace(/^CHECK \(/, '')
    .replace(/\)$/, '');
}

function duplicateQuestion(fact: Fact, table: string): string | undefined {
  if (textOf(fact.payload, 'definition').includes(' WITHOUT OVERLAPS')) return undefined;
  const columns = namesOf(fact, 'columns');
  const isNullEqual = textOf(fact.payload, 'definition').startsWith('UNIQUE NULLS NOT DISTINCT');
  const filter = isNullEqual ? '' : ` WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}`;
  return `SELECT 1 FROM ${table}${filter} GROUP BY ${columns.join(', ')} HAVING pg_catalog.count(*) > 1 LIMIT 1`;
}

/** Rows of a new table cannot be orphans, and a table that is made now has no parents: then the rows themselves offend. */
function orphanQuestion(fact: Fact, context: RuleContext, table: string): string | undefined {
  const referenced = fact.info?.['referencedName'];
  if (!Array.isArray(referenced) || textOf(fact.payload, 'definition').includes(' PERIOD ')) return undefined;
  const columns = namesOf(fact, 'columns').map((column) => `f.${column}`);
  const targets = namesOf(fact, 'referencedColumns').map((column) => `r.${column}`);
  const isSet = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const isSame = columns.map((column, index) => `${targets[index] ?? ''} = ${column}`).join(' AND ');
  if (columns.some((_, index) => targets[index] === undefined) || context.isNew(fact.parent ?? '')) return undefined;
  const parent = quoteName(referenced.map(String));
  return `SELECT 1 FROM ${table} f WHERE ${isSet} AND NOT EXISTS (SELECT FROM ${parent} r WHERE ${isSame}) LIMIT 1`;
}

function namesOf(fact: Fact, member: string): readonly string[] {
  const names = fact.info?.[member];
  return Array.isArray(names) ? names.map((name) => quoteIdentifier(String(name))) : [];
}
