import { takeColumns, textWidth } from './width.ts';

/** Room kept for the words that tell how much was left out. */
const tailColumns = 26;

/** The text, or its beginning and how many characters are missing, in at most so many columns (never below 40). */
export function clip(text: string, columns: number): string {
  if (takeColumns(text, columns).length === text.length) return text;
  const kept = takeColumns(text, Math.max(columns - tailColumns, 14));
  return `${kept}… ${countCodePoints(text.slice(kept.length))} more characters`;
}

/** The first lines, and a last line that tells how many were left out; all of them when the rest would be a single line. */
export function boundLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `… ${lines.length - most} more lines`];
}

/** Breaks text into lines of at most so many columns, at spaces where there are any; line ends in the text stay. */
export function wrapText(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

/** As many names as fit, then how many there are: `web1, web2 … (12 nodes)`. One name stands alone. */
export function listNames(names: readonly string[], noun: string, columns: number): string {
  const [first = ''] = names;
  if (names.length <= 1) return clip(first, columns);
  const count = ` (${names.length} ${noun})`;
  const room = Math.max(columns - count.length - 2, 14);
  let text = clip(first, room);
  for (const [index, name] of names.entries()) {
    if (index === 0) continue;
    const longer = `${text}, ${name}`;
    if (textWidth(longer) > room) return `${text} …${count}`;
    text = longer;
  }
  return text + count;
}

function wrapLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap((part) => breakWord(part, columns))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (textWidth(longer) > columns && current !== '') {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  lines.push(current);
  return lines;
}

function breakWord(word: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let rest = word;
  let part = takeColumns(rest, columns);
  while (part !== '' && part.length < rest.length) {
    parts.push(part);
    rest = rest.slice(part.length);
    part = takeColumns(rest, columns);
  }
  return [...parts, rest];
}

function countCodePoints(text: string): number {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}
