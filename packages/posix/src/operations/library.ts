import { type ShellText, shRaw } from '@setpoint/sdk';
import { ledLibrary } from '../paths/led.ts';
import { lockFileText } from './lock-file.ts';

/** `sp_body SIZE` passes exactly that many bytes of the program's standard input on, and leaves the rest where it is. */
export const bodyLibrary: ShellText = shRaw(
  String.raw`sp_body() {
  [ "$1" -gt 0 ] || return 0
  if [ "$1" -gt 1048576 ]; then
    dd bs=1048576 count=$(($1 / 1048576)) iflag=fullblock 2>/dev/null
    [ $(($1 % 1048576)) -eq 0 ] || dd bs=$(($1 % 1048576)) count=1 iflag=fullblock 2>/dev/null
  else dd bs="$1" count=1 iflag=fullblock 2>/dev/null; fi
}
`,
);

/**
 * Shell functions that execute a wave.
 *
 * `sp_step ID SIZE FUNCTION NEED…` runs one step unless a step it needs is undone or the wave was told to stop (SIGUSR1), with a
 * record before and after. With the directory of a safeguard in `sp_safeguard`, no step starts once the node goes back. Each step consumes
 * exactly SIZE bytes of the program's standard input, whatever becomes of it, so that the next body starts where it should. Records
 * stand in the output like frames: `#NONCE NAME.ID CODE LENGTH`.
 *
 * A script that is ended at its deadline stays until its children have ended, too: then whatever does not heed SIGTERM meets the
 * SIGKILL that `timeout` sends to the whole group some seconds later.
 *
 * The wave shares the node's lock while it runs: a step goes on when the connection is lost, and until it ends nobody else may start.
 */
export const stepLibrary: ShellText = shRaw(
  String.raw`${lockFileText.replaceAll('${', '\\${')}
if [ -f "$f" ] && [ ! -L "$f" ] && [ -O "$f" ] && [ -r "$f" ]; then exec 9<"$f"; flock -s -n 9 2>/dev/null; fi
${bodyLibrary.shell}sp_undone=' '
sp_stop= sp_safeguard=
trap 'sp_stop=1' USR1
sp_record() {
  sp_text=\${3-}
  printf '\n#%s %s %s %s\n%s\n' "$sp_nonce" "$1" "$2" "\${#sp_text}" "$sp_text"
}
sp_step() {
  sp_id=$1 sp_size=$2 sp_do=$3
  shift 3
  if [ -n "$sp_stop" ]; then sp_record "stopped.$sp_id" 0; exit 0; fi
  if [ -n "$sp_safeguard" ] && [ ! -e "$sp_safeguard/armed" ]; then sp_record "expired.$sp_id" 0; exit 0; fi
  for sp_need; do
    case $sp_undone in *" $sp_need "*)
      sp_body "$sp_size" >/dev/null
      sp_undone="$sp_undone$sp_id "
      sp_record "skipped.$sp_id" 0
      return;;
    esac
  done
  sp_record "start.$sp_id" 0
  ( "$sp_do" ) 2>&1 9>&-
  sp_code=$?
  [ $sp_code -eq 0 ] || sp_undone="$sp_undone$sp_id "
  sp_record "done.$sp_id" $sp_code
}
sp_fail() { printf '%s\n' "$1"; exit "\${2-1}"; }
sp_brief() {
  umask 022
  set +f
  exec </dev/null
  eval "$1"
}
sp_run() {
  umask 022
  if [ "$3" = - ]; then
    sp_exec=exec
    printf %s "$2" | sp_timeout "$1" /bin/sh -c 'trap "exit 143" TERM; p=$(cat); exec </dev/null; eval "$p"'
  else
    sp_body "$3" | {
      exec 4<&0
      printf %s "$2" | sp_timeout "$1" /bin/sh -c 'trap "exit 143" TERM; p=$(cat <&3); exec 3<&-; eval "$p"' 3<&0 0<&4 4<&-
      sp_result=$?
      cat <&4 >/dev/null
      exit $sp_result
    }
  fi
}
`.replaceAll('\\${', '${'),
);

/** Exit code of a step whose precondition did not hold; nothing was changed. */
export const refusedExitCode = 96;

/** Exit code of `timeout` when the deadline passed. */
export const deadlineExitCode = 124;

