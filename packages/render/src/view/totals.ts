import { type Action, type HazardKind, hasChanges, hazardKinds, type Plan } from '@setpoint/model';
import { count } from '../text/count.ts';

/** How an action is counted, and whether it is told when there is none of it. */
const counted: Readonly<
  Record<Exclude<Action, 'none' | 'unknown'>, { readonly words: string; readonly always: boolean }>
> = {
  create: { words: 'to create', always: true },
  update: { words: 'to update', always: true },
  replace: { words: 'to replace', always: false },
  delete: { words: 'to delete', always: true },
  run: { words: 'to run', always: false },
};

/** The plan's totals in one line: `3 to create, 1 to update, 0 to delete; 12 unchanged; hazards: 1 data-loss`. */
export function describeTotals({ totals }: Plan): string {
  const { actions } = totals;
  const changes = (Object.keys(counted) as (keyof typeof counted)[])
    .filter((action) => counted[action].always || actions[action] > 0)
    .map((action) => `${actions[action]} ${counted[action].words}`);
  const rest = [`${actions.none} unchanged`, ...(actions.unknown > 0 ? [`${actions.unknown} unknown`] : [])];
  const hazards = describeHazards(totals.hazards);
  return [changes.join(', '), rest.join(', '), ...(hazards === '' ? [] : [`hazards: ${hazards}`])].join('; ');
}

/** What to say when there is nothing to apply; undefined when there is. Never "no changes" for a node that was not read. */
export function describeNoChanges(plan: Plan): string | undefined {
  if (hasChanges(plan)) return undefined;
  const { actions, resources, nodes, failedNodes } = plan.totals;
  const problems = plan.plays.some((play) => play.nodes.some((node) => node.status !== 'planned'));
  if (!problems && actions.none === resources) {
    const are = resources === 1 ? 'is' : 'are';
    return `No changes: ${count(resources, 'resource')} on ${count(nodes, 'node')} ${are} as declared.`;
  }
  const unread = [
    ...(failedNodes > 0 ? [`${count(failedNodes, 'node')} could not be read`] : []),
    ...(actions.unknown > 0 ? [`${count(actions.unknown, 'resource')} could not be told`] : []),
  ];
  const why = unread.length === 0 ? 'some resources could not be planned' : unread.join(' and ');
  return `Nothing to apply, but ${why}: ${actions.none} of ${count(resources, 'resource')} known to be as declared.`;
}

function describeHazards(hazards: Plan['totals']['hazards']): string {
  return (Object.keys(hazardKinds) as HazardKind[])
    .filter((kind) => (hazards[kind] ?? 0) > 0)
    .map((kind) => `${hazards[kind]} ${kind}`)
    .join(', ');
}
