import type { Address, Operation, Outcome, ResourceModule, RunAs, Step } from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';
import { hasOpenUnknowns } from './settle.ts';

/** An operation of a change, as planned. */
export type Share = { readonly planned: PlannedResource; readonly operation: Operation };

/** One step of a wave and the planned operations it carries out: several when adjacent ones were fused. */
export type WaveStep = { readonly step: Step; readonly shares: readonly Share[] };

/** The changes at the front of the line that can be made in one program: all up to the first one that waits for a fact. */
export function takeWave(pending: readonly PlannedResource[]): readonly PlannedResource[] {
  const end = pending.findIndex(waitsForFacts);
  return end < 0 ? pending : pending.slice(0, end);
}

function waitsForFacts(planned: PlannedResource): boolean {
  const { module, resource } = planned;
  return hasOpenUnknowns(planned) && module.decidesOnNode?.(resource.declared) !== true;
}

/** How a step depends on others: on all before it, or only on what its resource depends on. */
export type WavePolicy = {
  readonly keepGoing: boolean;
  readonly dependencies: ReadonlyMap<Address, readonly Address[]>;
};

/** The steps of a wave in order, adjacent operations of one type fused where their module can. */
export function waveSteps(wave: readonly PlannedResource[], policy: WavePolicy): readonly WaveStep[] {
  const groups = groupAdjacent(wave);
  const parts = groups.flatMap((group) => fuse(group));
  const stepsOf = new Map<Address, number[]>();
  return parts.map((part, index) => {
    const needs = policy.keepGoing ? ownNeeds(part.shares, stepsOf, policy) : index === 0 ? [] : [index - 1];
    for (const { planned } of part.shares) {
      const { address } = planned.resource;
      stepsOf.set(address, [...(stepsOf.get(address) ?? []), index]);
    }
    return {
      shares: part.shares,
      step: { operation: part.operation, needs, ...(part.runAs === undefined ? {} : { runAs: part.runAs }) },
    };
  });
}

type Part = { readonly operation: Operation; readonly shares: readonly Share[]; readonly runAs: RunAs };

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
  const shares = group.flatMap((planned) => planned.change.operations.map((operation) => ({ planned, operation })));
  const runAs = group[0]?.resource.runAs;
  const fused = shares.length > 1 ? mergeOf(group[0]?.module)(shares.map((share) => share.operation)) : undefined;
  if (fused !== undefined) return [{ operation: fused, shares, runAs }];
  return shares.map((share) => ({ operation: share.operation, shares: [share], runAs }));
}

function mergeOf(module: ResourceModule | undefined): NonNullable<ResourceModule['merge']> {
  return module?.merge ?? (() => undefined);
}

function ownNeeds(
  shares: readonly Share[],
  stepsOf: ReadonlyMap<Address, readonly number[]>,
  policy: WavePolicy,
): readonly number[] {
  const addresses = shares.flatMap(({ planned }) => [
    planned.resource.address,
    ...producersOf(planned),
    ...(policy.dependencies.get(planned.resource.address) ?? []),
  ]);
  return [...new Set(addresses.flatMap((address) => stepsOf.get(address) ?? []))].sort((left, right) => left - right);
}

/** The resources whose changes make facts that a change relies on. */
export function producersOf({ change }: PlannedResource): readonly Address[] {
  return change.unknowns.flatMap((cause) => (cause.kind === 'after' ? [cause.address] : []));
}

/** True when the outcome lets what depends on it go on. */
export function isDone(outcome: Outcome): boolean {
  return outcome.status === 'done' || outcome.status === 'satisfied';
}
