import type { Json } from '@setpoint/model';

/** A value of a document with its place in the text, whatever the language of the document is. */
export type ValueNode = {
  /** Offsets of its first character and of the one behind its last. */
  readonly start: number;
  readonly end: number;
  readonly json: Json;
  readonly inside:
    | { readonly kind: 'map'; readonly entries: readonly ValueEntry[] }
    | { readonly kind: 'list'; readonly items: readonly ValueNode[] }
    | { readonly kind: 'scalar' };
};

/** A key with its value; `start` is where the key begins, and `keyEnd`, where a language needs it, is behind its last character. */
export type ValueEntry = {
  readonly key: string;
  readonly start: number;
  readonly keyEnd?: number;
  readonly value: ValueNode;
};

/** Where something stands in a text: the offset of its first character and of the one behind its last. */
export type Span = { readonly start: number; readonly end: number };

/** The values that a map or a list holds. */
export function childrenOf({ inside }: ValueNode): readonly ValueNode[] {
  switch (inside.kind) {
    case 'map':
      return inside.entries.map(({ value }) => value);
    case 'list':
      return inside.items;
    case 'scalar':
      return [];
    default:
      return inside satisfies never;
  }
}

/** At which position of a map or a list a step leads on; undefined when nothing is there. */
export function positionOf({ inside }: ValueNode, step: string | number): number | undefined {
  if (typeof step === 'number') return inside.kind === 'list' && step < inside.items.length ? step : undefined;
  const found = inside.kind === 'map' ? inside.entries.findIndex(({ key }) => key === step) : -1;
  return found < 0 ? undefined : found;
}

/** A number as JSON has it; one that would lose digits, or that JSON has no word for, is told by its text. */
export function exactNumber(value: number, source: string): number | string {
  const isWhole = /^[+-]?(?:0[xob])?[\da-f_]+$/i.test(source);
  return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? value : source;
}

/** The text with another one in the place of a part. */
export function splice(text: string, { start, end }: Span, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** Where the line begins that holds an offset. */
export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends that holds an offset: before the sign that ends it. */
export function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The white space at the beginning of the line that holds an offset, up to it. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartAt(text, offset), offset))?.[0] ?? '';
}
