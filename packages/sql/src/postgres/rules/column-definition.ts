import type { Json, JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Statement } from '../../compare/statement.ts';
import { numberOf, textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { optionList } from './options.ts';
import { sequenceOptions } from './sequence-options.ts';
import { statement } from './statements.ts';

/** A column as it stands in CREATE TABLE and ADD COLUMN, with its default when that is made along with it. */
export function columnDefinition(column: Fact, fallback: Fact | undefined): string {
  const { payload } = column;
  return [
    quoteIdentifier(nameOf(column)),
    textOf(payload, 'type'),
    ...(payload['compression'] === null ? [] : [`COMPRESSION ${textOf(payload, 'compression')}`]),
    ...collationClause(payload['collation']),
    ...(fallback === undefined ? [] : [`DEFAULT ${textOf(fallback.payload, 'expression')}`]),
    ...generatedClause(payload['generated']),
    ...identityClause(column),
    ...(payload['notNull'] === true ? ['NOT NULL'] : []),
  ].join(' ');
}

/** What a column has beside its definition and must be said by statements of its own. */
export function columnSettings(column: Fact): readonly Statement[] {
  const { payload } = column;
  const options = optionList(payload['options']);
  const clauses = [
    ...(payload['storage'] === null ? [] : [`SET STORAGE ${textOf(payload, 'storage').toUpperCase()}`]),
    ...(payload['statistics'] === null ? [] : [`SET STATISTICS ${numberOf(payload, 'statistics')}`]),
    ...(options === '' ? [] : [`SET (${options})`]),
  ];
  return clauses.map((clause) => statement(`${alterColumn(column)} ${clause}`));
}

/** `ALTER TABLE app.orders ALTER COLUMN total`. */
export function alterColumn(column: Fact): string {
  return `ALTER TABLE ${quoteName(column.name.slice(0, -1))} ALTER COLUMN ${quoteIdentifier(nameOf(column))}`;
}

/** `GENERATED … AS IDENTITY` with what its sequence has beside the usual; nothing for other columns. */
export function identityClause(column: Fact): readonly string[] {
  const { payload } = column;
  const identity = objectOrNull(payload['identity']);
  if (identity === null) return [];
  const options = [...sequenceName(column, identity), ...sequenceOptions(identity, textOf(payload, 'type'))];
  const list = options.length === 0 ? '' : ` (${options.join(' ')})`;
  return [`GENERATED ${textOf(identity, 'kind').toUpperCase()} AS IDENTITY${list}`];
}

/** The server calls the sequence after table and column when it is told nothing. */
function sequenceName(column: Fact, identity: JsonObject): readonly string[] {
  const [schema = '', table = '', name = ''] = column.name;
  const sequence = textOf(identity, 'sequence');
  return sequence === `${table}_${name}_seq` ? [] : [`SEQUENCE NAME ${quoteName([schema, sequence])}`];
}

/** `COLLATE …` for a collation that is not the type's own. */
export function collationClause(collation: Json | undefined): readonly string[] {
  return Array.isArray(collation) ? [`COLLATE ${quoteName(collation.map(String))}`] : [];
}

/** A member of a payload that is an object or null. */
export function objectOrNull(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function generatedClause(value: Json | undefined): readonly string[] {
  const generated = objectOrNull(value);
  if (generated === null) return [];
  return [`GENERATED ALWAYS AS (${textOf(generated, 'expression')}) ${textOf(generated, 'kind').toUpperCase()}`];
}

function nameOf(column: Fact): string {
  return column.name.at(-1) ?? '';
}
