import { type Diagnostic, formatSpan, sortDiagnostics } from '@setpoint/model';
import { count } from '../text/count.ts';
import { type DiagnosticGroup, type DiagnosticOptions, renderGroup } from './diagnostic.ts';

/** More than this many blocks are counted instead of shown: nobody mends more than these before the next run. */
export const mostDiagnostics = 50;

/**
 * All diagnostics for a terminal: errors first, each kind by file and place, the same cause on many nodes as one block, at most
 * 50 blocks, then one line with the totals. Empty when there is none.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticOptions): string {
  if (diagnostics.length === 0) return '';
  const groups = groupByCause(diagnostics);
  const blocks = groups.slice(0, mostDiagnostics).map((group) => renderGroup(group, options));
  return `${blocks.join('\n')}\n${options.palette.bold(totalLine(groups, groups.length - blocks.length))}\n`;
}

/**
 * Diagnostics with equal severity, code and reason on different nodes become one group, shown as the first of them;
 * one that names no node keeps its own place.
 */
export function groupByCause(diagnostics: readonly Diagnostic[]): readonly DiagnosticGroup[] {
  const sorted = sortDiagnostics(diagnostics);
  const groups = new Map<string, { readonly diagnostic: Diagnostic; readonly nodes: Set<string> }>();
  for (const severity of ['error', 'warning'] as const) {
    for (const diagnostic of sorted.filter((candidate) => candidate.severity === severity)) {
      const key = causeKey(diagnostic);
      const group = groups.get(key) ?? { diagnostic, nodes: new Set() };
      if (diagnostic.node !== undefined) group.nodes.add(diagnostic.node);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ diagnostic, nodes }) => ({ diagnostic, nodes: [...nodes] }));
}

function causeKey({ severity, code, detail, node, span, address }: Diagnostic): string {
  const place = span === undefined ? '' : formatSpan(span);
  const own = node === undefined ? `${place}\0${address ?? ''}` : '';
  return [severity, code, detail, node === undefined ? 'own' : 'node', own].join('\0');
}

/** Counts causes, not places: what has to be mended. */
function totalLine(groups: readonly DiagnosticGroup[], hidden: number): string {
  const errors = groups.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
  const warnings = groups.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  const rest = hidden > 0 ? `; ${count(hidden, 'more cause')} not shown` : '';
  return `${parts.join(' and ')}${rest}`;
}
