/** What a stretch of SQL text is. White space is no token. */
export type TokenKind =
  /** A keyword or a name without quotes. */
  | 'word'
  /** A name in quotes. */
  | 'name'
  /** A string, whatever its quotes. */
  | 'text'
  /** A number, an operator, a parenthesis: one character each but for numbers. */
  | 'symbol'
  | 'comment'
  /** What ends a statement: a semicolon, or what DELIMITER said. */
  | 'delimiter'
  /** A line for the client and not for the server: `\i orders.sql`, `DELIMITER //`. */
  | 'command'
  /** The rows that follow `COPY … FROM stdin;`, up to `\.`. */
  | 'rows';

/** A stretch of the text: `start` counts UTF-16 units from 0, `end` is the first that is not part of it. */
export type Token = { readonly kind: TokenKind; readonly start: number; readonly end: number };

/** The tokens of a text in their order. */
export type Lexed = {
  readonly tokens: readonly Token[];
  /** Something was opened that the text never closes; the last token then reaches to the end of the text. */
  readonly unclosed?: { readonly what: string; readonly start: number };
};

/** The token's text. */
export function textOf(text: string, token: Token): string {
  return text.slice(token.start, token.end);
}

/** True when the token is the keyword, in whatever case. */
export function isWord(text: string, token: Token | undefined, word: string): boolean {
  return (
    token?.kind === 'word' &&
    token.end - token.start === word.length &&
    textOf(text, token).toUpperCase() === word.toUpperCase()
  );
}

/** True when the token is the one character. */
export function isSymbol(text: string, token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && textOf(text, token) === symbol;
}
