import { bodyTracker } from './body-tracker.ts';
import type { SqlDialect } from './dialect.ts';
import { type Token, textOf } from './token.ts';

/** What stands between two delimiters, or a line for the client. */
export type Group =
  | {
      readonly kind: 'statement';
      /** From the first token that is no comment to the last before the delimiter, with the comments between them. */
      readonly tokens: readonly Token[];
      /** Comments before it that do not stand on the line on which the statement before it ends. */
      readonly before: readonly Token[];
      /** Comments behind its delimiter, on the same line. */
      readonly after: readonly Token[];
    }
  | { readonly kind: 'command'; readonly token: Token }
  | { readonly kind: 'rows'; readonly token: Token };

/**
 * Puts the tokens of a text together to statements. Semicolons inside parentheses and inside the bodies of routines
 * (`BEGIN ATOMIC … END`, `BEGIN … END`) end nothing.
 */
export function groupTokens(dialect: SqlDialect, text: string, tokens: readonly Token[]): readonly Group[] {
  const groups: Group[] = [];
  let before: Token[] = [];
  let current: Token[] = [];
  let tracker = bodyTracker(dialect, text);
  const finish = (after: readonly Token[]): void => {
    const trimmed = withoutEdgeComments(current);
    if (trimmed.length > 0) groups.push({ kind: 'statement', tokens: trimmed, before, after });
    before = [];
    current = [];
    tracker = bodyTracker(dialect, text);
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind === 'command' || token.kind === 'rows') {
      finish([]);
      groups.push({ kind: token.kind, token });
    } else if (token.kind === 'comment' && current.length === 0) {
      before.push(token);
    } else if (token.kind === 'delimiter' && (textOf(text, token) !== ';' || !tracker.isInside())) {
      const after = commentsOnLine(text, tokens, index);
      index += after.length;
      finish(after);
    } else {
      current.push(token);
      tracker.take(token);
    }
  }
  finish([]);
  return groups;
}

function withoutEdgeComments(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(({ kind }) => kind !== 'comment');
  return tokens.slice(0, last + 1);
}

function commentsOnLine(text: string, tokens: readonly Token[], index: number): readonly Token[] {
  const found: Token[] = [];
  let end = tokens[index]?.end ?? 0;
  for (const token of tokens.slice(index + 1, index + 4)) {
    if (token.kind !== 'comment' || text.slice(end, token.start).includes('\n')) break;
    found.push(token);
    end = token.end;
  }
  return found;
}
