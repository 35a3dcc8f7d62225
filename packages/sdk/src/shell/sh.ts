import { quote } from './quote.ts';

/** Text that is shell program, not data. Only `sh`, `shRaw` and `shJoin` make it, so data cannot become program unquoted. */
export type ShellText = { readonly shell: string };

/** What may stand in a `${}` of `sh`: text and numbers become one quoted word, lists become words, shell text stays. */
export type ShellPart = string | number | ShellText | readonly (string | number | ShellText)[];

/** Builds shell program from a template; everything interpolated is quoted: sh`chmod ${mode} -- ${path}`. */
export function sh(strings: TemplateStringsArray, ...parts: readonly ShellPart[]): ShellText {
  const text = strings.map((literal, index) => {
    const part = parts[index];
    return part === undefined ? literal : literal + renderPart(part);
  });
  return { shell: text.join('') };
}

/** Declares fixed text, written by a programmer, to be shell program. Never for data. */
export function shRaw(text: string): ShellText {
  return { shell: text };
}

/** Joins pieces of program with a separator that is program itself. */
export function shJoin(parts: readonly ShellText[], separator: string): ShellText {
  return { shell: parts.map((part) => part.shell).join(separator) };
}

function renderPart(part: ShellPart): string {
  if (typeof part === 'string') return quote(part);
  if (typeof part === 'number') return String(part);
  if ('shell' in part) return part.shell;
  return part.map(renderPart).join(' ');
}
