import type { Plan, PlayPlan } from '@setpoint/model';
import { groupByCause } from '../diagnostics/list.ts';
import { count } from '../text/count.ts';
import { groupChanges } from '../view/play-view.ts';
import { describeRollout } from '../view/rollout.ts';
import { describeNoChanges, describeTotals } from '../view/totals.ts';
import { fitBlocks, type MarkdownBlock } from './budget.ts';
import { changeBlock, dangerRank } from './change.ts';
import { markdownProblems } from './problems.ts';
import { inlineCode } from './quote.ts';

/** Longest markdown that is made: a comment on GitHub may have 65,536 characters, and the caller may add words of its own. */
export const mostMarkdownCharacters = 60_000;

/** Found again by whoever updates a comment in place. */
export const planMarker = '<!-- setpoint:plan -->';

/** Room kept for headings, limits and the words that tell what was left out. */
const frameCharacters = 4000;

/**
 * A plan for a pull request: exact totals first, then problems, then every change once, the dangerous ones first, each
 * collapsed over its difference. Always below 60,000 characters: what does not fit is told in one line, then counted.
 */
export function renderPlanMarkdown(plan: Plan): string {
  const head = [planMarker, `### Setpoint plan`, '', `**${describeNoChanges(plan) ?? describeTotals(plan)}**`, ''];
  const diagnostics = plan.plays.flatMap((play) => play.nodes.flatMap((node) => node.diagnostics));
  const problems = markdownProblems(groupByCause(diagnostics));
  const start = [...head, ...limitLines(plan), ...troubleLines(plan), problems].join('\n');
  const blocks = plan.plays.flatMap(playBlocks).sort((left, right) => left.rank - right.rank);
  const { texts, omitted } = fitBlocks(blocks, mostMarkdownCharacters - frameCharacters - start.length);
  return [start, ...headings(plan), ...texts, ...omittedLines(omitted)].join('\n');
}

function limitLines({ limits }: Plan): readonly string[] {
  if (limits.length === 0) return [];
  const shown = limits.slice(0, 5).map((limit) => inlineCode(limit, 60));
  const rest = limits.length - shown.length;
  return [`> **Limited** by ${shown.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}: this is not the whole plan.`, ''];
}

function troubleLines({ totals, plays }: Plan): readonly string[] {
  const nodes = plays.flatMap((play) => play.nodes);
  const incomplete = new Set(nodes.filter((node) => node.status === 'incomplete').map((node) => node.node)).size;
  const parts = [
    ...(totals.failedNodes > 0
      ? [`${totals.failedNodes} of ${count(totals.nodes, 'node')} failed: nothing planned there.`]
      : []),
    ...(incomplete > 0 ? [`${incomplete} of ${count(totals.nodes, 'node')} planned in part.`] : []),
  ];
  return parts.length === 0 ? [] : [`> ${parts.join(' ')}`, ''];
}

/** The plays by name, since the changes below are sorted by danger over all of them. */
function headings({ plays }: Plan): readonly string[] {
  const shown = plays.slice(0, 10).map((play) => `- ${inlineCode(play.name, 60)}: ${describeRollout(play)}`);
  const rest = plays.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${count(rest, 'more play')}`] : []), ''];
}

function playBlocks(play: PlayPlan): readonly (MarkdownBlock & { readonly rank: number })[] {
  return groupChanges(play).map((block) => ({ ...changeBlock(block), rank: dangerRank(block.change) }));
}

function omittedLines(omitted: readonly MarkdownBlock[]): readonly string[] {
  if (omitted.length === 0) return [];
  const actions = new Map<string, number>();
  for (const { action } of omitted) actions.set(action, (actions.get(action) ?? 0) + 1);
  const parts = [...actions].map(([action, amount]) => `${amount} ${action}`);
  return [
    '',
    `_${count(omitted.length, 'more change')} not shown here for length (${parts.join(', ')}); the totals above are exact._`,
    '',
  ];
}
