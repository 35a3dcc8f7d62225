import { type Diagnostic, formatSpan, summaryOf } from '@setpoint/model';
import type { DiagnosticGroup } from '../diagnostics/diagnostic.ts';
import { groupByCause } from '../diagnostics/list.ts';
import { count } from '../text/count.ts';
import { text } from './markup.ts';

const mostProblems = 200;
const mostNodes = 30;

/** Problems by cause under a heading, errors first; empty when there is none. */
export function problemSection(title: string, problems: readonly Diagnostic[]): string {
  if (problems.length === 0) return '';
  const groups = groupByCause(problems);
  const items = groups.slice(0, mostProblems).map(problemItem);
  const rest = groups.length - items.length;
  const more = rest > 0 ? `<li class="problem">and ${count(rest, 'more cause')}</li>` : '';
  return `<section class="problems" aria-label="${text(title)}"><h2>${text(title)} <span class="amount">${groups.length}</span></h2><ul>${items.join('')}${more}</ul></section>`;
}

function problemItem({ diagnostic, nodes }: DiagnosticGroup): string {
  const { severity, code, span, address, detail, hint } = diagnostic;
  const rest = nodes.length - mostNodes;
  const places = [
    ...(span === undefined ? [] : [formatSpan(span)]),
    ...(address === undefined ? [] : [address]),
    ...nodes.slice(0, mostNodes),
  ];
  const where = places.map((place) => `<code>${text(place)}</code>`).join(' ');
  const lines = detail.split('\n').map(text).join('<br>');
  return [
    `<li class="problem ${severity}"><p><b>${severity} ${text(code)}</b> ${text(summaryOf(diagnostic))}</p>`,
    `<p>${lines}</p>`,
    ...(hint === undefined ? [] : [`<p class="fix">Fix: <code>${text(hint)}</code></p>`]),
    ...(where === '' ? [] : [`<p class="where">${where}${rest > 0 ? ` and ${count(rest, 'more node')}` : ''}</p>`]),
    '</li>',
  ].join('');
}
