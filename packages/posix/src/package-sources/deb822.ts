/** One stanza of a file in the form of deb822(5): fields by their name in lower case. */
export type Stanza = ReadonlyMap<string, DebField>;

/** A field with its name as it is written; the value of one that goes over several lines has line ends in it. */
export type DebField = { readonly name: string; readonly value: string };

/** Reads the stanzas of a text; lines that are none are left out, as apt would refuse the file anyway. */
export function parseStanzas(text: string): readonly Stanza[] {
  return text
    .split(/\n[ \t\r]*(?:\n|$)/)
    .map(parseStanza)
    .filter((stanza) => stanza.size > 0);
}

function parseStanza(text: string): Stanza {
  const fields = new Map<string, DebField>();
  let last: DebField | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const match = /^([!-9;-~]+):(.*)$/.exec(line);
    if (match !== null) last = { name: match[1] ?? '', value: (match[2] ?? '').trim() };
    else if (last !== undefined && /^[ \t]/.test(line)) last = { ...last, value: `${last.value}\n${line.trim()}` };
    else continue;
    fields.set(last.name.toLowerCase(), last);
  }
  return fields;
}

/** Writes one stanza, in the order of its fields. */
export function formatStanza(fields: readonly DebField[]): string {
  return fields.map(({ name, value }) => `${name}: ${value.replaceAll('\n', '\n ')}\n`).join('');
}

/** A value in the one form that stands for it: how words are parted, and how yes and no are written, means nothing. */
export function canonicalValue(value: string): string {
  const words = value.split(/\s+/).filter((word) => word !== '');
  const text = words.join(' ');
  return synonyms.get(text.toLowerCase()) ?? text;
}

/** The words of apt for a boolean, from its StringToBool. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ...['yes', 'true', 'with', 'on', 'enable'].map((word) => [word, 'yes'] as const),
  ...['no', 'false', 'without', 'off', 'disable'].map((word) => [word, 'no'] as const),
]);
