import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { PackageManagerName } from '../../../package-managers/manager.ts';
import { packageSetLibrary, setExpression } from '../../../package-managers/package-sets.ts';
import { packageRowsLibrary } from '../../../queries/package-rows.ts';
import type { PackageChange } from '../transaction.ts';

/** What stands before a script that finds out on the node which packages a name stands for; empty when none of the changes does. */
export function setLibraryFor(changes: readonly PackageChange[]): ShellText {
  return changes.some(({ set }) => set !== undefined) ? library : sh``;
}

/** The line that collects the packages of a set for the change that follows. */
export function setLine(manager: PackageManagerName, { name, set }: PackageChange): ShellText {
  const raise = set?.latest !== true ? '' : manager === 'apt' ? 'sp_want' : 'sp_raise';
  return sh`sp_want_set ${[name, setExpression(name), raise, set?.onlyUpgrade === true ? '' : 'sp_want']}`;
}

/**
 * `sp_want_set NAME EXPRESSION RAISE WANT` has packages that are there raised by RAISE, or marked as asked for, and others brought by
 * WANT; an empty word leaves them alone.
 */
const library: ShellText = shJoin(
  [
    shRaw('nl=\'\n\'\nsp_has() { command -v "$1" >/dev/null; }\n'),
    packageRowsLibrary,
    packageSetLibrary,
    shRaw(
      String.raw`sp_find_manager
sp_want_set() {
  sp_members=$(sp_set_members "$1" "$2" available)
  [ -n "$sp_members" ] || { echo "the repositories have no packages for $1"; exit 1; }
  sp_marked=
  for sp_member in $sp_members; do
    if ! sp_is_there "$sp_member"; then [ -z "$4" ] || "$4" "$sp_member" ''
    elif [ -n "$3" ]; then "$3" "$sp_member" ''
    else sp_marked="$sp_marked $sp_member"; fi
  done
  [ -z "$sp_marked" ] || sp_mark manual $sp_marked
}
`,
    ),
  ],
  '',
);
