import type { Ownership, OwnershipState } from './ownership.ts';

/** Owner, group and mode as they were, as far as they are to be restored. */
export function restoreOwnership(
  { owner, uid, group, gid, mode }: Omit<OwnershipState, 'mode'> & { readonly mode?: string },
  isRestored: (property: keyof Ownership) => boolean,
): Ownership {
  return {
    owner: isRestored('owner') ? nameOf(owner, uid) : null,
    group: isRestored('group') ? nameOf(group, gid) : null,
    mode: mode !== undefined && isRestored('mode') ? mode : null,
  };
}

/** A number that has no name on the node stands for itself. */
function nameOf(name: string, id: number): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(name) ? name : String(id);
}
