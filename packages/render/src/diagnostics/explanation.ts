import { type DiagnosticCode, type DiagnosticRow, diagnosticCatalog } from '@setpoint/model';
import { wrapText } from '../text/fit.ts';
import { minWidth, type TextOptions } from '../text/palette.ts';

/** The page of one code: what it means, why it matters, what to do, and an example where the catalogue has one. */
export function renderExplanation(code: DiagnosticCode, options: TextOptions): string {
  const row: DiagnosticRow = diagnosticCatalog[code];
  const columns = Math.max(options.width, minWidth);
  const example =
    row.example === undefined ? [] : ['', options.palette.bold('Example'), '', ...indent(row.example.split('\n'))];
  return [options.palette.bold(`${code}: ${row.summary}`), '', ...wrapText(row.explanation, columns), ...example]
    .map((line) => `${line}\n`)
    .join('');
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}
