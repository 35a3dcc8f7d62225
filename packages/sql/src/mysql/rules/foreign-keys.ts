import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Precheck } from '../../compare/statement.ts';
import { quoteName, unquoteName } from '../quote.ts';
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
  namesInTexts: 'quoted',
  create: (key, context) => ({
    statements: [...keepIndexes(key, columnsOf(key), context), alterTable(key, adding(key), context)],
    absorbs: [],
  }),
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

function adding(key: Fact): ClauseParts {
  return {
    clause: `ADD ${foreignKeyDefinition(key)}`,
    stage: 'tie',
    speed: 'copy',
    touches: tablesReferred(key),
    precheck: orphanPrecheck(key),
    hazards: [hazard('DB102', key.key, `Every row of ${key.name[0]} must find the row that ${key.name[1]} refers to.`)],
  };
}

/** The table that a foreign key refers to; none for another fact or another database. */
export function tablesReferred({ info }: Fact): readonly FactKey[] {
  const referenced = textOf(info, 'referenced');
  return referenced === '' ? [] : [factKey('table', [unquoteName(referenced)])];
}

/** Rows that refer to nothing. It is asked right before the statement, when columns and tables of the plan are there. */
function orphanPrecheck({ name: [table = '', constraint = ''], info }: Fact): Precheck | undefined {
  const referenced = textOf(info, 'referenced');
  const columns = textsOf(info, 'columns');
  const others = textsOf(info, 'referencedColumns');
  if (referenced === '') return undefined;
  const known = columns.map((column) => `c.${column} IS NOT NULL`);
  const joined = columns.map((column, place) => `p.${others[place]} = c.${column}`);
  const found = `SELECT 1 FROM ${referenced} p WHERE ${joined.join(' AND ')}`;
  return {
    text: `SELECT 1 FROM ${quoteName(table)} c WHERE ${known.join(' AND ')} AND NOT EXISTS (${found}) LIMIT 1`,
    offence: `${table} has rows for which ${constraint} finds nothing in ${unquoteName(referenced)}`,
  };
}

function columnsOf({ info }: Fact): readonly string[] {
  return textsOf(info, 'columns').map(unquoteName);
}
