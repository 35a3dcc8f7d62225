import type { JsonObject } from '@setpoint/model';
import type { Product } from '../../session/session.ts';
import type { Conversion, LoadProblem, Rename } from '../declaration.ts';
import type { SplitText, SqlStatement } from '../split/split.ts';
import { columnPath, columnPieces, readColumn } from './columns.ts';
import { foreignKeyText, readCheck, readKey, tableConstraints } from './constraints.ts';
import { indexText, readIndex } from './indexes.ts';
import { parseName } from './names.ts';
import { joinPieces, memberPath, type Piece, piece, statementOf } from './pieces.ts';
import { tableRenames } from './renames.ts';
import { type Rendering, startRendering } from './rendering.ts';
import { commentText, grantText } from './satellites.ts';
import type { TableInput } from './table.ts';

/**
 * Renders the tables of a playbook to the statements that make them and their schemas, unless those are `made` elsewhere. What the product does not have, and what
 * would break out of its place, is a problem; its `file` is the path of the property.
 */
export function renderTables(product: Product, tables: JsonObject, made: ReadonlySet<string> = new Set()): SplitText {
  const problems: LoadProblem[] = [];
  const rendering = startRendering(product, problems);
  const named = Object.entries(tables).flatMap(([key, input]) => {
    const path = memberPath('tables', key);
    const name = readTableName(rendering, path, key);
    return name === undefined ? [] : [{ path, name, input: input as unknown as TableInput }];
  });
  const statements = [
    ...schemaStatements(rendering, named)
      .filter(({ schema }) => !made.has(schema))
      .map(({ statement }) => statement),
    ...named.map((table) => createTable(rendering, table)),
    ...named.flatMap((table) => afterTable(rendering, table)),
  ];
  const renames: readonly Rename[] = named.flatMap((table) => tableRenames(rendering, table));
  const conversions = named.flatMap(({ path, name, input }) => conversionsOf(rendering, { path, name, input }));
  return { statements, renames, conversions, problems };
}

/** A table with its place in the playbook and the parts of its name. */
export type NamedTable = { readonly path: string; readonly name: readonly string[]; readonly input: TableInput };

function conversionsOf(rendering: Rendering, { path, name, input }: NamedTable): readonly Conversion[] {
  return Object.entries(input.columns).flatMap(([column, written]) => {
    const { using } = readColumn(written);
    const at = `${columnPath(path, column)}.using`;
    rendering.only('postgres', at, using);
    return using === undefined ? [] : [{ column: [...name, column], using: rendering.sql(at, using) }];
  });
}

function readTableName(rendering: Rendering, path: string, key: string): readonly string[] | undefined {
  const parts = parseName(key);
  const limit = rendering.dialect === 'postgres' ? 2 : 1;
  if (parts !== undefined && parts.length <= limit) return parts;
  const hint = 'A name that holds a dot stands in double quotes within the quotes of YAML: \'"a.b"\'.';
  rendering.problem(path, `\`${key}\` is no name of a table${limit === 1 ? ', which has one part' : ''}.`, hint);
  return undefined;
}

/** Schemas that tables live in, each with the statement that makes it. */
function schemaStatements(
  rendering: Rendering,
  tables: readonly NamedTable[],
): readonly { readonly schema: string; readonly statement: SqlStatement }[] {
  const places = new Map(
    tables.flatMap(({ name, path }) => (name.length === 2 ? [[name[0] ?? '', path] as const] : [])),
  );
  return [...places].map(([schema, path]) => {
    const text = `CREATE SCHEMA IF NOT EXISTS ${rendering.name([schema])}`;
    return { schema, statement: statementOf([piece(path, text)]) };
  });
}

function createTable(rendering: Rendering, { path, name, input }: NamedTable): SqlStatement {
  const columns = Object.entries(input.columns).map(([column, written]) =>
    columnPieces(rendering, columnPath(path, column), { name: column, column: readColumn(written) }),
  );
  const items = joinPieces([...columns, ...tableConstraints(rendering, path, input)], piece(path, ',\n  '));
  const unlogged = input.unlogged === true ? 'UNLOGGED ' : '';
  rendering.only('postgres', `${path}.unlogged`, input.unlogged);
  return statementOf([
    piece(path, `CREATE ${unlogged}TABLE ${rendering.name(name)} (\n  `),
    ...items,
    piece(path, '\n)'),
    ...optionPieces(rendering, path, input),
  ]);
}

function optionPieces(rendering: Rendering, path: string, input: TableInput): readonly Piece[] {
  const { engine, charset, collation, row_format: rowFormat, comment, partition_by: partitionBy } = input;
  const partition =
    partitionBy === undefined
      ? []
      : [piece(`${path}.partition_by`, ` PARTITION BY ${rendering.sql(`${path}.partition_by`, partitionBy)}`)];
  if (rendering.dialect === 'postgres') {
    const mysqlOnly = { engine, charset, collation, row_format: rowFormat };
    for (const [key, value] of Object.entries(mysqlOnly)) rendering.only('mysql', `${path}.${key}`, value);
    return partition;
  }
  const word = (key: string, before: string, value: string | undefined): readonly Piece[] =>
    value === undefined ? [] : [piece(`${path}.${key}`, ` ${before}${wordText(rendering, `${path}.${key}`, value)}`)];
  return [
    ...word('engine', 'ENGINE=', engine),
    ...word('charset', 'DEFAULT CHARSET=', charset),
    ...word('collation', 'COLLATE=', collation),
    ...word('row_format', 'ROW_FORMAT=', rowFormat),
    ...(comment === undefined ? [] : [piece(`${path}.comment`, ` COMMENT=${rendering.literal(comment)}`)]),
    ...partition,
  ];
}

