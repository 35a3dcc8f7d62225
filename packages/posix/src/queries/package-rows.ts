import { type ShellText, shJoin, shRaw } from '@setpoint/sdk';
import { apkQueries } from '../package-managers/apk-queries.ts';
import { aptReadingLibrary } from '../package-managers/apt-reading.ts';
import { managerLibrary } from '../package-managers/manager.ts';
import { pacmanQueries } from '../package-managers/pacman-queries.ts';
import { rpmQueries } from '../package-managers/rpm-queries.ts';

/**
 * `sp_rows_of NAME…` asks dpkg once for packages, by names whose architecture it leaves out, and for itself; what it was asked before it does not ask
 * again. The rows stand in `sp_rows`, those of installed packages in `sp_here` as lines `name:architecture|version`, and the node's own
 * architecture in `sp_arch`. Where another manager keeps the packages, `sp_rows` holds what that one printed.
 */
const rowsLibrary: ShellText = shRaw(
  String.raw`sp_rows= sp_here=$nl sp_arch= sp_rows_known=' '
sp_rows_of() {
  sp_find_manager
  case $sp_manager in apt) ;; '') return 0;; *) sp_plain_rows_of "$@"; return 0;; esac
  sp_new=
  for sp_name in dpkg "$@"; do
    sp_name=\${sp_name%%:*}
    case $sp_rows_known in *" $sp_name "*) continue;; esac
    sp_rows_known="$sp_rows_known$sp_name " sp_new="$sp_new $sp_name"
  done
  [ -n "$sp_new" ] || return 0
  sp_new=$(dpkg-query -W -f 'row|\${Package}|\${Architecture}|\${Version}|\${db:Status-Want}|\${db:Status-Status}|\${Essential}\${Protected}\${Important}\n' -- $sp_new 2>/dev/null)
  sp_rows=$sp_rows$sp_new$nl
  IFS=$nl
  for sp_row in $sp_new; do
    IFS='|'
    set -- $sp_row
    if [ "$2" = dpkg ]; then case $sp_arch:$6 in :*|*:installed) sp_arch=$3;; esac; fi
    [ "$6" != installed ] || sp_here=$sp_here$2:$3'|'$4$nl
  done
  unset IFS
}
sp_plain_rows_of() {
  sp_new=
  for sp_name; do
    sp_name_there "$sp_name"
    case $sp_rows_known in *" $sp_name "*) continue;; esac
    sp_rows_known="$sp_rows_known$sp_name " sp_new="$sp_new $sp_name"
  done
  [ -n "$sp_new" ] || return 0
  case $sp_manager in
    pacman) sp_new=$(sp_pacman_rows $sp_new);;
    apk) sp_new=$(sp_apk_rows $sp_new);;
    *) sp_new=$(sp_rpm_rows $sp_new);;
  esac
  sp_rows=$sp_rows$sp_new$nl
}
# Names of apk hold a colon where they tell what kind of thing is meant, such as cmd:vi; so do those of what rpms provide.
sp_name_there() { case $sp_manager:$1 in apk:*|*:pattern:*|*:*'('*) sp_name=$1;; *) sp_name=\${1%%:*};; esac; }
`.replaceAll('\\${', '${'),
);

/** Everything that the queries about packages share. */
export const packageRowsLibrary: ShellText = shJoin(
  [managerLibrary, aptReadingLibrary, rpmQueries, pacmanQueries, apkQueries, rowsLibrary],
  '',
);
