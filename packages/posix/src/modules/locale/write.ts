import { localeKey } from '../../locales/name.ts';
import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { LocalePart } from './declared.ts';

/** `/etc/locale.gen` is kept where the node has it; of the two files of defaults, the one that the node has. */
export function writeLocale(part: LocalePart, written: WrittenText): Edited {
  const { name, text, isThere, there } = written;
  if (name === 'generated') return { kind: 'text', text: isThere ? withLocale(part, text) : text };
  const isUsed = name === 'locale_conf' ? isThere : !there.includes('locale_conf');
  return {
    kind: 'text',
    text: isUsed ? part.variables.reduce((all, each) => withVariable(all, each, part.name), text) : text,
  };
}

/** Takes the sign of a comment from the line of the locale, or puts it there; a locale without a line gets one. */
function withLocale(part: LocalePart, text: string): string {
  const lines = splitLines(text);
  if (part.state === 'absent')
    return joinLines(lines.map((line) => (isOf(part, line.text) ? { ...line, text: `# ${line.text}` } : line)));
  if (lines.some((line) => isOf(part, line.text))) return text;
  const commented = lines.findIndex(({ text: line }) => /^\s*#/.test(line) && isOf(part, line.replace(/^\s*#\s*/, '')));
  const fresh = `${part.name} ${part.charset}`;
  const old = lines[commented];
  return joinLines(
    old === undefined ? insertLines(lines, lines.length, [fresh]) : lines.with(commented, { ...old, text: fresh }),
  );
}

/** A line names the locale and the character set, which may stand in the name or not. */
function isOf({ name, source, charset }: LocalePart, line: string): boolean {
  const [first = '', set = '', ...rest] = line.trim().split(/\s+/);
  if (rest.length > 0 && rest[0]?.startsWith('#') !== true) return false;
  return localeKey(first) === localeKey(name) || (first === source && set === charset);
}

/** The last assignment of the variable counts. */
function withVariable(text: string, variable: string, name: string): string {
  const lines = splitLines(text);
  const isOf = ({ text: line }: TextLine): boolean => line.trimStart().startsWith(`${variable}=`);
  const last = lines.findLastIndex(isOf);
  const old = lines[last];
  if (old === undefined) return joinLines(insertLines(lines, lines.length, [`${variable}=${name}`]));
  const value = old.text
    .slice(old.text.indexOf('=') + 1)
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  if (localeKey(value) === localeKey(name)) return text;
  return joinLines(lines.with(last, { ...old, text: `${variable}=${name}` }));
}
