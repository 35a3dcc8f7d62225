import { insertLines, joinLines, lineEnd, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { TextEditor } from '../../text-edits/text-edit.ts';
import type { IniPart } from './index.ts';
import { commentedKey, findSections, formatKey, readKey, type Section, styleOf } from './layout.ts';

/** Makes one key of one section as declared; lines that say the same with other spaces stay as they are. */
export const editIni: TextEditor<IniPart> = (declared, text, inFile) => {
  const part: IniPart = {
    ...declared,
    section: inFile(declared.section),
    key: declared.key === null ? null : inFile(declared.key),
    values: declared.values?.map(inFile) ?? null,
  };
  const lines = splitLines(text);
  const sections = findSections(lines).filter(({ name }) => name === part.section);
  const edited = part.state === 'absent' ? remove(lines, sections, part) : put(lines, sections, part);
  return { kind: 'text', text: joinLines(edited) };
};

function remove(lines: readonly TextLine[], sections: readonly Section[], { key }: IniPart): readonly TextLine[] {
  const isGone = (at: number, line: TextLine): boolean =>
    sections.some(({ start, end }) => at >= start && at < end) && (key === null || readKey(line.text)?.key === key);
  return lines.filter((line, at) => !isGone(at, line));
}

function put(lines: readonly TextLine[], sections: readonly Section[], part: IniPart): readonly TextLine[] {
  const section = sections.find((each) => keysIn(lines, each, part).length > 0) ?? sections[0];
  if (section === undefined) return appendSection(lines, part);
  const found = keysIn(lines, section, part);
  const wanted = part.values ?? [null];
  const kept = firstOfEach(found, wanted);
  const missing = wanted.filter((value) => !kept.some((each) => each.value === value));
  const others = found.filter((each) => !kept.includes(each));
  const surplus = part.exclusive ? others : [];
  if (missing.length === 0 && surplus.length === 0) return lines;
  return replaceKeys(lines, section, { part, missing, surplus, last: found.at(-1)?.at });
}

type FoundKey = { readonly at: number; readonly value: string | null };

function keysIn(lines: readonly TextLine[], { start, end }: Section, { key }: IniPart): readonly FoundKey[] {
  return lines.slice(start, end).flatMap(({ text }, offset) => {
    const read = readKey(text);
    return read?.key === key ? [{ at: start + offset, value: read.value }] : [];
  });
}

function firstOfEach(found: readonly FoundKey[], wanted: readonly (string | null)[]): readonly FoundKey[] {
  return wanted.flatMap((value) => found.find((each) => each.value === value) ?? []);
}

type Replacing = {
  readonly part: IniPart;
  readonly missing: readonly (string | null)[];
  readonly surplus: readonly FoundKey[];
  /** Where the key stands last. */
  readonly last: number | undefined;
};

/** Missing values take the places of those that go, then follow the last one, a comment, or the section. */
function replaceKeys(
  lines: readonly TextLine[],
  section: Section,
  { part, missing, surplus, last }: Replacing,
): readonly TextLine[] {
  const places = new Map(surplus.map(({ at }, index) => [at, missing[index]]));
  const swapped = lines.flatMap((line, at) => {
    const value = places.get(at);
    if (!places.has(at)) return [line];
    return value === undefined ? [] : [{ ...line, text: formatKey(part.key ?? '', value, line.text) }];
  });
  const rest = missing.slice(surplus.length);
  if (rest.length === 0) return swapped;
  const style = styleOf(lines, part.spaces);
  const fresh = rest.map((value) => formatKey(part.key ?? '', value, style));
  const comment = part.uncomment && last === undefined ? findComment(lines, section, part.key ?? '') : undefined;
  const [first = ''] = fresh;
  if (comment !== undefined) {
    const uncommented = swapped.with(comment, { end: lineEnd(lines), text: first });
    return fresh.length === 1 ? uncommented : insertLines(uncommented, comment + 1, fresh.slice(1));
  }
  return insertLines(swapped, last === undefined ? endOf(lines, section) : last + 1, fresh);
}

function findComment(lines: readonly TextLine[], { start, end }: Section, key: string): number | undefined {
  const at = lines.findIndex(({ text }, index) => index >= start && index < end && commentedKey(text) === key);
  return at < 0 ? undefined : at;
}

/** Behind the last line of the section that is not empty. */
function endOf(lines: readonly TextLine[], { start, end }: Section): number {
  const filled = lines.slice(start, end).findLastIndex(({ text }) => text.trim() !== '');
  return start + filled + 1;
}

function appendSection(lines: readonly TextLine[], part: IniPart): readonly TextLine[] {
  const style = styleOf(lines, part.spaces);
  const keys = (part.values ?? [null]).map((value) => formatKey(part.key ?? '', value, style));
  const isApart = lines.length === 0 || lines.at(-1)?.text.trim() === '';
  return insertLines(lines, lines.length, [...(isApart ? [] : ['']), `[${part.section}]`, ...keys]);
}
