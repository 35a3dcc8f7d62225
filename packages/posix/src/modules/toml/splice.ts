import { isJsonObject, type Json } from '@setpoint/model';
import type { Step } from './difference.ts';
import { formatEntry, formatSection, formatValue } from './format.ts';
import type { TomlDocument, TomlEntry, TomlNode, TomlPath, TomlSection } from './parse.ts';

/** The text with one step taken; undefined where the way it is written leaves no place for it. */
export function takeStep(text: string, document: TomlDocument, step: Step): string | undefined {
  switch (step.kind) {
    case 'set': {
      const node = nodeAt(document, step.path);
      if (node === undefined) return add(text, document, step);
      const value = formatValue(step.value);
      return value === undefined ? undefined : splice(text, node, value);
    }
    case 'insert':
      return insert(text, document, step);
    case 'remove':
      return remove(text, document, step.path);
    default:
      return step satisfies never;
  }
}

type Putting = { readonly path: TomlPath; readonly value: Json };

/** A key in the table that holds it, the way the table is written: in braces, behind a header, or by keys with dots. */
function add(text: string, document: TomlDocument, { path, value }: Putting): string | undefined {
  const above = path.slice(0, -1);
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const inline = nodeAt(document, above);
  if (inline !== undefined)
    return inline.inside.kind === 'map' ? addInBraces(text, inline, { path: [key], value }) : undefined;
  const { sections } = document;
  const dotted = sections.find(
    ({ path: own, entries }) => own.length < above.length && entries.some((entry) => isIn(entry.value.path, above)),
  );
  if (dotted !== undefined) {
    const like = dotted.entries.findLast((entry) => isIn(entry.value.path, above));
    const line = formatEntry(path.slice(dotted.path.length).map(String), value);
    return line === undefined || like === undefined
      ? undefined
      : addLine(text, like.end, indentAt(text, like.start) + line);
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) return addSection(text, document, { path, value });
  const section = sections.find((each) => isEqual(each.path, above));
  const line = formatEntry([key], value);
  if (line === undefined) return undefined;
  if (section !== undefined) return addToSection(text, document, { section, line });
  // The table is there only by what it holds, so it has no header yet.
  const first = sections.find((each) => isIn(each.path, above));
  const header = formatSection(above, { [key]: value }, false);
  return first === undefined || header === undefined ? undefined : addBefore(text, first.start, header);
}

function addToSection(
  text: string,
  { sections }: TomlDocument,
  { section, line }: { readonly section: TomlSection; readonly line: string },
): string {
  const last = section.entries.at(-1);
  if (last !== undefined) return addLine(text, section.end, indentAt(text, last.start) + line);
  if (section.path.length > 0) return addLine(text, section.end, line);
  const next = sections[1];
  return next === undefined ? `${withEnd(text)}${line}${endOf(text)}` : addBefore(text, next.start, [line]);
}

/** A new section behind all that belongs to the table which holds it; at the end of the file when nothing does. */
function addSection(
  text: string,
  { sections }: TomlDocument,
  { path, value, isItem = false }: Putting & { readonly isItem?: boolean },
): string | undefined {
  const lines = isJsonObject(value) ? formatSection(path, value, isItem) : undefined;
  if (lines === undefined) return undefined;
  const above = path.slice(0, -1);
  const near = above.length === 0 ? undefined : sections.findLast((each) => isIn(each.path, above));
  const end = endOf(text);
  const last = near === undefined || near === sections.at(-1);
  if (last) return `${withEnd(text)}${text.trim() === '' ? '' : end}${lines.join(end)}${end}`;
  const at = lineEnd(text, near.end);
  return `${text.slice(0, at)}${end}${end}${lines.join(end)}${text.slice(at)}`;
}

function insert(text: string, document: TomlDocument, { path, value }: Putting): string | undefined {
  const list = nodeAt(document, path.slice(0, -1));
  const position = Number(path.at(-1));
  if (list === undefined) {
    const count = document.sections.filter(
      (each) => each.path.length === path.length && isIn(each.path, path.slice(0, -1)),
    ).length;
    const names = path.slice(0, -1);
    if (position !== count || !isJsonObject(value)) return undefined;
    const lines = formatSection(names, value, true);
    const last = document.sections.findLast((each) => isIn(each.path, names));
    if (lines === undefined || last === undefined) return undefined;
    const end = endOf(text);
    if (last === document.sections.at(-1)) return `${withEnd(text)}${end}${lines.join(end)}${end}`;
    const at = lineEnd(text, last.end);
    return `${text.slice(0, at)}${end}${end}${lines.join(end)}${text.slice(at)}`;
  }
  const item = formatValue(value);
  if (item === undefined || list.inside.kind !== 'list') return undefined;
  const before = list.inside.items[position - 1];
  const next = list.inside.items[position];
  if (next !== undefined) return splice(text, { start: next.start, end: next.start }, `${item}, `);
  if (before === undefined) return splice(text, list, `[${item}]`);
  const isSpread = text.slice(list.start, before.start).includes('\n');
  if (!isSpread) return splice(text, { start: before.end, end: before.end }, `, ${item}`);
  const comma = /^[ \t]*,/.exec(text.slice(before.end, list.end))?.[0].length;
  const withComma = comma === undefined ? splice(text, { start: before.end, end: before.end }, ',') : text;
  const at = lineEnd(withComma, before.end + (comma ?? 1));
  const line = `${endOf(text)}${indentAt(text, before.start)}${item}${comma === undefined ? '' : ','}`;
  return splice(withComma, { start: at, end: at }, line);
}

