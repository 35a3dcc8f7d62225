import type { SourceSpan } from '@setpoint/model';
import { escapeLine } from '../text/escape.ts';
import type { Palette } from '../text/palette.ts';
import { takeColumns, textWidth } from '../text/width.ts';

/** The lines of a source file by its name in spans, without line ends; undefined when the file is not at hand. */
export type SourceLookup = (file: string) => readonly string[] | undefined;

export type FrameOptions = { readonly sources: SourceLookup; readonly palette: Palette; readonly width: number };

/**
 * The line of a span with the line before it and the stretch underlined with carets; at most three lines, none when the source
 * is not at hand. Of a long line the part around the caret is shown; a span over several lines is underlined to its line's end.
 */
export function renderFrame(span: SourceSpan, options: FrameOptions): readonly string[] {
  const lines = options.sources(span.file);
  const line = lines?.[span.start.line - 1];
  if (lines === undefined || line === undefined) return [];
  const gutter = Math.max(2, String(span.start.line).length);
  const room = options.width - gutter - 4;
  const window = windowOf(underline(line, span), room);
  const number = (lineNumber: number): string => options.palette.cyan(`${String(lineNumber).padStart(gutter + 1)} |`);
  const before = lines[span.start.line - 2];
  const carets = options.palette.red('^'.repeat(window.columns));
  return [
    ...(before === undefined || before.trim() === ''
      ? []
      : [`${number(span.start.line - 1)} ${takeColumns(escapeLine(before), room)}`.trimEnd()]),
    `${number(span.start.line)} ${window.text}`.trimEnd(),
    `${options.palette.cyan(`${' '.repeat(gutter + 1)} |`)} ${' '.repeat(window.start)}${carets}`,
  ];
}

/** A shown line and the columns, counted from 0, that are underlined. */
type Underlined = { readonly text: string; readonly start: number; readonly columns: number };

function underline(line: string, { start, end }: SourceSpan): Underlined {
  const from = characterStart(line, start.column - 1);
  const to = end.line === start.line ? characterStart(line, end.column - 1) : line.length;
  const text = escapeLine(line);
  const left = Math.min(textWidth(escapeLine(line.slice(0, from))), textWidth(text));
  const right = textWidth(escapeLine(line.slice(0, Math.max(from, to))));
  return { text, start: left, columns: Math.max(1, right - left) };
}

/** An index within the line that does not part the two halves of a surrogate pair. */
function characterStart(line: string, index: number): number {
  if (index >= line.length) return line.length;
  return index > 0 && (line.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index;
}

/** Cuts a line that is too wide to the part that holds the caret. */
function windowOf({ text, start, columns }: Underlined, room: number): Underlined {
  if (textWidth(text) <= room && start < room)
    return { text, start, columns: Math.min(columns, Math.max(1, room - start)) };
  const skipped = start < room * 0.75 ? '' : takeColumns(text, start - Math.floor(room / 3));
  const lead = skipped === '' ? '' : '…';
  const rest = text.slice(skipped.length);
  const shown = takeColumns(rest, room - 2);
  const shownStart = start - textWidth(skipped) + lead.length;
  return {
    text: `${lead}${shown}${shown.length < rest.length ? '…' : ''}`,
    start: shownStart,
    columns: Math.max(1, Math.min(columns, room - shownStart)),
  };
}
