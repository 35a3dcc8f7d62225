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
  const tokens = tokensOf(text);
  const [first] = tokens;
  if (first?.kind === 'name') {
    return { kind: 'column', name: unquoteName(first.text), text: text.slice(first.end).trim() };
  }
  if (text.startsWith('PRIMARY KEY')) return { kind: 'index', name: 'PRIMARY', text };
  const name = tokens.find(({ kind }) => kind === 'name');
  const after = name === undefined ? '' : text.slice(name.end).trim();
  const before = name === undefined ? text : text.slice(0, name.start).trim();
  if (before === 'PERIOD FOR' || text.startsWith('PERIOD FOR SYSTEM_TIME')) return periodOf(text, name);
  if (before !== 'CONSTRAINT')
    return { kind: 'index', name: unquoteName(name?.text ?? ''), text: `${before} ${after}` };
  return {
    kind: after.startsWith('CHECK') ? 'check' : 'foreign-key',
    name: unquoteName(name?.text ?? ''),
    text: after,
  };
}

function periodOf(text: string, name: Token | undefined): Element {
  const isSystem = text.startsWith('PERIOD FOR SYSTEM_TIME');
  const columns = text.slice(text.indexOf('(', isSystem ? 0 : (name?.end ?? 0)));
  return { kind: 'period', name: isSystem ? 'SYSTEM_TIME' : unquoteName(name?.text ?? ''), text: columns };
}
