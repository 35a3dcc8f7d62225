import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * Shell functions of `unpackScript`, which go with `enterLibrary`. `sp_top` is the directory that is unpacked into.
 *
 * - `sp_in PART…` enters a directory below it, part by part and through no link.
 * - `sp_none`, `sp_directory`, `sp_link NAME TARGET`, `sp_file NAME SHA256` refuse when a name in `.` is not what the plan found.
 * - `sp_stage PATH` makes and enters a directory in it that nobody else may enter, and that goes away when the script ends.
 * - `sp_take BYTES NAME` fills a file from standard input.
 * - `sp_digests NAME…` prints a digest per file, one a line.
 * - `sp_mkdir NAME MODE OWNER` makes a directory in `.` unless it is there; `sp_own MODE OWNER` sets both of `.`, `-` for no owner.
 * - `sp_put STAGED NAME` renames what was made to its name in `.`; a directory there is never touched.
 */
export const unpackLibrary: ShellText = shRaw(
  String.raw`sp_mv='mv -f'
case $(mv --help 2>&1) in *-T*) sp_mv='mv -f -T';; esac
sp_fail() { printf '%s\n' "$1"; exit 1; }
sp_in() {
  cd -P -- "$sp_top" && [ "$PWD" = "$sp_top" ] || sp_refuse "$sp_top is no longer a directory of its own"
  for sp_part; do sp_into "$sp_part"; done
}
sp_none() {
  if sp_there "$1"; then sp_refuse "\${PWD%/}/$1 is $(sp_what "$1") now; the plan found nothing there"; fi
}
sp_directory() {
  [ -d "./$1" ] && [ ! -L "./$1" ] || sp_refuse "\${PWD%/}/$1 is $(sp_what "$1") now; the plan found a directory"
}
sp_link() {
  [ -L "./$1" ] && [ "$(readlink -- "./$1"; printf x)" = "$2\${nl}x" ] ||
    sp_refuse "\${PWD%/}/$1 is $(sp_what "$1") now; the plan found a link to $2"
}
sp_file() {
  [ -f "./$1" ] && [ ! -L "./$1" ] || sp_refuse "\${PWD%/}/$1 is $(sp_what "$1") now; the plan found a file"
  [ "$(sp_digests "./$1")" = "$2" ] || sp_refuse "the content of \${PWD%/}/$1 is another one than the plan found"
}
sp_digests() {
  { if command -v sha256sum >/dev/null; then sha256sum -- "$@"
  elif command -v openssl >/dev/null; then openssl dgst -r -sha256 "$@"
  else shasum -a 256 -- "$@"; fi; } | sed 's/^\\//; s/ .*//; /^[0-9a-f]\{64\}$/!d'
}
sp_stage() {
  sp_in
  for sp_den in ./.setpoint.??????????; do
    if [ -d "$sp_den/.setpoint-all" ] && [ ! -L "$sp_den" ] && [ -O "$sp_den" ]; then rm -rf -- "$sp_den/.setpoint-all"; rmdir -- "$sp_den"; fi
  done
  trap 'exit 1' HUP INT TERM PIPE
  sp_den=$(mktemp -d ./.setpoint.XXXXXXXXXX) || sp_fail "nothing can be made in $1"
  sp_den=\${sp_den#./}
  trap 'sp_leave' EXIT
  sp_into "$sp_den"
  { [ -O . ] && case $(stat -c %a .) in *700) ;; *) false;; esac; } || sp_refuse "somebody else is at work in $1"
  mkdir .setpoint-all && sp_into .setpoint-all
  sp_all=$PWD
}
sp_leave() {
  sp_code=$?
  if cd -P -- "\${sp_top%/}/$sp_den" && [ "$PWD" = "\${sp_top%/}/$sp_den" ] && [ -O . ]; then
    rm -rf -- .setpoint-all
    cd .. && rmdir -- "./$sp_den"
  fi
  exit $sp_code
}
sp_take() {
  if [ "$1" -le 1048576 ]; then sp_cut "$1" 1 "$2"
  else
    sp_cut 1048576 $(($1 / 1048576)) "$2"
    [ $(($1 % 1048576)) -eq 0 ] || sp_cut $(($1 % 1048576)) 1 "$2"
  fi
}
sp_cut() {
  sp_said=$(dd bs="$1" count="$2" iflag=fullblock 2>&1 >>"$3") || sp_fail "the contents cannot be written: $sp_said"
}
sp_mkdir() {
  if [ -d "./$1" ] && [ ! -L "./$1" ]; then return 0; fi
  sp_there "$1" && sp_refuse "\${PWD%/}/$1 is $(sp_what "$1") now; the archive holds a directory"
  mkdir -m 0700 -- "./$1" || return
  ( sp_into "$1" && sp_own "$2" "$3" ) || { sp_code=$?; rmdir -- "./$1"; return $sp_code; }
}
sp_own() {
  [ "$2" = - ] || chown -- "$2" . || return
  chmod -- "$1" .
}
sp_put() {
  if [ -d "./$2" ] && [ ! -L "./$2" ]; then sp_refuse "\${PWD%/}/$2 is a directory now"; fi
  $sp_mv -- "$sp_all/$1" "./$2" || sp_fail "\${PWD%/}/$2 cannot be replaced"
}
`.replaceAll('\\${', '${'),
);
