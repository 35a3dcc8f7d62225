import type { SqlDialect } from '../../declaration/split/dialect.ts';
import { lexMysql } from '../../declaration/split/mysql-lexer.ts';
import { lexPostgres } from '../../declaration/split/postgres-lexer.ts';
import { unquotedName } from '../../declaration/split/rename-directive.ts';
import { isSymbol, type Token } from '../../declaration/split/token.ts';

/** What stands in the first parentheses of a text, cut at its commas, and what stands before and behind them. */
export type Listed = { readonly before: string; readonly items: readonly string[]; readonly after: string };

/** Cuts `USING btree (a, lower(b)) INCLUDE (c)` at the commas of its first list; undefined where there is none. */
export function readList(dialect: SqlDialect, text: string): Listed | undefined {
  const { tokens, unclosed } = dialect === 'postgres' ? lexPostgres(text) : lexMysql(text);
  const open = tokens.findIndex((token) => isSymbol(text, token, '('));
  if (open < 0 || unclosed !== undefined) return undefined;
  const items: string[] = [];
  let depth = 0;
  let start = tokens[open]?.end ?? 0;
  for (const token of tokens.slice(open)) {
    depth += step(text, token);
    const isComma = depth === 1 && isSymbol(text, token, ',');
    if (!isComma && depth > 0) continue;
    items.push(text.slice(start, token.start).trim());
    start = token.end;
    if (depth === 0)
      return { before: text.slice(0, tokens[open]?.start).trim(), items, after: text.slice(token.end).trim() };
  }
  return undefined;
}

/** Names of columns where every item is one and nothing else; undefined otherwise. */
export function plainNames(dialect: SqlDialect, items: readonly string[]): readonly string[] | undefined {
  const pattern = dialect === 'postgres' ? /^(?:[a-z_][\w$]*|"(?:[^"]|"")+")$/ : /^`(?:[^`]|``)+`$/;
  return items.every((item) => pattern.test(item)) ? items.map((item) => unquotedName(dialect, item)) : undefined;
}

/** A foreign key's definition in its parts; `table` as it is written, `after` what follows the columns that it leads to. */
export type ForeignKeyText = {
  readonly columns: readonly string[];
  readonly table: string;
  readonly referenced: readonly string[];
  readonly after: string;
};

/** Reads `FOREIGN KEY (a) REFERENCES b (c) ON DELETE CASCADE`; undefined when it is anything else. */
export function readForeignKey(dialect: SqlDialect, definition: string): ForeignKeyText | undefined {
  const own = readList(dialect, definition);
  const other = readList(dialect, own?.after ?? '');
  if (own?.before !== 'FOREIGN KEY' || other === undefined) return undefined;
  const columns = plainNames(dialect, own.items);
  const referenced = plainNames(dialect, other.items);
  const table = /^REFERENCES (.*)$/s.exec(other.before)?.[1];
  if (columns === undefined || referenced === undefined || table === undefined) return undefined;
  return { columns, table, referenced, after: other.after };
}

/** The columns behind INCLUDE; undefined where something else stands there. */
export function includedIn(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const list = readList('postgres', text);
  return list?.before === 'INCLUDE' && list.after === '' ? plainNames('postgres', list.items) : undefined;
}

/** The text without parentheses around all of it. */
export function withoutParentheses(dialect: SqlDialect, text: string): string {
  const list = readList(dialect, text);
  return list?.before === '' && list.after === '' ? text.trim().slice(1, -1).trim() : text.trim();
}

function step(text: string, token: Token): number {
  if (isSymbol(text, token, '(')) return 1;
  return isSymbol(text, token, ')') ? -1 : 0;
}
