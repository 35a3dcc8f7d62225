import type { Rollout } from '@setpoint/model';

/** Splits the nodes of a play into the batches of its roll-out, in order: the canary first, then equal batches. */
export function splitBatches<T>(nodes: readonly T[], rollout: Rollout | undefined): readonly (readonly T[])[] {
  const canary = Math.min(rollout?.canary ?? 0, nodes.length);
  const rest = nodes.slice(canary);
  const size = Math.max(1, batchSize(rollout?.batch, nodes.length));
  const batches: (readonly T[])[] = canary > 0 ? [nodes.slice(0, canary)] : [];
  for (let start = 0; start < rest.length; start += size) batches.push(rest.slice(start, start + size));
  return batches;
}

/** A share of the nodes is rounded up, so that the last batch is not a crumb. */
function batchSize(batch: Rollout['batch'], nodes: number): number {
  if (batch === undefined) return nodes;
  return typeof batch === 'number' ? batch : Math.ceil((nodes * Number.parseFloat(batch)) / 100);
}
