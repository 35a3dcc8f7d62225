import type { Address, Outcome, Step } from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';
import { fuseAdjacent, type Part, type Share } from './fuse.ts';
import { hasOpenUnknowns } from './settle.ts';

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
  // Where everything goes on that can, each resource is whole by itself.
  const parts = fuseAdjacent(wave, { closes: !policy.keepGoing });
  const stepsOf = new Map<Address, number[]>();
  return parts.map((part, index) => {
    const needs = policy.keepGoing ? ownNeeds(part.shares, stepsOf, policy) : needsOf(index, parts);
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

/**
 * What closes adjacent resources is done when the first of them is, so that what went well is whole also where a later one failed; what
 * comes after it needs them all.
 */
function needsOf(index: number, parts: readonly Part[]): readonly number[] {
  const closes = parts[index]?.closes;
  const before = closes === undefined ? index - 1 : index - closes.parts + closes.first - 1;
  const isAfterClosing = parts[index - 1]?.closes !== undefined;
  return [...(isAfterClosing ? [index - 2] : []), before].filter((need) => need >= 0);
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
