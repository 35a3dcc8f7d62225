import { type Edit, type EditValue, editValue, isUnknown } from '@setpoint/model';
import type { UserDeclared, UserState } from './declared.ts';

/**
 * The edit of the further groups. The primary group counts as one of them only where it is declared, and then it is had already:
 * whether the group file lists it too makes no difference.
 */
export function groupsEdits(declared: UserDeclared, state: UserState | undefined): readonly Edit[] {
  if (declared.groups === null) return [];
  if (state === undefined) return creation(declared.groups);
  const { groups } = state;
  if (isUnknown(groups)) {
    const before: EditValue = { kind: 'unknown', cause: groups.cause };
    return [{ path: 'groups', before, after: editValue(declared.groups) }];
  }
  const { missing, surplus } = groupChanges(declared, { ...state, groups });
  if (missing.length === 0 && surplus.length === 0) return [];
  const found = groups.map((group) => group.name).sort();
  const after = [...found.filter((name) => !surplus.includes(name)), ...missing].sort();
  return [{ path: 'groups', before: editValue(found), after: editValue(after) }];
}

function creation(groups: readonly string[]): readonly Edit[] {
  return groups.length === 0 ? [] : [{ path: 'groups', before: editValue(undefined), after: editValue(groups) }];
}

type KnownGroups = Exclude<UserState['groups'], { kind: 'unknown' }>;

/** The declared groups that the account lacks and the names of those that it has too many. */
export function groupChanges(
  { groups, group, append }: UserDeclared,
  state: Omit<UserState, 'groups'> & { readonly groups: KnownGroups },
): { readonly missing: readonly string[]; readonly surplus: readonly string[] } {
  const wanted = groups ?? [];
  const primary = group === null ? [state.group, String(state.gid)] : [group];
  const isWanted = (found: { readonly name: string; readonly gid: number | null }): boolean =>
    wanted.includes(found.name) || wanted.includes(String(found.gid));
  return {
    missing: wanted.filter(
      (name) =>
        !primary.includes(name) && !state.groups.some((found) => found.name === name || String(found.gid) === name),
    ),
    surplus: append
      ? []
      : state.groups.filter((found) => !isWanted(found) && !primary.includes(found.name)).map((found) => found.name),
  };
}
