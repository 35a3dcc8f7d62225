import { type Diagnostic, formatSpan, summaryOf } from '@setpoint/model';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';
import { clip, listNames, wrapText } from '../text/fit.ts';
import { minWidth, type TextOptions } from '../text/palette.ts';
import { renderFrame, type SourceLookup } from './source-frame.ts';

export type DiagnosticOptions = TextOptions & { readonly sources: SourceLookup };

/** A diagnostic and the nodes on which it is the same. */
export type DiagnosticGroup = { readonly diagnostic: Diagnostic; readonly nodes: readonly string[] };

/** Lines of one diagnostic: enough for one reason, its place and its fix, few enough to read twenty of them. */
const mostLines = 12;
const mostRelated = 2;

/** One diagnostic for a terminal: code, summary, place, frame, reason and fix in at most 12 lines, each ended. */
export function renderDiagnostic(diagnostic: Diagnostic, options: DiagnosticOptions): string {
  return renderGroup({ diagnostic, nodes: diagnostic.node === undefined ? [] : [diagnostic.node] }, options);
}

/** One diagnostic that is the same on several nodes, in the form of `renderDiagnostic`. */
export function renderGroup({ diagnostic, nodes }: DiagnosticGroup, options: DiagnosticOptions): string {
  const { palette } = options;
  const width = Math.max(options.width, minWidth);
  const paint = diagnostic.severity === 'error' ? palette.red : palette.yellow;
  const top = [
    `${palette.bold(paint(`${diagnostic.severity}[${diagnostic.code}]`))}${palette.bold(`: ${summaryOf(diagnostic)}`)}`,
    ...placeOf(diagnostic, nodes, width).map((place) => `  ${palette.cyan('-->')} ${place}`),
    ...(diagnostic.span === undefined ? [] : renderFrame(diagnostic.span, { ...options, width })),
    ...relatedOf(diagnostic, width),
  ];
  const hint = diagnostic.hint === undefined ? [] : [`  ${palette.green('fix:')} ${escapeText(diagnostic.hint)}`];
  const detail = shorten(detailOf(diagnostic, width), mostLines - top.length - hint.length);
  return [...top, ...detail.map((line) => `  ${line}`.trimEnd()), ...hint].map((line) => `${line}\n`).join('');
}

/** Where it is: the place in a file, the nodes, the resource, as far as they are known. */
function placeOf({ span, address }: Diagnostic, nodes: readonly string[], width: number): readonly string[] {
  const room = width - 6;
  const target = [
    ...(nodes.length === 0 ? [] : [listNames(nodes.map(escapeText), 'nodes', room)]),
    ...(address === undefined ? [] : [clip(escapeText(address), room)]),
  ].join(' ');
  if (span === undefined) return target === '' ? [] : [target];
  const place = escapeText(formatSpan(span));
  if (target === '') return [place];
  const both = `${place} (${target})`;
  return both.length <= room ? [both] : [place, target];
}

function relatedOf({ related = [] }: Diagnostic, width: number): readonly string[] {
  const shown = related
    .slice(0, mostRelated)
    .map(({ span, label }) => clip(`  note: ${escapeText(formatSpan(span))}: ${escapeText(label)}`, width));
  const rest = related.length - shown.length;
  return rest > 0 ? [...shown, `  note: and ${count(rest, 'more place')}`] : shown;
}

function detailOf({ detail }: Diagnostic, width: number): readonly string[] {
  const lines = detail.split(/\r?\n/).map(escapeText);
  return wrapText(lines.join('\n').trimEnd(), width - 2);
}

function shorten(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `… ${lines.length - most + 1} more lines`];
}
