import type { Rename } from '../declaration.ts';
import type { SqlDialect } from './dialect.ts';
import { unquotedName, withoutQuotes } from './rename-directive.ts';
import { isSymbol, isWord, type Token, textOf } from './token.ts';

/** Something that has a name and that a rename can be about; `kind` is undefined for what cannot be renamed. */
export type NamedItem = {
  readonly kind: Rename['kind'] | undefined;
  /** What it is, for the reader. */
  readonly noun: string;
  /** The parts of its name, unquoted, outermost first. */
  readonly name: readonly string[];
};

/** The things that one statement makes. */
export type StatementShape = {
  readonly object: NamedItem;
  /** Columns, constraints, indexes, labels, in their order; offsets are those of their first and behind their last token. */
  readonly items: readonly (NamedItem & { readonly start: number })[];
  /** Where the list of items begins and ends; an empty stretch behind the statement where there is none. */
  readonly list: { readonly start: number; readonly end: number };
};

type Reader = { readonly dialect: SqlDialect; readonly text: string };

/** Reads what a statement makes from its first tokens, comments left out; undefined for statements that name nothing new. */
export function readStatementShape(reader: Reader, tokens: readonly Token[]): StatementShape | undefined {
  if (isWord(reader.text, tokens[0], 'ALTER')) return readAlterTable(reader, tokens);
  const kindAt = tokens.findIndex(
    (token, index) => index > 0 && isKind(reader, tokens, index) && token.kind === 'word',
  );
  const written = tokens[kindAt];
  const start = tokens.findIndex(({ kind }) => kind === 'word');
  if (written === undefined || !isWord(reader.text, tokens[start], 'CREATE')) return undefined;
  const noun = textOf(reader.text, written).toLowerCase();
  const { name, next } = readName(reader, tokens, afterOptions(reader, tokens, kindAt + 1));
  if (name.length === 0) return undefined;
  const object: NamedItem = { kind: objectKinds[noun], noun, name };
  if (noun === 'index') return withoutItems(indexItem(reader, object, tokens.slice(next)), tokens);
  const list = noun === 'table' || noun === 'type' ? findList(reader, tokens, next) : undefined;
  if (list === undefined) return withoutItems(object, tokens);
  const items = splitItems(reader, tokens.slice(list.from + 1, list.to));
  const isEnum = isWord(reader.text, tokens[list.from - 1], 'ENUM');
  return {
    object,
    items: items.flatMap((item) =>
      noun === 'table' ? tableItem(reader, object, item) : typeItem(reader, object, { item, isEnum }),
    ),
    list: { start: tokens[list.from]?.start ?? 0, end: tokens[list.to]?.end ?? reader.text.length },
  };
}

const objectKinds: Readonly<Record<string, Rename['kind']>> = {
  table: 'table',
  view: 'view',
  index: 'index',
  type: 'type',
  domain: 'type',
  sequence: 'sequence',
  function: 'function',
  procedure: 'function',
  aggregate: 'function',
  schema: 'schema',
};

const otherNouns = ['trigger', 'policy', 'rule', 'event', 'extension', 'statistics', 'role', 'user'];

function isKind(reader: Reader, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const word = textOf(reader.text, token).toLowerCase();
  if (word === 'aggregate' && isWord(reader.text, tokens[index + 1], 'FUNCTION')) return false;
  return word in objectKinds || otherNouns.includes(word);
}

function afterOptions(reader: Reader, tokens: readonly Token[], from: number): number {
  let at = from;
  while (['CONCURRENTLY', 'IF', 'NOT', 'EXISTS', 'ONLY'].some((word) => isWord(reader.text, tokens[at], word))) at += 1;
  return at;
}

function readName(
  reader: Reader,
  tokens: readonly Token[],
  from: number,
): { readonly name: readonly string[]; readonly next: number } {
  const name: string[] = [];
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) break;
    name.push(unquotedName(reader.dialect, textOf(reader.text, token)));
    at += 1;
    if (!isSymbol(reader.text, tokens[at], '.')) break;
    at += 1;
  }
  // A qualifier of MySQL is the database, which is no part of any name.
  return { name: reader.dialect === 'mysql' ? name.slice(-1) : name, next: at };
}

function withoutItems(object: NamedItem, tokens: readonly Token[]): StatementShape {
  const end = tokens.at(-1)?.end ?? 0;
  return { object, items: [], list: { start: end, end } };
}

