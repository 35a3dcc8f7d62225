import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Alteration, Creation, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Precheck, Statement } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { columnDefinition } from './column-definition.ts';
import { lossOf } from './column-loss.ts';
import { nullPrecheck, rangePrecheck, rowsPrecheck } from './column-precheck.ts';
import { isDefaultOnly, speedOfAdding, speedOfDropping, speedOfModifying } from './column-speed.ts';
import { isSameRange } from './column-type.ts';
import { alterTable, hazard, statement } from './statements.ts';

/** Columns, with all that belongs to them: default, generated expression, comment, a check of their own. */
export const columnRule: KindRule = {
  noun: 'column',
  weight: 20,
  namesInTexts: 'quoted',
  create: addColumn,
  drop: dropColumn,
  alter: modifyColumn,
  rename: renameColumn,
};

function addColumn(column: Fact, context: RuleContext): Creation {
  const { payload } = column;
  const hasValue = ['default', 'autoIncrement', 'generated'].some((member) => payload[member] !== undefined);
  const isRequired = payload['notNull'] === true && !hasValue;
  const hazards = isRequired
    ? [hazard('DB302', column.key, `Inserts that name no value for ${shown(column)} are refused from then on.`)]
    : [];
  const added = alterTable(
    column,
    {
      clause: `ADD COLUMN ${columnDefinition(column, context)} ${placeOf(column)}`,
      speed: speedOfAdding(column, context),
      position: Number(column.info?.['position'] ?? 0),
      hazards,
      ...(isRequired && /^(?:date|timestamp)/.test(textOf(payload, 'type')) ? { precheck: rowsPrecheck(column) } : {}),
    },
    context,
  );
  return { statements: [added], absorbs: [] };
}

/** Behind the column that is declared before it; new columns of one statement come in their order. */
function placeOf(column: Fact): string {
  const after = column.info?.['after'];
  return typeof after === 'string' ? `AFTER ${quoteName(after)}` : 'FIRST';
}

function dropColumn(column: Fact, context: RuleContext): readonly Statement[] {
  const isComputed = column.payload['generated'] !== undefined;
  const hazards = isComputed ? [] : [hazard('DB101', column.key, `All values of ${shown(column)} are lost.`)];
  const clause = `DROP COLUMN ${quoteName(column.name[1] ?? '')}`;
  return [alterTable(column, { clause, speed: speedOfDropping(column, context), hazards }, context)];
}

function modifyColumn(before: Fact, after: Fact, context: RuleContext): Alteration {
  if (isOtherGeneration(before, after)) return { kind: 'rebuild' };
  const precheck = precheckOf(before, after);
  const clause = {
    clause: modifyClause(before, after, context),
    speed: speedOfModifying(before, after, context),
    hazards: modifyHazards(before, after),
    precheck,
  };
  const isTied = changesValues(before, after);
  return {
    kind: 'statements',
    statements: [alterTable(after, clause, context)],
    ...(isTied ? { disturbs: (dependent: Fact) => dependent.kind === 'foreign-key' } : {}),
  };
}

/** The columns on both sides of a foreign key must have one type; neither can get another one while it is there. */
function changesValues({ payload: old }: Fact, { payload: wanted }: Fact): boolean {
  const isRetyped = old['type'] !== wanted['type'] && !isSameRange(textOf(old, 'type'), textOf(wanted, 'type'));
  return isRetyped || old['collation'] !== wanted['collation'];
}

/** A default alone is changed without telling the rest of the column anew; MySQL takes only literals there. */
function modifyClause(before: Fact, after: Fact, context: RuleContext): string {
  const value = after.payload['default'];
  const isTaken = context.product === 'mariadb' || /^(?:'|-?\d|NULL$)/.test(typeof value === 'string' ? value : 'NULL');
  if (!isDefaultOnly(before, after) || !isTaken) return `MODIFY COLUMN ${columnDefinition(after, context)}`;
  const column = `ALTER COLUMN ${quoteName(after.name[1] ?? '')}`;
  return typeof value === 'string' ? `${column} SET DEFAULT ${value}` : `${column} DROP DEFAULT`;
}

/** Neither product changes in place whether a column is computed and whether the result is stored; a stored one can become plain. */
function isOtherGeneration(before: Fact, after: Fact): boolean {
  const [old, wanted] = [before.payload['stored'], after.payload['stored']];
  return old !== wanted && !(old === true && wanted === undefined);
}

function modifyHazards(before: Fact, after: Fact): readonly SchemaHazard[] {
  const loss = lossOf(before.payload, after.payload);
  const becomesRequired = after.payload['notNull'] === true && before.payload['notNull'] !== true;
  return [
    ...(loss === undefined ? [] : [hazard('DB101', after.key, `${shown(after)} can lose ${loss}.`)]),
    ...(becomesRequired && after.payload['generated'] === undefined
      ? [hazard('DB102', after.key, `No row may hold NULL in ${shown(after)}.`)]
      : []),
  ];
}

function precheckOf(before: Fact, after: Fact): Precheck | undefined {
  if (after.payload['generated'] !== undefined) return undefined;
  if (after.payload['notNull'] === true && before.payload['notNull'] !== true) return nullPrecheck(after);
  return rangePrecheck(before, after);
}

function renameColumn(before: Fact, after: Fact, context: RuleContext): readonly Statement[] {
  const [table = '', to = ''] = after.name;
  const from = before.name[1] ?? '';
  const isNamed = context.version >= (context.product === 'mariadb' ? 100_502 : 80_000);
  const change = isNamed
    ? `RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`
    : `CHANGE COLUMN ${quoteName(from)} ${columnDefinition({ ...before, name: after.name }, context)}`;
  return [
    statement(`ALTER TABLE ${quoteName(table)} ${change}`, {
      table: after.parent ?? '',
      blocks: 'nothing',
      hazards: [hazard('DB302', after.key, `Clients that use ${table}.${from} no longer find it.`)],
    }),
  ];
}

function shown({ name }: Fact): string {
  return name.join('.');
}
