import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The names of nodes and groups in a project's inventory, in the order written, for completion. It looks at the lines and does not read
 * YAML, because a key press can wait for 100 ms and not for a large inventory: names are the keys one level below `nodes:` and
 * `groups:`. An inventory in another form, such as a program, gives no names.
 */
export function nodeNames(projectDir: string): readonly string[] {
  const text = readSmallFile(join(projectDir, inventoryPath(projectDir)));
  return [...new Set([...keysBelow(text, 'nodes').flatMap(expand), ...keysBelow(text, 'groups'), 'all'])].filter(
    isPlain,
  );
}

function inventoryPath(projectDir: string): string {
  const line = /^inventory:\s*["']?([^\s"'#]+)/m.exec(readSmallFile(join(projectDir, 'setpoint.yaml')));
  return line?.[1] ?? 'inventory.yaml';
}

const maxBytes = 4 * 1024 * 1024;

function readSmallFile(path: string): string {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

function keysBelow(text: string, section: string): readonly string[] {
  const start = new RegExp(`^${section}:[^\\S\\n]*(?:#.*)?$`, 'm').exec(text);
  if (start === null) return [];
  const rest = text.slice(start.index + start[0].length + 1);
  const end = /^[^\s#]/m.exec(rest);
  const lines = (end === null ? rest : rest.slice(0, end.index)).split('\n');
  const indent = /^\s+/.exec(lines.find((line) => /^\s+[^\s#]/.test(line)) ?? '')?.[0];
  if (indent === undefined) return [];
  return lines.flatMap((line) => {
    const key = line.startsWith(indent)
      ? /^(?:"([^"]+)"|'([^']+)'|([^\s"'#]\S*?)):(?:\s|$)/.exec(line.slice(indent.length))
      : null;
    return key?.[1] ?? key?.[2] ?? key?.[3] ?? [];
  });
}

const maxRange = 1000;

/** `web[1:3]` stands for web1, web2 and web3; of an inventory with more than a thousand, the first are offered. */
function expand(name: string): readonly string[] {
  const range = /^(.*?)\[(\d+):(\d+)\](.*)$/.exec(name);
  if (range === null) return [name];
  const [, before = '', first = '', last = '', after = ''] = range;
  const count = Math.min(maxRange, Math.max(0, Number(last) - Number(first) + 1));
  const numbers = Array.from({ length: count }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  );
  return numbers.flatMap((number) => expand(`${before}${number}${after}`));
}

/** A shell shows these words; nothing in them may have a meaning there. */
function isPlain(name: string): boolean {
  return /^[\w.@:-]+$/.test(name) && !name.startsWith('-');
}
