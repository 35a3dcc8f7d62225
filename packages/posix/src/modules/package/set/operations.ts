import type { Edit, Observed, Work } from '@setpoint/model';
import type { PackageDeclared } from '../declared.ts';
import { staleReason } from '../manager-state.ts';
import { partOf } from '../operations.ts';
import { type PackageChange, transactionOperation } from '../transaction.ts';
import { changesOf, isOpen, type PackageSetState } from './state.ts';

/** The work that makes the edits true: the packages that the plan names, or those that the node finds once it can. */
export function packageSetOperations(
  declared: PackageDeclared,
  edits: readonly Edit[],
  observed: Observed<PackageSetState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  const manager = state?.manager ?? 'apt';
  if (state !== undefined && !isOpen(declared, state)) {
    const changes = changesOf(state).map((part) => partOf(part.declared, part.edits, part.state));
    return { operations: [transactionOperation({ manager, refresh: false, changes })], reasons: [] };
  }
  const change = transactionOperation({ manager, refresh: false, changes: [openChange(declared)] });
  const reason = state === undefined ? undefined : refreshReason(declared, state);
  if (reason === undefined) return { operations: [change], reasons: [] };
  return { operations: [transactionOperation({ manager, refresh: true, changes: [] }), change], reasons: [reason] };
}

function refreshReason({ name, cacheValidTimeSeconds }: PackageDeclared, state: PackageSetState): string | undefined {
  if (state.awaits !== undefined || state.lists === 'pending') return undefined;
  return staleReason(state.lists, cacheValidTimeSeconds) ?? `the package lists of the node have no package for ${name}`;
}

function openChange({ name, state, onlyUpgrade, options }: PackageDeclared): PackageChange {
  const act =
    state === 'absent'
      ? 'remove'
      : state === 'purged'
        ? 'purge'
        : state === 'latest' && onlyUpgrade
          ? 'upgrade'
          : 'install';
  return {
    name,
    act,
    version: null,
    declaredVersion: null,
    file: null,
    marksManual: false,
    hold: null,
    options,
    set: { latest: state === 'latest', onlyUpgrade },
  };
}
