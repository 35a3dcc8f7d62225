import { escapeText } from '../text/escape.ts';

/** Any text as a code span, cut with `…` after so many characters: nothing in it is read as markdown, HTML, link or mention. */
export function inlineCode(text: string, mostCharacters: number): string {
  const shown = cut(escapeText(text), mostCharacters);
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown, 0) + 1);
  // One space on either side is taken off again, so it keeps backticks apart and spaces in.
  const pad = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Any text as code inside of HTML, where markdown is not read, cut with `…` after so many characters. All that is not a letter or a digit
 * is an entity, because HTML reads no structure out of one.
 */
export function htmlCode(text: string, mostCharacters: number): string {
  return `<code>${entities(cut(escapeText(text), mostCharacters))}</code>`;
}

/** Any text inside of HTML as it is, without the markup of code; nothing that anybody else wrote may stand outside of code. */
export function htmlText(text: string): string {
  return entities(text);
}

/** Lines as a `diff` block, fenced with more backticks than any run inside. Lines must be escaped already. */
export function diffFence(lines: readonly string[]): string {
  const fence = '`'.repeat(lines.reduce((most, line) => Math.max(most, longestRun(line, most)), 2) + 1);
  return [`${fence}diff`, ...lines, fence, ''].join('\n');
}

/** Never cut between the halves of a character. */
function cut(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}

function longestRun(text: string, least: number): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), least);
}

function entities(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ,/.…-]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
