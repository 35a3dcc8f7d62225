import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_read_apt PROGRAM WORD…` runs a program of apt that is only to tell something.
 *
 * apt writes its cache anew where it is older than the lists, although it is only asked. Through `/proc/self/fd` it can read the
 * cache and cannot write it: then it fails, and the source cache alone (0.1 s) or no cache at all (0.7 s) has to do.
 */
export const aptReadingLibrary: ShellText = shRaw(
  String.raw`sp_read_apt() {
  sp_program=$1 sp_bins=/var/cache/apt
  shift
  if [ -r "$sp_bins/pkgcache.bin" ] && [ -r "$sp_bins/srcpkgcache.bin" ]; then
    sp_said=$(exec 8<"$sp_bins/pkgcache.bin" 9<"$sp_bins/srcpkgcache.bin"; "$sp_program" -o Dir::Cache::pkgcache=/proc/self/fd/8 -o Dir::Cache::srcpkgcache=/proc/self/fd/9 "$@" 2>&1) && { printf '%s\n' "$sp_said"; return 0; }
    case $sp_said in *'/proc/self/fd/9 '*) ;; *)
      ( exec 9<"$sp_bins/srcpkgcache.bin"; "$sp_program" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=/proc/self/fd/9 "$@" 2>/dev/null ) && return 0;;
    esac
  fi
  "$sp_program" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@" 2>/dev/null
}
`,
);
