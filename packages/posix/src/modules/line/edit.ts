import { findAnchor } from '../../text-edits/anchor.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import { compilePattern } from '../../text-edits/pattern.ts';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import type { LinePart } from './index.ts';

/** Puts the line where the one stands that fits, or where it is to be added; takes every fitting line out when it is to be absent. */
export const editLine: TextEditor<LinePart> = (part, text, inFile) => {
  const lines = splitLines(text);
  const wanted = part.text === null ? null : inFile(part.text);
  const pattern = part.match === null ? undefined : compilePattern(inFile(part.match));
  if (part.state === 'absent') return removeLines(lines, (line) => line === wanted || pattern?.test(line) === true);
  return placeLine({ part, lines, wanted: wanted ?? '', pattern });
};

function removeLines(lines: readonly TextLine[], isGone: (text: string) => boolean): Edited {
  return { kind: 'text', text: joinLines(lines.filter((line) => !isGone(line.text))) };
}

type Placing = {
  readonly part: LinePart;
  readonly lines: readonly TextLine[];
  readonly wanted: string;
  readonly pattern: RegExp | undefined;
};

function placeLine({ part, lines, wanted, pattern }: Placing): Edited {
  const found = pattern === undefined ? -1 : findLine(lines, pattern, part);
  const old = lines[found];
  if (old !== undefined && pattern !== undefined) {
    const fresh = part.expand ? expand(old.text, pattern, wanted) : wanted;
    return { kind: 'text', text: joinLines(lines.with(found, { ...old, text: fresh })) };
  }
  const isThere = part.expand || lines.some((line) => line.text === wanted);
  return {
    kind: 'text',
    text: joinLines(isThere ? lines : insertLines(lines, findAnchor(lines, part.anchor), [wanted])),
  };
}

function findLine(lines: readonly TextLine[], pattern: RegExp, { anchor }: LinePart): number {
  const fits = ({ text }: TextLine): boolean => pattern.test(text);
  return 'first' in anchor && anchor.first ? lines.findIndex(fits) : lines.findLastIndex(fits);
}

/** The wanted text with `$1`, `$<name>` and `$$` taken as `String.replace` does, and nothing of the old line around it. */
function expand(line: string, pattern: RegExp, wanted: string): string {
  const match = pattern.exec(line);
  return match === null ? line : match[0].replace(pattern, wanted);
}
