import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * Shell functions that make a repository where there is none, for scripts that say how: `sp_make` makes it in `.`, and `sp_finish` does
 * in `.` what is left once it stands in its place.
 *
 * - `sp_new PATH PARENT NAME` makes it aside and renames it to its place when it is whole; in a directory that is there and empty it is
 *   made in place, and what was made goes again when it fails.
 * - `sp_borrow` lets it use the objects of `$sp_lender`.
 * - `sp_connect [OPTION]` gives it the remote `$sp_remote` at `$sp_repo`; the option is for `git remote add`.
 */
export const placeLibrary: ShellText = shRaw(
  String.raw`sp_fail() { printf '%s\n' "$1"; exit 1; }
sp_new() {
  if [ -d "$1" ]; then
    sp_enter "$1"
    [ -z "$(ls -A .)" ] || sp_refuse "$1 holds something now; the plan found it empty"
    trap 'exit 1' HUP INT TERM PIPE
    trap 'sp_code=$?; [ $sp_code -eq 0 ] || find . ! -name . -prune -exec rm -rf -- {} +; exit $sp_code' EXIT
    sp_make
    trap - EXIT
    sp_finish
  elif [ -e "$1" ] || [ -L "$1" ]; then sp_refuse "$1 is there now; the plan found nothing"
  else sp_aside "$2" "$3"; fi
}
sp_aside() {
  sp_enter "$1"
  sp_top=$PWD
  trap 'exit 1' HUP INT TERM PIPE
  sp_den=$(mktemp -d ./.setpoint.XXXXXXXXXX) || sp_fail "nothing can be made in $1"
  trap 'sp_code=$?; cd -P -- "$sp_top" && rm -rf -- "$sp_den"; exit $sp_code' EXIT
  sp_into "\${sp_den#./}"
  mkdir .setpoint-all && sp_into .setpoint-all
  sp_make
  cd .. || exit
  [ ! -e "../$2" ] && [ ! -L "../$2" ] || sp_refuse "$2 is there now; the plan found nothing"
  mv -T -- .setpoint-all "../$2" || sp_fail "what was fetched cannot be put in its place"
  ( cd .. && sp_into "$2" && sp_finish ) || exit
}
sp_borrow() {
  [ -n "$sp_lender" ] || return 0
  for sp_at in "$sp_lender/.git" "$sp_lender"; do
    [ -d "$sp_at/objects" ] || continue
    [ ! -s "$sp_at/shallow" ] || sp_fail "$sp_lender has no more than a part of its history, and cannot lend it"
    ( cd -P -- "$sp_at/objects" && pwd -P ) >"$(git rev-parse --git-path objects)/info/alternates"
    return
  done
  sp_fail "$sp_lender is no repository that objects could be borrowed from"
}
sp_connect() {
  if git config --get "remote.$sp_remote.url" >/dev/null; then git config "remote.$sp_remote.url" "$sp_repo" || exit
  else git remote add $1 -- "$sp_remote" "$sp_repo" || exit; fi
}
`.replaceAll('\\${', '${'),
);
