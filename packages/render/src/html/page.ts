import { createHash } from 'node:crypto';
import type { Plan } from '@setpoint/model';
import { nodeProblems, type PlanReport, reportTitles } from '../report.ts';
import { count } from '../text/count.ts';
import { describeNoChanges } from '../view/totals.ts';
import { reportData } from './data.ts';
import { reportScript, reportStyle } from './generated/assets.ts';
import { graphSection } from './graph/section.ts';
import { scriptData, text } from './markup.ts';
import { problemSection } from './problems.ts';
import { filterSection, summarySection } from './summary.ts';

/**
 * A plan as one HTML page that needs nothing else: totals, problems and the drawing are there without JavaScript; the list of
 * changes is searched and filtered by the page's own script. The page forbids itself the network and every other script.
 */
export function renderPlanHtml(report: PlanReport): string {
  const { plan, kind, problems } = report;
  const title = reportTitles[kind];
  const body = plan === undefined ? '' : planSections(plan);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<a class="skip" href="#changes">Skip to the changes</a>
<header class="top">
<div class="wide">
<p class="brand"><span class="mark" aria-hidden="true"></span>${text(title)}</p>
<div class="theme" role="group" aria-label="Colours" hidden><button type="button" data-theme="light">Light</button><button type="button" data-theme="auto">Auto</button><button type="button" data-theme="dark">Dark</button></div>
</div>
</header>
<main class="wide">
<h1>${text(headline(report))}</h1>
${plan === undefined ? '' : summarySection(plan)}
${problemSection('Not allowed by the policy', plan?.violations ?? [])}
${problemSection('Problems', [...problems, ...nodeProblems(plan)])}
${body}
</main>
<script>${reportScript}</script>
</body>
</html>
`;
}

function planSections(plan: Plan): string {
  return `${graphSection(plan)}
${filterSection(plan)}
<script type="application/json" id="data">${scriptData(reportData(plan))}</script>`;
}

function headline({ plan, problems }: PlanReport): string {
  if (plan !== undefined) return describeNoChanges(plan) ?? describeChanges(plan);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `Nothing was planned: ${count(errors, 'error')}.`;
}

/** The sum of what the tiles tell one by one. */
function describeChanges({ totals, plays }: Plan): string {
  const { resources, actions, nodes } = totals;
  const changing = plays
    .flatMap((play) => play.nodes)
    .filter(({ changes }) => changes.some(({ action }) => action !== 'none' && action !== 'unknown'));
  const names = new Set(changing.map(({ node }) => node)).size;
  return `${count(resources - actions.none - actions.unknown, 'change')} on ${names} of ${count(nodes, 'node')}`;
}

/** Nothing may be loaded, and of scripts and styles only the page's own run. */
function contentPolicy(): string {
  const own = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  return `default-src 'none'; script-src ${own(reportScript)}; style-src ${own(reportStyle)}; base-uri 'none'; form-action 'none'`;
}
