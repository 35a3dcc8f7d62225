import type { PropertyDigests } from '@setpoint/engine';
import type { Address, NodePlan, NodeRun, Plan } from '@setpoint/model';
import type { Journal } from './read-journal.ts';
import { recordOf } from './run-record.ts';

/** A declaration that held at the end of a run. */
export type Applied = {
  readonly node: string;
  readonly address: Address;
  readonly key: string;
  readonly properties: PropertyDigests;
};

/** What a run declared and what was so at its end: what it made, and what was as declared already. */
export function appliedIn(journal: Journal): readonly Applied[] {
  const { declarations, plan } = journal.started;
  if (declarations === undefined) return [];
  const { key, sets, nodes } = declarations;
  const { nodes: ended, open } = recordOf(journal);
  const runs = new Map([...ended, ...open].map((each) => [each.node, each]));
  const plans = plansByNode(plan);
  return Object.entries(nodes).flatMap(([node, positions]) => {
    const unsettled = unsettledAddresses(plans.get(node) ?? [], runs.get(node));
    if (unsettled === 'all') return [];
    return positions.flatMap((position) => {
      const set = sets[position];
      return set === undefined || unsettled.has(set.address) ? [] : [{ node, key, ...set }];
    });
  });
}

function plansByNode({ plays }: Plan): ReadonlyMap<string, readonly NodePlan[]> {
  return Map.groupBy(
    plays.flatMap((play) => play.nodes),
    ({ node }) => node,
  );
}

/** The resources of a node of which the run does not prove that they are as declared. */
function unsettledAddresses(plans: readonly NodePlan[], run: NodeRun | undefined): ReadonlySet<Address> | 'all' {
  if (plans.length === 0 || plans.some((plan) => plan.status === 'failed') || run?.status === 'unreachable')
    return 'all';
  const changes = plans.flatMap((plan) => plan.changes);
  const settled = new Map<Address, boolean>();
  for (const { address, outcome } of run?.outcomes ?? []) {
    const isGood = outcome.status === 'done' || outcome.status === 'satisfied';
    settled.set(address, isGood && (settled.get(address) ?? true));
  }
  const open = changes.filter(
    ({ address, action, operations }) =>
      action === 'unknown' || (operations.length > 0 && settled.get(address) !== true),
  );
  const told = (run?.diagnostics ?? []).flatMap(({ severity, address }) =>
    severity === 'error' && address !== undefined ? [address] : [],
  );
  return new Set([...open.map(({ address }) => address), ...told]);
}
