import { formatSpan, summaryOf } from '@setpoint/model';
import type { DiagnosticGroup } from '../diagnostics/diagnostic.ts';
import { count } from '../text/count.ts';
import { bytesOf } from './budget.ts';
import { inlineCode } from './quote.ts';

const mostDetailCharacters = 400;

/** Problems by cause as a list of at most so many bytes: code and summary, where, why, fix; then how many more there are. Empty when there is none. */
export function markdownProblems(groups: readonly DiagnosticGroup[], mostBytes: number): readonly string[] {
  if (groups.length === 0) return [];
  const items: string[] = [];
  let left = mostBytes;
  for (const item of groups.map(problemItem)) {
    if (bytesOf(item) >= left) break;
    items.push(item);
    left -= bytesOf(item) + 1;
  }
  const rest = groups.length - items.length;
  return [...items, ...(rest > 0 ? [`- and ${count(rest, 'more cause')}`] : []), ''];
}

function problemItem({ diagnostic, nodes }: DiagnosticGroup): string {
  const { code, severity, span, address, hint } = diagnostic;
  const where = [
    ...(span === undefined ? [] : [formatSpan(span)]),
    ...(nodes.length === 1 ? nodes : []),
    ...(address === undefined ? [] : [address]),
  ].map((text) => inlineCode(text, 120));
  const many = nodes.length > 1 ? [`${nodes.length} nodes`] : [];
  const places = [...where, ...many].join(', ');
  const detail = inlineCode(diagnostic.detail, mostDetailCharacters);
  const fix = hint === undefined ? '' : `; fix: ${inlineCode(hint, mostDetailCharacters)}`;
  return `- **${severity} ${code}: ${summaryOf(diagnostic)}**${places === '' ? '' : ` (${places})`}: ${detail}${fix}`;
}
