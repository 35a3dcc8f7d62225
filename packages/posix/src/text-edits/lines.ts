/** A line of a file and what ends it: nothing for a last line that is cut off. */
export type TextLine = { readonly text: string; readonly end: '\n' | '\r\n' | '' };

/** All lines of a text, in order; an empty text has none. Joining them gives the same text. */
export function splitLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return [...lines, { text: text.slice(start), end: '' }];
    const isDos = newline > start && text[newline - 1] === '\r';
    lines.push({ text: text.slice(start, isDos ? newline - 1 : newline), end: isDos ? '\r\n' : '\n' });
    start = newline + 1;
  }
  return lines;
}

export function joinLines(lines: readonly TextLine[]): string {
  return lines.map(({ text, end }) => text + end).join('');
}

/** How the file ends its lines: as its first line does. */
export function lineEnd(lines: readonly TextLine[]): '\n' | '\r\n' {
  return lines[0]?.end === '\r\n' ? '\r\n' : '\n';
}

/** The lines with more of them put in before a position; a last line that was cut off is ended when something follows it. */
export function insertLines(
  lines: readonly TextLine[],
  position: number,
  texts: readonly string[],
): readonly TextLine[] {
  const end = lineEnd(lines);
  const before = lines.slice(0, position).map((line) => (line.end === '' ? { ...line, end } : line));
  return [...before, ...texts.map((text) => ({ text, end })), ...lines.slice(position)];
}
