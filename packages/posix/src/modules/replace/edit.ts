import { compilePattern } from '../../text-edits/pattern.ts';
import type { TextEditor } from '../../text-edits/text-edit.ts';
import type { ReplacePart } from './index.ts';

/** Replaces every place that fits within the window; a window whose ends are not there holds nothing. */
export const editMatches: TextEditor<ReplacePart> = (part, text, inFile) => {
  const window = findWindow(part, text, inFile);
  if (window === undefined) return { kind: 'text', text };
  const { start, end } = window;
  const pattern = compilePattern(inFile(part.match), 'gm');
  const inside = text.slice(start, end).replace(pattern, inFile(part.with));
  return { kind: 'text', text: text.slice(0, start) + inside + text.slice(end) };
};

function findWindow(
  { from, to }: ReplacePart,
  text: string,
  inFile: (declared: string) => string,
): { readonly start: number; readonly end: number } | undefined {
  const opening = from === null ? undefined : compilePattern(inFile(from), 'm').exec(text);
  if (opening === null) return undefined;
  const start = opening === undefined ? 0 : opening.index + opening[0].length;
  if (to === null) return { start, end: text.length };
  const closing = compilePattern(inFile(to), 'm').exec(text.slice(start));
  return closing === null ? undefined : { start, end: start + closing.index };
}
