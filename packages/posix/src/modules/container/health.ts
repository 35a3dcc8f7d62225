import type { JsonObject } from '@setpoint/model';
import type { Health } from './declared.ts';

/** How health is told, from what `inspect` prints, times in nanoseconds; undefined where nothing tells it. */
export function healthOf(found: JsonObject | null): Health | undefined {
  const test = found?.['Test'];
  const words = Array.isArray(test) ? test : [];
  if (found === null || words.length === 0 || words[0] === 'NONE') return undefined;
  const seconds = (name: string): number => Number(found[name] ?? 0) / 1e9;
  return {
    command: words[0] === 'CMD-SHELL' ? String(words[1]) : words.slice(1).join(' '),
    intervalSeconds: seconds('Interval') || 30,
    timeoutSeconds: seconds('Timeout') || 30,
    retries: Number(found['Retries'] ?? 0) || 3,
  };
}
