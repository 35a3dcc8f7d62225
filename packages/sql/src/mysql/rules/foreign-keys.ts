import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Precheck } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { textOf, textsOf } from '../text/members.ts';
import { keepIndexes } from './keep-indexes.ts';
import { alterTable, type ClauseParts, hazard } from './statements.ts';

/**
 * Foreign keys. One cannot be dropped and added under its name by one statement, so each change is two; they stand apart from all
 * other clauses, before them and after them, so that the columns and indexes on either side can change in between.
 */
export const foreignKeyRule: KindRule = {
  noun: 'foreign key',
  weight: 50,
  create: (key, context) => ({ statements: [alterTable(key, adding(key, context), context)], absorbs: [] }),
  drop: (key, context) => [
    alterTable(
      key,
      {
        clause: `DROP FOREIGN KEY ${quoteName(key.name[1] ?? '')}`,
        stage: 'untie',
        speed: context.product === 'mariadb' ? 'instant' : 'inplace',
        touches: tablesReferred(key),
      },
      context,
    ),
  ],
  alter: () => ({ kind: 'rebuild' }),
};

/** A foreign key as CREATE TABLE and ADD take it. */
export function foreignKeyDefinition({ name, payload }: Fact): string {
  return `CONSTRAINT ${quoteName(name[1] ?? '')} ${textOf(payload, 'definition')}`;
}

function adding(key: Fact, context: RuleContext): ClauseParts {
  return {
    clause: [...keepIndexes(key, textsOf(key.info, 'columns'), context), `ADD ${foreignKeyDefinition(key)}`].join(', '),
    stage: 'tie',
    speed: 'copy',
    touches: tablesReferred(key),
    precheck: orphanPrecheck(key),
    hazards: [hazard('DB102', key.key, `Every row of ${key.name[0]} must find the row that ${key.name[1]} refers to.`)],
  };
}

/** The table that a foreign key refers to; none for another fact or another database. */
export function tablesReferred({ info }: Fact): readonly FactKey[] {
  const referenced = info?.['referenced'];
  return typeof referenced === 'string' ? [factKey('table', [referenced])] : [];
}

/** Rows that refer to nothing. It is asked right before the statement, when columns and tables of the plan are there. */
function orphanPrecheck({ name: [table = '', constraint = ''], info }: Fact): Precheck | undefined {
  const referenced = info?.['referenced'];
  const columns = textsOf(info, 'columns');
  const others = textsOf(info, 'referencedColumns');
  if (typeof referenced !== 'string') return undefined;
  const known = columns.map((column) => `c.${quoteName(column)} IS NOT NULL`);
  const joined = columns.map((column, place) => `p.${quoteName(others[place] ?? '')} = c.${quoteName(column)}`);
  const found = `SELECT 1 FROM ${quoteName(referenced)} p WHERE ${joined.join(' AND ')}`;
  return {
    text: `SELECT 1 FROM ${quoteName(table)} c WHERE ${known.join(' AND ')} AND NOT EXISTS (${found}) LIMIT 1`,
    offence: `${table} has rows for which ${constraint} finds nothing in ${referenced}`,
  };
}
