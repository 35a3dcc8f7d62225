import type { Change } from '@setpoint/model';

/** What a change says of its safeguard: `undone by the node unless confirmed within 60 s`; undefined when it has none. */
export function safeguardText({ confirmWithinMs }: Change): string | undefined {
  return confirmWithinMs === undefined
    ? undefined
    : `undone by the node unless confirmed within ${confirmWithinMs / 1000} s`;
}

/** The advice to a change that can cut the way to its node and has no safeguard; undefined where there is no need for it. */
export function safeguardAdvice({ confirmWithinMs, operations }: Change): string | undefined {
  if (confirmWithinMs !== undefined) return undefined;
  const isRisky = operations.some(({ hazards }) => hazards.some(({ kind }) => kind === 'connectivity'));
  return isRisky ? 'with `confirm_within`, the node undoes it unless a new connection gets through' : undefined;
}
