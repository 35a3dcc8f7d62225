import type { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { type Columns, columnsOf, isHeader } from './columns.ts';

/** A line of a table; `line` counts from 1 and is the first one of the record. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** Something wrong at a line of the file. */
export type ImportProblem = { readonly line: number; readonly detail: string; readonly hint?: string };

export type ReadRows =
  | { readonly kind: 'read'; readonly columns: Columns; readonly header: Row; readonly rows: readonly Row[] }
  | { readonly kind: 'invalid'; readonly problems: readonly ImportProblem[] };

/** Of csv-parse, which is loaded only when a map is imported. */
export type Parse = typeof parseCsv;

/**
 * Takes a table apart, whatever separates its columns, and finds its headings in the first 30 lines: what stands above them is a
 * title. The separator is the one by which most columns have a heading that is understood.
 */
export function readRows(text: string, parse: Parse): ReadRows {
  const attempts = [',', ';', '\t', '|'].map((delimiter) => readWith(text, delimiter, parse));
  const [best] = attempts.toSorted((left, right) => rank(right) - rank(left));
  if (best?.kind === 'invalid') return best;
  if (best === undefined || best.columns.size === 0) {
    return invalid(
      1,
      'No line has headings such as name, address and type.',
      'Add a first line that says what the columns are.',
    );
  }
  return best;
}

function rank(read: ReadRows): number {
  return read.kind === 'read' ? read.columns.size : 0;
}

function readWith(text: string, delimiter: string, parse: Parse): ReadRows {
  const rows = parseRows(text, delimiter, parse);
  if ('detail' in rows) return { kind: 'invalid', problems: [rows] };
  for (const [index, row] of rows.slice(0, 30).entries()) {
    const columns = columnsOf(row.cells);
    if (isHeader(columns)) return { kind: 'read', columns, header: row, rows: rows.slice(index + 1) };
  }
  return { kind: 'read', columns: new Map(), header: { line: 1, cells: [] }, rows: [] };
}

function parseRows(text: string, delimiter: string, parse: Parse): readonly Row[] | ImportProblem {
  const rows: Row[] = [];
  let line = 1;
  try {
    // The parser counts a line break of two characters inside of quotes twice.
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      on_record: (record: readonly string[], context) => {
        rows.push({ line, cells: record });
        line = context.lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return {
      line: Number(error['lines'] ?? line),
      detail: `The table cannot be read: ${error.message}.`,
    };
  }
  return rows;
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
}

function invalid(line: number, detail: string, hint: string): ReadRows {
  return { kind: 'invalid', problems: [{ line, detail, hint }] };
}
