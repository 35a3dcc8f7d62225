import type { Edit, Observed, UnknownCause } from '@setpoint/model';
import type { PackageManagerName } from '../../../package-managers/manager.ts';
import type { PackageDeclared, PackageState } from '../declared.ts';
import { diffPackage } from '../diff.ts';
import type { ListsState } from '../manager-state.ts';

/** What was found of the packages that one name stands for. */
export type PackageSetState = {
  readonly manager: PackageManagerName;
  readonly lists: ListsState;
  readonly members: readonly PackageSetPart[];
  /** True when a change of this plan makes the packages so, whatever they are. */
  readonly settled: boolean;
  /** Why it is not known yet which packages these are; absent when it is. */
  readonly awaits?: UnknownCause;
};

/** One of the packages, as if it were declared alone. */
export type PackageSetPart = { readonly declared: PackageDeclared; readonly state: PackageState };

/** A part that is to be changed, and what differs of it. */
export type PackageSetChange = PackageSetPart & { readonly edits: readonly Edit[] };

/** The parts that differ from the declaration. */
export function changesOf({ members }: PackageSetState): readonly PackageSetChange[] {
  return members
    .map((part) => ({ ...part, edits: diffPackage(part.declared, present(part.state)) }))
    .filter(({ edits }) => edits.length > 0);
}

/** A state as an observation. */
export function present(state: PackageState): Observed<PackageState> {
  return { kind: 'present', state };
}

/** True for a declaration that keeps the packages from being there. */
export function isRemoval({ state }: PackageDeclared): boolean {
  return state === 'absent' || state === 'purged';
}

/** True when only refreshed lists, or an earlier change of the plan, can tell which packages these are. */
export function isOpen(declared: PackageDeclared, state: PackageSetState): boolean {
  if (state.settled || isRemoval(declared)) return false;
  return state.awaits !== undefined || state.lists !== 'read' || (state.members.length === 0 && !declared.onlyUpgrade);
}
