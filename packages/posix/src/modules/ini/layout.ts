import type { TextLine } from '../../text-edits/lines.ts';

/** The lines of one section, its header included; the one before the first header has no name. */
export type Section = { readonly name: string; readonly start: number; readonly end: number };

/** All sections in their order; the nameless one comes first and is always there. */
export function findSections(lines: readonly TextLine[]): readonly Section[] {
  const headers = lines.flatMap(({ text }, at) => {
    const name = /^\s*\[\s*([^\]]*?)\s*\]/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, start: at }];
  });
  return [{ name: '', start: 0 }, ...headers].map((header, index) => {
    const next = headers[index];
    return { ...header, end: next === undefined ? lines.length : introductionOf(lines, next.start) };
  });
}

/** Where the comment begins that speaks of a section: right above its header, with an empty line above it. */
function introductionOf(lines: readonly TextLine[], header: number): number {
  const above = lines
    .slice(0, header)
    .findLastIndex(({ text }) => !isComment(text) || commentedKey(text) !== undefined);
  return above >= 0 && lines[above]?.text.trim() === '' ? above + 1 : header;
}

function isComment(line: string): boolean {
  return /^\s*[#;]/.test(line);
}

/** A key where it stands; a value is long when it goes on in the next lines, behind a backslash or indented more than its key. */
export type FoundKey = {
  readonly at: number;
  readonly key: string;
  readonly value: string | null;
  readonly isLong: boolean;
};

/** All keys of a section in their order. */
export function readKeys(lines: readonly TextLine[], { start, end }: Section): readonly FoundKey[] {
  const keys: FoundKey[] = [];
  let last: number | undefined;
  for (const [offset, { text }] of lines.slice(start, end).entries()) {
    const at = start + offset;
    const owner = keys.at(-1);
    if (owner !== undefined && last === at - 1 && goesOn(lines, owner, at)) {
      keys.splice(-1, 1, { ...owner, isLong: true });
      last = at;
      continue;
    }
    const read = readKey(text);
    if (read === undefined) continue;
    keys.push({ at, ...read, isLong: false });
    last = at;
  }
  return keys;
}

function goesOn(lines: readonly TextLine[], owner: FoundKey, at: number): boolean {
  const [line = '', before = '', first = ''] = [lines[at]?.text, lines[at - 1]?.text, lines[owner.at]?.text];
  if (before.endsWith('\\')) return true;
  if (owner.value === null || isComment(line) || line.includes('=') || line.trim() === '') return false;
  return indentOf(line).length > indentOf(first).length;
}

/** A line of the form `key = value` or `key`; undefined for comments, headers and empty lines. */
function readKey(line: string): { readonly key: string; readonly value: string | null } | undefined {
  if (/^\s*(?:[#;[]|$)/.test(line)) return undefined;
  const equals = line.indexOf('=');
  if (equals < 0) return { key: line.trim(), value: null };
  return { key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim() };
}

/** The key of a line such as `#key = value` or `; key=`; a comment that merely speaks of a key has words before its `=`. */
function commentedKey(line: string): string | undefined {
  return /^\s*[#;]+\s*([^\s=#;]+)\s*=/.exec(line)?.[1];
}

/** Where a key stands commented out; a line whose sign touches the key is meant rather than one that has a space between them. */
export function findCommented(lines: readonly TextLine[], { start, end }: Section, key: string): number | undefined {
  const found = lines.flatMap(({ text }, at) => (at >= start && at < end && commentedKey(text) === key ? [at] : []));
  return found.find((at) => /^\s*[#;]+\S/.test(lines[at]?.text ?? '')) ?? found[0];
}

/** The blanks at the beginning of a line. */
export function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** The line for a key, with the indent and the spaces of another one. */
export function formatKey(key: string, value: string | null, like: string): string {
  const indent = indentOf(like);
  if (value === null) return `${indent}${key}`;
  const equals = /(\s*)=(\s*)/.exec(like);
  // A line that ended behind its `=` has no space to copy.
  return `${indent}${key}${equals?.[1] ?? ' '}=${value === '' ? '' : (equals?.[2] ?? ' ')}${value}`;
}

/** A line whose spaces new ones copy: the first of the file that has a key, unless it is said otherwise. */
export function styleOf(lines: readonly TextLine[], spaces: boolean | null): string {
  if (spaces !== null) return spaces ? 'k = v' : 'k=v';
  const first = lines.find(({ text }) => (readKey(text)?.value ?? '') !== '');
  return first?.text.trimStart() ?? 'k = v';
}
