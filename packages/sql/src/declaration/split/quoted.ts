/**
 * The end of what is quoted from `start`, whose character is the quote: the offset after the closing one, or undefined when the text
 * ends first. A doubled quote stands for itself; with `escapes` a backslash takes the next character with it.
 */
export function endOfQuoted(text: string, start: number, escapes: boolean): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (escapes && character === '\\') {
      at += 1;
    } else if (character === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return undefined;
}

/** The end of a comment that `/*` opened at `start`; PostgreSQL's nest. Undefined when the text ends first. */
export function endOfBlockComment(text: string, start: number, nests: boolean): number | undefined {
  let depth = 1;
  let at = start + 2;
  while (depth > 0) {
    const close = text.indexOf('*/', at);
    if (close < 0) return undefined;
    const open = nests ? text.indexOf('/*', at) : -1;
    const opens = open >= 0 && open < close;
    depth += opens ? 1 : -1;
    at = (opens ? open : close) + 2;
  }
  return at;
}

/** The end of the line that holds the offset, its line feed left out. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
