import { escapeText } from './escape.ts';
import type { Palette } from './palette.ts';
import { padColumns, textWidth } from './width.ts';

/** One column of a table; numbers read best on the right. */
export type Column = { readonly title: string; readonly align?: 'left' | 'right' };

/** Rows hold plain text, one cell per column; a missing cell is empty. */
export type Table = { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };

/** A table with aligned columns and a heading, each line ended; cells are escaped, never cut. Empty without rows. */
export function renderTable(table: Table, palette: Palette): string {
  if (table.rows.length === 0) return '';
  const titles = table.columns.map((column) => column.title.toUpperCase());
  const rows = table.rows.map((row) => table.columns.map((_, index) => escapeText(row[index] ?? '')));
  const widths = table.columns.map((_, index) =>
    [titles, ...rows].reduce((widest, row) => Math.max(widest, textWidth(row[index] ?? '')), 0),
  );
  const layout = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => alignCell(cell, widths[index] ?? 0, table.columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [palette.bold(layout(titles)), ...rows.map(layout)].map((line) => `${line}\n`).join('');
}

function alignCell(cell: string, columns: number, align: 'left' | 'right'): string {
  return align === 'left' ? padColumns(cell, columns) : ' '.repeat(Math.max(0, columns - textWidth(cell))) + cell;
}
