import { formatSpan, summaryOf } from '@setpoint/model';
import type { DiagnosticGroup } from '../diagnostics/diagnostic.ts';
import { count } from '../text/count.ts';
import { inlineCode } from './quote.ts';

/** Room for all problems; what does not fit is counted. */
const mostCharacters = 12_000;
const mostDetailCharacters = 400;

/** Problems by cause as a list: code and summary, where, why. Empty when there is none. */
export function markdownProblems(groups: readonly DiagnosticGroup[]): string {
  if (groups.length === 0) return '';
  const items: string[] = [];
  let left = mostCharacters;
  for (const item of groups.map(problemItem)) {
    if (item.length >= left) break;
    items.push(item);
    left -= item.length + 1;
  }
  const rest = groups.length - items.length;
  return [...items, ...(rest > 0 ? [`- and ${count(rest, 'more cause')}`] : []), ''].join('\n');
}

function problemItem({ diagnostic, nodes }: DiagnosticGroup): string {
  const { code, severity, span, address } = diagnostic;
  const where = [
    ...(span === undefined ? [] : [formatSpan(span)]),
    ...(nodes.length === 1 ? nodes : []),
    ...(address === undefined ? [] : [address]),
  ].map((text) => inlineCode(text, 120));
  const many = nodes.length > 1 ? [`${nodes.length} nodes`] : [];
  const places = [...where, ...many].join(', ');
  const detail = inlineCode(diagnostic.detail, mostDetailCharacters);
  return `- **${severity} ${code}: ${summaryOf(diagnostic)}**${places === '' ? '' : ` (${places})`}: ${detail}`;
}