/** An index belongs to its table: in PostgreSQL it has the table's schema, in MySQL the table is a part of its name. */
function indexItem(reader: Reader, object: NamedItem, rest: readonly Token[]): NamedItem {
  const on = rest.findIndex((token) => isWord(reader.text, token, 'ON'));
  const table = readName(reader, rest, afterOptions(reader, rest, on + 1)).name;
  const outer = reader.dialect === 'mysql' ? table : table.slice(0, -1);
  return { ...object, name: [...outer, ...object.name.slice(-1)] };
}

/** `ALTER TABLE t ADD CONSTRAINT c …`, as dump programs write it, is about the one thing that it adds. */
function readAlterTable(reader: Reader, tokens: readonly Token[]): StatementShape | undefined {
  if (!isWord(reader.text, tokens[1], 'TABLE')) return undefined;
  const table = readName(reader, tokens, afterOptions(reader, tokens, 2));
  if (!isWord(reader.text, tokens[table.next], 'ADD')) return undefined;
  let from = table.next + 1;
  if (isWord(reader.text, tokens[from], 'COLUMN')) from = afterOptions(reader, tokens, from + 1);
  const owner: NamedItem = { kind: 'table', noun: 'table', name: table.name };
  const item = tableItem(reader, owner, tokens.slice(from))[0];
  return item === undefined ? undefined : withoutItems(item, tokens);
}

function findList(
  reader: Reader,
  tokens: readonly Token[],
  from: number,
): { readonly from: number; readonly to: number } | undefined {
  const open = tokens.findIndex((token, index) => index >= from && isSymbol(reader.text, token, '('));
  if (open < 0) return undefined;
  const between = tokens.slice(from, open).map((token) => textOf(reader.text, token).toUpperCase());
  // `PARTITION OF`, `AS SELECT` and `LIKE` have other parentheses.
  const isList =
    between.length === 0 ||
    (['OF', 'AS'].includes(between[0] ?? '') && !['SELECT', 'WITH', 'VALUES', 'RANGE'].includes(between[1] ?? ''));
  if (!isList) return undefined;
  let depth = 0;
  const length = tokens.slice(open).findIndex((token) => {
    if (isSymbol(reader.text, token, '(')) depth += 1;
    if (isSymbol(reader.text, token, ')')) depth -= 1;
    return depth === 0;
  });
  return length < 0 ? undefined : { from: open, to: open + length };
}

function splitItems(reader: Reader, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(reader.text, token, '(')) depth += 1;
    if (isSymbol(reader.text, token, ')')) depth -= 1;
    if (depth === 0 && isSymbol(reader.text, token, ',')) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

type Item = NamedItem & { readonly start: number };

function tableItem(reader: Reader, table: NamedItem, tokens: readonly Token[]): readonly Item[] {
  const first = tokens[0];
  if (first === undefined) return [];
  const start = first.start;
  const words = tokens
    .slice(0, 4)
    .map((token) => (token.kind === 'word' ? textOf(reader.text, token).toUpperCase() : ''));
  const named = (kind: Rename['kind'], at: number): readonly Item[] => {
    const name = readName(reader, tokens, at).name.slice(-1);
    return [{ kind: name.length === 0 ? undefined : kind, noun: kind, name: [...table.name, ...name], start }];
  };
  if (words[0] === 'CONSTRAINT') {
    return named(reader.dialect === 'mysql' && words[2] === 'UNIQUE' ? 'index' : 'constraint', 1);
  }
  if (reader.dialect === 'mysql' && ['UNIQUE', 'FULLTEXT', 'SPATIAL', 'KEY', 'INDEX'].includes(words[0] ?? '')) {
    const keyAt = ['KEY', 'INDEX'].includes(words[0] ?? '') ? 0 : ['KEY', 'INDEX'].includes(words[1] ?? '') ? 1 : 0;
    return named('index', keyAt + 1);
  }
  if (['PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN', 'EXCLUDE', 'LIKE'].includes(words[0] ?? '')) {
    return [{ kind: undefined, noun: 'constraint without a name', name: table.name, start }];
  }
  return named('column', 0);
}

function typeItem(
  reader: Reader,
  type: NamedItem,
  { item, isEnum }: { readonly item: readonly Token[]; readonly isEnum: boolean },
): readonly Item[] {
  const first = item[0];
  if (first === undefined) return [];
  const written = textOf(reader.text, first);
  if (!isEnum) return [{ kind: undefined, noun: 'attribute of a type', name: type.name, start: first.start }];
  return [{ kind: 'enum value', noun: 'enum value', name: [...type.name, withoutQuotes(written)], start: first.start }];
}
