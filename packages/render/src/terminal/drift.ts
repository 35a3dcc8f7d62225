import type { Plan } from '@setpoint/model';
import { count } from '../text/count.ts';
import { describeNoChanges } from '../view/totals.ts';
import { type PlanTextOptions, renderPlan } from './plan.ts';

/** A plan read as a report: what differs from its declaration, in the form of `renderPlan`, then the finding in one line. */
export function renderDrift(plan: Plan, options: PlanTextOptions): string {
  const text = renderPlan(plan, options);
  if (describeNoChanges(plan) !== undefined) return text;
  return `${text}\n${options.palette.bold(describeDrift(plan))}\n`;
}

function describeDrift(plan: Plan): string {
  const nodes = plan.plays.flatMap((play) => play.nodes);
  const drifted = nodes.filter((node) => node.changes.some((change) => change.operations.length > 0));
  const resources = drifted.flatMap((node) => node.changes).filter((change) => change.operations.length > 0).length;
  const names = new Set(drifted.map((node) => node.node)).size;
  const differ = resources === 1 ? 'differs from its' : 'differ from their';
  return `Drift: ${count(resources, 'resource')} on ${names} of ${count(plan.totals.nodes, 'node')} ${differ} declaration.`;
}
