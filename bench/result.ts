/** A number that was measured. `limit` is the target: the number may not pass it, or must reach it when `isLeast` is set. */
export type Result = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'x' | 'ms' | 's' | 'MB';
  readonly limit?: number;
  readonly isLeast?: true;
  /** What the number was made of. */
  readonly detail: string;
};

/** One part of the benchmark; a part that cannot run here says why. */
export type Section = {
  readonly title: string;
  readonly results: readonly Result[];
  readonly skipped?: string;
};

/** True when a result has a target and misses it. A number that could not be made misses every target. */
export function isMissed({ value, limit, isLeast }: Result): boolean {
  if (limit === undefined) return false;
  return isLeast === true ? !(value >= limit) : !(value <= limit);
}

/** The results as a table for people. */
export function renderSections(sections: readonly Section[]): string {
  return sections.map(renderSection).join('\n');
}

function renderSection({ title, results, skipped }: Section): string {
  const rows = results.map((result) => [result.name, number(result), target(result), verdict(result), result.detail]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  return [
    title,
    ...lines.map((line) => line.trimEnd()),
    ...(skipped === undefined ? [] : [`  skipped: ${skipped}`]),
    '',
  ].join('\n');
}

function number({ value, unit }: Result): string {
  const text = value.toFixed(value < 100 && unit !== 'MB' ? 2 : 0);
  return unit === 'x' ? `${text}x` : `${text} ${unit}`;
}

function target(result: Result): string {
  if (result.limit === undefined) return '';
  return `${result.isLeast === true ? '>=' : '<='} ${result.limit}`;
}

function verdict(result: Result): string {
  if (result.limit === undefined) return '';
  return isMissed(result) ? 'MISSED' : 'ok';
}
