import type { Address, OperationOutcome, Outcome, OutcomeStatus, RunSummary } from '@setpoint/model';

/** Outcomes that are told; `satisfied` needed nothing and changed nothing. */
export type OutcomeKind = Exclude<OutcomeStatus, 'satisfied'>;

/** One operation with the nodes on which it ended the same way. */
export type OutcomeGroup = {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly address: Address;
  readonly nodes: readonly string[];
  readonly reason?: string;
  readonly output?: string;
};

/** Operations by what came of them, equal ones on several nodes together, in the order of the run. */
export function groupOutcomes({ nodes }: RunSummary): readonly OutcomeGroup[] {
  const groups = new Map<string, Omit<OutcomeGroup, 'nodes'> & { readonly nodes: string[] }>();
  for (const { node, outcomes } of nodes) {
    for (const entry of outcomes) {
      const told = tell(entry);
      if (told === undefined) continue;
      const key = [told.kind, told.address, told.title, told.reason ?? '', told.output ?? ''].join('\0');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { ...told, nodes: [node] });
      else if (group.nodes.at(-1) !== node) group.nodes.push(node);
    }
  }
  return [...groups.values()];
}

/** How many operations ended in which way, over all nodes. */
export function countOutcomes({ nodes }: RunSummary): Readonly<Record<OutcomeStatus, number>> {
  const counts = { done: 0, failed: 0, refused: 0, unknown: 0, 'not-started': 0, satisfied: 0 };
  for (const { outcome } of nodes.flatMap((node) => node.outcomes)) counts[outcome.status] += 1;
  return counts;
}

function tell({ address, title, outcome }: OperationOutcome): Omit<OutcomeGroup, 'nodes'> | undefined {
  if (outcome.status === 'satisfied') return undefined;
  const reason = reasonOf(outcome);
  const output = outcome.status === 'failed' && outcome.output?.trim() ? outcome.output : undefined;
  return {
    kind: outcome.status,
    title,
    address,
    ...(reason === undefined ? {} : { reason }),
    ...(output === undefined ? {} : { output }),
  };
}

function reasonOf(outcome: Exclude<Outcome, { readonly status: 'satisfied' }>): string | undefined {
  switch (outcome.status) {
    case 'done':
      return undefined;
    case 'failed':
      return outcome.exitCode === undefined ? outcome.reason : `${outcome.reason} (exit code ${outcome.exitCode})`;
    case 'refused':
    case 'unknown':
    case 'not-started':
      return outcome.reason;
    default:
      return outcome satisfies never;
  }
}
