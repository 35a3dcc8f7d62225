import type { WrittenText } from '../../settings/setting.ts';
import { joinLines, splitLines } from '../../text-edits/lines.ts';
import type { Edited } from '../../text-edits/text-edit.ts';
import type { TimezonePart } from './declared.ts';

/** `/etc/timezone` is kept right where a node has it; `/etc/adjtime` is made when it has to say something else than what its absence means. */
export function writeTimezone({ zone, hardwareClock }: TimezonePart, { name, text, isThere }: WrittenText): Edited {
  if (name === 'name') return { kind: 'text', text: isThere ? withZone(text, zone) : text };
  return { kind: 'text', text: withClock(text, hardwareClock === 'local' ? 'LOCAL' : 'UTC') };
}

function withZone(text: string, zone: string): string {
  return text.trim() === zone ? text : `${zone}\n`;
}

/** hwclock reads three lines: the drift, the last calibration, and what the clock shows. A line that makes no sense is made anew. */
function withClock(text: string, clock: 'UTC' | 'LOCAL'): string {
  const lines = splitLines(text);
  const [drift = '', calibrated = '', shown = ''] = lines.map((line) => line.text);
  if (lines.length === 0 && clock === 'UTC') return text;
  if (shown.trim() === clock) return text;
  const isDrift = /^-?[\d.]+ \d+ -?[\d.]+\s*$/.test(drift);
  const isCalibrated = /^\d+\s*$/.test(calibrated);
  const fresh = [isDrift ? drift : '0.0 0 0.0', isCalibrated ? calibrated : '0', clock];
  return joinLines([...fresh.map((line) => ({ text: line, end: '\n' as const })), ...lines.slice(3)]);
}
