import type { SqlDialect } from './dialect.ts';
import { isSymbol, type Token, textOf } from './token.ts';

/** Follows one statement token by token and tells whether a semicolon would end it here. */
export type BodyTracker = {
  readonly take: (token: Token) => void;
  readonly isInside: () => boolean;
};

/** A tracker for the statement that begins now. */
export function bodyTracker(dialect: SqlDialect, text: string): BodyTracker {
  return dialect === 'postgres' ? postgresTracker(text) : mysqlTracker(text);
}

/** PostgreSQL: parentheses (rules hold statements in them) and `BEGIN ATOMIC … END`, in which CASE has an END of its own. */
function postgresTracker(text: string): BodyTracker {
  let parentheses = 0;
  let blocks = 0;
  let previous = '';
  const take = (token: Token): void => {
    if (token.kind === 'comment') return;
    parentheses = Math.max(0, parentheses + step(text, token));
    const word = token.kind === 'word' ? textOf(text, token).toUpperCase() : '';
    if (word === 'ATOMIC' && previous === 'BEGIN') blocks = 1;
    else if (blocks > 0 && word === 'CASE') blocks += 1;
    else if (blocks > 0 && word === 'END') blocks -= 1;
    previous = word;
  };
  return { take, isInside: () => parentheses > 0 || blocks > 0 };
}

function step(text: string, token: Token): number {
  if (isSymbol(text, token, '(')) return 1;
  return isSymbol(text, token, ')') ? -1 : 0;
}

/** What may have a body: the word that follows CREATE and its options. */
const routines = new Set(['PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT', 'PACKAGE']);
/** What comes before the word in `CREATE OR REPLACE DEFINER = a@b AGGREGATE FUNCTION`; any other word means there is no body. */
const notRoutines = new Set(['TABLE', 'VIEW', 'INDEX', 'DATABASE', 'SCHEMA', 'SEQUENCE', 'USER', 'ROLE', 'SERVER']);
/** A statement may begin behind these. */
const beforeStatement = new Set([';', 'THEN', 'ELSE', 'BEGIN', 'DO', 'LOOP', 'REPEAT', ':', 'ROW', ')', 'ATOMIC']);
/** Statements that END closes, beside BEGIN and CASE. */
const compound = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

/**
 * MySQL: the statements inside the body of a routine end with semicolons, whether or not another DELIMITER is set. Blocks are
 * counted: BEGIN, CASE, and IF, LOOP, WHILE, REPEAT and FOR where a statement may begin (elsewhere IF and REPEAT are functions).
 */
function mysqlTracker(text: string): BodyTracker {
  let kind: StatementKind = 'unknown';
  let blocks = 0;
  let previous = '';
  const take = (token: Token): void => {
    if (token.kind === 'comment') return;
    const written = textOf(text, token).toUpperCase();
    // `/*!50003 … */` is there for the server alone: what counts are the words in it.
    if (token.kind === 'symbol' && (written.startsWith('/*') || written === '*/')) return;
    const word = token.kind === 'word' ? written : '';
    kind = kindAfter(kind, { word, isFirst: previous === '' });
    if (kind === 'routine' && opensBlock(word, { previous, isOutside: blocks === 0 })) blocks += 1;
    else if (word === 'END' && blocks > 0) blocks -= 1;
    previous = token.kind === 'name' || token.kind === 'text' ? ' ' : written;
  };
  return { take, isInside: () => blocks > 0 };
}

/** `routine`: a statement whose body may hold statements. */
type StatementKind = 'unknown' | 'routine' | 'plain';

function kindAfter(kind: StatementKind, at: { readonly word: string; readonly isFirst: boolean }): StatementKind {
  if (kind !== 'unknown') return kind;
  if (at.isFirst) return at.word === 'CREATE' ? 'unknown' : 'plain';
  if (routines.has(at.word)) return 'routine';
  return notRoutines.has(at.word) ? 'plain' : 'unknown';
}

function opensBlock(word: string, at: { readonly previous: string; readonly isOutside: boolean }): boolean {
  if (at.previous === 'END') return false;
  if (word === 'BEGIN' || word === 'CASE') return true;
  // Behind the parameters of a routine a body begins; behind other parentheses none does.
  if (at.previous === ')' && !at.isOutside) return false;
  return compound.has(word) && beforeStatement.has(at.previous);
}
