import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { KernelModulePart } from './declared.ts';

/** Makes the lines of the module as declared, in the list of what is loaded at the start and in the settings of modprobe. */
export function writeKernelModule(part: KernelModulePart, { name, text }: WrittenText): Edited {
  const lines = splitLines(text);
  return { kind: 'text', text: joinLines(name === 'load' ? withLoad(part, lines) : withSettings(part, lines)) };
}

function withLoad({ name, state }: KernelModulePart, lines: readonly TextLine[]): readonly TextLine[] {
  const isOf = ({ text }: TextLine): boolean => canonical(text.trim()) === name;
  if (state === 'absent') return lines.filter((line) => !isOf(line));
  return lines.some(isOf) ? lines : insertLines(lines, lines.length, [name]);
}

function withSettings(part: KernelModulePart, lines: readonly TextLine[]): readonly TextLine[] {
  const { name, parameters, blacklisted } = part;
  const settings = (parameters ?? []).map(([key, value]) =>
    /\s/.test(value) ? `${key}="${value}"` : `${key}=${value}`,
  );
  const options = settings.length === 0 ? null : `options ${name} ${settings.join(' ')}`;
  const withOptions = parameters === null ? lines : withOne(lines, { word: 'options', name, line: options });
  if (blacklisted === null) return withOptions;
  return withOne(withOptions, { word: 'blacklist', name, line: blacklisted ? `blacklist ${name}` : null });
}

/** Exactly one line of the kind, or none. */
function withOne(
  lines: readonly TextLine[],
  { word, name, line }: { readonly word: string; readonly name: string; readonly line: string | null },
): readonly TextLine[] {
  const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
  const isOf = ({ text }: TextLine): boolean => wordsOf(text)[0] === word && canonical(wordsOf(text)[1] ?? '') === name;
  const own = lines.filter(isOf);
  const [first] = own;
  if (line === null) return lines.filter((each) => !isOf(each));
  if (first === undefined) return insertLines(lines, lines.length, [line]);
  const isSame = own.length === 1 && withoutName(wordsOf(first.text)) === withoutName(wordsOf(line));
  if (isSame) return lines;
  return lines.flatMap((each) => (each === first ? [{ ...each, text: line }] : isOf(each) ? [] : [each]));
}

/** The parameters in any order. */
function withoutName([word = '', , ...rest]: readonly string[]): string {
  return [word, ...rest.toSorted()].join(' ');
}

function canonical(name: string): string {
  return name.replaceAll('-', '_');
}
