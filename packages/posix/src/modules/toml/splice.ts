import { isJsonObject, type Json } from '@setpoint/model';
import { type CommaList, insertBetweenCommas, removeBetweenCommas } from '../../text-edits/values/comma-list.ts';
import type { DocumentPath, Step } from '../../text-edits/values/difference.ts';
import { indentAt, lineEndAt, lineStartAt, type Span, splice } from '../../text-edits/values/value-node.ts';
import { formatEntry, formatSection, formatValue } from './format.ts';
import type { TomlDocument, TomlNode, TomlSection } from './parse.ts';

/** The text with one step taken; undefined where the way it is written leaves no place for it. */
export function takeStep(text: string, document: TomlDocument, step: Step): string | undefined {
  switch (step.kind) {
    case 'set': {
      const node = nodeAt(document, step.path);
      if (node === undefined) return add(text, document, step);
      const value = formatValue(step.value, text.slice(node.start, node.end));
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

type Putting = { readonly path: DocumentPath; readonly value: Json };

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
  return next === undefined ? `${withEnd(text)}${line}\n` : addBefore(text, next.start, [line]);
}

/** A new section behind all that belongs to the table which holds it; at the end of the file when nothing does. */
function addSection(
  text: string,
  { sections }: TomlDocument,
  { path, value, isItem = false }: Putting & { readonly isItem?: boolean },
): string | undefined {
  const lines = isJsonObject(value) ? formatSection(path, value, isItem) : undefined;
  if (lines === undefined) return undefined;
  const above = isItem ? path : path.slice(0, -1);
  const near = above.length === 0 ? undefined : sections.findLast((each) => isIn(each.path, above));
  const section = lines.join('\n');
  if (near === undefined || near === sections.at(-1))
    return `${withEnd(text)}${text.trim() === '' ? '' : '\n'}${section}\n`;
  const at = lineEndAt(text, near.end);
  return splice(text, { start: at, end: at }, `\n\n${section}`);
}

function insert(text: string, document: TomlDocument, { path, value }: Putting): string | undefined {
  const above = path.slice(0, -1);
  const list = nodeAt(document, above);
  const position = Number(path.at(-1));
  if (list === undefined) {
    const sections = document.sections.filter((each) => each.path.length === path.length && isIn(each.path, above));
    return position === sections.length ? addSection(text, document, { path: above, value, isItem: true }) : undefined;
  }
  const item = formatValue(value);
  if (item === undefined || list.inside.kind !== 'list') return undefined;
  if (list.inside.items.length === 0) return insertFirst(text, list, item);
  return insertBetweenCommas(text, commaList(list), { position, write: () => item });
}

/** A comment in a list that holds nothing stays in it. */
function insertFirst(text: string, { start, end }: TomlNode, item: string): string {
  const inside = text.slice(start + 1, end - 1).trimEnd();
  return splice(text, { start: start + 1, end: end - 1 }, inside === '' ? item : `${inside}\n  ${item}\n`);
}

function commaList({ start, end, inside }: TomlNode): CommaList {
  const spans = inside.kind === 'map' ? inside.entries : inside.kind === 'list' ? inside.items : [];
  return { start, end, spans, comment: String.raw`#[^\n]*` };
}

function addInBraces(text: string, node: TomlNode, { path, value }: Putting): string | undefined {
  const entry = formatEntry(path.map(String), value);
  if (entry === undefined || node.inside.kind !== 'map') return undefined;
  const { length } = node.inside.entries;
  return length === 0
    ? splice(text, node, `{ ${entry} }`)
    : insertBetweenCommas(text, commaList(node), { position: length, write: () => entry });
}

/** Everything at the path and below it, wherever it stands: from the end of the text, so that places stay right. */
function remove(text: string, document: TomlDocument, path: DocumentPath): string | undefined {
  const inner = removeInside(text, document, path);
  if (inner !== undefined) return inner;
  const spans = document.sections.flatMap((section): readonly Span[] => {
    if (section.path.length > 0 && isIn(section.path, path)) return [sectionSpan(text, section)];
    return section.entries.filter(({ value }) => isIn(value.path, path)).map((entry) => lineSpan(text, entry));
  });
  return spans.length === 0 ? undefined : spans.toReversed().reduce((rest, span) => splice(rest, span, ''), text);
}

/** Undefined unless what goes stands within a line of braces or brackets. */
function removeInside(text: string, document: TomlDocument, path: DocumentPath): string | undefined {
  const holder = nodeAt(document, path.slice(0, -1));
  if (holder === undefined || holder.inside.kind === 'scalar') return undefined;
  const nodes = childrenOf(holder);
  const position = nodes.findIndex((node) => isIn(node.path, path));
  return position < 0 ? undefined : removeBetweenCommas(text, commaList(holder), position);
}

/** The value at exactly this path, when it stands behind a key, in brackets or in braces. */
function nodeAt({ sections }: TomlDocument, path: DocumentPath): TomlNode | undefined {
  const within = (node: TomlNode): TomlNode | undefined => {
    if (isEqual(node.path, path)) return node;
    return isIn(path, node.path) ? firstOf(childrenOf(node), within) : undefined;
  };
  return firstOf(
    sections.flatMap(({ entries }) => entries),
    ({ value }) => within(value),
  );
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => TomlNode | undefined): TomlNode | undefined {
  return items.map(find).find((found) => found !== undefined);
}

function childrenOf({ inside }: TomlNode): readonly TomlNode[] {
  if (inside.kind === 'map') return inside.entries.map(({ value }) => value);
  return inside.kind === 'list' ? inside.items : [];
}

function isEqual(left: DocumentPath, right: DocumentPath): boolean {
  return left.length === right.length && isIn(left, right);
}

/** True for a path that leads to the other one or to something in it. */
function isIn(path: DocumentPath, above: DocumentPath): boolean {
  return above.every((step, index) => path[index] === step);
}

/** The lines of an entry, with the comment behind it. */
function lineSpan(text: string, { start, end }: Span): Span {
  return { start: lineStartAt(text, start), end: lineEndAt(text, end) + 1 };
}

/** A section with one blank line before it. */
function sectionSpan(text: string, section: TomlSection): Span {
  const { start, end } = lineSpan(text, section);
  const blank = /(?:^|\n)(\r?\n)$/.exec(text.slice(0, start))?.[1]?.length ?? 0;
  return { start: start - blank, end };
}

function addLine(text: string, offset: number, line: string): string {
  const at = lineEndAt(text, offset);
  return splice(text, { start: at, end: at }, `\n${line}`);
}

/** Lines before a header and the comments that stand right above it, with a blank line behind them. */
function addBefore(text: string, start: number, lines: readonly string[]): string {
  let at = lineStartAt(text, start);
  for (let above = at; above > 0; ) {
    above = lineStartAt(text, above - 1);
    if (!/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return splice(text, { start: at, end: at }, `${lines.join('\n')}\n\n`);
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
