import type { Change, Plan, PlayPlan } from '@setpoint/model';
import { renderDiagnostics } from '../diagnostics/list.ts';
import type { SourceLookup } from '../diagnostics/source-frame.ts';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';
import { clip, listNames, wrapText } from '../text/fit.ts';
import { minWidth, type Palette, type TextOptions } from '../text/palette.ts';
import { groupChanges, groupSections, type Section } from '../view/play-view.ts';
import { describeRollout } from '../view/rollout.ts';
import { describeNoChanges, describeTotals } from '../view/totals.ts';
import { renderChange } from './change.ts';

export type PlanTextOptions = TextOptions & {
  /** Lists the titles of the operations too. */
  readonly verbose: boolean;
  /** Shows long values and differences in full. */
  readonly showAll: boolean;
  /** Source lines for the frames of the plan's diagnostics. */
  readonly sources: SourceLookup;
};

/**
 * A plan for a terminal: its limits, then per play every change once with the nodes it happens on, the problems by cause, and
 * the totals last, where the eye ends. Written from the plan alone: equal plans give equal text. Every line is ended.
 */
export function renderPlan(plan: Plan, options: PlanTextOptions): string {
  const width = Math.max(options.width, minWidth);
  const { palette } = options;
  const diagnostics = plan.plays.flatMap((play) => play.nodes.flatMap((node) => node.diagnostics));
  const parts = [
    renderLimits(plan, palette),
    ...plan.plays.map((play) => renderPlay(play, { ...options, width })),
    renderDiagnostics(diagnostics, { ...options, width }),
    renderPolicy(plan, { ...options, width }),
    renderTotals(plan, { palette, width }) + renderTroubles(plan, palette),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function renderLimits({ limits }: Plan, palette: Palette): string {
  if (limits.length === 0) return '';
  return `${palette.yellow(`Limited by ${limits.map(escapeText).join(' ')}: this is not the whole plan.`)}\n`;
}

/** What the policy does not allow stands right above the totals, because it decides whether anything can be applied. */
function renderPolicy({ violations = [], allowed = [] }: Plan, options: PlanTextOptions): string {
  const { palette, width } = options;
  const names = allowed.map(escapeText).join(' ');
  const granted = allowed.length === 0 ? [] : wrapText(`Allowed by name although the policy asks: ${names}`, width);
  const told = granted.map((line) => `${palette.yellow(line)}\n`).join('');
  if (violations.length === 0) return told;
  const title = palette.bold(palette.red('The policy of the project does not allow this plan:'));
  return `${told}${title}\n\n${renderDiagnostics(violations, options)}`;
}

function renderPlay(play: PlayPlan, options: PlanTextOptions): string {
  const sections = groupSections(groupChanges(play));
  if (sections.length === 0) return '';
  const name = options.palette.bold(clip(escapeText(play.name), options.width - 10));
  const heading = `${name}${options.palette.dim(` · ${describeRollout(play)}`)}`;
  const body = sections.map((section) => renderSection(section, options));
  return [`${heading}\n`, ...body].join('\n');
}

function renderSection({ nodes, changes }: Section, options: PlanTextOptions): string {
  const names = listNames(nodes.map(escapeText), 'nodes', options.width - 2);
  const blocks = changes.map((change: Change) => renderChange(change, options));
  return `  ${options.palette.cyan(names)}\n${blocks.join('')}`;
}

function renderTotals(plan: Plan, { palette, width }: TextOptions): string {
  const text = describeNoChanges(plan) ?? `Plan: ${describeTotals(plan)}`;
  return wrapText(text, width)
    .map((line) => `${palette.bold(line)}\n`)
    .join('');
}

/** Nodes that the totals of changes do not cover. */
function renderTroubles(plan: Plan, palette: Palette): string {
  const nodePlans = plan.plays.flatMap((play) => play.nodes);
  const incomplete = new Set(nodePlans.filter((node) => node.status === 'incomplete').map((node) => node.node)).size;
  const { failedNodes, nodes } = plan.totals;
  const failed =
    failedNodes > 0 ? [palette.red(`${failedNodes} of ${count(nodes, 'node')} failed: nothing planned there.`)] : [];
  const partly = incomplete > 0 ? [palette.yellow(`${incomplete} of ${count(nodes, 'node')} planned in part.`)] : [];
  return [...failed, ...partly].map((line) => `${line}\n`).join('');
}
