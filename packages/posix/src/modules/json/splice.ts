import type { Json } from '@setpoint/model';
import type { ValueNode } from '../../text-edits/values/locate.ts';

/** The text with another value in the place of one; a value of several lines is indented as the line is in which it begins. */
export function replaceNode(text: string, { start, end }: ValueNode, value: Json): string {
  return splice(text, { start, end }, format(text, value, indentAt(text, start)));
}

/** The text with one more value at the end of a list, or with its key at the end of a map. */
export function insertChild(
  text: string,
  holder: ValueNode,
  child: { readonly key?: string; readonly value: Json },
): string {
  const last = spansOf(holder).at(-1);
  const indent = indentAt(text, holder.start);
  if (last === undefined) {
    const whole = child.key === undefined ? [child.value] : { [child.key]: child.value };
    return splice(text, holder, format(text, whole, indent));
  }
  const isSpread = text.slice(holder.start, spansOf(holder)[0]?.start).includes('\n');
  const own = isSpread ? indentAt(text, last.start) : indent;
  const value = isSpread ? format(text, child.value, own) : JSON.stringify(child.value);
  const entry = child.key === undefined ? value : `${JSON.stringify(child.key)}: ${value}`;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return splice(text, { start: last.end, end: last.end }, `,${isSpread ? `${end}${own}` : ' '}${entry}`);
}

/** The text without one value of a map or a list, its key and one comma. Comments of other values stay. */
export function removeChild(text: string, holder: ValueNode, position: number): string {
  const spans = spansOf(holder);
  const [before, gone, after] = [spans[position - 1], spans[position], spans[position + 1]];
  if (gone === undefined) return text;
  if (after !== undefined) return splice(text, upToNext(text, gone, after), '');
  if (before !== undefined) return splice(text, { start: before.end, end: gone.end }, '');
  return splice(text, { start: holder.start + 1, end: holder.end - 1 }, '');
}

type Span = { readonly start: number; readonly end: number };

/** The places of what a map or a list holds, with their keys. */
function spansOf({ inside }: ValueNode): readonly Span[] {
  if (inside.kind === 'map') return inside.entries.map(({ start, value }) => ({ start, end: value.end }));
  return inside.kind === 'list' ? inside.items : [];
}

/** Whole lines where the next value begins in another line, with a comment behind the value; else up to the next value. */
function upToNext(text: string, gone: Span, next: Span): Span {
  const lineStart = text.lastIndexOf('\n', gone.start - 1) + 1;
  const lineEnd = text.indexOf('\n', gone.end);
  const isAlone = text.slice(lineStart, gone.start).trim() === '' && lineEnd >= 0 && lineEnd < next.start;
  return isAlone ? { start: lineStart, end: lineEnd + 1 } : { start: gone.start, end: next.start };
}

function splice(text: string, { start, end }: Span, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** JSON in several lines if the document has several, with its indentation. */
function format(text: string, value: Json, indent: string): string {
  if (!text.trim().includes('\n') && text.trim() !== '{}') return JSON.stringify(value);
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return JSON.stringify(value, null, unit).replaceAll('\n', `${end}${indent}`);
}
