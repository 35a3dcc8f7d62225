/** A place in a source file: line and column count from 1, column in UTF-16 units, offset from 0. */
export type SourcePosition = { readonly line: number; readonly column: number; readonly offset: number };

/** A stretch of a source file; `file` is relative to the project directory, so that plans do not name the machine. */
export type SourceSpan = { readonly file: string; readonly start: SourcePosition; readonly end: SourcePosition };

/** `file:line:column`, the form editors and terminals make clickable. */
export function formatSpan(span: SourceSpan): string {
  return `${span.file}:${span.start.line}:${span.start.column}`;
}
