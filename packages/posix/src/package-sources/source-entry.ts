import { parentOf } from '../paths/absolute-path.ts';
import { canonicalValue, parseStanzas, type Stanza } from './deb822.ts';
import { canonicalRepoValue, parseRepoFile } from './repo-file.ts';

/** What one entry of the sources of apt, dnf or zypper names. */
export type SourceEntry = {
  /** The file that it stands in. */
  readonly file: string;
  /** The name of its section, in a `.repo` file. */
  readonly section?: string;
  readonly types: readonly string[];
  /** Without a slash at the end. */
  readonly uris: readonly string[];
  readonly suites: readonly string[];
  readonly components: readonly string[];
  /** The key it is bound to, or several; empty when it takes all keys that are trusted. */
  readonly signedBy: string;
};

/** The entries of a sources file that are in force; the form follows the end of the name, as for those who read it. */
export function parseSources(file: string, text: string): readonly SourceEntry[] {
  if (file.endsWith('.repo')) return parseSections(file, text);
  if (!file.endsWith('.sources')) return text.split('\n').flatMap((line) => parseLine(file, line));
  return parseStanzas(text)
    .filter(isEnabled)
    .map((stanza) => toEntry(file, stanza));
}

/** True when both name the same packages, so that they would be read twice. */
export function isSameSource(one: SourceEntry, other: SourceEntry): boolean {
  if (!share(one.types, other.types) || !share(one.uris, other.uris) || !share(one.suites, other.suites)) return false;
  return (one.components.length === 0 && other.components.length === 0) || share(one.components, other.components);
}

/** True when both are sections of the same name for the same manager. */
export function isSameSection(one: SourceEntry, other: SourceEntry): boolean {
  return one.section !== undefined && one.section === other.section && parentOf(one.file) === parentOf(other.file);
}

function share(left: readonly string[], right: readonly string[]): boolean {
  return left.some((each) => right.includes(each));
}

/** `deb [signed-by=/x arch=amd64] http://host/debian bookworm main`. */
function parseLine(file: string, line: string): readonly SourceEntry[] {
  const match = /^\s*(deb|deb-src)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)([^#]*)/.exec(line);
  if (match === null) return [];
  const [, type = '', options = '', uri = '', suite = '', components = ''] = match;
  const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? '';
  return [
    {
      file,
      types: [type],
      uris: [plainUri(uri)],
      suites: [suite],
      components: wordsOf(components),
      signedBy: signedBy.replaceAll(',', ' '),
    },
  ];
}

/** A directory of packages has neither suites nor components. */
function parseSections(file: string, text: string): readonly SourceEntry[] {
  return [...parseRepoFile(text)].flatMap(([section, stanza]): SourceEntry[] => {
    const words = (name: string) => wordsOf(canonicalRepoValue(stanza.get(name)?.value ?? ''));
    if (words('enabled')[0] === '0') return [];
    const signedBy = words('gpgkey').map((key) => key.replace(/^file:/, ''));
    const uris = words('baseurl').map(plainUri);
    return [{ file, section, types: ['rpm'], uris, suites: ['/'], components: [], signedBy: signedBy.join(' ') }];
  });
}

function isEnabled(stanza: Stanza): boolean {
  return canonicalValue(stanza.get('enabled')?.value ?? 'yes') !== 'no';
}

function toEntry(file: string, stanza: Stanza): SourceEntry {
  const words = (name: string): readonly string[] => wordsOf(stanza.get(name)?.value ?? '');
  return {
    file,
    types: words('types'),
    uris: words('uris').map(plainUri),
    suites: words('suites'),
    components: words('components'),
    signedBy: canonicalValue(stanza.get('signed-by')?.value ?? ''),
  };
}

/** apt puts a slash at the end where there is none. */
export function plainUri(uri: string): string {
  return uri.replace(/\/+$/, '');
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
