import { type Diagnostic, summaryOf } from '@setpoint/model';
import type { DiagnosticGroup } from '../diagnostics/diagnostic.ts';
import { groupByCause } from '../diagnostics/list.ts';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';

/** GitHub shows so many annotations of each severity for one step. */
export const mostAnnotations = 10;

/**
 * Problems as lines that GitHub's runner turns into annotations of files, at most ten errors and ten warnings; when there are
 * more, the last of them says how many.
 */
export function renderAnnotations(problems: readonly Diagnostic[], placeOf: (file: string) => string): string {
  const groups = groupByCause(problems);
  return (['error', 'warning'] as const)
    .flatMap((severity) => {
      const some = groups.filter(({ diagnostic }) => diagnostic.severity === severity);
      if (some.length <= mostAnnotations) return some.map((group) => annotation(group, placeOf));
      const rest = some.length - mostAnnotations + 1;
      const last = `::${severity}::${data(`${count(rest, `more ${severity}`)}: see the output of the step.`)}`;
      return [...some.slice(0, mostAnnotations - 1).map((group) => annotation(group, placeOf)), last];
    })
    .map((line) => `${line}\n`)
    .join('');
}

function annotation({ diagnostic, nodes }: DiagnosticGroup, placeOf: (file: string) => string): string {
  const { severity, code, span, detail, hint, address } = diagnostic;
  const where = [
    ...(nodes.length > 3 ? [`${nodes.length} nodes`] : nodes),
    ...(address === undefined ? [] : [address]),
  ];
  const properties = [
    ...(span === undefined
      ? []
      : [
          `file=${property(placeOf(span.file))}`,
          `line=${span.start.line}`,
          `endLine=${Math.max(span.start.line, span.end.line)}`,
        ]),
    `title=${property(`${code}: ${summaryOf(diagnostic)}`)}`,
  ];
  const text = [
    ...(where.length === 0 ? [] : [where.join(' ')]),
    detail,
    ...(hint === undefined ? [] : [`fix: ${hint}`]),
  ].join('\n');
  return `::${severity} ${properties.join(',')}::${data(text)}`;
}

/** The runner ends a command at the line's end, so a line end is written as the escape that the runner knows. */
function data(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => escapeText(line).replaceAll('%', '%25'))
    .join('%0A');
}

function property(text: string): string {
  return escapeText(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
