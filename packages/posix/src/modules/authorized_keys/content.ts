import type { KeysDeclared } from './declared.ts';
import { formatKeyLine, isSameLine, type KeyLine, parseKeyLine } from './key-line.ts';

/** The text of the file with the declared keys in force; every other line keeps its place and its bytes. */
export function wantedText(declared: KeysDeclared, text: string): string {
  if (declared.exact !== undefined) return declared.exact.text ?? '';
  const lines = text.split('\n');
  const open = lines.pop() ?? '';
  const all = open === '' ? lines : [...lines, open];
  const kept = all.flatMap((line) => keepLine(declared, line) ?? []);
  const present = new Set(kept.flatMap((line) => parseKeyLine(line)?.key ?? []));
  const added =
    declared.state === 'absent' ? [] : declared.keys.filter(({ key }) => !present.has(key)).map(formatKeyLine);
  if (added.length === 0 && kept.length === all.length && kept.every((line, index) => line === all[index])) return text;
  return [...kept, ...added].map((line) => `${line}\n`).join('');
}

/** The line as it stays, another one in its place, or undefined when it goes. */
function keepLine(declared: KeysDeclared, line: string): string | undefined {
  const found = parseKeyLine(line);
  if (found === undefined) return declared.exclusive && !isComment(line) ? undefined : line;
  const wanted = declared.keys.find(({ key }) => key === found.key);
  if (wanted === undefined) return declared.exclusive ? undefined : line;
  if (declared.state === 'absent') return undefined;
  return isSameLine(found, wanted) ? line : formatKeyLine(withComment(wanted, found));
}

function withComment(wanted: KeyLine, found: KeyLine): KeyLine {
  return { ...wanted, comment: wanted.comment === '' ? found.comment : wanted.comment };
}

/** What sshd skips; any other line that is no key to us might be one to it. */
function isComment(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}
