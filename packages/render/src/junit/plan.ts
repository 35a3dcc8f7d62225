import {
  actionKinds,
  type Change,
  type Diagnostic,
  formatSpan,
  type NodePlan,
  type PlayPlan,
  summaryOf,
} from '@setpoint/model';
import { type PlanReport, reportTitles } from '../report.ts';
import { describeExtent } from '../view/address-view.ts';
import { changeLines } from '../view/change-lines.ts';
import { type JunitCase, type JunitSuite, type JunitVerdict, renderSuites } from './suites.ts';

const bounds = { columns: 160, verbose: false, showAll: false } as const;

/**
 * A plan as JUnit XML: a suite for each node of each play, a case for each resource. A resource that would change has failed, one
 * that could not be planned is in error; the project and its policy are suites of their own when there is something to say.
 */
export function renderPlanJunit({ kind, plan, problems }: PlanReport): string {
  const suites = [
    ...problemSuite('project', problems, 'error'),
    ...problemSuite('policy', plan?.violations ?? [], 'failure'),
    ...(plan?.plays ?? []).flatMap((play) => play.nodes.map((node) => nodeSuite(play, node))),
  ];
  return renderSuites(reportTitles[kind], suites);
}

/** Problems that concern no node as JUnit XML; without any there is one case that passes. */
export function renderProblemsJunit(title: string, problems: readonly Diagnostic[]): string {
  const [suite] = problemSuite('project', problems, 'error');
  const valid = { name: 'project', group: 'project', properties: {}, cases: [{ name: 'is valid', verdicts: [] }] };
  return renderSuites(title, [suite ?? valid]);
}

function problemSuite(
  name: string,
  problems: readonly Diagnostic[],
  kind: JunitVerdict['kind'],
): readonly JunitSuite[] {
  const cases = problems.map((problem): JunitCase => {
    const place =
      problem.span === undefined ? (problem.address ?? problem.node ?? 'project') : formatSpan(problem.span);
    return { name: `${problem.code} ${place}`, verdicts: verdictsOf(problem, kind) };
  });
  return cases.length === 0 ? [] : [{ name, group: name, properties: {}, cases }];
}

function nodeSuite(play: PlayPlan, { node, status, changes, diagnostics }: NodePlan): JunitSuite {
  const planned = new Set(changes.map(({ address }) => address));
  const own = diagnostics.filter(
    ({ address, severity }) => severity === 'error' && (address === undefined || !planned.has(address)),
  );
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  return {
    name: node,
    group: play.name,
    properties: { play: play.name, status },
    cases: [
      ...changes.map((change) => changeCase(change, diagnostics)),
      ...own.map((problem) => ({ name: problem.address ?? `reading ${node}`, verdicts: verdictsOf(problem, 'error') })),
    ],
    ...(warnings.length === 0 ? {} : { output: warnings.map(problemText).join('\n') }),
  };
}

function changeCase(change: Change, diagnostics: readonly Diagnostic[]): JunitCase {
  const { address, action } = change;
  if (action === 'none') return { name: address, verdicts: [] };
  const problems = diagnostics.filter((problem) => problem.severity === 'error' && problem.address === address);
  const extent = describeExtent(change);
  const message = `${action}: ${actionKinds[action]}${extent === '' ? '' : ` (${extent})`}`;
  const place = change.source === undefined ? [] : [`declared in ${formatSpan(change.source)}`];
  const lines = changeLines(change, bounds).map(({ depth, text }) => '  '.repeat(depth) + text);
  const kind = action === 'unknown' ? 'error' : 'failure';
  return {
    name: address,
    verdicts: [
      { kind, type: action, message, text: [...place, ...lines].join('\n') },
      ...problems.flatMap((problem) => verdictsOf(problem, 'error')),
    ],
  };
}

/** A warning fails nothing. */
function verdictsOf(problem: Diagnostic, kind: JunitVerdict['kind']): readonly JunitVerdict[] {
  if (problem.severity === 'warning') return [];
  return [{ kind, type: problem.code, message: summaryOf(problem), text: problemText(problem) }];
}

function problemText({ code, detail, hint, span }: Diagnostic): string {
  return [
    `${code}: ${detail}`,
    ...(span === undefined ? [] : [`in ${formatSpan(span)}`]),
    ...(hint === undefined ? [] : [`fix: ${hint}`]),
  ].join('\n');
}
