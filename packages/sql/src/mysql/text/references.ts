import { quoteName, unquoteName } from '../quote.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A table that a SELECT reads and the name that its columns go by. */
export type TableReference = { readonly table: string; readonly alias: string };

/**
 * Tables and views of the session's database that a SELECT of the server's own spelling reads, wherever in it. Names of common table
 * expressions are among them: who asks knows which tables there are.
 */
export function tablesOf(select: string, database: string): readonly TableReference[] {
  const tokens = tokensOf(select);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'name' || !followsFrom(tokens, index)) return [];
    const isQualified = tokens[index + 1]?.text === '.';
    if (isQualified && unquoteName(token.text) !== database) return [];
    const at = isQualified ? index + 2 : index;
    const table = unquoteName(tokens[at]?.text ?? '');
    const alias = tokens[tokens[at + 1]?.text === 'AS' ? at + 2 : at + 1];
    return [{ table, alias: alias?.kind === 'name' ? unquoteName(alias.text) : table }];
  });
}

/** Columns that a SELECT names, each with the name of the table or the alias before it. */
export function columnsOf(select: string): readonly { readonly alias: string; readonly column: string }[] {
  const tokens = tokensOf(select);
  return tokens.flatMap((token, index) => {
    const column = tokens[index + 2];
    if (token.kind !== 'name' || tokens[index + 1]?.text !== '.' || column?.kind !== 'name') return [];
    return [{ alias: unquoteName(token.text), column: unquoteName(column.text) }];
  });
}

/** Names of the database that stand before an opening parenthesis: functions. */
export function functionsOf(text: string): readonly string[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) =>
    token.kind === 'name' && tokens[index + 1]?.text === '(' ? [unquoteName(token.text)] : [],
  );
}

/** Sequences whose values a text takes: the names in `nextval(...)`, `lastval(...)`, `setval(...)`. */
export function sequencesOf(text: string): readonly string[] {
  if (!/val\(/i.test(text)) return [];
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) => {
    if (!/^(?:nextval|lastval|setval)$/i.test(token.text) || tokens[index + 1]?.text !== '(') return [];
    const at = tokens[index + 3]?.text === '.' ? index + 4 : index + 2;
    return [unquoteName(tokens[at]?.text ?? '')];
  });
}

/** All names between backquotes. */
export function namesIn(text: string): readonly string[] {
  if (!text.includes('`')) return [];
  return tokensOf(text).flatMap((token) => (token.kind === 'name' ? [unquoteName(token.text)] : []));
}

/**
 * Takes the name of the database off where the server writes it even before what is the session's own: sequences and functions.
 * Columns of a table that is called as the database keep it.
 */
export function withoutDatabase(text: string, database: string): string {
  if (!text.includes(`${quoteName(database)}.`)) return text;
  const tokens = tokensOf(text);
  let rest = text;
  for (let index = tokens.length - 3; index >= 0; index -= 1) {
    const [token, dot, name, after] = tokens.slice(index, index + 4);
    if (token?.kind !== 'name' || dot?.text !== '.' || name?.kind !== 'name') continue;
    if (unquoteName(token.text) !== database) continue;
    if (after?.text === '(' || isSequenceAt(tokens, index)) rest = rest.slice(0, token.start) + rest.slice(name.start);
  }
  return rest;
}

function isSequenceAt(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text === '(' && /^(?:nextval|lastval|setval)$/i.test(tokens[index - 2]?.text ?? '');
}

/** `from` and `join`, with any number of parentheses between: the server puts nested joins in parentheses. */
function followsFrom(tokens: readonly Token[], index: number): boolean {
  let before = index - 1;
  while (tokens[before]?.text === '(') before -= 1;
  return /^(?:from|join|straight_join)$/i.test(tokens[before]?.text ?? '');
}
