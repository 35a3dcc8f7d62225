import type { Json } from '@setpoint/model';
import { stringify } from 'yaml';
import type { ValueEntry, ValueNode } from '../../text-edits/values/locate.ts';

/** The text with another value behind a key; the key and, where both values are short, the comment behind them stay. */
export function replaceEntry(text: string, entry: ValueEntry, value: Json): string {
  const { value: old, keyEnd = entry.start } = entry;
  const isInline = isWithinLine(text, old);
  if (isInFlow(text, entry.start)) return splice(text, old, inline(value));
  if (isInline && old.end > old.start && !isBlock(value)) return splice(text, old, inline(value));
  const colon = text.indexOf(':', keyEnd);
  const hasComment = isInline && /^[ \t]*#/.test(text.slice(old.end));
  const fresh = hasComment ? ` ${inline(value)}` : block({ k: value }, columnOf(text, entry.start), text).slice(2);
  return splice(text, { start: colon + 1, end: Math.max(colon + 1, old.end) }, fresh);
}

/** The text with another value in the place of a list's item. */
export function replaceItem(text: string, item: ValueNode, value: Json): string {
  if (isInFlow(text, item.start) || !isBlock(value)) return splice(text, item, inline(value));
  return splice(text, item, block(value, columnOf(text, item.start), text));
}

/** The text with one more value at the end of a list, or with its key at the end of a map. */
export function insertChild(
  text: string,
  holder: ValueNode,
  child: { readonly key?: string; readonly value: Json },
): string {
  const last = spansOf(holder).at(-1);
  const { key, value } = child;
  if (isFlow(text, holder)) {
    const fresh = key === undefined ? inline(value) : inline({ [key]: value }).replace(/^\{\s*|\s*\}$/g, '');
    const at = last?.end ?? holder.start + 1;
    return splice(text, { start: at, end: at }, last === undefined ? fresh : `, ${fresh}`);
  }
  const column = columnOf(text, holder.start);
  const fresh = block(key === undefined ? [value] : { [key]: value }, column, text);
  const at = lineEndAt(text, holder.end);
  return splice(text, { start: at, end: at }, `${eolOf(text)}${' '.repeat(column)}${fresh}`);
}

/** The text without one value of several in a map or a list. Comments of other values stay. */
export function removeChild(text: string, holder: ValueNode, position: number): string {
  const spans = spansOf(holder);
  const [before, gone, after] = [spans[position - 1], spans[position], spans[position + 1]];
  if (gone === undefined) return text;
  if (isFlow(text, holder)) {
    if (after !== undefined) return splice(text, { start: gone.start, end: after.start }, '');
    return splice(text, { start: before?.end ?? gone.start, end: gone.end }, '');
  }
  const lineStart = text.lastIndexOf('\n', gone.start - 1) + 1;
  const isAlone =
    /^\s*(?:-\s+)?$/.test(text.slice(lineStart, gone.start)) && (before !== undefined || isListItem(holder));
  if (!isAlone && after !== undefined && !isWholeLine(text, gone))
    return splice(text, { start: gone.start, end: after.start }, '');
  const end = lineEndAt(text, gone.end);
  return splice(text, { start: lineStart, end: Math.min(text.length, end + eolOf(text).length) }, '');
}

type Span = { readonly start: number; readonly end: number };

function spansOf({ inside }: ValueNode): readonly Span[] {
  if (inside.kind === 'map')
    return inside.entries.map(({ start, keyEnd = start, value }) => ({ start, end: Math.max(value.end, keyEnd + 1) }));
  return inside.kind === 'list' ? inside.items : [];
}

function isListItem({ inside }: ValueNode): boolean {
  return inside.kind === 'list';
}

/** True when nothing but spaces stands before it in its line. */
function isWholeLine(text: string, { start }: Span): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

function isFlow(text: string, { start }: Span): boolean {
  return text[start] === '{' || text[start] === '[';
}

/** True when the place lies in braces or brackets that are open in its line. */
function isInFlow(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (line.match(/[[{]/g)?.length ?? 0) > (line.match(/[\]}]/g)?.length ?? 0);
}

function isWithinLine(text: string, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  return !value.includes('\n') && !/^[|>]/.test(value) && !value.startsWith('- ') && !isBlockMap(text, start);
}

/** A block map of one entry lies in one line, which is not that of its key. */
function isBlockMap(text: string, start: number): boolean {
  return isWholeLine(text, { start, end: start });
}

function isBlock(value: Json): boolean {
  if (typeof value === 'string') return value.includes('\n');
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Texts that other readers of YAML take for something else, such as `no` and `012`, are quoted. */
const style = { compat: 'yaml-1.1', lineWidth: 0 } as const;

function inline(value: Json): string {
  const options = { ...style, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  const text = stringify(value, options).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function block(value: Json, column: number, text: string): string {
  const lines = stringify(value, { ...style, indent: indentOf(text) })
    .trimEnd()
    .split('\n');
  return lines
    .map((line, index) => (index === 0 || line === '' ? line : `${' '.repeat(column)}${line}`))
    .join(eolOf(text));
}

/** As far as the file indents what stands under a key; lists that are not indented tell nothing. */
function indentOf(text: string): number {
  return /:[ \t]*(?:#.*)?\r?\n( +)[^\s#-]/.exec(text)?.[1]?.length ?? 2;
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function lineEndAt(text: string, at: number): number {
  const end = /\r?\n/.exec(text.slice(at));
  return end === null ? text.length : at + end.index;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function splice(text: string, { start, end }: Span, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}
