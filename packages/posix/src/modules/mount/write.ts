import { escapeMount, unescapeMount } from '../../kernel/mount-table.ts';
import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { MountPart } from './declared.ts';

/** Makes the last line of the mount point as declared, with the spaces it has; every other line stays as it is, byte by byte. */
export function writeFstab(part: MountPart, { text }: WrittenText): Edited {
  const lines = splitLines(text);
  const { state } = part;
  if (state === 'absent') return { kind: 'text', text: joinLines(lines.filter((line) => !isOf(part, line))) };
  const last = lines.findLastIndex((line) => isOf(part, line));
  const old = lines[last];
  const fresh = old === undefined ? wantedFields(part, []).join(' ') : withFields(old.text, part);
  if (old === undefined) return { kind: 'text', text: joinLines(insertLines(lines, lines.length, [fresh])) };
  return { kind: 'text', text: joinLines(lines.with(last, { ...old, text: fresh })) };
}

function isOf({ target, source }: MountPart, line: TextLine): boolean {
  const [foundSource = '', foundTarget, type] = fieldsOf(line.text);
  if (foundTarget === undefined) return false;
  if (target === '') return type === 'swap' && unescapeMount(foundSource) === source;
  const path = unescapeMount(foundTarget);
  return type !== 'swap' && (path === target || (path.length > 1 && path.replace(/\/+$/, '') === target));
}

/** The fields of a line, without a comment that follows them; none for a comment and an empty line. */
export function fieldsOf(line: string): readonly string[] {
  const words = line.match(/\S+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words.slice(0, 6) : words.slice(0, Math.min(comment, 6));
}

function wantedFields(part: MountPart, found: readonly string[]): readonly string[] {
  const [, , , options = 'defaults', dump = '0', pass = '0'] = found;
  return [
    escapeMount(part.source),
    part.target === '' ? (found[1] ?? 'none') : (found[1] ?? escapeMount(part.target)),
    part.type,
    part.options === null ? options : escapeMount(part.options.join(',') || 'defaults'),
    String(part.dump ?? dump),
    String(part.pass ?? pass),
  ];
}

/** A line with what differs put in; fields that are missing mean what a line gets that has none. */
function withFields(line: string, part: MountPart): string {
  const found = fieldsOf(line);
  const wanted = wantedFields(part, found);
  if (wanted.every((field, index) => field === (found[index] ?? defaults[index]))) return line;
  let index = 0;
  const words = line.replaceAll(/\S+/g, (word) => {
    const field = index < found.length ? wanted[index] : undefined;
    index += 1;
    const missing = index === found.length ? wanted.slice(found.length).map((each) => ` ${each}`) : [];
    return `${field ?? word}${missing.join('')}`;
  });
  return words;
}

const defaults = ['', '', '', 'defaults', '0', '0'];
