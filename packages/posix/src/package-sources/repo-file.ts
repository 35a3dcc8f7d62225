import type { DebField, Stanza } from './deb822.ts';

/** Reads the sections of a `.repo` file of dnf or zypper by their names; a value may go on in lines that begin with a space. */
export function parseRepoFile(text: string): ReadonlyMap<string, Stanza> {
  const sections = new Map<string, Map<string, DebField>>();
  let fields: Map<string, DebField> | undefined;
  let last: DebField | undefined;
  for (const line of text.split('\n')) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const heading = /^\[(.+)\]\s*$/.exec(line)?.[1];
    const entry = /^([A-Za-z0-9_.-]+)\s*[=:]\s*(.*)$/.exec(line);
    if (heading !== undefined) {
      fields = sections.get(heading) ?? new Map();
      sections.set(heading, fields);
      last = undefined;
      continue;
    }
    if (entry !== null) last = { name: entry[1] ?? '', value: (entry[2] ?? '').trim() };
    else if (last !== undefined && /^\s/.test(line)) last = { ...last, value: `${last.value}\n${line.trim()}` };
    else continue;
    fields?.set(last.name.toLowerCase(), last);
  }
  return sections;
}

/** Writes a file with one section. */
export function formatRepoFile(name: string, fields: readonly DebField[]): string {
  return `[${name}]\n${fields.map((field) => `${field.name}=${field.value.replaceAll('\n', '\n ')}\n`).join('')}`;
}

/**
 * A value in the one form that stands for it: words are parted by spaces or commas, several words stand for yes and no, and zypper
 * writes the address of a file with one slash.
 */
export function canonicalRepoValue(value: string): string {
  const text = value
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^file:\/\/\//, 'file:/'))
    .join(' ');
  return synonyms.get(text.toLowerCase()) ?? text;
}

const synonyms: ReadonlyMap<string, string> = new Map([
  ...['1', 'yes', 'true', 'on'].map((word) => [word, '1'] as const),
  ...['0', 'no', 'false', 'off'].map((word) => [word, '0'] as const),
]);