/**
 * `sp_write` replaces a file so that at every moment the path holds the old content or the new one, whole: a new file is filled,
 * checked against its digest, given the old file's owner, mode, ACL and extended attributes and then the declared ones, flushed,
 * renamed over the path, and the directory is flushed. Wide modes come last, so a secret is never readable for a moment.
 *
 * The directory may belong to somebody who waits for root to write there. It is entered once and then spoken of only as `.` and
 * `..`; it must be the one the path says, or be led to by links of root, of this account or of its own owner. All new files are made
 * in a directory of mode 0700 in it, in which nobody else can put a link. Leftovers of a killed run are removed first.
 *
 * A link that leads to nothing yet is resolved from its own directory, because busybox counts its target from where it runs.
 *
 * A file system may keep no modes, as FAT does: where none is declared, a new file has what it gives, and the directory for the new
 * file may be open to be read where nobody else can write beside it.
 *
 * A trial runs on the new file before anything at the path changes.
 *
 * A file that is written in place gets owner and mode first, and its old content back when anything fails. A mode that it has already is
 * not set: the file may belong to somebody else, who lets this account write it and nothing more. Until the check has
 * succeeded, whatever ends the step short of SIGKILL brings the old file back. What SIGKILL leaves is known by a mark beside the file
 * (see `unprovenMark`), which stays until a check has succeeded or no check is asked for.
 */
