import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Precheck, Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { boundKinds } from './bound-kinds.ts';
import { alterColumn, collationClause } from './column-definition.ts';
import { type TypeChange, typeChange } from './column-type.ts';
import { tableOf } from './place.ts';
import { hazard, statement } from './statements.ts';

/** The statements that give a column another type or collation, and what must not exist meanwhile. */
export type Retyping = { readonly statements: readonly Statement[]; readonly disturbs: (dependent: Fact) => boolean };

/** Gives a column another type or collation. */
export function retype(before: Fact, after: Fact, context: RuleContext): Retyping {
  const isSameType = before.payload['type'] === after.payload['type'];
  const isSameCollation = collationOf(before) === collationOf(after);
  if (isSameType && isSameCollation) return { statements: [], disturbs: () => false };
  const change = isSameType
    ? collationChange
    : declaredChange(after, typeChange(textOf(before.payload, 'type'), textOf(after.payload, 'type')));
  return {
    statements: [
      isSameCollation
        ? changeType(before, after, change)
        : resorted(changeType(before, after, change), before, context),
      analyze(after),
    ],
    disturbs: (dependent) => isDisturbed(dependent, { before, after, context }),
  };
}

function collationOf({ payload }: Fact): string {
  return collationClause(payload['collation']).join('');
}

/** The server builds the indexes anew that sort by the column. */
function resorted(made: Statement, column: Fact, context: RuleContext): Statement {
  const isSorted = context
    .liveChildren(tableOf(column))
    .some(({ kind, needs }) => (kind === 'index' || kind === 'constraint') && needs.includes(column.key));
  if (!isSorted) return made;
  const message = `Indexes on ${quoteName(column.name)} are built anew, and nobody can use the table meanwhile.`;
  return { scans: 'reads', ...made, isLong: true, hazards: [...made.hazards, hazard('DB201', column.key, message)] };
}

const collationChange: TypeChange = { isFree: true, isLossy: false, misfit: null, isUncertain: false, using: null };

/** Where the declaration says how values are converted, nothing is known of the result: they may lose anything. */
function declaredChange(after: Fact, change: TypeChange): TypeChange {
  return declaredUsing(after) === ''
    ? change
    : { ...change, isFree: false, isLossy: true, misfit: null, isUncertain: true };
}

function declaredUsing({ info }: Fact): string {
  const using = info?.['using'];
  return typeof using === 'string' ? using : '';
}

function usingClause(after: Fact, { using }: TypeChange): readonly string[] {
  const declared = declaredUsing(after);
  if (declared !== '') return [`USING ${declared}`];
  const column = quoteIdentifier(after.name.at(-1) ?? '');
  return using === null ? [] : [`USING ${using.replaceAll('$', () => column)}`];
}

function changeType(before: Fact, after: Fact, change: TypeChange): Statement {
  const precheck = misfitPrecheck(after, change);
  const text = [
    `${alterColumn(after)} TYPE ${textOf(after.payload, 'type')}`,
    ...collationClause(after.payload['collation']),
    ...usingClause(after, change),
  ].join(' ');
  return statement(text, {
    blocks: 'all',
    table: tableOf(after),
    ...(change.isFree ? {} : { scans: 'rewrites', isLong: true }),
    hazards: typeHazards(before, after, change),
    ...(precheck === undefined ? {} : { precheck }),
  });
}

function misfitPrecheck(after: Fact, { misfit }: TypeChange): Precheck | undefined {
  if (misfit === null) return undefined;
  const column = quoteIdentifier(after.name.at(-1) ?? '');
  const table = quoteName(after.name.slice(0, 2));
  return {
    text: `SELECT 1 FROM ${table} WHERE ${misfit.replaceAll('$', () => column)} LIMIT 1`,
    offence: `${quoteName(after.name)} holds values that do not fit ${textOf(after.payload, 'type')}`,
  };
}

function typeHazards(before: Fact, after: Fact, change: TypeChange): readonly SchemaHazard[] {
  const name = quoteName(after.name);
  const types = `from ${textOf(before.payload, 'type')} to ${textOf(after.payload, 'type')}`;
  const table = quoteName(after.name.slice(0, 2));
  return [
    ...(change.isLossy
      ? [hazard('DB101', after.key, `Values of ${name} can lose a part of what they say ${types}.`)]
      : []),
    ...(change.misfit !== null || change.isUncertain
      ? [hazard('DB102', after.key, `It fails when ${name} holds values that cannot be turned ${types}.`)]
      : []),
    ...(change.isFree
      ? []
      : [hazard('DB203', after.key, `${table} is written anew, and nobody can use it meanwhile.`)]),
    hazard('DB302', after.key, `Clients find ${name} changed ${types}.`),
  ];
}

/** Statistics of the old values are gone. */
function analyze(after: Fact): Statement {
  const column = quoteIdentifier(after.name.at(-1) ?? '');
  return statement(`ANALYZE ${quoteName(after.name.slice(0, 2))} (${column})`, {
    blocks: 'ddl',
    table: tableOf(after),
    isLong: true,
  });
}

type Change = { readonly before: Fact; readonly after: Fact; readonly context: RuleContext };

/** What the server refuses to convert or converts otherwise than it would be declared. */
function isDisturbed(dependent: Fact, { before, after, context }: Change): boolean {
  if (boundKinds.has(dependent.kind)) return true;
  switch (dependent.kind) {
    case 'column':
      return dependent.payload['generated'] !== null && dependent.needs.includes(before.key);
    case 'default':
      return dependent.parent === before.key && !isKeptDefault(before, after, context);
    case 'constraint':
      return dependent.payload['type'] === 'foreign key' && !isComparable(before, after);
    default:
      return false;
  }
}

/** The server converts the default along; only between integers is the result what would be declared. */
function isKeptDefault(before: Fact, after: Fact, context: RuleContext): boolean {
  const key = factKey('default', before.name);
  const isSame = context.live(key)?.payload['expression'] === context.wanted(key)?.payload['expression'];
  return isSame && isInteger(before) && isInteger(after);
}

/** Both ends of a foreign key can differ in type while both are integers or both are texts. */
function isComparable(before: Fact, after: Fact): boolean {
  return (isInteger(before) && isInteger(after)) || (isText(before) && isText(after));
}

function isInteger({ payload }: Fact): boolean {
  return ['smallint', 'integer', 'bigint'].includes(textOf(payload, 'type'));
}

function isText({ payload }: Fact): boolean {
  return /^(text|character varying)/.test(textOf(payload, 'type'));
}
