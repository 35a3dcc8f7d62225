import type { SimulatedHost } from './host.ts';

/** What a little command comes to on a simulated host: `true`, `false`, and test(1) of a path. Any other one is false. */
export function isTrue(host: SimulatedHost, command: string): boolean {
  if (command.trim() === 'true') return true;
  const [, flag, path = ''] = /^test -([efdsL]) (\S+)$/.exec(command.trim()) ?? [];
  const entry = host.files.find(path, flag !== 'L');
  if (flag === undefined || entry === undefined) return false;
  if (flag === 's') return entry.content.length > 0;
  return flag === 'e' || { f: 'file', d: 'directory', L: 'link' }[flag] === entry.type;
}
