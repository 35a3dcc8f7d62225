import { textWidth } from './width.ts';

const plain = /^[\x20-\x7e]*$/;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Columns between tab stops in shown text. */
const tabColumns = 4;

/** The text on one line, with every character that would act or hide written as an escape such as `\x1b` or `\u202e`. */
export function escapeText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(hiddenCharacters(), (kept: string, char: string | undefined) =>
    char === undefined ? kept : (named[char] ?? escapeCode(char)),
  );
}

/** Like `escapeText` for one line of a file: a tab shows as `⇥` up to the next tab stop, so that columns still line up. */
export function escapeLine(line: string): string {
  const cells = line.split('\t').map(escapeText);
  const last = cells.pop() ?? '';
  return cells.map((cell) => `${cell}⇥${' '.repeat(tabColumns - 1 - (textWidth(cell) % tabColumns))}`).join('') + last;
}

/**
 * Characters that would act instead of show: controls, escape codes, line and paragraph separators, bidirectional overrides,
 * invisible characters, spaces that only look like a space, what is no character, and halves of a surrogate pair. Joiners and variation selectors
 * inside an emoji stay, as does the ideographic space. Made when a text needs it: the tables of Unicode behind it take long to load.
 */
function hiddenCharacters(): RegExp {
  return /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|[\ufe0e\ufe0f]|([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|[^\S \u3000])/gu;
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
