const msPerDay = 86_400_000;

/** Days from 1970-01-01 to a date `YYYY-MM-DD`, -1 for `never`; undefined for what is neither. */
export function dayOf(text: string): number | undefined {
  if (text === 'never' || /^-\d+$/.test(text)) return -1;
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // A day that the month does not have is moved into the next month by some readers of dates.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text || ms < 0) return undefined;
  return ms / msPerDay;
}

/** The date of a day as a plan shows it; `never` for a negative one. */
export function dateOf(day: number): string {
  if (day < 0) return 'never';
  const date = new Date(day * msPerDay);
  return Number.isNaN(date.getTime()) ? `day ${day}` : date.toISOString().slice(0, 10);
}
