import { findAnchor } from '../../text-edits/anchor.ts';
import { insertLines, joinLines, lineEnd, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import type { BlockPart } from './index.ts';

/**
 * Puts the block where its marks stand, or where the anchor says; takes it out with its marks. A file whose last line is cut off
 * stays so with a block at its end, so that taking the block out gives the very bytes from before it. For the same reason a new
 * block brings empty lines of its own, also where there are some already.
 */
export const editBlock: TextEditor<BlockPart> = (part, text, inFile) => {
  const lines = splitLines(text);
  const [begin, end] = [inFile(part.begin), inFile(part.end)];
  const places = findMarks(lines, begin, end);
  if (places.kind === 'broken') return places.problem;
  if (part.state === 'absent')
    return places.kind === 'none' ? { kind: 'text', text } : removeBlock(lines, places, part);
  const wanted = [begin, ...part.lines.map(inFile), end];
  if (places.kind === 'none') return insertBlock(lines, wanted, part);
  const close = lines[places.end]?.end ?? '\n';
  const eol = lineEnd(lines);
  const block = wanted.map((each, index) => ({ text: each, end: index === wanted.length - 1 ? close : eol }));
  const blank = { text: '', end: eol };
  const [before, after] = [lines[places.begin - 1], lines[places.end + 1]];
  const parted = [
    ...(part.blank.before && before !== undefined && before.text !== '' ? [blank] : []),
    ...block,
    ...(part.blank.after && after !== undefined && after.text !== '' ? [blank] : []),
  ];
  return { kind: 'text', text: joinLines(lines.toSpliced(places.begin, places.end - places.begin + 1, ...parted)) };
};

type Marks =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly begin: number; readonly end: number }
  | { readonly kind: 'broken'; readonly problem: Edited };

function findMarks(lines: readonly TextLine[], begin: string, end: string): Marks {
  const places = (mark: string): readonly number[] => lines.flatMap(({ text }, at) => (text === mark ? [at] : []));
  const [begins, ends] = [places(begin), places(end)];
  const [first = -1, last = -1] = [begins[0], ends[0]];
  if (begins.length === 0 && ends.length === 0) return { kind: 'none' };
  if (begins.length === 1 && ends.length === 1 && first < last) return { kind: 'found', begin: first, end: last };
  const count = (amount: number, mark: string): string => `${amount} × \`${mark}\``;
  return {
    kind: 'broken',
    problem: {
      kind: 'impossible',
      detail: `The marks of the block do not stand there as one pair: ${count(begins.length, begin)}, ${count(ends.length, end)}${begins.length === 1 && ends.length === 1 ? ', the end before the begin' : ''}.`,
      hint: 'put the marks right by hand, or declare another `marker:`',
    },
  };
}

function insertBlock(lines: readonly TextLine[], wanted: readonly string[], { anchor, blank }: BlockPart): Edited {
  const position = findAnchor(lines, anchor);
  const isCutOff = position === lines.length && lines.at(-1)?.end === '';
  const parted = [
    ...(blank.before && position > 0 ? [''] : []),
    ...wanted,
    ...(blank.after && position < lines.length ? [''] : []),
  ];
  const text = joinLines(insertLines(lines, position, parted));
  return { kind: 'text', text: isCutOff ? text.replace(/\r?\n$/, '') : text };
}

function removeBlock(
  lines: readonly TextLine[],
  { begin, end }: Extract<Marks, { kind: 'found' }>,
  { blank }: BlockPart,
): Edited {
  const isCutOff = lines[end]?.end === '';
  const first = blank.before && lines[begin - 1]?.text === '' ? begin - 1 : begin;
  const last = blank.after && lines[end + 1]?.text === '' ? end + 1 : end;
  const rest = joinLines(lines.toSpliced(first, last - first + 1));
  return { kind: 'text', text: isCutOff ? rest.replace(/\r?\n$/, '') : rest };
}
