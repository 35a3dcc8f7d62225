import type { Change } from '@setpoint/model';

/** What a change says of its safeguard: `undone by the node unless confirmed within 60 s`; undefined when it has none. */
export function safeguardText({ confirmWithinMs }: Change): string | undefined {
  return confirmWithinMs === undefined
    ? undefined
    : `undone by the node unless confirmed within ${confirmWithinMs / 1000} s`;
}
