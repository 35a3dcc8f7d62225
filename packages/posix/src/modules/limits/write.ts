import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import { canonicalLimit, type Limit, type LimitsPart } from './declared.ts';

/** Makes what the lines come to as declared, in the last line of each limit, because that one counts; comments and other lines stay. */
export function writeLimits({ domain, state, limits }: LimitsPart, { text }: WrittenText): Edited {
  const lines = splitLines(text);
  if (state === 'absent')
    return { kind: 'text', text: joinLines(lines.filter((line) => fieldsOf(line)[0] !== domain)) };
  return { kind: 'text', text: joinLines(limits.reduce((all, limit) => withLimit(all, domain, limit), lines)) };
}

/** The lines are read from the first to the last, and one of the kind `-` counts for both of the others. */
function withLimit(lines: readonly TextLine[], domain: string, limit: Limit): readonly TextLine[] {
  const { kind, item, value } = limit;
  const kinds = kind === '-' ? ['soft', 'hard'] : [kind];
  const isMet = kinds.every((each) => effective(lines, [domain, each, item]) === value);
  if (isMet) return lines;
  return setLine(withoutContrary(lines, domain, limit), [domain, kind, item, value]);
}

/** What a login gets by the lines; undefined when none speaks of it. */
function effective(
  lines: readonly TextLine[],
  [domain, kind, item]: readonly [string, string, string],
): string | undefined {
  const last = lines.findLast((line) => {
    const [who, how = '', what] = fieldsOf(line);
    return who === domain && (how === kind || how === '-') && what === item;
  });
  const value = last === undefined ? undefined : fieldsOf(last)[3];
  return value === undefined ? undefined : canonicalLimit(value);
}

/** Lines that say the same of both kinds make way for one of a kind, and keep what they say of the other. */
function withoutContrary(lines: readonly TextLine[], domain: string, { kind, item }: Limit): readonly TextLine[] {
  return lines.flatMap((line) => {
    const [who, how = '', what] = fieldsOf(line);
    if (who !== domain || what !== item || how === kind) return [line];
    if (kind === '-') return [];
    if (how !== '-') return [line];
    const other = kind === 'soft' ? 'hard' : 'soft';
    return [{ ...line, text: withField(line.text, 1, other) }];
  });
}

function setLine(lines: readonly TextLine[], fields: readonly [string, string, string, string]): readonly TextLine[] {
  const last = lines.findLastIndex((line) => fieldsOf(line).slice(0, 3).join(' ') === fields.slice(0, 3).join(' '));
  const old = lines[last];
  if (old === undefined) return insertLines(lines, lines.length, [fields.join(' ')]);
  const text = fieldsOf(old).length < 4 ? fields.join(' ') : withField(old.text, 3, fields[3]);
  return lines.with(last, { ...old, text });
}

/** The line with one of its words changed and its blanks as they are. */
function withField(text: string, index: number, value: string): string {
  let at = -1;
  return text.replaceAll(/\S+/g, (word) => {
    at += 1;
    return at === index ? value : word;
  });
}

/** Domain, kind, item and value; nothing of a comment. */
function fieldsOf({ text }: TextLine): readonly string[] {
  return text.replace(/#.*$/, '').match(/\S+/g) ?? [];
}
