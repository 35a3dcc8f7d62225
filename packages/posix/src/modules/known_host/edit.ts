import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { HostKey, HostPart } from './declared.ts';
import { formatHostLine, type HostLine, hashedName, isAbout, namesWithout, parseHostLine } from './host-line.ts';

/** Makes the host known by the declared keys, or forgets it; every line about others keeps its place and its bytes. */
export function editHosts(declared: HostPart, text: string, inFile: (declared: string) => string): Edited {
  const keys = declared.keys.map((key) => ({ ...key, comment: inFile(key.comment) }));
  const part = { ...declared, keys };
  const lines = splitLines(text);
  const missing = part.state === 'absent' ? [] : missingKeys(part, lines);
  const kept = lines.flatMap((line) => keepLine(part, line, missing));
  const added = missing.map((key) => formatHostLine(newLine(part, key)));
  return { kind: 'text', text: joinLines(added.length === 0 ? kept : insertLines(kept, kept.length, added)) };
}

/** The declared keys that no line has for the host; the list is used up by lines that take one. */
function missingKeys(part: HostPart, lines: readonly TextLine[]): HostKey[] {
  const known = lines.flatMap(({ text }) => ownLine(part, text) ?? []);
  return part.keys.filter((wanted) => !known.some((line) => isSameKey(line, wanted)));
}

/** The line as it stays, others in its place, or none when it goes. */
function keepLine(part: HostPart, line: TextLine, missing: HostKey[]): readonly TextLine[] {
  const found = ownLine(part, line.text);
  if (found === undefined) return [line];
  const wanted = part.keys.some((key) => isSameKey(found, key));
  if (part.state === 'present' && wanted) return inDeclaredForm(part, found, line);
  if (!isOutdated(part, found, wanted)) return [line];
  const others = namesWithout(found.names, part.host);
  if (others !== undefined) return [{ ...line, text: formatHostLine({ ...found, names: others }) }];
  const next = missing.findIndex(({ type }) => type === found.type);
  const [key] = next < 0 ? [] : missing.splice(next, 1);
  if (key === undefined) return [];
  return [
    {
      ...line,
      text: formatHostLine({ ...newLine(part, key), ...(part.hashes === null ? kept(part, found, key) : {}) }),
    },
  ];
}

/** A line that is hashed stays so when its key is replaced. */
function kept({ host }: HostPart, { names }: HostLine, { key }: HostKey): Pick<HostLine, 'names'> {
  return { names: names.startsWith('|') ? hashedName(host, key) : names };
}

/** True for a line that the declaration contradicts: another key of a type that is declared, or one that is to go. */
function isOutdated({ state, marker, keys, exclusive }: HostPart, found: HostLine, isNamed: boolean): boolean {
  if (state === 'absent') return keys.length === 0 || isNamed;
  return exclusive || (marker === 'none' && keys.some(({ type }) => type === found.type));
}

/** Brings the name into the declared form; a name that shares its line gets a line of its own when it is to be hashed. */
function inDeclaredForm({ host, hashes }: HostPart, found: HostLine, line: TextLine): readonly TextLine[] {
  const isHashed = found.names.startsWith('|');
  if (hashes === null || hashes === isHashed) return [line];
  const names = hashes ? hashedName(host, found.key) : host;
  const own = { ...line, text: formatHostLine({ ...found, names }) };
  const others = namesWithout(found.names, host);
  if (others === undefined) return [own];
  return [{ text: formatHostLine({ ...found, names: others }), end: line.end === '' ? '\n' : line.end }, own];
}

function ownLine({ host, marker }: HostPart, text: string): HostLine | undefined {
  const found = parseHostLine(text);
  return found?.marker === marker && isAbout(found.names, host) ? found : undefined;
}

function isSameKey(left: HostKey, right: HostKey): boolean {
  return left.type === right.type && left.key === right.key;
}

function newLine({ host, marker, hashes }: HostPart, key: HostKey): HostLine {
  return { ...key, marker, names: hashes === true ? hashedName(host, key.key) : host };
}
