import { type ShellText, shJoin, shRaw } from '@setpoint/sdk';
import { refusedExitCode } from '../operations/library.ts';
import { ledLibrary } from './led.ts';

/**
 * Shell functions for scripts that change what stands at a path, whose directories may belong to somebody who changes them meanwhile.
 * A directory is entered once and then spoken of only as `.`, so that nothing done to the path afterwards leads elsewhere.
 *
 * - `sp_enter DIRECTORY` enters it, by trusted links alone (see `ledLibrary`), or refuses.
 * - `sp_into NAME` enters a directory in `.` that is no link, or refuses.
 * - `sp_there NAME` is true when anything stands there, a link that leads nowhere too; `sp_what NAME` tells what, for a person.
 * - `sp_refuse MESSAGE` ends the script as one whose precondition did not hold.
 */
export const enterLibrary: ShellText = shRaw(
  `${ledLibrary.shell}${String.raw`nl='
'
sp_refuse() { printf '%s\n' "$1"; exit REFUSED; }
sp_enter() {
  cd -P -- "$1" || exit
  [ "$PWD" = "$1" ] || sp_led "$1" "$PWD" || sp_refuse "$1 is not that directory itself: a link of another account leads to $PWD"
}
sp_into() {
  sp_up=\${PWD%/}
  [ -d "./$1" ] && cd -P -- "./$1" && [ "$PWD" = "$sp_up/$1" ] || sp_refuse "$sp_up/$1 is no longer a directory of its own"
}
sp_there() { [ -e "./$1" ] || [ -L "./$1" ]; }
sp_what() {
  if [ -L "./$1" ]; then echo "a link to $(readlink -- "./$1")"
  elif [ -d "./$1" ]; then echo 'a directory'
  elif [ -f "./$1" ]; then echo 'a file'
  elif [ -e "./$1" ]; then echo 'neither file, directory nor link'
  else echo gone; fi
}
`
    .replace('REFUSED', String(refusedExitCode))
    .replaceAll('\\${', '${')}`,
);

/**
 * Shell functions that make something new in `.` out of the reach of everybody else, to be renamed to its place when it is ready.
 *
 * - `sp_guarded` is true when nobody but root and this account can rename what this account makes in `.`.
 * - `sp_hide` makes and enters a directory in `.` that only this account may enter. The new thing is made there as `.setpoint-new`.
 *   The directory, and what is left in it, goes away when the script ends; what a killed script left goes away first.
 */
export const hideLibrary: ShellText = shRaw(
  String.raw`sp_guarded() {
  sp_is=$(stat -c '%u %A' .)
  [ -O . ] || [ "\${sp_is%% *}" = 0 ] || return 1
  case $sp_is in *[tT]) ;; *' '?????w*|*' '????????w*) return 1;; esac
}
sp_hide() {
  for sp_stale in ./.setpoint.??????????; do
    if [ -d "$sp_stale" ] && [ ! -L "$sp_stale" ] && [ -O "$sp_stale" ]; then
      rm -f -- "$sp_stale/.setpoint-new" "$sp_stale/.setpoint-old" "$sp_stale/.setpoint-kept" 2>/dev/null
      rmdir -- "$sp_stale/.setpoint-new" "$sp_stale" 2>/dev/null
    fi
  done
  trap 'exit 1' HUP INT TERM PIPE
  sp_den=$(mktemp -d ./.setpoint.XXXXXXXXXX) || exit
  sp_into "\${sp_den#./}"
  { [ -O . ] && case $(stat -c %a .) in *700) ;; *) false;; esac; } || sp_refuse "somebody else is at work in $sp_up"
  trap 'sp_leave' EXIT
}
sp_leave() {
  if [ -e .setpoint-kept ] || [ -L .setpoint-kept ]; then rm -f -- .setpoint-kept; fi
  if [ -L .setpoint-new ] || [ -f .setpoint-new ]; then rm -f -- .setpoint-new; elif [ -d .setpoint-new ]; then rmdir -- .setpoint-new; fi
  cd .. && rmdir -- "$sp_den" 2>/dev/null
}
`.replaceAll('\\${', '${'),
);

/** Everything that a script needs which makes something new at a path. */
export const makeLibrary: ShellText = shJoin([enterLibrary, hideLibrary], '');
