import { parseName } from './names.ts';
import { memberPath, type Piece, piece } from './pieces.ts';
import type { Rendering } from './rendering.ts';
import type { ColumnInput, DefaultInput, SequenceInput } from './table.ts';

/** A column as it stands in CREATE TABLE. */
export function columnPieces(rendering: Rendering, path: string, { name, column }: NamedColumn): readonly Piece[] {
  const { dialect } = rendering;
  tellStrays(rendering, path, column);
  const words = dialect === 'postgres' ? postgresWords : mysqlWords;
  const rest = words(rendering, path, column).filter(({ text }) => text !== '');
  const type = piece(`${path}.type`, rendering.sql(`${path}.type`, column.type));
  const spaced = [type, ...rest].flatMap((word) => [piece(path, ' '), word]);
  return [piece(path, rendering.name([name])), ...spaced];
}

export type NamedColumn = { readonly name: string; readonly column: ColumnInput };

/** A column's short form is its type. */
export function readColumn(input: string | ColumnInput): ColumnInput {
  return typeof input === 'string' ? { type: input } : input;
}

function tellStrays({ only, problem }: Rendering, path: string, column: ColumnInput): void {
  only('mysql', `${path}.charset`, column.charset);
  only('mysql', `${path}.on_update`, column.on_update);
  only('postgres', `${path}.sequence`, column.sequence);
  if (column.sequence !== undefined && column.identity === undefined) {
    problem(`${path}.sequence`, 'Only an identity column counts.', 'Add `identity: always`.');
  }
  const sources = [column.default, column.identity, column.generated].filter((source) => source !== undefined);
  if (sources.length > 1) {
    problem(path, 'A column has a default, an identity or an expression, and not several of them.');
  }
}

function postgresWords(rendering: Rendering, path: string, column: ColumnInput): readonly Piece[] {
  const { collation, identity, sequence } = column;
  return [
    collation === undefined ? none : piece(`${path}.collation`, `COLLATE ${rendering.name(collationName(collation))}`),
    defaultPiece(rendering, path, column),
    identity === undefined
      ? none
      : piece(
          `${path}.identity`,
          `GENERATED ${identity === 'always' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${sequenceText(sequence)}`,
        ),
    ...sharedWords(rendering, path, column),
  ];
}

function mysqlWords(rendering: Rendering, path: string, column: ColumnInput): readonly Piece[] {
  const { charset, collation, identity, on_update: onUpdate, comment } = column;
  return [
    charset === undefined ? none : piece(`${path}.charset`, `CHARACTER SET ${rendering.name([charset])}`),
    collation === undefined ? none : piece(`${path}.collation`, `COLLATE ${rendering.name([collation])}`),
    ...generatedAndNull(rendering, path, column),
    defaultPiece(rendering, path, column),
    onUpdate === undefined
      ? none
      : piece(`${path}.on_update`, `ON UPDATE ${rendering.sql(`${path}.on_update`, onUpdate)}`),
    identity === undefined ? none : piece(`${path}.identity`, 'AUTO_INCREMENT'),
    comment === undefined ? none : piece(`${path}.comment`, `COMMENT ${rendering.literal(comment)}`),
    ...uniqueAndCheck(rendering, path, column),
  ];
}

const none: Piece = { path: '', text: '' };

function sharedWords(rendering: Rendering, path: string, column: ColumnInput): readonly Piece[] {
  return [...generatedAndNull(rendering, path, column), ...uniqueAndCheck(rendering, path, column)];
}

function generatedAndNull(rendering: Rendering, path: string, column: ColumnInput): readonly Piece[] {
  const { generated, not_null: notNull } = column;
  const { expression, stored = true } =
    typeof generated === 'string' ? { expression: generated } : (generated ?? { expression: undefined });
  return [
    expression === undefined
      ? none
      : piece(
          `${path}.generated`,
          `GENERATED ALWAYS AS (${rendering.sql(`${path}.generated`, expression)}) ${stored ? 'STORED' : 'VIRTUAL'}`,
        ),
    // MySQL makes a TIMESTAMP without a word NOT NULL.
    notNull === true
      ? piece(`${path}.not_null`, 'NOT NULL')
      : rendering.dialect === 'mysql' && generated === undefined && column.identity === undefined
        ? piece(path, 'NULL')
        : none,
  ];
}

function uniqueAndCheck(rendering: Rendering, path: string, { unique, check }: ColumnInput): readonly Piece[] {
  return [
    unique === true ? piece(`${path}.unique`, 'UNIQUE') : none,
    check === undefined ? none : piece(`${path}.check`, `CHECK (${rendering.sql(`${path}.check`, check)})`),
  ];
}

/** Names of collations hold dots (`en_US.utf8`): only what stands in quotes is cut into a schema and a name. */
function collationName(written: string): readonly string[] {
  return (written.includes('"') ? parseName(written) : undefined) ?? [written];
}

function sequenceText(sequence: SequenceInput | undefined): string {
  if (sequence === undefined) return '';
  const { start, increment, min, max, cache, cycle } = sequence;
  const options = [
    start === undefined ? '' : `START WITH ${start}`,
    increment === undefined ? '' : `INCREMENT BY ${increment}`,
    min === undefined ? '' : `MINVALUE ${min}`,
    max === undefined ? '' : `MAXVALUE ${max}`,
    cache === undefined ? '' : `CACHE ${cache}`,
    cycle === true ? 'CYCLE' : '',
  ].filter((option) => option !== '');
  return options.length === 0 ? '' : ` (${options.join(' ')})`;
}

function defaultPiece(rendering: Rendering, path: string, { default: value, type }: ColumnInput): Piece {
  if (value === undefined) return none;
  const at = `${path}.default`;
  return piece(at, `DEFAULT ${defaultText(rendering, at, { value, type })}`);
}

function defaultText(
  rendering: Rendering,
  path: string,
  { value, type }: { readonly value: DefaultInput; readonly type: string },
): string {
  switch (typeof value) {
    case 'string':
      if (looksLikeCall(value) && !isTextual(type)) {
        rendering.problem(
          path,
          `\`${value}\` is taken as a text here, not as SQL.`,
          `Write \`default: { expression: ${JSON.stringify(value)} }\`.`,
        );
      }
      return rendering.literal(value);
    case 'number':
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        rendering.problem(path, 'The number has more digits than a number of YAML keeps.', 'Write it in quotes.');
      }
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      return value === null ? 'NULL' : expressionText(rendering, path, value.expression);
  }
}

/** MySQL takes SQL only in parentheses, but for the present time. */
function expressionText(rendering: Rendering, path: string, expression: string): string {
  const text = rendering.sql(`${path}.expression`, expression);
  const isPlain =
    rendering.dialect === 'postgres' ||
    /^(?:current_timestamp|now|localtime|localtimestamp)(?:\s*\(\s*\d*\s*\))?$/i.test(text);
  return isPlain ? text : `(${text})`;
}

function looksLikeCall(text: string): boolean {
  return /^[a-z_][\w.]*\s*\([^)]*\)$/i.test(text) || /^current_(?:timestamp|date|time|user)$/i.test(text);
}

function isTextual(type: string): boolean {
  return /^(?:text|citext|name|varchar|char|character|bpchar|tinytext|mediumtext|longtext|enum|set)\b/i.test(
    type.trim(),
  );
}

/** The path of a column. */
export function columnPath(tablePath: string, name: string): string {
  return memberPath(`${tablePath}.columns`, name);
}
