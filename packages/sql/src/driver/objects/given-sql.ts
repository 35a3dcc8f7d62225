import { dialectOf } from '../../declaration/split/dialect.ts';
import { groupTokens } from '../../declaration/split/group.ts';
import { lexMysql } from '../../declaration/split/mysql-lexer.ts';
import { lexPostgres } from '../../declaration/split/postgres-lexer.ts';
import { type Lexed, type Token, textOf } from '../../declaration/split/token.ts';
import type { Product } from '../../session/session.ts';

/** What a text in SQL comes to; `fault` is a sentence. */
export type GivenSql =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'faulty'; readonly fault: string };

/** Cuts a text into its statements, as the product's own client does. */
export function statementsIn(product: Product, text: string): GivenSql {
  const lexed = lex(product, text);
  if (lexed.unclosed !== undefined) return faulty(`A ${lexed.unclosed.what} is never closed.`);
  const texts: string[] = [];
  for (const group of groupTokens(dialectOf(product), text, lexed.tokens)) {
    if (group.kind !== 'statement') {
      const line = textOf(text, group.token).split('\n', 1)[0] ?? '';
      // DELIMITER is obeyed where the text is cut.
      if (group.kind === 'command' && /^delimiter\b/i.test(line)) continue;
      return faulty(`"${line}" is for a client and not for the server.`);
    }
    texts.push(stretch(text, group.tokens));
  }
  return texts.length === 0 ? faulty('There is no statement in it.') : { kind: 'texts', texts };
}

/** The one SELECT of a text, which can be put between parentheses: nothing in it ends them. */
export function selectIn(product: Product, text: string): GivenSql {
  const given = statementsIn(product, text);
  if (given.kind === 'faulty') return given;
  const [only = '', ...others] = given.texts;
  if (others.length > 0) return faulty('It holds several statements; one SELECT is asked.');
  const { tokens } = lex(product, only);
  let depth = 0;
  for (const token of tokens) {
    const symbol = token.kind === 'symbol' || token.kind === 'delimiter' ? textOf(only, token) : '';
    if (symbol === '(') depth += 1;
    if (symbol === ')') depth -= 1;
    if (depth < 0 || token.kind === 'delimiter' || token.kind === 'command')
      return faulty('Its parentheses do not match.');
  }
  return depth === 0 ? given : faulty('Its parentheses do not match.');
}

function lex(product: Product, text: string): Lexed {
  return product === 'postgres' ? lexPostgres(text) : lexMysql(text);
}

function stretch(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

function faulty(fault: string): GivenSql {
  return { kind: 'faulty', fault };
}
