import { indentAt, lineStartAt, type Span, splice } from './value-node.ts';

/** Values between brackets or braces with commas between them. */
export type CommaList = Span & {
  /** The places of what it holds, with their keys. */
  readonly spans: readonly Span[];
  /** The source of a regular expression for one comment of the language. */
  readonly comment: string;
};

/** A new value and the position that it gets. */
export type NewEntry = {
  readonly position: number;
  /** Writes it for a line of its own with this indentation, or for one that it shares with others (null). */
  readonly write: (indent: string | null) => string;
};

/**
 * The text with one more value in a list that holds some. Where values stand in lines of their own the new one does, behind the
 * comment of the one before it.
 */
export function insertBetweenCommas(text: string, list: CommaList, { position, write }: NewEntry): string {
  const [first] = list.spans;
  const before = list.spans[position - 1];
  const near = before ?? first ?? list;
  const isSpread = first !== undefined && text.slice(list.start, first.start).includes('\n');
  const indent = isSpread ? indentAt(text, near.start) : null;
  const entry = write(indent);
  const gap = indent === null ? ' ' : `\n${indent}`;
  if (before === undefined) return splice(text, { start: near.start, end: near.start }, `${entry},${gap}`);
  const comma = commaBehind(text, before.end, list);
  const withComma = comma === undefined ? splice(text, { start: before.end, end: before.end }, ',') : text;
  const behind = (comma ?? before.end) + 1;
  const at = isSpread ? endOfComments(withComma, behind, list) : behind;
  return splice(withComma, { start: at, end: at }, `${gap}${entry}${comma === undefined ? '' : ','}`);
}

/**
 * The text without one value. A line of its own goes as a whole with the comment behind the value; comments of other values stay. The
 * brackets of a list that then holds nothing, not even a comment, have nothing between them.
 */
export function removeBetweenCommas(text: string, list: CommaList, position: number): string {
  const [before, gone, after] = [list.spans[position - 1], list.spans[position], list.spans[position + 1]];
  if (gone === undefined) return text;
  const comma = commaBehind(text, gone.end, list);
  const span = wholeSpan(text, { start: gone.start, end: comma === undefined ? gone.end : comma + 1 }, list);
  if (before === undefined && after === undefined) {
    const inside = text.slice(list.start + 1, span.start) + text.slice(Math.min(span.end, list.end - 1), list.end - 1);
    return splice(text, { start: list.start + 1, end: list.end - 1 }, inside.trim() === '' ? '' : inside);
  }
  const rest = splice(text, span, '');
  // The comma of the value that is the last one now.
  const lone =
    after === undefined && before !== undefined && comma === undefined
      ? commaBehind(rest, before.end, list)
      : undefined;
  return lone === undefined ? rest : splice(rest, { start: lone, end: lone + 1 }, '');
}

/** With its line and the comment behind it where it stands alone in it, else with the spaces on one side. */
function wholeSpan(text: string, { start, end }: Span, list: CommaList): Span {
  const lineStart = lineStartAt(text, start);
  const lineEnd = endOfComments(text, end, list);
  const isAlone = text.slice(lineStart, start).trim() === '' && text[lineEnd] === '\n';
  if (isAlone) return { start: lineStart, end: lineEnd + 1 };
  const behind = end + lengthOf(/^[ \t]*/, text.slice(end));
  if (!/[\n\]}]/.test(text[behind] ?? '')) return { start, end: behind };
  return { start: start - lengthOf(/[ \t]*$/, text.slice(lineStart, start)), end };
}

/** Where the comma stands that follows a value, behind comments as well. */
function commaBehind(text: string, offset: number, { comment }: CommaList): number | undefined {
  const at = offset + lengthOf(new RegExp(`^(?:\\s|${comment})*`), text.slice(offset));
  return text[at] === ',' ? at : undefined;
}

/** Behind the comments that follow within the line. */
function endOfComments(text: string, offset: number, { comment }: CommaList): number {
  const found = new RegExp(`^(?:[ \\t]*(?:${comment}))*[ \\t\\r]*(?=\\n|$)`).exec(text.slice(offset))?.[0] ?? '';
  return found.includes('\n') ? offset : offset + found.length;
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
