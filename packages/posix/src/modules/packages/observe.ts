import type { Answers, Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { DueChangesQuery, DueChangesValue } from '../../queries/due-changes.ts';
import { type PackageManagerValue, packageManagerQuery } from '../../queries/package-manager.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { interruptedProblems, listsState, staleReason } from '../package/manager-state.ts';
import type { PackagesDeclared, PackagesState } from './declared.ts';

/** What is due on the node, and whether its lists can tell. */
export function packagesQueries({ upgrade, unneeded }: PackagesDeclared): Queries {
  const due: DueChangesQuery = { kind: 'due-changes', upgrade, unneeded };
  return { due, manager: packageManagerQuery };
}

/** What the answers come to, and why nothing can be changed by now if nothing can. */
export function observePackages(declared: PackagesDeclared, answers: Answers): TypedObservation<PackagesState> {
  const manager = foundValue<PackageManagerValue>(answers['manager']);
  for (const answer of Object.values(answers)) {
    if (answer.status === 'unknown') return { observed: { kind: 'unknown', cause: answer.cause }, problems: [] };
  }
  const { changes } = foundValue<DueChangesValue>(answers['due']) ?? { changes: [] };
  // Removing what nobody needs takes no lists.
  const validSeconds = declared.cacheValidTimeSeconds;
  const stale = declared.upgrade === '' ? undefined : staleReason(listsState(manager, validSeconds), validSeconds);
  const refresh = stale ?? '';
  const state: PackagesState = { manager: manager?.manager ?? 'apt', refresh, changes };
  const isChanged = refresh !== '' || changes.length > 0;
  return { observed: { kind: 'present', state }, problems: isChanged ? interruptedProblems(manager) : [] };
}
