import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * Shell functions that act as an account in front of its own manager of units. `sp_find_user ACCOUNT` sets `sp_uid`, `sp_home` and
 * `sp_as`, the words before a command that runs as the account; it gives 1 where there is no such account, and 2 where one may not act as
 * it: only root and the account itself may. `sp_has_manager` holds while its manager runs, and `sp_user_ctl WORD…` is its systemctl.
 *
 * The setpriv of util-linux is meant, and a busybox shell would take its own, which cannot do this, for the bare name.
 * The manager takes nothing from root itself, and `--machine` needs a bus of the account, which small systems lack (systemd 252).
 */
export const asAccountLibrary: ShellText = shRaw(
  String.raw`sp_find_user() {
  sp_uid=$(id -u "$1" 2>/dev/null) || return 1
  sp_home=$(getent passwd "$1" | cut -d: -f6)
  sp_as=
  case $(id -u) in
    "$sp_uid") ;;
    0) sp_as="$(sp_setpriv) --reuid=$sp_uid --regid=$(id -g "$1") --init-groups --";;
    *) return 2;;
  esac
}
sp_setpriv() {
  for sp_dir in /usr/bin /bin /run/current-system/sw/bin; do
    if [ -x "$sp_dir/setpriv" ]; then printf %s "$sp_dir/"; break; fi
  done
  printf setpriv
}
sp_has_manager() { [ -S "/run/user/$sp_uid/systemd/private" ]; }
sp_user_ctl() { $sp_as env "HOME=$sp_home" "XDG_RUNTIME_DIR=/run/user/$sp_uid" systemctl --user "$@"; }
`,
);
