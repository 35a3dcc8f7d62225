import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import type { IniPart } from './index.ts';
import {
  type FoundKey,
  findCommented,
  findSections,
  formatKey,
  indentOf,
  readKeys,
  type Section,
  styleOf,
} from './layout.ts';

/** Makes one key of one section as declared; lines that say the same with other spaces stay as they are. */
export const editIni: TextEditor<IniPart> = (declared, text, inFile) => {
  const part = JSON.parse(inFile(JSON.stringify(declared))) as IniPart;
  const lines = splitLines(text);
  const sections = findSections(lines).filter((section) => isMeant(lines, section, part));
  const found = sections.map((section) => ({ section, keys: keysIn(lines, section, part) }));
  if (part.state === 'absent') {
    if (part.key === null) return remove(lines, sections.flatMap(linesOf));
    const keys = found.flatMap((each) => each.keys.filter((one) => mustGo(one, part)));
    return keys.find(({ isLong }) => isLong) === undefined
      ? remove(
          lines,
          keys.map(({ at }) => at),
        )
      : tooLong(keys);
  }
  const place = found.find(({ keys }) => keys.length > 0) ?? found[0];
  return place === undefined ? textOf(appendSection(lines, part)) : put(lines, place, part);
};

function isMeant(lines: readonly TextLine[], section: Section, { section: name, having }: IniPart): boolean {
  if (section.name !== name) return false;
  const keys = having.length === 0 ? [] : readKeys(lines, section);
  return having.every((each) => keys.some(({ key, value }) => key === each.key && value === each.value));
}

function keysIn(lines: readonly TextLine[], section: Section, { key }: IniPart): readonly FoundKey[] {
  return readKeys(lines, section).filter((each) => each.key === key);
}

function mustGo({ value }: FoundKey, { values, exclusive }: IniPart): boolean {
  return exclusive || values === null || (value !== null && values.includes(value));
}

function linesOf({ start, end }: Section): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function textOf(lines: readonly TextLine[]): Edited {
  return { kind: 'text', text: joinLines(lines) };
}

function remove(lines: readonly TextLine[], places: readonly number[]): Edited {
  const gone = new Set(places);
  return textOf(lines.filter((_, at) => !gone.has(at)));
}

function tooLong(keys: readonly FoundKey[]): Edited {
  const long = keys.find(({ isLong }) => isLong);
  const detail = `The value of \`${long?.key ?? ''}\` in line ${(long?.at ?? 0) + 1} goes on in the next one, and values of several lines are not changed.`;
  return { kind: 'impossible', detail, hint: 'change the lines by hand, or with `block:` or `replace:`' };
}

type Place = { readonly section: Section; readonly keys: readonly FoundKey[] };

function put(lines: readonly TextLine[], { section, keys }: Place, part: IniPart): Edited {
  if (part.key === null) return textOf(lines);
  const wanted = part.values ?? [null];
  const kept = wanted.flatMap((value) => keys.find((each) => each.value === value && !each.isLong) ?? []);
  const missing = wanted.filter((value) => !kept.some((each) => each.value === value));
  const surplus = part.exclusive ? keys.filter((each) => !kept.includes(each)) : [];
  if (surplus.some(({ isLong }) => isLong)) return tooLong(surplus);
  if (missing.length === 0 && surplus.length === 0) return textOf(lines);
  return textOf(replaceKeys(lines, section, { part, missing, surplus, last: keys.at(-1)?.at }));
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
  const key = part.key ?? '';
  const style = styleOf(lines, part.spaces);
  const places = new Map(surplus.map(({ at }, index) => [at, missing[index]]));
  const swapped = lines.flatMap((line, at) => {
    const value = places.get(at);
    if (!places.has(at)) return [line];
    const like = line.text.includes('=') ? line.text : indentOf(line.text) + style;
    return value === undefined ? [] : [{ ...line, text: formatKey(key, value, like) }];
  });
  const rest = missing.slice(surplus.length);
  const [first, ...others] = rest;
  if (first === undefined) return swapped;
  const commented = part.uncomment && last === undefined ? findCommented(lines, section, key) : undefined;
  const old = commented === undefined ? undefined : lines[commented];
  if (commented === undefined || old === undefined) {
    const at = last === undefined ? endOf(lines, section) : last + 1;
    return insertLines(
      swapped,
      at,
      rest.map((value) => formatKey(key, value, style)),
    );
  }
  const like = indentOf(old.text) + style;
  const uncommented = swapped.with(commented, { ...old, text: formatKey(key, first, like) });
  if (others.length === 0) return uncommented;
  return insertLines(
    uncommented,
    commented + 1,
    others.map((value) => formatKey(key, value, like)),
  );
}

/** Behind the last line of the section that is not empty. */
function endOf(lines: readonly TextLine[], { start, end }: Section): number {
  const filled = lines.slice(start, end).findLastIndex(({ text }) => text.trim() !== '');
  return start + filled + 1;
}

/** A new section begins with what tells it from others of its name. */
function appendSection(
  lines: readonly TextLine[],
  { section, key, values, having, spaces }: IniPart,
): readonly TextLine[] {
  const style = styleOf(lines, spaces);
  const keys = key === null ? [] : (values ?? [null]).map((value) => ({ key, value }));
  const others = having.filter((each) => each.key !== key);
  const fresh = [...others, ...keys].map((each) => formatKey(each.key, each.value, style));
  const isApart = lines.length === 0 || lines.at(-1)?.text.trim() === '';
  return insertLines(lines, lines.length, [...(isApart ? [] : ['']), `[${section}]`, ...fresh]);
}
