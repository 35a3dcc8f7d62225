import { endOfBlockComment, endOfLine, endOfQuoted } from './quoted.ts';
import type { Lexed, Token, TokenKind } from './token.ts';

type Found = { readonly kind: TokenKind; readonly end: number | undefined; readonly what?: string };

/**
 * Cuts SQL of MySQL and MariaDB into tokens, as their clients do: DELIMITER lines, names in backquotes, strings with backslashes,
 * comments with `#`. The insides of `/*!50003 … *\/`, which the servers run, are tokens like any other; what opens and closes them are symbols.
 */
export function lexMysql(text: string): Lexed {
  const tokens: Token[] = [];
  let delimiter = ';';
  let at = 0;
  let isStart = true;
  for (;;) {
    at = ends(space, text, at) ?? at;
    if (at >= text.length) return { tokens };
    const command = isStart ? delimiterLine(text, at) : undefined;
    if (command !== undefined) {
      delimiter = command.delimiter;
      tokens.push({ kind: 'command', start: at, end: command.end });
      at = command.end;
      continue;
    }
    const { kind, end, what } = find(text, at, delimiter);
    tokens.push({ kind, start: at, end: end ?? text.length });
    if (end === undefined) return { tokens, unclosed: { what: what ?? kind, start: at } };
    at = end;
    if (kind !== 'comment') isStart = kind === 'delimiter';
  }
}

const space = /\s*/y;
const word = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;
const number = /\d[\w.]*/y;
const comment = /#|--(?=\s|$)/y;
/** Opens a comment that the server runs: `/*!`, `/*!50003`, MariaDB's `/*M!100100`. */
const runComment = /\/\*M?!\d*/y;
/** The first line of mariadb-dump: a command for its own client. */
const sandboxMark = '/*M!999999\\-';
const delimiterCommand = /DELIMITER[ \t]+(\S+)[^\n]*/iy;

function find(text: string, at: number, delimiter: string): Found {
  if (text.startsWith(delimiter, at)) return { kind: 'delimiter', end: at + delimiter.length };
  if (ends(comment, text, at) !== undefined) return { kind: 'comment', end: endOfLine(text, at) };
  if (text.startsWith(sandboxMark, at))
    return { kind: 'comment', end: endOfBlockComment(text, at, false), what: 'comment' };
  const run = ends(runComment, text, at) ?? (text.startsWith('*/', at) ? at + 2 : undefined);
  if (run !== undefined) return { kind: 'symbol', end: run };
  if (text.startsWith('/*', at)) return { kind: 'comment', end: endOfBlockComment(text, at, false), what: 'comment' };
  const character = text[at];
  if (character === "'" || character === '"') {
    return { kind: 'text', end: endOfQuoted(text, at, true), what: 'string' };
  }
  if (character === '`') return { kind: 'name', end: endOfQuoted(text, at, false), what: 'quoted name' };
  const wordEnd = ends(word, text, at);
  if (wordEnd === undefined) return { kind: 'symbol', end: ends(number, text, at) ?? at + 1 };
  // A delimiter of letters or dollars may stand right behind a word: `END$$`.
  const inside = text.slice(at, wordEnd).indexOf(delimiter);
  return { kind: 'word', end: inside > 0 ? at + inside : wordEnd };
}

function delimiterLine(text: string, at: number): { readonly delimiter: string; readonly end: number } | undefined {
  delimiterCommand.lastIndex = at;
  const delimiter = delimiterCommand.exec(text)?.[1];
  return delimiter === undefined ? undefined : { delimiter, end: delimiterCommand.lastIndex };
}

function ends(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
