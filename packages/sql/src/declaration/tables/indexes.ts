import { columnList, isList } from './constraints.ts';
import type { Rendering } from './rendering.ts';
import type { IndexInput } from './table.ts';

/** The short form of an index is what it is on. */
export function readIndex(input: readonly string[] | IndexInput): IndexInput {
  return isList(input) ? { on: input } : input;
}

export type NamedIndex = {
  readonly name: string;
  readonly index: IndexInput;
  /** The parts of the table's name. */
  readonly table: readonly string[];
  /** Its columns: text that is equal to one of them is its name, all other text is SQL. */
  readonly columns: readonly string[];
};

/** The statement that makes an index. */
export function indexText(rendering: Rendering, path: string, named: NamedIndex): string {
  return rendering.dialect === 'postgres' ? postgresIndex(rendering, path, named) : mysqlIndex(rendering, path, named);
}

function postgresIndex(rendering: Rendering, path: string, named: NamedIndex): string {
  const { name, index, table } = named;
  return [
    `CREATE ${index.unique === true ? 'UNIQUE ' : ''}INDEX ${rendering.name([name])} ON ${rendering.name(table)}`,
    index.method === undefined ? '' : `USING ${rendering.name([index.method])}`,
    `(${keysText(rendering, path, named)})`,
    index.include === undefined ? '' : `INCLUDE (${columnList(rendering, index.include)})`,
    index.nulls_not_distinct === true ? 'NULLS NOT DISTINCT' : '',
    index.where === undefined ? '' : `WHERE ${rendering.sql(`${path}.where`, index.where)}`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function mysqlIndex(rendering: Rendering, path: string, named: NamedIndex): string {
  const { name, index, table } = named;
  rendering.only('postgres', `${path}.where`, index.where);
  rendering.only('postgres', `${path}.include`, index.include);
  rendering.only('postgres', `${path}.nulls_not_distinct`, index.nulls_not_distinct);
  const kind = /^(?:fulltext|spatial)$/i.exec(index.method ?? '')?.[0].toUpperCase();
  if (kind !== undefined && index.unique === true) {
    rendering.problem(`${path}.unique`, `A ${kind.toLowerCase()} index cannot be unique.`, 'Leave `unique` out.');
  }
  const method =
    index.method === undefined || kind !== undefined ? '' : ` USING ${rendering.sql(`${path}.method`, index.method)}`;
  const comment = index.comment === undefined ? '' : ` COMMENT ${rendering.literal(index.comment)}`;
  const modifier = kind ?? (index.unique === true ? 'UNIQUE' : '');
  return `CREATE ${modifier === '' ? '' : `${modifier} `}INDEX ${rendering.name([name])}${method} ON ${rendering.name(table)} (${keysText(rendering, path, named)})${comment}`;
}

function keysText(rendering: Rendering, path: string, { index, columns }: NamedIndex): string {
  return index.on
    .map((key) => (columns.includes(key) ? rendering.name([key]) : rendering.sql(`${path}.on`, key)))
    .join(', ');
}