export const writeFileLibrary: ShellText = shRaw(
  String.raw`${ledLibrary.shell.replaceAll('${', '\\${')}sp_mv_help=$(mv --help 2>&1)
case $sp_mv_help in *-T*) sp_mv='mv -f -T';; *) sp_mv='mv -f';; esac
sp_write() {
  umask 077
  sp_path=$1 sp_size=$2 sp_sum=$3 sp_mode=$4 sp_create=$5 sp_owner=$6 sp_group=$7 sp_expect=$8
  shift 8
  sp_follow=$1 sp_backup=$2 sp_check=$3 sp_inplace=$4 sp_trial=\${5-}
  sp_left=$sp_size sp_from=$PWD sp_asked=
  if [ "$sp_follow" != 0 ] && [ -L "$sp_path" ]; then
    sp_asked=$sp_path
    sp_path=$(cd -- "\${sp_path%/*}/" && readlink -f -- "./\${sp_path##*/}"; printf x)
    sp_path=\${sp_path%"$nl"x}
    [ -n "$sp_path" ] || sp_giveup 'the link leads nowhere'
  fi
  sp_dir=\${sp_path%/*}
  [ -n "$sp_dir" ] || sp_dir=/
  sp_file=\${sp_path##*/}
  [ -d "$sp_dir" ] || sp_giveup "the directory $sp_dir does not exist"
  cd -P -- "$sp_dir" || sp_giveup "the directory $sp_dir cannot be entered"
  [ "$PWD" = "$sp_dir" ] || sp_led "$sp_dir" "$PWD" || sp_giveup "$sp_dir is not that directory itself: a link of another account leads to $PWD" 96
  [ -z "$sp_asked" ] || sp_led "$sp_asked" "$sp_path" || sp_giveup "a link of another account leads from $sp_asked to $sp_path" 96
  case $sp_follow in /*) [ "\${PWD%/}/$sp_file" = "$sp_follow" ] || sp_giveup "\${sp_asked:-$sp_path} leads to \${PWD%/}/$sp_file now; the plan found that it leads to $sp_follow" 96;; esac
  if [ -L "./$sp_file" ]; then sp_giveup "$sp_path is a symbolic link" 96; fi
  if [ -e "./$sp_file" ] && [ ! -f "./$sp_file" ]; then sp_giveup "$sp_path is not a regular file" 96; fi
  sp_expected
  sp_sweep
  sp_hide
  sp_old= sp_unproved= sp_mark=../.$sp_file.setpoint-unproven sp_marked=
  trap 'sp_leave' EXIT
  trap 'exit 1' HUP INT TERM PIPE
  sp_file=../$sp_file
  sp_fill
  if [ "$sp_inplace" = 1 ] && [ -f "$sp_file" ]; then sp_whole=; sp_alone; else sp_whole=1; fi
  [ -z "$sp_whole" ] || sp_dress .setpoint-new
  [ -z "$sp_trial" ] || sp_try
  sync -- .setpoint-new 2>/dev/null || sync
  [ "$sp_backup" = - ] || [ ! -f "$sp_file" ] || sp_keep
  if [ -f "$sp_file" ] && { [ "$sp_check" != - ] || [ -z "$sp_whole" ]; }; then
    sp_copy "$sp_file" .setpoint-old || sp_fail 'the old file cannot be kept'
    sp_old=1
    cp --attributes-only --preserve=all -- "$sp_file" .setpoint-old 2>/dev/null
  fi
  [ "$sp_check" = - ] || sp_mark_unproven
  sp_unproved=1
  if [ -n "$sp_whole" ]; then
    $sp_mv -- .setpoint-new "$sp_file" || { sp_unproved=; sp_fail "$sp_path cannot be replaced"; }
    sync -- .. 2>/dev/null || sync
  else
    sp_dress "$sp_file"
    cat -- .setpoint-new >"$sp_file" || sp_fail "$sp_path cannot be written"
    sync -- "$sp_file" 2>/dev/null || sync
  fi
  [ "$sp_check" = - ] || sp_prove
  sp_unproved= sp_marked=
  sp_unmark
}
sp_sweep() {
  set +f
  for sp_stale in ./.setpoint.??????????; do
    if [ -d "$sp_stale" ] && [ ! -L "$sp_stale" ] && [ -O "$sp_stale" ]; then
      rm -f -- "$sp_stale/.setpoint-new" "$sp_stale/.setpoint-old" "$sp_stale/.setpoint-kept" 2>/dev/null
      if [ -d "$sp_stale/.setpoint-all" ] && [ -O "$sp_stale/.setpoint-all" ]; then rm -rf -- "$sp_stale/.setpoint-all"; fi
      rmdir -- "$sp_stale/.setpoint-new" "$sp_stale" 2>/dev/null
    fi
  done
  set -f
}
sp_hide() {
  sp_up=\${PWD%/}
  sp_den=$(mktemp -d ./.setpoint.XXXXXXXXXX) || sp_giveup "no file can be made in $sp_dir"
  cd -P -- "$sp_den" && [ "$PWD" = "$sp_up/\${sp_den#./}" ] && [ -O . ] || sp_giveup "somebody else is at work in $sp_dir" 96
  case $(stat -c %a .) in *700) ;; *) sp_fixed || sp_giveup "somebody else is at work in $sp_dir" 96;; esac
}
sp_fixed() {
  { [ -O .. ] || [ "$(stat -c %u ..)" = 0 ]; } && case $(stat -c %A ..) in ?????w*|????????w*) false;; esac
}
sp_leave() {
  if [ -n "$sp_unproved" ]; then sp_restore; sp_unmark; fi
  if [ -e .setpoint-new ] || [ -e .setpoint-old ] || [ -e .setpoint-kept ]; then rm -f -- .setpoint-new .setpoint-old .setpoint-kept; fi
  cd .. && rmdir -- "$sp_den" 2>/dev/null
}
sp_restore() {
  if [ -z "$sp_old" ]; then rm -f -- "$sp_file"
  elif [ -n "$sp_whole" ]; then $sp_mv -- .setpoint-old "$sp_file"
  else
    cat -- .setpoint-old >"$sp_file"
    chown "\${sp_had% *}" "$sp_file"
    chmod "\${sp_had#* }" "$sp_file"
  fi
  sync -- .. 2>/dev/null || sync
}
sp_mark_unproven() {
  [ ! -f "$sp_mark" ] || { sp_marked=1; return 0; }
  : >.setpoint-kept && $sp_mv -- .setpoint-kept "$sp_mark" || sp_fail "no mark can be made beside $sp_path that it is not proven yet"
}
sp_unmark() { [ -n "$sp_marked" ] || [ ! -f "$sp_mark" ] || rm -f -- "$sp_mark"; }
sp_giveup() { sp_body "$sp_left" >/dev/null; sp_fail "$@"; }
sp_expected() {
  case $sp_expect in
    any) return 0;;
    absent) [ ! -e "./$sp_file" ] || sp_giveup "$sp_path exists now; the plan found nothing there" 96;;
    *)
      [ -f "./$sp_file" ] || sp_giveup "$sp_path is gone; the plan found a file there" 96
      sp_now=$(sp_sha256_in <"./$sp_file") || sp_giveup "$sp_path cannot be read"
      [ "\${sp_now%% *}" = "$sp_expect" ] || sp_giveup "the content of $sp_path is another one than the plan found" 96;;
  esac
}
sp_fill() {
  sp_had=
  if [ -f "$sp_file" ]; then
    sp_had=$(stat -c '%u:%g %a %f' -- "$sp_file")
    case \${sp_had##* } in 8???) ;; *) sp_giveup "$sp_path is not a regular file" 96;; esac
    sp_had=\${sp_had% *}
    cp --attributes-only --preserve=all -- "$sp_file" .setpoint-new 2>/dev/null || { : >.setpoint-new; chown "\${sp_had% *}" .setpoint-new 2>/dev/null; }
    chmod 0600 .setpoint-new
  fi
  ( : >>.setpoint-new ) || sp_giveup "no file can be made in $sp_dir"
  sp_left=0
  if [ "$sp_size" -le 1048576 ]; then sp_body "$sp_size" >.setpoint-new
  else sp_body "$sp_size" | { cat >.setpoint-new; sp_result=$?; cat >/dev/null; exit $sp_result; }; fi || sp_unwritten
  [ "$sp_size" != 0 ] || : >.setpoint-new
  sp_now=$(sp_sha256_in <.setpoint-new)
  [ "\${sp_now%% *}" = "$sp_sum" ] || sp_fail 'the new content did not arrive whole'
}
sp_unwritten() {
  head -c 1048576 </dev/zero >>.setpoint-new
  sp_fail "the new content cannot be written into $sp_dir"
}
sp_dress() {
  sp_free=
  [ "$sp_mode" != - ] || sp_free=1
  if [ "$sp_owner" != - ] && [ "$sp_group" != - ] && chown -- "$sp_owner:$sp_group" "$1" 2>/dev/null; then :
  else sp_own "$1"; fi
  if [ -n "$sp_had" ]; then
    sp_ids=$(stat -c '%u:%g' -- "$1")
    sp_keep=\${sp_had% *}
    [ "$sp_owner" != - ] || [ "\${sp_ids%:*}" = "\${sp_keep%:*}" ] || sp_fail 'the owner cannot be kept by this account'
    [ "$sp_group" != - ] || [ "\${sp_ids#*:}" = "\${sp_keep#*:}" ] || sp_fail 'the group cannot be kept by this account'
    [ "$sp_mode" != - ] || sp_mode=\${sp_had#* }
  fi
  [ "$sp_mode" != - ] || sp_mode=$sp_create
  [ "$1:$sp_owner$sp_group:\${sp_mode#0}" != "$sp_file:--:\${sp_had#* }" ] || return 0
  sp_said=$(chmod "$sp_mode" "$1" 2>&1) && return 0
  sp_now=$(stat -c %a -- "$1")
  [ "$((0$sp_now))" != "$((0$sp_mode))" ] || return 0
  [ "$sp_now" != 600 ] || sp_fail "the mode $sp_mode cannot be set: $sp_said"
  [ -n "$sp_free" ] && [ -z "$sp_had" ] || sp_fail "the mode $sp_mode cannot be set, because the file system of $sp_dir gives it the mode $sp_now: $sp_said"
}
sp_own() {
  if [ "$sp_owner" != - ]; then chown -- "$sp_owner" "$1" || sp_fail "the owner $sp_owner cannot be set"; fi
  if [ "$sp_group" != - ]; then chgrp -- "$sp_group" "$1" || sp_fail "the group $sp_group cannot be set"; fi
}
sp_alone() {
  case " 0 $(id -u) " in *" $(stat -c %u ..) "*)
    case $(stat -c %A ..) in
      ?????w*[!tT]|????????w*[!tT]) ;;
      ?????w*|????????w*) case " 0 $(id -u) " in *" \${sp_had%%:*} "*) return 0;; esac;;
      *) return 0;;
    esac;;
  esac
  sp_fail "others can change $sp_dir, so nothing there is written in place" 96
}
sp_copy() {
  sp_said=$(cp -p -P -- "$1" "$2" 2>&1) && return 0
  [ "$(stat -c '%f %u %g' -- "$1")" = "$(stat -c '%f %u %g' -- "$2")" ] && [ "$(sp_sha256_in <"$1")" = "$(sp_sha256_in <"$2")" ] ||
    { printf '%s\n' "$sp_said"; return 1; }
}
sp_keep() {
  sp_copy "$sp_file" .setpoint-kept && [ ! -L .setpoint-kept ] && $sp_mv -- .setpoint-kept "../\${sp_backup##*/}" ||
    sp_fail "no backup can be made at $sp_backup"
}
sp_try() {
  printf %s "$sp_trial" | ( sp_new=$PWD/.setpoint-new; cd -- "$sp_from" 2>/dev/null || cd /; sp_timeout 60 /bin/sh -c 'p=$(cat); exec </dev/null; eval "$p"' sh "$sp_new" "$sp_path" ) && return 0
  sp_fail "the new content was refused with exit code $?; $sp_path is as it was"
}
sp_prove() {
  printf %s "$sp_check" | ( cd -- "$sp_from" 2>/dev/null || cd /; sp_timeout 120 /bin/sh -c 'p=$(cat); exec </dev/null; eval "$p"' ) && return 0
  sp_fail "the check failed with exit code $?; the old state of $sp_path is back"
}
`.replaceAll('\\${', '${'),
);
