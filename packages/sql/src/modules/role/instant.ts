/** A point in time as `2027-01-31T00:00:00Z`, to the second; `infinity` as it is; undefined for a text that tells none. */
export function instantOf(text: string): string | undefined {
  if (text.toLowerCase() === 'infinity') return 'infinity';
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.exec(text);
  const [, date = '', time, seconds = ':00', zone = 'Z'] = match ?? [];
  if (match === null || !isDay(date)) return undefined;
  const ms = Date.parse(`${date}T${time ?? '00:00'}${seconds}${zone}`);
  return Number.isNaN(ms) ? undefined : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** A day that the month does not have is moved into the next month by some readers of dates. */
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
}
