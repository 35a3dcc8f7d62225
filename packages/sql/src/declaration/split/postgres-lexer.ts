import { endOfBlockComment, endOfLine, endOfQuoted } from './quoted.ts';
import { isWord, type Lexed, type Token, type TokenKind } from './token.ts';

/** What begins at an offset: its kind and end; no end when the text stops inside of it. */
type Found = { readonly kind: TokenKind; readonly end: number | undefined; readonly what?: string };

/**
 * Cuts PostgreSQL's SQL into tokens, as psql does: dollar quotes, E'' strings, nested comments, quoted names, lines that begin with
 * a backslash, rows after COPY. Strings without an E take backslashes as they are (`standard_conforming_strings`).
 */
export function lexPostgres(text: string): Lexed {
  const tokens: Token[] = [];
  let at = 0;
  let statementStart = 0;
  for (;;) {
    at = afterSpace(text, at);
    if (at >= text.length) return { tokens };
    const { kind, end, what } = find(text, at);
    tokens.push({ kind, start: at, end: end ?? text.length });
    if (end === undefined) return { tokens, unclosed: { what: what ?? kind, start: at } };
    at = end;
    if (kind !== 'delimiter') continue;
    if (readsRows(text, tokens.slice(statementStart))) {
      const rows = rowsFrom(text, at);
      tokens.push(rows);
      at = rows.end;
    }
    statementStart = tokens.length;
  }
}

const space = /\s*/y;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
/** Letters right before a quote that make it another kind of string, or a name. */
const prefix = /(?:[EeBbXxNn]|[Uu]&)(?=['"])/y;

function find(text: string, at: number): Found {
  const character = text[at];
  if (text.startsWith('--', at)) return { kind: 'comment', end: endOfLine(text, at) };
  if (text.startsWith('/*', at)) return { kind: 'comment', end: endOfBlockComment(text, at, true), what: 'comment' };
  if (character === ';') return { kind: 'delimiter', end: at + 1 };
  if (character === '\\') return { kind: 'command', end: endOfLine(text, at) };
  const prefixed = ends(prefix, text, at) ?? at;
  if (text[prefixed] === "'") {
    const escapes = /^e/i.test(text.slice(at, prefixed));
    return { kind: 'text', end: endOfQuoted(text, prefixed, escapes), what: 'string' };
  }
  if (text[prefixed] === '"' && (prefixed === at || /^u&/i.test(text.slice(at, prefixed)))) {
    return { kind: 'name', end: endOfQuoted(text, prefixed, false), what: 'quoted name' };
  }
  const tag = character === '$' ? ends(dollarTag, text, at) : undefined;
  if (tag !== undefined) return dollarQuoted(text, at, tag);
  const wordEnd = ends(word, text, at);
  if (wordEnd !== undefined) return { kind: 'word', end: wordEnd };
  return { kind: 'symbol', end: ends(number, text, at) ?? at + 1 };
}

function dollarQuoted(text: string, start: number, bodyStart: number): Found {
  const tag = text.slice(start, bodyStart);
  const close = text.indexOf(tag, bodyStart);
  return { kind: 'text', end: close < 0 ? undefined : close + tag.length, what: `string ${tag}` };
}

function ends(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function afterSpace(text: string, at: number): number {
  return ends(space, text, at) ?? at;
}

/** True for `COPY … FROM stdin`, whose rows follow in the text. */
function readsRows(text: string, statement: readonly Token[]): boolean {
  const words = statement.filter(({ kind }) => kind !== 'comment');
  if (!isWord(text, words[0], 'COPY')) return false;
  return words.some((token, index) => isWord(text, token, 'FROM') && isWord(text, words[index + 1], 'STDIN'));
}

function rowsFrom(text: string, start: number): Token {
  const end = /\n\\\.[^\n]*/g;
  end.lastIndex = start;
  return { kind: 'rows', start, end: end.test(text) ? end.lastIndex : text.length };
}
