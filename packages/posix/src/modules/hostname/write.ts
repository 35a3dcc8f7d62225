import type { WrittenText } from '../../settings/setting.ts';
import { insertLines, joinLines, splitLines } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { HostnamePart } from './declared.ts';

/** Puts the names into `/etc/hostname` and `/etc/machine-info`; comments and other lines stay. */
export function writeHostname(part: HostnamePart, { name, text }: WrittenText): Edited {
  return {
    kind: 'text',
    text: name === 'static' ? withName(text, part.hostname) : withPretty(text, part.pretty ?? ''),
  };
}

/** The name is the first line that is neither empty nor a comment. */
function withName(text: string, hostname: string): string {
  const lines = splitLines(text);
  const at = lines.findIndex((line) => !/^\s*(#|$)/.test(line.text));
  const old = lines[at];
  if (old === undefined) return joinLines(insertLines(lines, lines.length, [hostname]));
  return old.text.trim() === hostname ? text : joinLines(lines.with(at, { ...old, text: hostname }));
}

/** The last assignment counts, as in every file of shell assignments. */
function withPretty(text: string, pretty: string): string {
  const lines = splitLines(text);
  const isName = (line: string): boolean => /^\s*PRETTY_HOSTNAME=/.test(line);
  const last = lines.findLast((line) => isName(line.text));
  if (pretty === '') return joinLines(lines.filter((line) => !isName(line.text)));
  if (last !== undefined && unquote(last.text.slice(last.text.indexOf('=') + 1)) === pretty) return text;
  const fresh = `PRETTY_HOSTNAME="${pretty.replaceAll(/[\\"$`]/g, String.raw`\$&`)}"`;
  if (last === undefined) return joinLines(insertLines(lines, lines.length, [fresh]));
  return joinLines(lines.map((line) => (line === last ? { ...line, text: fresh } : line)));
}

function unquote(value: string): string {
  const text = value.trim();
  const [, single, double] = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)")$/.exec(text) ?? [];
  return single ?? (double ?? text).replaceAll(/\\(.)/g, '$1');
}
