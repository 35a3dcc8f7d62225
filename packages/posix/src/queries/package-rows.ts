import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_rows_of NAME…` asks dpkg once for packages, by names without architecture, and for itself; what it was asked before it does not ask
 * again. The rows stand in `sp_rows`, those of installed packages in `sp_here` as lines `name:architecture|version`, and the node's own
 * architecture in `sp_arch`.
 */
export const packageRowsLibrary: ShellText = shRaw(
  String.raw`sp_rows= sp_here=$nl sp_arch= sp_rows_known=' '
sp_rows_of() {
  sp_has dpkg-query || return 0
  sp_new=
  for sp_name in dpkg "$@"; do
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
`.replaceAll('\\${', '${'),
);
