import { escapeText } from '../text/escape.ts';

/**
 * Any text as inline code, cut with `…` after so many characters. Written as an HTML element with entities for everything that is not a letter or digit, because
 * neither markdown nor HTML reads structure out of an entity, and nobody is mentioned inside code.
 */
export function inlineCode(text: string, mostCharacters: number): string {
  const shown = text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
  return `<code>${entities(escapeText(shown))}</code>`;
}

/** Lines as a `diff` block, fenced with more backticks than any run inside. Lines must be escaped already. */
export function diffFence(lines: readonly string[]): string {
  const longest = lines.flatMap((line) => line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence, ''].join('\n');
}

function entities(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} /.…-]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
