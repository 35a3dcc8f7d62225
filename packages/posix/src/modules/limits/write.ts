import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import { canonicalLimit, type Limit, type LimitsPart } from './declared.ts';

/** Makes the last line of each limit as declared, because that one counts; comments and other lines stay. */
export function writeLimits({ domain, state, limits }: LimitsPart, { text }: WrittenText): Edited {
  const lines = splitLines(text);
  if (state === 'absent')
    return { kind: 'text', text: joinLines(lines.filter((line) => fieldsOf(line)[0] !== domain)) };
  return { kind: 'text', text: joinLines(limits.reduce((all, limit) => withLimit(all, domain, limit), lines)) };
}

function withLimit(lines: readonly TextLine[], domain: string, limit: Limit): readonly TextLine[] {
  const { kind, item, value } = limit;
  const last = lines.findLastIndex((line) => fieldsOf(line).slice(0, 3).join(' ') === `${domain} ${kind} ${item}`);
  const old = lines[last];
  if (old === undefined) return insertLines(lines, lines.length, [`${domain} ${kind} ${item} ${value}`]);
  const found = fieldsOf(old)[3];
  if (found !== undefined && canonicalLimit(found) === value) return lines;
  let index = 0;
  const text = old.text.replaceAll(/\S+/g, (word) => {
    index += 1;
    return index === 4 ? value : word;
  });
  return lines.with(last, { ...old, text: index < 4 ? `${domain} ${kind} ${item} ${value}` : text });
}

/** Domain, kind, item and value; nothing of a comment. */
function fieldsOf({ text }: TextLine): readonly string[] {
  return text.replace(/#.*$/, '').match(/\S+/g) ?? [];
}
