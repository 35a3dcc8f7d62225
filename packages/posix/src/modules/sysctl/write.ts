import { sysctlPath } from '../../kernel/sysctl-key.ts';
import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import { type SysctlPart, wordsOf } from './declared.ts';

/** Makes the last line of the setting say the value, because that one counts; a setting that is to be absent loses all its lines. */
export function writeSysctl(part: SysctlPart, { text }: WrittenText): Edited {
  const lines = splitLines(text);
  if (part.state === 'absent') return { kind: 'text', text: joinLines(lines.filter((line) => !isOf(part, line))) };
  const last = lines.findLastIndex((line) => isOf(part, line));
  const old = lines[last];
  const fresh = `${part.optional ? '-' : ''}${part.key} = ${part.value}`;
  if (old === undefined) return { kind: 'text', text: joinLines(insertLines(lines, lines.length, [fresh])) };
  if (wordsOf(assignmentOf(old)?.value ?? '') === part.value) return { kind: 'text', text };
  const kept = old.text.slice(0, old.text.indexOf('=') + 1);
  const space = old.text.startsWith(' ', kept.length) ? ' ' : '';
  return { kind: 'text', text: joinLines(lines.with(last, { ...old, text: `${kept}${space}${part.value}` })) };
}

function isOf({ path }: SysctlPart, line: TextLine): boolean {
  const key = assignmentOf(line)?.key;
  return key !== undefined && sysctlPath(key) === path;
}

/** A line such as `-net.ipv4.ip_forward = 1`; undefined for comments and everything else. */
export function assignmentOf({ text }: TextLine): { readonly key: string; readonly value: string } | undefined {
  const match = /^\s*-?\s*([^#;\s=][^=]*?)\s*=(.*)$/.exec(text);
  return match === null ? undefined : { key: match[1] ?? '', value: match[2] ?? '' };
}
