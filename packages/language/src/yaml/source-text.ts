import type { SourcePosition, SourceSpan } from '@setpoint/model';

/** A source file in memory; offsets into `text` become lines and columns only when somebody asks. */
export type SourceText = {
  /** Relative to the project directory, or as the user named it. */
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
};

/** Indexes the lines of a text. Lines end in LF or CRLF. */
export function createSourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The stretch between two offsets; both are clamped to the text. */
export function spanBetween(source: SourceText, start: number, end: number): SourceSpan {
  return { file: source.file, start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) };
}

/** The line and column of an offset. */
export function positionAt(source: SourceText, offset: number): SourcePosition {
  const at = Math.min(Math.max(offset, 0), source.text.length);
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1, offset: at };
}

/** The offset of a line and a column, both from 1. */
export function offsetOf(source: SourceText, line: number, column: number): number {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  return Math.min(start + column - 1, source.text.length);
}
