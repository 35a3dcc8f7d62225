/** When a job runs: five fields, or one of the words that crontab(5) knows. */
export type Schedule = { readonly text: string } | { readonly fault: string; readonly property: string };

/** Fields of a schedule under their own names. */
export type ScheduleFields = {
  readonly minute?: string;
  readonly hour?: string;
  readonly day?: string;
  readonly month?: string;
  readonly weekday?: string;
};

type Field = {
  readonly name: keyof ScheduleFields;
  readonly from: number;
  readonly to: number;
  readonly words?: readonly string[];
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const fields: readonly Field[] = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, words: months },
  { name: 'weekday', from: 0, to: 7, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** The names of the fields, in the order in which they stand in a line. */
export const fieldNames: readonly (keyof ScheduleFields)[] = fields.map(({ name }) => name);

const words = ['@reboot', '@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/** The schedule in the form in which it is written, or what is wrong with it. */
export function readSchedule(schedule: string | undefined, given: ScheduleFields): Schedule {
  if (schedule === undefined)
    return checkFields(
      fieldNames.map((name) => given[name] ?? '*'),
      undefined,
    );
  const text = schedule.trim();
  if (text.startsWith('@')) {
    if (words.includes(text)) return { text };
    return { property: 'schedule', fault: `"${text}" is no time that cron knows; it knows ${words.join(', ')}.` };
  }
  const parts = text.split(/[ \t]+/);
  if (parts.length === fields.length && !/[\r\n]/.test(text)) return checkFields(parts, 'schedule');
  const fault = `"${text}" has not the five fields minute, hour, day, month and weekday.`;
  return { property: 'schedule', fault };
}

function checkFields(parts: readonly string[], property: string | undefined): Schedule {
  const wrong = fields.findIndex((field, index) => !isField(parts[index] ?? '', field));
  const field = fields[wrong];
  if (field === undefined) return { text: parts.join(' ') };
  const given = parts[wrong] ?? '';
  const fault = given.includes('~')
    ? `"${given}" leaves the ${field.name} to chance, which cronie alone can do: others refuse the whole table for it. Write a number, or spread the runs by \`RandomizedDelaySec\` of a timer declared with \`unit:\`.`
    : `"${given}" is no ${field.name}: it has numbers from ${field.from} to ${field.to}, ranges, lists and steps.`;
  return { property: property ?? field.name, fault };
}

function isField(text: string, field: Field): boolean {
  return text.split(',').every((item) => isItem(item, field));
}

function isItem(item: string, field: Field): boolean {
  const [, range = '', step] = /^(\*|[0-9a-z]+(?:-[0-9a-z]+)?)(?:\/(\d+))?$/i.exec(item) ?? [];
  if (range === '' || (step !== undefined && Number(step) === 0)) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(end, field));
  const [first = Number.NaN, last = first] = ends;
  return ends.every((end) => end >= field.from && end <= field.to) && first <= last;
}

function numberOf(text: string, field: Field): number {
  if (/^\d+$/.test(text)) return Number(text);
  const index = field.words?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? Number.NaN : index + field.from;
}
