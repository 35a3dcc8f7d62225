import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { PackageManagerValue } from '../../queries/package-manager.ts';

/** What the package lists of a node are good for: `old` ones are older than was declared. */
export type ListsState = 'missing' | 'outdated' | 'old' | 'read' | 'pending';

/** The lists of a node, when they may have an age in seconds; null for any. */
export function listsState(manager: PackageManagerValue | undefined, validSeconds: number | null): ListsState {
  if (manager === undefined) return 'missing';
  if (manager.lists !== 'read' || validSeconds === null) return manager.lists;
  return manager.ageSeconds > validSeconds ? 'old' : 'read';
}

/** Why lists must be refreshed before anything is done by them; undefined when they need not be. */
export function staleReason(lists: ListsState, validSeconds: number | null): string | undefined {
  switch (lists) {
    case 'missing':
      return 'the node has no package lists yet';
    case 'outdated':
      return 'the package sources changed after the package lists were refreshed';
    case 'old':
      return `the package lists are older than ${validSeconds ?? 0} s`;
    case 'pending':
    case 'read':
      return undefined;
    default:
      return lists satisfies never;
  }
}

/** Why the package manager would not begin. */
export function interruptedProblems(manager: PackageManagerValue | undefined): readonly Diagnostic[] {
  if (manager?.interrupted !== true) return [];
  const detail =
    'dpkg was ended in the middle of its work on this node, and apt refuses to begin until it is finished.';
  return [errorDiagnostic('SP630', { detail, hint: 'dpkg --configure -a' })];
}
