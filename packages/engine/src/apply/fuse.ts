import type { Operation, RunAs } from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';

/** An operation of a change, as planned. */
export type Share = { readonly planned: PlannedResource; readonly operation: Operation };

/** What becomes one step of a wave. */
export type Part = {
  readonly operation: Operation;
  /** The planned operations that it carries out. */
  readonly shares: readonly Share[];
  readonly runAs: RunAs;
  /** How many parts right before it belong to the resources for which it is done, and how many of these to the first of them. */
  readonly closes?: { readonly parts: number; readonly first: number };
};

/** The operations of the changes in order, adjacent ones of one type fused where their module can. */
export function fuseAdjacent(
  wave: readonly PlannedResource[],
  { closes }: { readonly closes: boolean },
): readonly Part[] {
  return groupAdjacent(wave).flatMap((group) => (closes ? closeTogether(group) : undefined) ?? fuse(group));
}

function groupAdjacent(wave: readonly PlannedResource[]): readonly (readonly PlannedResource[])[] {
  const groups: PlannedResource[][] = [];
  for (const planned of wave) {
    const last = groups.at(-1);
    const fits = last?.[0]?.module === planned.module && last[0].resource.runAs === planned.resource.runAs;
    if (fits && planned.module.merge !== undefined) last.push(planned);
    else groups.push([planned]);
  }
  return groups;
}

function fuse(group: readonly PlannedResource[]): readonly Part[] {
  const shares = sharesOf(group);
  const module = group[0]?.module;
  const runAs = group[0]?.resource.runAs;
  const isWhole = shares.length > 1 && module?.closes === undefined;
  const fused = isWhole ? module?.merge?.(shares.map((share) => share.operation)) : undefined;
  if (fused !== undefined) return [{ operation: fused, shares, runAs }];
  return shares.map((share) => ({ operation: share.operation, shares: [share], runAs }));
}

/**
 * What each resource does first, and then, once for all of them, what closes it. Undefined where that is nothing for two of them, or
 * where one goes on after it, which could be what the next one waits for.
 */
function closeTogether(group: readonly PlannedResource[]): readonly Part[] | undefined {
  const [first] = group;
  const { closes, merge } = first?.module ?? {};
  if (first === undefined || closes === undefined || merge === undefined) return undefined;
  const shares = sharesOf(group);
  const closing = shares.filter(({ operation }) => closes(operation));
  const isLast = closing.every(({ planned, operation }) => planned.change.operations.at(-1) === operation);
  if (closing.length < 2 || !isLast) return undefined;
  const operation = merge(closing.map((share) => share.operation));
  if (operation === undefined) return undefined;
  const { runAs } = first.resource;
  const others = shares.filter((share) => !closing.includes(share));
  const firstClosed = group.indexOf(closing[0]?.planned ?? first);
  const isOfFirst = ({ planned }: Share): boolean => group.indexOf(planned) <= firstClosed;
  return [
    ...others.map((share) => ({ operation: share.operation, shares: [share], runAs })),
    { operation, shares: closing, runAs, closes: { parts: others.length, first: others.filter(isOfFirst).length } },
  ];
}

function sharesOf(group: readonly PlannedResource[]): readonly Share[] {
  return group.flatMap((planned) => planned.change.operations.map((operation) => ({ planned, operation })));
}
