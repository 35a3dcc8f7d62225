import type { PlayPlan } from '@setpoint/model';
import { count } from '../text/count.ts';

/** How wide a play goes and how fast: `12 nodes, 1 first, then 25% at a time, stops after 2 failures`. */
export function describeRollout({ nodes, rollout = {} }: PlayPlan): string {
  const { canary, batch, maxFailed } = rollout;
  return [
    count(nodes.length, 'node'),
    ...(canary === undefined ? [] : [`${canary} first`]),
    ...(batch === undefined ? [] : [`${canary === undefined ? '' : 'then '}${batch} at a time`]),
    ...(maxFailed === undefined ? [] : [`at most ${count(maxFailed, 'failure')}`]),
  ].join(', ');
}
