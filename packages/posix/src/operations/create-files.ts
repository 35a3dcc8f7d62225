import { type ShellText, shRaw } from '@setpoint/sdk';
import { refusedExitCode } from './library.ts';

/** Exit code of a group of new files that was given up before anything could be seen of it. */
const notBegunExitCode = 95;

/**
 * Creates many small files with few processes; it needs the functions of `writeFileLibrary` and GNU mv, and leaves the files to
 * `sp_step`, one by one, wherever anything is unusual.
 *
 * `sp_create FUNCTION ID NEEDS …` first has all files made by FUNCTION, whole and with their digests compared, owned and with their
 * modes, in closed directories beside their places: one `sp_clear DIRECTORY` for each directory, then one `sp_prepare` for each
 * set of files with equal directory, owner, group and mode. Only when all of that has succeeded the steps start: the files are flushed, renamed to
 * their places, which must be empty still, and the directories are flushed. What can go wrong then tells each file for itself.
 *
 * For set N there are `sp_fillN`, which makes the files, `sp_filesN COMMAND…`, which runs a command on them, and `sp_tellN`, which
 * makes their records.
 */
export const createFilesLibrary: ShellText = shRaw(
  String.raw`sp_many=
if sp_has sha256sum; then case $sp_mv_help in *--target-directory*) sp_many=1;; esac; fi
sp_create() {
  sp_all=$1 sp_ids=
  shift
  if [ -n "$sp_stop" ]; then sp_record "stopped.$1" 0; exit 0; fi
  if [ -n "$sp_safeguard" ] && [ ! -e "$sp_safeguard/armed" ]; then sp_record "expired.$1" 0; exit 0; fi
  sp_code=${notBegunExitCode} sp_free=$sp_many
  for sp_word; do
    case $sp_word in id=*) sp_ids="$sp_ids\${sp_word#id=} "; continue;; esac
    case $sp_undone in *" $sp_word "*) sp_free=;; esac
  done
  if [ -n "$sp_free" ]; then
    ( sp_create_all ) 2>&1 9>&-
    sp_code=$?
  fi
  case $sp_code in
    0) ;;
    1|${refusedExitCode}|${notBegunExitCode}) sp_one_by_one "$@";;
    *) sp_undone="$sp_undone$sp_ids";;
  esac
}
sp_one_by_one() {
  while [ $# -gt 0 ]; do
    sp_next=\${1#id=} sp_before=
    shift
    while [ $# -gt 0 ]; do
      case $1 in id=*) break;; esac
      sp_before="$sp_before $1"
      shift
    done
    sp_step "$sp_next" 0 "sp_o$sp_next" $sp_before
  done
}
sp_create_all() {
  umask 077
  sp_left=0 sp_made= sp_missed=
  trap 'sp_forsake' EXIT
  trap 'exit ${notBegunExitCode}' HUP INT TERM PIPE
  "$sp_all" >/dev/null 2>&1 || exit ${notBegunExitCode}
  trap 'exit 94' HUP INT TERM PIPE
  for sp_id in $sp_ids; do sp_record "start.$sp_id" 0; done
  for sp_set in $sp_made; do
    sp_return "$sp_set" || exit 94
    "sp_files$sp_set" sync -- 2>/dev/null || sync
  done
  for sp_set in $sp_made; do
    sp_return "$sp_set" || exit 94
    sp_said=$("sp_files$sp_set" mv -n -t ../.. -- 2>&1)
    sync -- ../.. 2>/dev/null || sync
    sp_stayed=' ' sp_place=0
    "sp_files$sp_set" sp_count
    sp_drop "$sp_set"
    sp_place=0
    "sp_tell$sp_set"
  done
  [ -z "$sp_missed" ] || exit 94
}
sp_enter() {
  [ -d "$1" ] && cd -P -- "$1" && [ "$PWD" = "$1" ]
}
sp_clear() {
  sp_enter "$1" && sp_sweep
}
sp_prepare() {
  sp_set=$1 sp_dir=$2 sp_path=$2
  sp_enter "$sp_dir" && "sp_files$sp_set" sp_vacant || return 1
  sp_hide
  mkdir .setpoint-all && cd -P -- .setpoint-all || return 1
  eval "sp_den_$sp_set=\$PWD sp_top_$sp_set=\$sp_up/\${sp_den#./}"
  sp_made="$sp_made$sp_set "
  eval "sp_mark_$sp_set=\$(stat -c %d:%i .)"
  "sp_fill$sp_set" || return 1
  [ "$("sp_files$sp_set" sha256sum --)" = "$6" ] || return 1
  case $3:$4 in
    -:-) ;;
    *:-) "sp_files$sp_set" chown -- "$3" || return 1;;
    -:*) "sp_files$sp_set" chgrp -- "$4" || return 1;;
    *) "sp_files$sp_set" chown -- "$3:$4" || return 1;;
  esac
  "sp_files$sp_set" chmod "$5" --
}
sp_vacant() {
  for sp_new; do
    if [ -e "$sp_new" ] || [ -L "$sp_new" ]; then return 1; fi
  done
}
sp_return() {
  eval "sp_at=\$sp_den_$1 sp_mark=\$sp_mark_$1"
  cd -P -- "$sp_at" 2>/dev/null && [ "$PWD" = "$sp_at" ] && [ "$(stat -c %d:%i .)" = "$sp_mark" ]
}
sp_count() {
  for sp_new; do
    sp_place=$((sp_place + 1))
    if [ -e "$sp_new" ]; then sp_stayed="$sp_stayed$sp_place "; fi
  done
}
sp_tell() {
  sp_place=$((sp_place + 1)) sp_code=0
  case $sp_stayed in *" $sp_place "*)
    sp_missed=1 sp_code=1
    [ -z "$sp_said" ] || printf '%s\n' "$sp_said"
    if [ -e "$2" ] || [ -L "$2" ]; then
      sp_code=${refusedExitCode}
      printf '%s\n' "$2 exists now; the plan found nothing there"
    else printf '%s\n' "$2 cannot be made"; fi;;
  esac
  sp_record "done.$1" $sp_code
}
sp_drop() {
  sp_return "$1" || return 0
  "sp_files$1" sp_vacant || "sp_files$1" rm -f --
  eval "cd / && rmdir -- \"\$sp_den_$1\" \"\$sp_top_$1\"" 2>/dev/null
}
sp_forsake() {
  for sp_set in $sp_made; do sp_drop "$sp_set"; done
}
`.replaceAll('\\${', '${'),
);
