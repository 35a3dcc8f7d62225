import { type Token, tokensOf } from './tokens.ts';

/** A column's definition as SHOW CREATE TABLE spells it, without its name, cut into its clauses. */
export type ColumnText = {
  /** `varchar(20)`, `int(10) unsigned`. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly collation: string | undefined;
  /** All that follows the type but the character set and the collation, as it stands. */
  readonly attributes: string;
  readonly clauses: ColumnClauses;
};

/** What the attributes of a column say; a member is absent where nothing is said. */
export type ColumnClauses = {
  readonly notNull: boolean;
  readonly autoIncrement: boolean;
  readonly invisible: boolean;
  readonly default?: string;
  readonly onUpdate?: string;
  /** In parentheses. */
  readonly generated?: string;
  readonly stored?: boolean;
  /** A string literal. */
  readonly comment?: string;
  /** In parentheses. */
  readonly check?: string;
  /** What none of the others tells: `WITHOUT SYSTEM VERSIONING`, `SRID 4326`, a compression. */
  readonly other?: string;
};

/** Cuts the definition of a column. */
export function parseColumn(text: string): ColumnText {
  const typeEnd = typePattern.exec(text)?.[0].length ?? 0;
  const rest = text.slice(typeEnd);
  const charset = /^((?:\s*\/\*.*?\*\/)?)\s*(?:CHARACTER SET|CHARSET) (\S+)/.exec(rest);
  const uncharted = charset === null ? rest : (charset[1] ?? '') + rest.slice(charset[0].length);
  const collation = /^((?:\s*\/\*.*?\*\/)?)\s*COLLATE (\S+)/.exec(uncharted);
  const attributes = (
    collation === null ? uncharted : (collation[1] ?? '') + uncharted.slice(collation[0].length)
  ).trim();
  return {
    type: text.slice(0, typeEnd),
    charset: charset?.[2],
    collation: collation?.[2],
    attributes,
    clauses: clausesOf(attributes),
  };
}

/** A word, perhaps with parentheses, in which strings may stand, and the words that only follow numbers. */
const typePattern = /^\w+(?:\((?:[^()']|'(?:[^'\\]|\\[\s\S]|'')*')*\))?(?: unsigned| zerofill)*/;

function closing(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  return tokens.findIndex((token, index) => index > open && token.text === ')' && token.depth === depth);
}

type Clause = { readonly keyword: string; readonly value: string };

function clausesOf(attributes: string): ColumnClauses {
  const clauses = cutClauses(attributes);
  const value = (keyword: string): string | undefined => clauses.find((clause) => clause.keyword === keyword)?.value;
  const has = (keyword: string): boolean => value(keyword) !== undefined;
  const named = {
    default: value('DEFAULT'),
    onUpdate: value('ON UPDATE'),
    generated: value('GENERATED ALWAYS AS'),
    comment: value('COMMENT'),
    check: value('CHECK'),
    other: value('') === undefined ? undefined : clauses.flatMap((c) => (c.keyword === '' ? [c.value] : [])).join(' '),
  };
  return {
    notNull: has('NOT NULL'),
    autoIncrement: has('AUTO_INCREMENT'),
    invisible: has('INVISIBLE'),
    ...(named.generated === undefined ? {} : { stored: has('STORED') || has('PERSISTENT') }),
    ...(Object.fromEntries(Object.entries(named).filter(([, said]) => said !== undefined)) as Partial<ColumnClauses>),
  };
}

const flags = ['NOT NULL', 'NULL', 'AUTO_INCREMENT', 'INVISIBLE', 'VIRTUAL', 'STORED', 'PERSISTENT'];
const valued = ['DEFAULT', 'ON UPDATE', 'GENERATED ALWAYS AS', 'COMMENT', 'CHECK'];

function cutClauses(attributes: string): readonly Clause[] {
  const tokens = tokensOf(attributes);
  const clauses: Clause[] = [];
  for (let next = 0; next < tokens.length; ) {
    const keyword = [...flags, ...valued].find((words) => startsWith(tokens, next, words)) ?? '';
    const first = next + (keyword === '' ? 0 : keyword.split(' ').length);
    const end = flags.includes(keyword) ? first : endOfValue(tokens, first);
    clauses.push({ keyword, value: attributes.slice(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0) });
    next = Math.max(end, next + 1);
  }
  return clauses.map((clause) => (flags.includes(clause.keyword) ? { ...clause, value: '' } : clause));
}

function startsWith(tokens: readonly Token[], at: number, words: string): boolean {
  return words.split(' ').every((word, offset) => {
    const token = tokens[at + offset];
    return token?.kind === 'word' && token.depth === 0 && token.text.toUpperCase() === word;
  });
}

/** A value is one token, with a sign before it, a literal's prefix before it or parentheses after it. */
function endOfValue(tokens: readonly Token[], at: number): number {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined) return at;
  if (first.text === '(') return closing(tokens, at) + 1;
  if (first.kind === 'symbol') return at + 2;
  if (first.kind !== 'word') return at + 1;
  if (second?.text === '(') return closing(tokens, at + 1) + 1;
  if (second?.text === '=') return at + 3;
  return second?.kind === 'string' && second.start === first.end ? at + 2 : at + 1;
}
