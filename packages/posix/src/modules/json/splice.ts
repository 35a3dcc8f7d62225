import type { Json } from '@setpoint/model';
import { type CommaList, insertBetweenCommas, removeBetweenCommas } from '../../text-edits/values/comma-list.ts';
import type { Child, Slot, ValueWriter } from '../../text-edits/values/take-step.ts';
import { childrenOf, indentAt, splice, type ValueNode } from '../../text-edits/values/value-node.ts';

/** JSON as it is written, with the comments of other values where they are. */
export const jsonWriter: ValueWriter = { replace, insert, remove };

/** A value of several lines is indented as the line is in which it begins. */
function replace(text: string, { holder, position }: Slot, value: Json): string | undefined {
  const node = childrenOf(holder)[position];
  return node === undefined ? undefined : splice(text, node, format(text, value, indentAt(text, node.start)));
}

function insert(text: string, { holder, position }: Slot, child: Child): string {
  if (childrenOf(holder).length === 0) return insertFirst(text, holder, child);
  const write = (indent: string | null): string => {
    const value = indent === null ? JSON.stringify(child.value) : format(text, child.value, indent);
    return child.key === undefined ? value : `${JSON.stringify(child.key)}: ${value}`;
  };
  return insertBetweenCommas(text, commaList(holder), { position, write });
}

/** A comment in a map or a list that holds nothing stays in it. */
function insertFirst(text: string, holder: ValueNode, { key, value }: Child): string {
  const fresh = format(text, key === undefined ? [value] : { [key]: value }, indentAt(text, holder.start));
  const inside = text.slice(holder.start + 1, holder.end - 1).trimEnd();
  return splice(text, holder, `${fresh.slice(0, 1)}${inside}${fresh.slice(1)}`);
}

function remove(text: string, { holder, position }: Slot): string {
  return removeBetweenCommas(text, commaList(holder), position);
}

function commaList({ start, end, inside }: ValueNode): CommaList {
  const comment = String.raw`//[^\n]*|/\*[^]*?\*/`;
  const spans =
    inside.kind === 'map'
      ? inside.entries.map((entry) => ({ start: entry.start, end: entry.value.end }))
      : inside.kind === 'list'
        ? inside.items
        : [];
  return { start, end, spans, comment };
}

/** JSON in several lines if the document has several, with its indentation. */
function format(text: string, value: Json, indent: string): string {
  if (!text.trim().includes('\n') && text.trim() !== '{}') return JSON.stringify(value);
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
}