function wordText(rendering: Rendering, path: string, value: string): string {
  if (!/^\w+$/.test(value)) rendering.problem(path, `\`${value}\` is not one word.`);
  return value;
}

/** Indexes, foreign keys, comments, the owner and grants: what is made when all tables are there. */
function afterTable(rendering: Rendering, table: NamedTable): readonly SqlStatement[] {
  const { path, name, input } = table;
  const { indexes = {}, foreign_keys: foreignKeys = {} } = input;
  const columns = Object.keys(input.columns);
  return [
    ...Object.entries(indexes).map(([index, written]) => {
      const at = memberPath(`${path}.indexes`, index);
      return statementOf([
        piece(at, indexText(rendering, at, { name: index, index: readIndex(written), table: name, columns })),
      ]);
    }),
    ...Object.entries(foreignKeys).map(([key, written]) => {
      const at = memberPath(`${path}.foreign_keys`, key);
      const clause = foreignKeyText(rendering, at, { ...written, name: key });
      return statementOf([piece(at, `ALTER TABLE ${rendering.name(name)} ADD ${clause}`)]);
    }),
    ...(rendering.dialect === 'postgres' ? commentStatements(rendering, table) : []),
    ...ownerStatements(rendering, table),
    ...grantStatements(rendering, table),
  ];
}

function ownerStatements(rendering: Rendering, { path, name, input }: NamedTable): readonly SqlStatement[] {
  const { owner } = input;
  rendering.only('postgres', `${path}.owner`, owner);
  if (owner === undefined || rendering.dialect !== 'postgres') return [];
  const text = `ALTER TABLE ${rendering.name(name)} OWNER TO ${rendering.name([owner])}`;
  return [statementOf([piece(`${path}.owner`, text)])];
}

function grantStatements(rendering: Rendering, { path, name, input }: NamedTable): readonly SqlStatement[] {
  const { grants } = input;
  if (rendering.dialect === 'mysql') {
    if (grants !== undefined) {
      const hint = 'Declare a `grant` resource for each account.';
      rendering.problem(`${path}.grants`, 'Privileges belong to the whole server here, not to a table.', hint);
    }
    return [];
  }
  return Object.entries(grants ?? {}).flatMap(([role, written]) => {
    const at = memberPath(`${path}.grants`, role);
    const text = grantText(rendering, at, { role, table: name, input: written });
    return text === undefined ? [] : [statementOf([piece(at, text)])];
  });
}

/** PostgreSQL keeps comments apart from what they are about. */
function commentStatements(rendering: Rendering, { path, name, input }: NamedTable): readonly SqlStatement[] {
  const table = rendering.name(name);
  const inSchema = (own: string): string => rendering.name([...name.slice(0, -1), own]);
  const comments: (readonly [string, string, string | undefined])[] = [
    [`${path}.comment`, `TABLE ${table}`, input.comment],
    ...Object.entries(input.columns).map(([column, written]) => {
      const { comment } = readColumn(written);
      return [`${columnPath(path, column)}.comment`, `COLUMN ${rendering.name([...name, column])}`, comment] as const;
    }),
    ...Object.entries(input.indexes ?? {}).map(([index, written]) => {
      return [memberPath(`${path}.indexes`, index), `INDEX ${inSchema(index)}`, readIndex(written).comment] as const;
    }),
    ...constraintComments(path, input).map(([at, constraint, comment]) => {
      return [at, `CONSTRAINT ${rendering.name([constraint])} ON ${table}`, comment] as const;
    }),
  ];
  return comments.flatMap(([at, object, comment]) =>
    comment === undefined ? [] : [statementOf([piece(at, commentText(rendering, object, comment))])],
  );
}

function constraintComments(
  path: string,
  input: TableInput,
): readonly (readonly [string, string, string | undefined])[] {
  const { primary_key: primaryKey, unique = {}, checks = {}, foreign_keys: foreignKeys = {} } = input;
  const key = primaryKey === undefined ? undefined : readKey(primaryKey);
  return [
    ...(key?.name === undefined ? [] : [[`${path}.primary_key`, key.name, key.comment] as const]),
    ...Object.entries(unique).map(
      ([name, written]) => [memberPath(`${path}.unique`, name), name, readKey(written).comment] as const,
    ),
    ...Object.entries(checks).map(
      ([name, written]) => [memberPath(`${path}.checks`, name), name, readCheck(written).comment] as const,
    ),
    ...Object.entries(foreignKeys).map(
      ([name, { comment }]) => [memberPath(`${path}.foreign_keys`, name), name, comment] as const,
    ),
  ];
}
