import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_led PATH REAL` is true when the links on a path lead to the real path and each of them belongs to root, to this account or to
 * the owner of the directory that was entered: nobody else may say where root goes.
 */
export const ledLibrary: ShellText = shRaw(
  String.raw`sp_led() {
  sp_rest=$1/ sp_at= sp_links=0
  sp_trusted=" 0 $(id -u) $(stat -c %u .) "
  while [ -n "$sp_rest" ]; do
    sp_part=\${sp_rest%%/*} sp_rest=\${sp_rest#*/}
    case $sp_part in ''|.) continue;; ..) sp_at=\${sp_at%/*}; continue;; esac
    if [ ! -L "$sp_at/$sp_part" ]; then sp_at=$sp_at/$sp_part; continue; fi
    sp_links=$((sp_links + 1))
    [ "$sp_links" -le 40 ] || return 1
    case $sp_trusted in *" $(stat -c %u -- "$sp_at/$sp_part") "*) ;; *) return 1;; esac
    sp_part=$(readlink -- "$sp_at/$sp_part"; printf x)
    sp_part=\${sp_part%"$nl"x}
    case $sp_part in /*) sp_at=;; esac
    sp_rest=$sp_part/$sp_rest
  done
  [ "$2" = "\${sp_at:-/}" ]
}
`.replaceAll('\\${', '${'),
);
