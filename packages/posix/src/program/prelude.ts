import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * The shell functions that every program starts with. They keep to POSIX.1-2017 sh and are run by dash, bash and busybox ash.
 *
 * - `sp_emit NAME FUNCTION` runs a function and prints its output as a frame. The length is counted by the shell, in bytes
 *   because LC_ALL is C; a shell variable cannot hold NUL, so sections print binary data as Base64.
 * - `sp_gone PATH` says why a path is not there: `-` absent, `!` a parent may not be searched, `/` a parent is no directory.
 * - `sp_timeout SECONDS COMMAND…` ends a command and its process group at its deadline, where the node has `timeout`. That of
 *   busybox ends only the process it started, so the command gets a group of its own, which is ended afterwards; the exit code is 124, too.
 * - `sp_sha256 FILE…`, and `sp_base64` fall back to other tools where the usual one is missing.
 */
export const prelude: ShellText = shRaw(
  String.raw`set -f
LC_ALL=C; export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin; export PATH
nl='
'
sp_frames=0
sp_timeout_help= sp_exec=
sp_emit() {
  sp_out=$("$2" </dev/null; printf '=%s' "$?")
  sp_code=\${sp_out##*=}
  sp_out=\${sp_out%=*}
  printf '#%s %s %s %s\n%s\n' "$sp_nonce" "$1" "$sp_code" "\${#sp_out}" "$sp_out"
  sp_frames=$((sp_frames + 1))
}
sp_end() { printf '#%s end %s 0\n\n' "$sp_nonce" "$sp_frames"; }
sp_has() { command -v "$1" >/dev/null 2>&1; }
sp_gone() {
  sp_up=$1
  while :; do
    case $sp_up in */*) sp_up=\${sp_up%/*};; *) sp_up=.;; esac
    [ -n "$sp_up" ] || sp_up=/
    if [ -d "$sp_up" ]; then
      if [ -x "$sp_up" ]; then printf %s -; else printf %s !; fi
      return
    fi
    if [ -e "$sp_up" ] || [ -L "$sp_up" ]; then printf %s /; return; fi
    case $sp_up in /|.) printf %s -; return;; esac
  done
}
sp_sha256() {
  if sp_has sha256sum; then sha256sum -- "$@"
  elif sp_has openssl; then openssl dgst -r -sha256 "$@"
  elif sp_has shasum; then shasum -a 256 -- "$@"
  else return 127; fi
}
sp_sha256_in() {
  if sp_has sha256sum; then sha256sum
  elif sp_has openssl; then openssl dgst -r -sha256
  elif sp_has shasum; then shasum -a 256
  else return 127; fi
}
sp_timeout() {
  if ! sp_has timeout; then
    shift
    "$@"
    return
  fi
  [ -n "$sp_timeout_help" ] || sp_timeout_help=$(timeout --help 2>&1)
  case $sp_timeout_help in
    *BusyBox*) setsid /bin/sh -c 's=$(date +%s); timeout -k 5 "$@"; c=$?
      case $c in 143|137) ;; *) exit $c;; esac
      [ $(($(date +%s) - s)) -ge "$1" ] || exit $c
      trap "" TERM; kill -TERM 0; sleep 1
      for f in /proc/[0-9]*/stat; do
        { read -r l <"$f"; } 2>/dev/null || continue
        set -- \${l##*) }; f=\${f#/proc/} f=\${f%/stat}
        [ "$3" != $$ ] || [ "$f" = $$ ] || kill -KILL "$f" 2>/dev/null
      done
      exit 124' sh "$@";;
    *) $sp_exec timeout -k 5 "$@";;
  esac
}
sp_base64() {
  if sp_has base64; then base64
  elif sp_has openssl; then openssl base64
  else printf 'hex\n'; od -An -v -tx1; fi
}
`.replaceAll('\\${', '${'),
);
