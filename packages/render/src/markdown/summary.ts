import type { Action, Plan } from '@setpoint/model';
import { actionSymbols } from '../view/change-lines.ts';

/** Rows in the order in which they frighten. */
const rows: readonly Action[] = ['delete', 'replace', 'unknown', 'update', 'run', 'create', 'none'];

const words: Readonly<Record<Action, string>> = {
  delete: 'delete',
  replace: 'replace',
  unknown: 'could not be told',
  update: 'update',
  run: 'run',
  create: 'create',
  none: 'unchanged',
};

/** The totals as a table, one row for each action that occurs: how many resources on how many nodes; then the nodes that were not read. */
export function summaryTable(plan: Plan): readonly string[] {
  const { totals } = plan;
  const nodes = nodesByAction(plan);
  const counted = rows.filter((action) => totals.actions[action] > 0);
  const incomplete = nodesWith(plan, 'incomplete');
  return [
    '| | action | resources | nodes |',
    '| :-: | --- | --: | --: |',
    ...counted.map(
      (action) =>
        `| \`${actionSymbols[action]}\` | ${words[action]} | ${totals.actions[action]} | ${nodes.get(action)?.size ?? 0} |`,
    ),
    ...(totals.failedNodes > 0 ? [`| \`!\` | **failed: nothing planned there** | | ${totals.failedNodes} |`] : []),
    ...(incomplete > 0 ? [`| \`!\` | **planned in part** | | ${incomplete} |`] : []),
    `| | **all** | **${totals.resources}** | **${totals.nodes}** |`,
    '',
  ];
}

function nodesByAction({ plays }: Plan): ReadonlyMap<Action, ReadonlySet<string>> {
  const found = new Map<Action, Set<string>>();
  for (const { node, changes } of plays.flatMap((play) => play.nodes)) {
    for (const { action } of changes) {
      const nodes = found.get(action) ?? new Set();
      nodes.add(node);
      found.set(action, nodes);
    }
  }
  return found;
}

function nodesWith({ plays }: Plan, status: 'incomplete'): number {
  const nodes = plays.flatMap((play) => play.nodes).filter((node) => node.status === status);
  return new Set(nodes.map(({ node }) => node)).size;
}
