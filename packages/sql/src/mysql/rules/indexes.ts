import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { AlterSpeed, Precheck, Statement } from '../../compare/statement.ts';
import { quoteName, unquoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { indexDefinition, isPrimary, isUnique, partsOfIndex, plainColumns } from './index-definition.ts';
import { keepIndexes } from './keep-indexes.ts';
import { alterTable, type ClauseParts, hazard } from './statements.ts';

/** Indexes of every kind, the primary key included. */
export const indexRule: KindRule = {
  noun: 'index',
  weight: 30,
  namesInTexts: 'quoted',
  create: (index, context) => {
    const added = alterTable(index, { clause: `ADD ${indexDefinition(index)}`, ...building(index, context) }, context);
    return { statements: [...keepIndexes(index, plainColumns(index), context), added], absorbs: [] };
  },
  drop: (index, context) => [
    alterTable(index, { clause: dropClause(index), speed: isPrimary(index) ? 'copy' : 'inplace' }, context),
  ],
  alter: changeIndex,
  rename: renameIndex,
  isMatchedByPayload: true,
};

function changeIndex(before: Fact, after: Fact, context: RuleContext): Alteration {
  const visibility = visibilityClause(before, after, context);
  if (visibility !== undefined) {
    const parts: ClauseParts = { clause: visibility, speed: 'instant' };
    return { kind: 'statements', statements: [alterTable(after, parts, context)] };
  }
  const parts: ClauseParts = { clause: replaceClause(after), ...building(after, context) };
  return { kind: 'statements', statements: [alterTable(after, parts, context)] };
}

/** Drops an index and makes it anew under its name; the server does both at once. */
export function replaceClause(index: Fact): string {
  return `${dropClause(index)}, ADD ${indexDefinition(index)}`;
}

function dropClause(index: Fact): string {
  return isPrimary(index) ? 'DROP PRIMARY KEY' : `DROP INDEX ${quoteName(index.name[1] ?? '')}`;
}

function building(index: Fact, context: RuleContext): Omit<ClauseParts, 'clause'> {
  const precheck = isUnique(index) ? duplicatePrecheck(index, context) : undefined;
  return {
    speed: speedOfBuilding(index),
    precheck,
    hazards: [
      hazard('DB205', index.key, `${index.name.join('.')} is built.`),
      ...(isUnique(index) ? [hazard('DB102', index.key, `No two rows may be equal in ${index.name.join('.')}.`)] : []),
    ],
  };
}

function speedOfBuilding(index: Fact): AlterSpeed {
  if (isPrimary(index)) return 'rebuild';
  return /^(?:FULLTEXT|SPATIAL|VECTOR)/.test(textOf(index.payload, 'definition')) ? 'copy' : 'inplace';
}

/** Rows that are equal in all parts; nothing can be asked of columns that are not there yet. */
function duplicatePrecheck(index: Fact, context: RuleContext): Precheck | undefined {
  const [table = '', name = ''] = index.name;
  const parts = partsOfIndex(index);
  const columns = parts.map((part) => /^(`(?:[^`]|``)+`)(?:\((\d+)\))?$/.exec(part));
  const isAskable = columns.every((match) => match !== null && isThere(table, unquoteName(match[1] ?? ''), context));
  if (!isAskable) return undefined;
  const values = columns.map((match) => (match?.[2] === undefined ? match?.[1] : `LEFT(${match[1]}, ${match[2]})`));
  const known = columns.map((match) => `${match?.[1]} IS NOT NULL`);
  return {
    text: `SELECT 1 FROM ${quoteName(table)} WHERE ${known.join(' AND ')} GROUP BY ${values.join(', ')} HAVING COUNT(*) > 1 LIMIT 1`,
    offence: `${table} has rows that are equal in ${name === 'PRIMARY' ? 'the primary key' : name}`,
  };
}

function isThere(table: string, column: string, context: RuleContext): boolean {
  const key = factKey('column', [table, column]);
  return context.live(key) !== undefined && !context.isNew(key);
}

/** Whether the optimiser uses an index can be changed by itself. */
function visibilityClause(before: Fact, after: Fact, { product }: RuleContext): string | undefined {
  const [hidden, shown] = product === 'mariadb' ? ['IGNORED', 'NOT IGNORED'] : ['INVISIBLE', 'VISIBLE'];
  const mark = / (?:\/\*!80000 INVISIBLE \*\/|IGNORED)$/;
  const [old, wanted] = [textOf(before.payload, 'definition'), textOf(after.payload, 'definition')];
  if (old.replace(mark, '') !== wanted.replace(mark, '')) return undefined;
  return `ALTER INDEX ${quoteName(after.name[1] ?? '')} ${mark.test(wanted) ? hidden : shown}`;
}

function renameIndex(before: Fact, after: Fact, context: RuleContext): readonly Statement[] {
  const [from = '', to = ''] = [before.name[1], after.name[1]];
  const isNamed = context.version >= (context.product === 'mariadb' ? 100_502 : 50_700);
  const parts: ClauseParts = isNamed
    ? { clause: `RENAME INDEX ${quoteName(from)} TO ${quoteName(to)}`, speed: 'instant', stage: 'untie' }
    : {
        clause: `DROP INDEX ${quoteName(from)}, ADD ${indexDefinition({ ...before, name: after.name })}`,
        speed: 'inplace',
      };
  return [alterTable(after, parts, context)];
}
