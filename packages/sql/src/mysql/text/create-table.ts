import { invariant } from '@setpoint/model';
import { unquoteName } from '../quote.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The answer of SHOW CREATE TABLE, cut into its parts, each in the server's spelling. */
export type CreateTableText = {
  /** Unquoted name and the definition after it, in the order of the table. */
  readonly columns: readonly NamedText[];
  /** `PRIMARY` for the primary key; the definition begins with `PRIMARY KEY`, `UNIQUE KEY`, `KEY`, ... and has no name. */
  readonly indexes: readonly NamedText[];
  /** The definition begins with `CHECK`. */
  readonly checks: readonly NamedText[];
  /** The definition begins with `FOREIGN KEY`. */
  readonly foreignKeys: readonly NamedText[];
  /** `(from, to)` of MariaDB's periods. */
  readonly periods: readonly NamedText[];
  /** What follows the closing parenthesis: options and partitions. */
  readonly tail: string;
};

export type NamedText = { readonly name: string; readonly text: string };

/** Cuts the answer of SHOW CREATE TABLE into its parts. */
export function parseCreateTable(text: string): CreateTableText {
  const tokens = tokensOf(text);
  const open = tokens.findIndex(({ text: piece }) => piece === '(');
  const close = tokens.findIndex(({ text: piece, depth }, index) => index > open && piece === ')' && depth === 0);
  invariant(open >= 0 && close > open, 'SHOW CREATE TABLE gave a text without a list of columns');
  const elements = elementsBetween(text, tokens.slice(open + 1, close)).map(elementOf);
  const of = (kind: Element['kind']): readonly NamedText[] =>
    elements.flatMap((element) => (element.kind === kind ? [{ name: element.name, text: element.text }] : []));
  return {
    columns: of('column'),
    indexes: of('index'),
    checks: of('check'),
    foreignKeys: of('foreign-key'),
    periods: of('period'),
    tail: text.slice(tokens[close]?.end ?? text.length).trim(),
  };
}

function elementsBetween(text: string, tokens: readonly Token[]): readonly string[] {
  const commas = tokens.filter((token) => token.text === ',' && token.depth === 1);
  const starts = [tokens[0]?.start ?? 0, ...commas.map(({ end }) => end)];
  const ends = [...commas.map(({ start }) => start), tokens.at(-1)?.end ?? 0];
  return starts.map((start, index) => text.slice(start, ends[index]).trim());
}

type Element = NamedText & { readonly kind: 'column' | 'index' | 'check' | 'foreign-key' | 'period' };

/** A column begins with its name; all else begins with a word. */
function elementOf(text: string): Element {
  if (text.startsWith('PRIMARY KEY')) return { kind: 'index', name: 'PRIMARY', text };
  if (text.startsWith('PERIOD FOR')) return periodOf(text);
  const [found = '', words = '', quoted = ''] = /^([^`]*)(`(?:[^`]|``)*`)\s*/.exec(text) ?? [];
  const name = unquoteName(quoted);
  const after = text.slice(found.length);
  if (words === '') return { kind: 'column', name, text: after };
  if (words !== 'CONSTRAINT ') return { kind: 'index', name, text: `${words}${after}` };
  return { kind: after.startsWith('CHECK') ? 'check' : 'foreign-key', name, text: after };
}

/** ``PERIOD FOR `app` (`from`, `to`)``, or SYSTEM_TIME as a word. */
function periodOf(text: string): Element {
  const [, quoted, columns = ''] = /^PERIOD FOR (?:(`(?:[^`]|``)*`)|SYSTEM_TIME)\s*([\s\S]*)$/.exec(text) ?? [];
  return { kind: 'period', name: quoted === undefined ? 'SYSTEM_TIME' : unquoteName(quoted), text: columns };
}
