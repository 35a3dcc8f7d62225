import { dialectOf as quotingOf } from '../../dialect.ts';
import type { Product } from '../../session/session.ts';
import type { LoadProblem } from '../declaration.ts';
import { dialectOf, type SqlDialect } from '../split/dialect.ts';
import { lexMysql } from '../split/mysql-lexer.ts';
import { lexPostgres } from '../split/postgres-lexer.ts';
import { isSymbol } from '../split/token.ts';

/** What rendering one declaration works with: how its product writes things, and where what is wrong is told. */
export type Rendering = {
  readonly dialect: SqlDialect;
  /** A name, quoted where it must be; several parts are joined with dots. */
  readonly name: (parts: readonly string[]) => string;
  /** A string constant. */
  readonly literal: (text: string) => string;
  /** SQL of the playbook, to stand inside of a statement; what would break out of its place is told. */
  readonly sql: (path: string, text: string) => string;
  readonly problem: (path: string, message: string, hint?: string) => void;
  /** Tells properties that only another product has. */
  readonly only: (dialect: SqlDialect, path: string, value: unknown) => void;
};

/** A rendering for a product that collects what is wrong in the list. */
export function startRendering(product: Product, problems: LoadProblem[]): Rendering {
  const dialect = dialectOf(product);
  const quoting = quotingOf(product);
  const problem: Rendering['problem'] = (path, message, hint) => {
    problems.push({ file: path, line: 0, column: 0, message, ...(hint === undefined ? {} : { hint }), excerpt: '' });
  };
  return {
    dialect,
    name: (parts) => parts.map(quoting.name).join('.'),
    literal: quoting.text,
    sql: (path, text) => {
      const why = breaksOut(dialect, text);
      if (why !== undefined) problem(path, `${why} It would not stay in its place.`);
      return text.trim();
    },
    problem,
    only: (wanted, path, value) => {
      if (value === undefined || wanted === dialect) return;
      const owners = wanted === 'postgres' ? 'PostgreSQL has' : 'MySQL and MariaDB have';
      problem(path, `Only ${owners} this.`, 'Leave it out.');
    },
  };
}

function breaksOut(dialect: SqlDialect, text: string): string | undefined {
  const { tokens, unclosed } = dialect === 'postgres' ? lexPostgres(text) : lexMysql(text);
  if (unclosed !== undefined) return `The ${unclosed.what} in this SQL is never closed.`;
  if (tokens.some(({ kind }) => kind === 'delimiter' || kind === 'command')) return 'This SQL holds a semicolon.';
  if (tokens.some(({ kind }) => kind === 'comment')) return 'This SQL holds a comment.';
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(text, token, '(')) depth += 1;
    if (isSymbol(text, token, ')')) depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? undefined : 'The parentheses in this SQL do not fit together.';
}
