import type { Json } from '@setpoint/model';
import { stringify } from 'yaml';
import { insertBetweenCommas, removeBetweenCommas } from '../../text-edits/values/comma-list.ts';
import type { Child, Slot, ValueWriter } from '../../text-edits/values/take-step.ts';
import {
  childrenOf,
  lineEndAt,
  lineStartAt,
  type Span,
  splice,
  type ValueEntry,
  type ValueNode,
} from '../../text-edits/values/value-node.ts';

/** YAML in blocks and in braces, as the file has it, with the comments of other values where they are. */
export const yamlWriter: ValueWriter = { replace, insert, remove };

/** Texts that other readers of YAML take for something else, such as `no` and `012`, are quoted. */
export const yamlStyle = { compat: 'yaml-1.1', lineWidth: 0 } as const;

const comment = String.raw`#[^\n]*`;

function replace(text: string, { holder, position }: Slot, value: Json): string | undefined {
  if (holder.inside.kind === 'map') {
    const entry = holder.inside.entries[position];
    return entry === undefined ? undefined : replaceEntry(text, entry, value);
  }
  const item = childrenOf(holder)[position];
  if (item === undefined) return undefined;
  if (isInFlow(text, item.start) || /^[ \t]*#/.test(text.slice(item.end))) return splice(text, item, inline(value));
  const fresh = isBlock(value) ? block(value, columnOf(text, item.start), text) : inline(value);
  return splice(text, item, withComment(fresh, headComment(text, item)));
}

/** The key stays with its anchor and the comment behind it. */
function replaceEntry(text: string, { start, keyEnd = start, value: old }: ValueEntry, value: Json): string {
  const isInline = isWithinLine(text, old);
  if (isInFlow(text, start)) return splice(text, old, inline(value));
  if (isInline && old.end > old.start && !isBlock(value)) return splice(text, old, inline(value));
  const colon = text.indexOf(':', keyEnd);
  const end = Math.max(colon + 1, old.end);
  if (isInline && /^[ \t]*#/.test(text.slice(old.end)))
    return splice(text, { start: colon + 1, end }, ` ${inline(value)}`);
  const [, properties = '', behind = headComment(text, old)] =
    /^((?:[ \t]+[&!][^ \t\n]*)*)([ \t]+#[^\n]*)?/.exec(text.slice(colon + 1, old.start)) ?? [];
  const fresh = block({ k: value }, columnOf(text, start), text).slice(2);
  return splice(text, { start: colon + 1, end }, properties + withComment(fresh, behind));
}

/** The comment behind the sign that begins a text of several lines. */
function headComment(text: string, { start, end }: Span): string {
  return /^[|>][^ \t\n]*([ \t]+#[^\n]*)/.exec(text.slice(start, end))?.[1] ?? '';
}

function withComment(fresh: string, comment: string): string {
  const end = lineEndAt(fresh, 0);
  return fresh.slice(0, end) + comment + fresh.slice(end);
}

function insert(text: string, { holder, position }: Slot, { key, value }: Child): string {
  const spans = spansOf(text, holder);
  const before = spans[position - 1];
  if (isFlow(text, holder)) {
    const fresh = key === undefined ? inline(value) : inline({ [key]: value }).replace(/^\{\s*|\s*\}$/g, '');
    if (spans.length > 0)
      return insertBetweenCommas(text, { ...holder, spans, comment }, { position, write: () => fresh });
    return splice(text, { start: holder.start + 1, end: holder.start + 1 }, fresh);
  }
  const column = columnOf(text, holder.start);
  const fresh = block(key === undefined ? [value] : { [key]: value }, column, text);
  if (before === undefined)
    return splice(text, { start: holder.start, end: holder.start }, `${fresh}\n${' '.repeat(column)}`);
  const at = lineEndAt(text, before.end);
  return splice(text, { start: at, end: at }, `\n${' '.repeat(column)}${fresh}`);
}

function remove(text: string, { holder, position }: Slot, above: Slot | undefined): string | undefined {
  const spans = spansOf(text, holder);
  const [gone, after] = [spans[position], spans[position + 1]];
  if (gone === undefined) return undefined;
  if (isFlow(text, holder)) return removeBetweenCommas(text, { ...holder, spans, comment }, position);
  if (spans.length === 1) {
    const nothing = holder.inside.kind === 'map' ? {} : [];
    return above === undefined ? splice(text, holder, inline(nothing)) : replace(text, above, nothing);
  }
  const lineStart = lineStartAt(text, gone.start);
  const end = lineEndAt(text, gone.end);
  if (text.slice(lineStart, gone.start).trim() === '')
    return splice(text, { start: lineStart, end: Math.min(text.length, end + 1) }, '');
  if (after === undefined) return undefined;
  // What stands behind a sign of a list moves up to it, unless there is a comment above it.
  const isApart = text.slice(end, after.start).trim() !== '';
  return splice(text, { start: gone.start, end: isApart ? end : after.start }, '');
}

/** The places of what a map or a list holds: with its key, or with the sign before an item. */
function spansOf(text: string, holder: ValueNode): readonly Span[] {
  const { inside } = holder;
  if (inside.kind === 'map')
    return inside.entries.map((entry) => ({
      start: entry.start,
      end: Math.max(entry.value.end, (entry.keyEnd ?? entry.start) + 1),
    }));
  if (inside.kind === 'scalar') return [];
  if (isFlow(text, holder)) return inside.items.map(({ start, end }) => ({ start: withProperties(text, start), end }));
  return inside.items.map((item, index) => {
    const before = inside.items[index - 1];
    const gap = before === undefined ? holder.start : lineEndAt(text, before.end);
    const sign = /^[ \t]*-/m.exec(text.slice(gap, item.start));
    return { start: sign === null ? holder.start : gap + sign.index + sign[0].length - 1, end: item.end };
  });
}

/** Where the anchor or the tag before a value begins. */
function withProperties(text: string, start: number): number {
  return start - (/(?:[&!][^ \t\n,[\]{}]+[ \t]+)*$/.exec(text.slice(lineStartAt(text, start), start))?.[0].length ?? 0);
}

function isFlow(text: string, { start }: Span): boolean {
  return text[start] === '{' || text[start] === '[';
}

/** True when the place lies in braces or brackets that are open in its line. */
function isInFlow(text: string, at: number): boolean {
  const line = text.slice(lineStartAt(text, at), at);
  return (line.match(/[[{]/g)?.length ?? 0) > (line.match(/[\]}]/g)?.length ?? 0);
}

/** A block map of one entry lies in one line, which is not that of its key. */
function isWithinLine(text: string, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  const isOwnLine = text.slice(lineStartAt(text, start), start).trim() === '';
  return !value.includes('\n') && !/^[|>]/.test(value) && !value.startsWith('- ') && !isOwnLine;
}

function isBlock(value: Json): boolean {
  if (typeof value === 'string') return value.includes('\n');
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function inline(value: Json): string {
  const options = { ...yamlStyle, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  const text = stringify(value, options).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function block(value: Json, column: number, text: string): string {
  const lines = stringify(value, { ...yamlStyle, indent: indentOf(text) })
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => (index === 0 || line === '' ? line : `${' '.repeat(column)}${line}`)).join('\n');
}

/** As far as the file indents what stands under a key; lists that are not indented tell nothing. */
function indentOf(text: string): number {
  return /:[ \t]*(?:#.*)?\r?\n( +)[^\s#-]/.exec(text)?.[1]?.length ?? 2;
}

function columnOf(text: string, at: number): number {
  return at - lineStartAt(text, at);
}
