import { type Mover, movers, type Plan } from '@setpoint/model';
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
  const total = `Drift: ${count(resources, 'resource')} on ${names} of ${count(plan.totals.nodes, 'node')} ${differ} declaration.`;
  return [total, ...describeMovers(plan)].join(' ');
}

const origins: Readonly<Record<Mover, string>> = {
  code: 'changed in the code',
  node: 'changed on the node',
  both: 'changed on both sides',
  'never-applied': 'never applied',
  untold: 'of unknown origin',
};

/** How many properties moved where since the last apply. */
function describeMovers(plan: Plan): readonly string[] {
  const edits = plan.plays.flatMap(({ nodes }) =>
    nodes.flatMap((node) => node.changes.flatMap((change) => change.edits)),
  );
  const parts = (Object.keys(movers) as Mover[]).flatMap((mover) => {
    const moved = edits.filter((edit) => edit.movedBy === mover).length;
    return moved === 0 ? [] : [`${moved} ${origins[mover]}`];
  });
  return parts.length === 0 ? [] : [`Of their properties: ${parts.join(', ')}.`];
}
