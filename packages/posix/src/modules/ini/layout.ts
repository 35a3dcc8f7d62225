import type { TextLine } from '../../text-edits/lines.ts';

/** The lines of one section, its header included; the one before the first header has no name. */
export type Section = { readonly name: string; readonly start: number; readonly end: number };

/** All sections in their order; the nameless one comes first and is always there. */
export function findSections(lines: readonly TextLine[]): readonly Section[] {
  const headers = lines.flatMap(({ text }, at) => {
    const name = /^\s*\[\s*([^\]]*?)\s*\]/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, start: at }];
  });
  return [{ name: '', start: 0 }, ...headers].map((header, index) => ({
    ...header,
    end: headers[index]?.start ?? lines.length,
  }));
}

/** A line of the form `key = value` or `key`; undefined for comments, headers and empty lines. */
export function readKey(line: string): { readonly key: string; readonly value: string | null } | undefined {
  if (/^\s*(?:[#;[]|$)/.test(line)) return undefined;
  const equals = line.indexOf('=');
  if (equals < 0) return { key: line.trim(), value: null };
  return { key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim() };
}

/** The key of a line such as `#key = value` or `; key=`; a comment that merely speaks of a key has words before its `=`. */
export function commentedKey(line: string): string | undefined {
  return /^\s*[#;]+\s*([^\s=#;]+)\s*=/.exec(line)?.[1];
}

/** The line for a key, with the indent and the spaces of another one. */
export function formatKey(key: string, value: string | null, like: string): string {
  const indent = /^\s*/.exec(like)?.[0] ?? '';
  if (value === null) return `${indent}${key}`;
  const equals = /(\s*)=(\s*)/.exec(like);
  // A line that ended behind its `=` has no space to copy.
  return `${indent}${key}${equals?.[1] ?? ' '}=${value === '' ? '' : (equals?.[2] ?? ' ')}${value}`;
}

/** A line whose spaces new ones copy: the first of the file that has a key, unless it is said otherwise. */
export function styleOf(lines: readonly TextLine[], spaces: boolean | null): string {
  if (spaces !== null) return spaces ? 'k = v' : 'k=v';
  const first = lines.find(({ text }) => (readKey(text)?.value ?? '') !== '');
  return first?.text.replace(/^\s+/, '') ?? 'k = v';
}