function addInBraces(text: string, node: TomlNode, { path, value }: Putting): string | undefined {
  const entry = formatEntry(path.map(String), value);
  if (entry === undefined || node.inside.kind !== 'map') return undefined;
  const last = node.inside.entries.at(-1);
  return last === undefined
    ? splice(text, node, `{ ${entry} }`)
    : splice(text, { start: last.end, end: last.end }, `, ${entry}`);
}

/** Everything at the path and below it, wherever it stands: from the end of the text, so that places stay right. */
function remove(text: string, document: TomlDocument, path: TomlPath): string | undefined {
  const inner = removeInside(text, document, path);
  if (inner !== undefined) return inner;
  const spans = document.sections.flatMap((section): readonly Span[] => {
    if (section.path.length > 0 && isIn(section.path, path)) return [sectionSpan(text, section)];
    return section.entries.filter(({ value }) => isIn(value.path, path)).map((entry) => lineSpan(text, entry));
  });
  return spans.length === 0 ? undefined : spans.toReversed().reduce((rest, span) => splice(rest, span, ''), text);
}

/** Undefined unless what goes stands within a line of braces or brackets. */
function removeInside(text: string, document: TomlDocument, path: TomlPath): string | undefined {
  const holder = nodeAt(document, path.slice(0, -1));
  if (holder === undefined || holder.inside.kind === 'scalar') return undefined;
  const spans: readonly Span[] = holder.inside.kind === 'list' ? holder.inside.items : holder.inside.entries;
  const nodes = holder.inside.kind === 'list' ? holder.inside.items : holder.inside.entries.map(({ value }) => value);
  const position = nodes.findIndex((node) => isIn(node.path, path));
  const [before, gone, after] = [spans[position - 1], spans[position], spans[position + 1]];
  if (gone === undefined) return undefined;
  if (after !== undefined) return splice(text, { start: gone.start, end: after.start }, '');
  if (before !== undefined) return splice(text, { start: before.end, end: gone.end }, '');
  return splice(text, holder, holder.inside.kind === 'list' ? '[]' : '{}');
}

type Span = { readonly start: number; readonly end: number };

/** The value at exactly this path, when it stands behind a key, in brackets or in braces. */
function nodeAt({ sections }: TomlDocument, path: TomlPath): TomlNode | undefined {
  const within = (node: TomlNode): TomlNode | undefined => {
    if (isEqual(node.path, path)) return node;
    if (!isIn(path, node.path)) return undefined;
    const inner =
      node.inside.kind === 'list'
        ? node.inside.items
        : node.inside.kind === 'map'
          ? node.inside.entries.map(({ value }) => value)
          : [];
    return inner.map(within).find((found) => found !== undefined);
  };
  return sections
    .flatMap(({ entries }) => entries)
    .map(({ value }) => within(value))
    .find((found) => found !== undefined);
}

function isEqual(left: TomlPath, right: TomlPath): boolean {
  return left.length === right.length && isIn(left, right);
}

/** True for a path that leads to the other one or to something in it. */
function isIn(path: TomlPath, above: TomlPath): boolean {
  return above.every((step, index) => path[index] === step);
}

/** The lines of an entry, with the comment behind it. */
function lineSpan(text: string, { start, end }: TomlEntry): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return { start: lineStart, end: Math.min(text.length, lineEnd(text, end, '\n') + 1) };
}

/** A section with one blank line before it. */
function sectionSpan(text: string, { start, end }: TomlSection): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const blank = /(?:^|\n)(\r?\n)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0;
  return { start: lineStart - blank, end: Math.min(text.length, lineEnd(text, end, '\n') + 1) };
}

/** Where the line ends that holds the offset: before the sign that ends it, or before both. */
function lineEnd(text: string, offset: number, sign?: '\n'): number {
  const found = text.indexOf('\n', offset);
  if (found < 0) return text.length;
  return sign === undefined && text[found - 1] === '\r' ? found - 1 : found;
}

function addLine(text: string, offset: number, line: string): string {
  const at = lineEnd(text, offset);
  return `${text.slice(0, at)}${endOf(text)}${line}${text.slice(at)}`;
}

/** Lines before a header and the comments that stand right above it, with a blank line behind them. */
function addBefore(text: string, start: number, lines: readonly string[]): string {
  const end = endOf(text);
  let at = text.lastIndexOf('\n', start - 1) + 1;
  for (let above = at; above > 0; ) {
    above = text.lastIndexOf('\n', above - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return `${text.slice(0, at)}${lines.join(end)}${end}${end}${text.slice(at)}`;
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${endOf(text)}`;
}

function endOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

function splice(text: string, { start, end }: Span, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}
