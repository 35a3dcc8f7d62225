/**
 * Code points that take two columns: the ranges of Unicode's EastAsianWidth.txt with the property W or F, without emoji, which
 * are recognised by their own properties.
 */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
/** One column for each: ASCII, the Latin letters and signs that stand for themselves, and what plans draw with. */
const plain = /^[\x20-\x7e\xa1-\xac\xae-\u02ff→…⇥]*$/;

/** Made by the first text that is not plain: the tables behind it take a third of the time of an empty process to load. */
let segmenter: Intl.Segmenter | undefined;

/** Columns that a text without control characters takes in a terminal. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += graphemeWidth(segment);
  return columns;
}

/** The longest beginning of the text that fits into so many columns, never cut inside a character. */
export function takeColumns(text: string, columns: number): string {
  if (text.length <= columns && plain.test(text)) return text;
  let used = 0;
  // One column needs at least one UTF-16 unit, but marks add units without columns.
  for (const { segment, index } of graphemesOf(text)) {
    used += graphemeWidth(segment);
    if (used > columns) return text.slice(0, index);
  }
  return text;
}

/** Pads with spaces on the right up to so many columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)));
}

function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The patterns stand inside: each start would pay for the tables of Unicode that they are made from. */
function graphemeWidth(grapheme: string): number {
  const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[#*0-9]\ufe0f?\u20e3/u;
  const combining = /^\p{Mark}+$/u;
  if (emoji.test(grapheme) || wide.test(grapheme)) return 2;
  return combining.test(grapheme) ? 0 : 1;
}
