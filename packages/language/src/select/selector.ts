import { type Diagnostic, errorDiagnostic, nearestName, type SourceSpan } from '@setpoint/model';

/** What a selector may name. `groups` holds for every group all nodes in it and in its groups. */
export type SelectionSpace = {
  readonly nodes: readonly string[];
  readonly groups: ReadonlyMap<string, readonly string[]>;
};

export type Selection =
  | { readonly kind: 'selected'; readonly nodes: ReadonlySet<string> }
  | { readonly kind: 'invalid'; readonly diagnostic: Diagnostic };

/**
 * Selects nodes: names, groups, `all` and globs (`*`, `?`), `,` for or, `&` for and, `!` for not, and parentheses. `&` binds
 * stronger than `,`; `a, !b` takes b away from what is selected so far.
 */
export function select(text: string, space: SelectionSpace, span: SourceSpan | undefined): Selection {
  const reader: Reader = { text, space, at: 0, problem: undefined };
  const nodes = readUnion(reader);
  skipSpace(reader);
  if (reader.at < text.length) fail(reader, { code: 'SP402', detail: `\`${text.slice(reader.at)}\` is left over.` });
  if (reader.problem === undefined) return { kind: 'selected', nodes };
  const { code, detail, hint = 'Selectors look like `web & eu`, `all & !db*` or `web1, web2`.' } = reader.problem;
  return {
    kind: 'invalid',
    diagnostic: errorDiagnostic(code, {
      detail: `The selector \`${text}\` is wrong: ${detail}`,
      hint,
      ...(span === undefined ? {} : { span }),
    }),
  };
}

type Problem = { readonly code: 'SP402' | 'SP403'; readonly detail: string; readonly hint?: string };

type Reader = { readonly text: string; readonly space: SelectionSpace; at: number; problem: Problem | undefined };

type Nodes = ReadonlySet<string>;

function readUnion(reader: Reader): Nodes {
  let selected = readTerm(reader, new Set(reader.space.nodes));
  for (skipSpace(reader); reader.text[reader.at] === ','; skipSpace(reader)) {
    reader.at += 1;
    skipSpace(reader);
    const takesAway = reader.text[reader.at] === '!';
    const term = readTerm(reader, selected);
    selected = takesAway ? term : selected.union(term);
  }
  return selected;
}

/** Nodes joined by `&`. `base` is what a leading `!` takes away from. */
function readTerm(reader: Reader, base: Nodes): Nodes {
  let selected = readFactor(reader, base);
  for (skipSpace(reader); reader.text[reader.at] === '&'; skipSpace(reader)) {
    reader.at += 1;
    selected = selected.intersection(readFactor(reader, selected));
  }
  return selected;
}

function readFactor(reader: Reader, base: Nodes): Nodes {
  skipSpace(reader);
  const mark = reader.text[reader.at];
  if (mark === '!') {
    reader.at += 1;
    return base.difference(readFactor(reader, base));
  }
  if (mark !== '(') return readName(reader);
  reader.at += 1;
  const inner = readUnion(reader);
  skipSpace(reader);
  if (reader.text[reader.at] === ')') reader.at += 1;
  else fail(reader, { code: 'SP402', detail: 'a parenthesis is not closed.' });
  return inner;
}

const namePattern = /[^\s,&!()]+/y;

function readName(reader: Reader): Nodes {
  namePattern.lastIndex = reader.at;
  const name = namePattern.exec(reader.text)?.[0];
  if (name === undefined) {
    const rest = reader.text.slice(reader.at);
    fail(reader, {
      code: 'SP402',
      detail: rest === '' ? 'a name is missing at its end.' : `a name is missing before \`${rest}\`.`,
    });
    return new Set();
  }
  reader.at += name.length;
  return resolveName(reader, name);
}

function resolveName(reader: Reader, name: string): Nodes {
  const { nodes, groups } = reader.space;
  const members = groups.get(name);
  if (members !== undefined) return new Set(members);
  if (/[*?]/.test(name)) return matchGlob(name, reader.space);
  if (name === 'all') return new Set(nodes);
  if (nodeSetOf(reader.space).has(name)) return new Set([name]);
  const near = nearestName(name, [...groups.keys(), 'all', ...nodes]);
  fail(reader, {
    code: 'SP403',
    detail: `no node and no group is named \`${name}\`.`,
    ...(near === undefined ? {} : { hint: `Did you mean \`${near}\`?` }),
  });
  return new Set();
}

function matchGlob(glob: string, { nodes, groups }: SelectionSpace): Nodes {
  const matches = globMatcher(glob);
  const members = [...groups].filter(([name]) => matches(name)).flatMap(([, inside]) => inside);
  return new Set([...nodes.filter(matches), ...members]);
}

/** True for names that a glob matches as a whole; `*` stands for any text, `?` for one character. */
export function globMatcher(glob: string): (name: string) => boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const pattern = new RegExp(`^${source}$`, 'su');
  return (name) => pattern.test(name);
}

const nodeSets = new WeakMap<readonly string[], Nodes>();

function nodeSetOf(space: SelectionSpace): Nodes {
  const known = nodeSets.get(space.nodes) ?? new Set(space.nodes);
  nodeSets.set(space.nodes, known);
  return known;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

/** The first problem counts; what follows is usually its echo. */
function fail(reader: Reader, problem: Problem): void {
  reader.problem ??= problem;
}
