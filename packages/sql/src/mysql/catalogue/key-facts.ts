import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import { quoteName, unquoteName } from '../quote.ts';
import { namesIn } from '../text/references.ts';
import { splitAtCommas, tokensOf } from '../text/tokens.ts';
import type { ParsedTable } from './tables.ts';

/** Facts of a table's indexes, the primary key (`PRIMARY`) included; the payload has no name in it. */
export function indexFacts(table: ParsedTable): readonly Fact[] {
  return table.text.indexes.map(({ name, text }, index) => ({
    ...child('index', table, name),
    payload: { definition: text },
    needs: columnsNamed(table, text.slice(text.indexOf('('))),
    info: { position: index + 1 },
  }));
}

/** Facts of the checks that belong to a table; those of a column are part of the column. */
export function checkFacts(table: ParsedTable): readonly Fact[] {
  return table.text.checks.map(({ name, text }) => ({
    ...child('constraint', table, name),
    payload: { definition: text },
    needs: columnsNamed(table, text),
  }));
}

/** Facts of MariaDB's periods. */
export function periodFacts(table: ParsedTable): readonly Fact[] {
  return table.text.periods.map(({ name, text }) => ({
    ...child('period', table, name),
    payload: { columns: text },
    needs: columnsNamed(table, text),
  }));
}

/** The fact of how a table is partitioned, if it is; every unique index must hold the columns that decide the partition. */
export function partitioningFacts(table: ParsedTable): readonly Fact[] {
  const { partitioning } = table.tail;
  if (partitioning === undefined) return [];
  const unique = table.text.indexes.filter(({ text }) => /^(?:PRIMARY|UNIQUE)/.test(text));
  return [
    {
      key: factKey('partitioning', [table.name]),
      kind: 'partitioning',
      name: [table.name],
      parent: table.key,
      payload: partitioning,
      needs: [
        ...columnsNamed(table, partitioning.by),
        ...unique.map(({ name }) => factKey('index', [table.name, name])),
      ],
    },
  ];
}

/** The indexes of each table by name, with the whole columns that they begin with. */
export type UsableIndexes = ReadonlyMap<string, readonly UsableIndex[]>;

type UsableIndex = { readonly key: FactKey; readonly columns: readonly string[] };

/** Tells which columns each index begins with, whole and plain, as foreign keys can use them. */
export function usableIndexes(tables: readonly ParsedTable[]): UsableIndexes {
  return new Map(
    tables.map((table) => [
      table.name,
      table.text.indexes.map(({ name, text }) => ({
        key: factKey('index', [table.name, name]),
        columns: /^(?:FULLTEXT|SPATIAL|VECTOR)/.test(text) ? [] : leadingColumns(text),
      })),
    ]),
  );
}

/**
 * Facts of foreign keys. They need the index over the columns that they refer to where there is a single one that serves. Names in
 * info stand between backquotes.
 */
export function foreignKeyFacts(
  table: ParsedTable,
  { database, indexes }: { readonly database: string; readonly indexes: UsableIndexes },
): readonly Fact[] {
  return table.text.foreignKeys.map(({ name, text }) => {
    const { columns, referenced, referencedColumns, definition } = parseForeignKey(text, database);
    const own = columns.map((column) => factKey('column', [table.name, column]));
    const other =
      referenced === undefined
        ? []
        : [
            ...(referenced === table.name ? [] : [factKey('table', [referenced])]),
            ...referencedColumns.map((column) => factKey('column', [referenced, column])),
            ...onlyIndex(indexes.get(referenced), referencedColumns),
          ];
    return {
      ...child('foreign-key', table, name),
      payload: { definition },
      needs: [...new Set([...own, ...other])],
      info: {
        columns: columns.map(quoteName),
        referencedColumns: referencedColumns.map(quoteName),
        ...(referenced === undefined ? {} : { referenced: quoteName(referenced) }),
      },
    };
  });
}

function parseForeignKey(
  text: string,
  database: string,
): {
  readonly columns: readonly string[];
  /** Undefined: a table of another database. */
  readonly referenced: string | undefined;
  readonly referencedColumns: readonly string[];
  readonly definition: string;
} {
  const tokens = tokensOf(text);
  const at = tokens.findIndex((token) => token.text === 'REFERENCES');
  const [first, dot, second] = tokens.slice(at + 1, at + 4);
  const isQualified = dot?.text === '.';
  const isOwn = !isQualified || unquoteName(first?.text ?? '') === database;
  const names = (from: number): readonly string[] => {
    const end = tokens.findIndex((token, index) => index > from && token.text === ')');
    return tokens.slice(from, end).flatMap((token) => (token.kind === 'name' ? [unquoteName(token.text)] : []));
  };
  const strip = isQualified && isOwn ? [first?.start ?? 0, second?.start ?? 0] : [0, 0];
  return {
    columns: names(0),
    referenced: isOwn ? unquoteName((isQualified ? second : first)?.text ?? '') : undefined,
    referencedColumns: names(at + (isQualified ? 4 : 2)),
    definition: text.slice(0, strip[0]) + text.slice(strip[1]),
  };
}

function onlyIndex(indexes: readonly UsableIndex[] | undefined, columns: readonly string[]): readonly FactKey[] {
  const serving = (indexes ?? []).filter((index) => columns.every((column, place) => index.columns[place] === column));
  const [first] = serving;
  return serving.length === 1 && first !== undefined ? [first.key] : [];
}

/** Whole columns at the beginning of an index: a prefix, an expression or a period ends them. */
function leadingColumns(definition: string): readonly string[] {
  const parts = splitAtCommas(listIn(definition));
  const plain = parts.map((part) => /^(`(?:[^`]|``)+`)(?: DESC| ASC)?$/.exec(part)?.[1]);
  const end = plain.indexOf(undefined);
  return plain.slice(0, end < 0 ? plain.length : end).map((name) => unquoteName(name ?? ''));
}

/** What stands between the first parentheses. */
export function listIn(definition: string): string {
  const tokens = tokensOf(definition);
  const open = tokens.find((token) => token.text === '(');
  const close = tokens.find((token) => token.text === ')' && token.depth === 0);
  return definition.slice(open?.end ?? 0, close?.start ?? 0);
}

function columnsNamed(table: ParsedTable, text: string): readonly FactKey[] {
  const columns = new Set(table.text.columns.map(({ name }) => name));
  const named = new Set(namesIn(text).filter((name) => columns.has(name)));
  return [...named].map((name) => factKey('column', [table.name, name]));
}

function child(kind: string, table: ParsedTable, name: string): Pick<Fact, 'key' | 'kind' | 'name' | 'parent'> {
  return { key: factKey(kind, [table.name, name]), kind, name: [table.name, name], parent: table.key };
}
