import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { PackageManagerName } from '../../../package-managers/manager.ts';
import { broughtFileLibrary, packageFileLibrary } from '../../../package-managers/package-file.ts';
import { lockWaitLibrary } from '../lock-wait.ts';
import { apkLibrary } from './apk-library.ts';
import { dnfLibrary } from './dnf-library.ts';
import { pacmanLibrary } from './pacman-library.ts';
import { zypperLibrary } from './zypper-library.ts';

/**
 * Shell functions that change packages with a manager other than apt. They never ask a question, never delete a lock, and end with
 * one line that says what is wrong.
 *
 * - `sp_want`, `sp_raise`, `sp_lower NAME VERSION`, `sp_unwant NAME` and `sp_purge NAME` collect what `sp_change OPTION…` then does,
 *   removals first.
 * - `sp_refresh`, `sp_reinstall NAME…` and `sp_mark hold|unhold|manual NAME…` do at once what they are called.
 *
 * `sp_rpm_choose BOUNDS VERSION…` is for those whose managers cannot be told bounds that all hold.
 *
 * What each manager has of its own: `sp_locks` names the files whose lock or whose number of a process says that one is at work,
 * `sp_word NAME VERSION` makes the word for a version, and the `sp_do_…` functions run it. One that removes and installs in one
 * transaction says so by `sp_can_swap`, and `sp_swap_preview` sets `sp_previewed` to what that would remove, or ends the script.
 */
export function plainLibrary(manager: Exclude<PackageManagerName, 'apt'>): ShellText {
  return shJoin(
    [
      lockWaitLibrary,
      packageFileLibrary,
      broughtFileLibrary,
      commonLibrary,
      sh`sp_manager=${manager}\n`,
      libraries[manager],
    ],
    '',
  );
}

const libraries = { dnf: dnfLibrary, zypper: zypperLibrary, pacman: pacmanLibrary, apk: apkLibrary } as const;

const commonLibrary = shRaw(
  String.raw`sp_wants= sp_raises= sp_lowers= sp_gone= sp_nl='
'
sp_log=$(mktemp) || { echo 'no temporary file can be made'; exit 1; }
trap 'rm -rf -- "$sp_log" \${sp_files:+"$sp_files"}' EXIT
trap 'exit 1' HUP INT TERM
sp_anyone() {
  for sp_file in $sp_locks; do
    [ -e "$sp_file" ] || continue
    sp_pid=
    case $sp_file in *.pid) read -r sp_pid <"$sp_file";; esac
    case $sp_pid in ''|*[!0-9]*) ;; *)
      if [ -d "/proc/$sp_pid" ]; then sp_tell "$sp_pid"; printf ' holds %s' "$sp_file"; return 0; fi
      continue;;
    esac
    if sp_holder '*' "$sp_file" "$(stat -c %i -- "$sp_file")"; then printf ' holds %s' "$sp_file"; return 0; fi
  done
  return 1
}
sp_try() {
  sp_wait
  sp_code=0
  "$@" </dev/null >"$sp_log" 2>&1 || sp_code=$?
  cat -- "$sp_log"
  return "$sp_code"
}
sp_explain() {
  if [ "$(id -u)" -ne 0 ]; then echo "only root can change packages, and this is $(id -un): set 'sudo: true' for the node or the resource"
  else sp_reason; fi
  exit 1
}
sp_want() { sp_wants="$sp_wants $(sp_word "$1" "$2")"; }
sp_raise() { sp_raises="$sp_raises $(sp_word "$1" "$2")"; }
sp_lower() { sp_lowers="$sp_lowers $(sp_word "$1" "$2")"; }
sp_purge() { sp_unwant "$1"; }
sp_unwant() { if sp_is_there "$1"; then sp_gone="$sp_gone $1"; fi; }
sp_refuse_others() {
  echo "packages that are not declared absent would be removed too: $1"
  exit 1
}
sp_can_swap() { false; }
sp_change() {
  if [ -n "$sp_gone" ]; then
    sp_needed=$(sp_needers $sp_gone)
    if [ -z "$sp_needed" ]; then sp_do_remove $sp_gone || sp_explain
    elif [ -n "$sp_wants" ] && sp_can_swap; then
      # What is installed may do for those that need what goes, if both happen at once.
      sp_swap_preview "$@"
      for sp_each in $sp_previewed; do
        case " $sp_gone " in *" $sp_each "*) ;; *) sp_refuse_others "$sp_needed";; esac
      done
      sp_do_swap "$@" || sp_explain
      sp_wants=
    else sp_refuse_others "$sp_needed"; fi
  fi
  [ -z "$sp_wants" ] || sp_do_install "$@" $sp_wants || sp_explain
  [ -z "$sp_raises" ] || sp_do_raise "$@" $sp_raises || sp_explain
  [ -z "$sp_lowers" ] || sp_do_lower "$@" $sp_lowers || sp_explain
  sp_wants= sp_raises= sp_lowers= sp_gone=
}
# Of versions, the highest within bounds; nothing when there is none.
sp_rpm_choose() {
  sp_range=$1 sp_best=
  shift
  for sp_version; do
    for sp_bound in $sp_range; do
      sp_limit=\${sp_bound#[<>]}
      sp_limit=\${sp_limit#=}
      case $sp_limit in *-*) sp_left=$sp_version;; *) sp_left=\${sp_version%-*};; esac
      case \${sp_bound%"$sp_limit"}$(sp_rpm_order "$sp_left" "$sp_limit") in '<-1'|'<=-1'|'<=0'|'>=0'|'>=1'|'>1') ;; *) continue 2;; esac
    done
    if [ -z "$sp_best" ] || [ "$(sp_rpm_order "$sp_version" "$sp_best")" = 1 ]; then sp_best=$sp_version; fi
  done
  printf '%s' "$sp_best"
}
sp_rpm_order() { rpm --eval "%{lua:print(rpm.vercmp('$1', '$2'))}"; }
sp_rpm_needers() { rpm -e --test "$@" 2>&1 | sed -n 's/.* is needed by (installed) //p' | sort -u | paste -s -d ' ' -; }
`.replaceAll('\\${', '${'),
);
