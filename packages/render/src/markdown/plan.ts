import type { Action, Plan } from '@setpoint/model';
import { groupByCause } from '../diagnostics/list.ts';
import { nodeProblems, type PlanReport, reportTitles } from '../report.ts';
import { count } from '../text/count.ts';
import { type AddressBlock, groupAddresses } from '../view/address-view.ts';
import type { Danger } from '../view/danger.ts';
import { describeRollout } from '../view/rollout.ts';
import { describeNoChanges, describeTotals } from '../view/totals.ts';
import { bytesOf, fitBlocks } from './budget.ts';
import { addressBlock } from './change.ts';
import { destructiveTexts } from './destructive.ts';
import { markdownProblems } from './problems.ts';
import { inlineCode } from './quote.ts';
import { summaryTable } from './summary.ts';

/**
 * Longest markdown that is made, in bytes of UTF-8. GitHub refuses a comment of more than 65,536 characters and of more than
 * 262,144 bytes, GitLab one of 1,000,000 characters; a text has never more characters than bytes, and the caller may add words.
 */
export const mostMarkdownBytes = 60_000;

/** Room of the parts that may be long; the rest is for the changes. */
const mostBytes = { violations: 8000, problems: 10_000, destructive: 26_000, reserved: 12_000, tail: 1500 } as const;

const headings: Readonly<Record<Danger, string>> = {
  destructive: 'Destructive',
  unknown: 'Could not be told',
  changed: 'Changes',
  created: 'Creations',
};

/** Found again by whoever updates a comment in place; a name tells several previews of one pull request apart. */
export function planMarker(name?: string): string {
  return name === undefined ? '<!-- setpoint:plan -->' : `<!-- setpoint:plan ${name} -->`;
}

/** What a marker's name may be: it can neither end the comment it stands in nor be taken for anything else. */
export const markerNamePattern = /^[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*$/;

/**
 * A plan for a pull request: exact totals first, then what the policy does not allow, problems, what destroys, and every change
 * once, each collapsed over its difference. At most 60,000 bytes: what does not fit is told in one line, then counted, but
 * everything that destroys is named.
 */
export function renderPlanMarkdown(report: PlanReport, markerName?: string): string {
  const { plan, kind, problems } = report;
  const lead = [planMarker(markerName), `### ${reportTitles[kind]}`, ''];
  const trouble = [...problems, ...nodeProblems(plan)];
  if (plan === undefined) {
    const causes = groupByCause(trouble);
    const errors = causes.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
    return [
      ...lead,
      `**Nothing was planned: ${count(errors, 'error')}.**`,
      '',
      ...markdownProblems(causes, 50_000),
    ].join('\n');
  }
  const violations = plan.violations ?? [];
  const start = [
    ...lead,
    `**${describeNoChanges(plan) ?? describeTotals(plan)}**`,
    '',
    ...summaryTable(plan),
    ...limitLines(plan),
    ...rolloutLines(plan),
    ...(violations.length === 0
      ? []
      : [
          `#### Not allowed by the policy (${violations.length})`,
          '',
          ...markdownProblems(groupByCause(violations), mostBytes.violations),
        ]),
    ...allowedLines(plan),
    ...(trouble.length === 0
      ? []
      : [`#### Problems (${trouble.length})`, '', ...markdownProblems(groupByCause(trouble), mostBytes.problems)]),
  ].join('\n');
  return [start, ...changeTexts(plan, mostMarkdownBytes - bytesOf(start) - mostBytes.tail)].join('\n');
}

function changeTexts(plan: Plan, roomBytes: number): readonly string[] {
  const blocks = plan.plays.flatMap(groupAddresses);
  const of = (danger: Danger): readonly AddressBlock[] => blocks.filter((block) => block.danger === danger);
  const destructive = section('destructive', of('destructive'), (some) =>
    destructiveTexts(some, mostBytes.destructive),
  );
  const rest = [...of('unknown'), ...hazardousFirst(of('changed')), ...of('created')];
  const parts = rest.map((block) => ({ ...addressBlock(block), block }));
  const left = roomBytes - bytesOf(destructive.join('\n'));
  const { texts, omitted } = fitBlocks(parts, { bytes: left, reservedBytes: mostBytes.reserved });
  const shown = rest.slice(0, texts.length).map((block, index) => ({ block, text: texts[index] ?? '' }));
  const sections = (['unknown', 'changed', 'created'] as const).flatMap((danger) => {
    const some = shown.filter(({ block }) => block.danger === danger);
    return section(danger, of(danger), () => some.map(({ text }) => text));
  });
  return [...destructive, ...sections, ...omittedLines(omitted.map(({ block }) => block))];
}

/** Under its heading, with the number of resources on nodes that it stands for. */
function section(
  danger: Danger,
  blocks: readonly AddressBlock[],
  textsOf: (blocks: readonly AddressBlock[]) => readonly string[],
): readonly string[] {
  if (blocks.length === 0) return [];
  const amount = blocks.reduce((sum, { nodes }) => sum + nodes, 0);
  return [`#### ${headings[danger]} (${amount})`, '', ...textsOf(blocks), ''];
}

function hazardousFirst(blocks: readonly AddressBlock[]): readonly AddressBlock[] {
  return [...blocks.filter(({ hazardous }) => hazardous), ...blocks.filter(({ hazardous }) => !hazardous)];
}

function limitLines({ limits }: Plan): readonly string[] {
  if (limits.length === 0) return [];
  return [`> **Limited** by ${firstNames(limits)}: this is not the whole plan.`, ''];
}

function allowedLines({ allowed = [] }: Plan): readonly string[] {
  return allowed.length === 0 ? [] : [`Allowed by name although the policy asks: ${firstNames(allowed)}.`, ''];
}

function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => inlineCode(name, 60));
  const rest = names.length - shown.length;
  return `${shown.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** How the plays go; one that simply goes to all its nodes at once needs no word. */
function rolloutLines({ plays }: Plan): readonly string[] {
  if (plays.length < 2 && plays.every(({ rollout }) => rollout === undefined)) return [];
  const shown = plays.slice(0, 10).map((play) => `- ${inlineCode(play.name, 60)}: ${describeRollout(play)}`);
  const rest = plays.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${count(rest, 'more play')}`] : []), ''];
}

function omittedLines(omitted: readonly AddressBlock[]): readonly string[] {
  if (omitted.length === 0) return [];
  const amounts = new Map<Action, number>();
  for (const { variants, nodes } of omitted) {
    const { action } = variants[0].change;
    amounts.set(action, (amounts.get(action) ?? 0) + nodes);
  }
  const total = omitted.reduce((sum, { nodes }) => sum + nodes, 0);
  const parts = [...amounts].map(([action, amount]) => `${amount} ${action}`);
  return [
    `_${count(total, 'more change')} not shown here for length (${parts.join(', ')}); the totals above are exact, and the HTML report has all._`,
    '',
  ];
}
