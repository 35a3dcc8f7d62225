import { shRaw } from '@setpoint/sdk';

/** How long a package operation waits for another package manager; the wait of cloud images for their first upgrade. */
export const lockWaitSeconds = 300;

/**
 * Shell functions that find whoever holds the lock of a package manager, and wait.
 *
 * - `sp_holder KIND FILE INODE` tells who has locked a file, found in /proc/locks; KIND is `POSIX` for the locks that keep a program
 *   from taking its own, and `*` for each kind.
 * - `sp_tell PID` tells of one process.
 * - `sp_wait` waits for as long as `sp_anyone` of the manager finds somebody, at most `sp_patience` seconds, and says who it is.
 */
export const lockWaitLibrary = shRaw(
  String.raw`sp_holder() {
  [ -r /proc/locks ] || return 1
  while read -r sp_no sp_class sp_kind sp_mode sp_pid sp_where sp_rest; do
    case $sp_class:$sp_mode:$sp_where in $1:WRITE:*:"$3") ;; *) continue;; esac
    [ "$sp_pid" -gt 0 ] || continue
    for sp_fd in "/proc/$sp_pid/fd"/*; do
      if [ "$sp_fd" -ef "$2" ]; then sp_tell "$sp_pid"; return 0; fi
    done
  done </proc/locks
  return 1
}
sp_tell() { printf 'process %s (%s)' "$1" "$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | cut -c 1-100 | sed 's/ *$//')"; }
sp_wait() {
  sp_waited=0 sp_told=
  while sp_who=$(sp_anyone); do
    if [ "$sp_waited" -ge "$sp_patience" ]; then
      echo "gave up after $sp_patience s: $sp_who"
      exit 1
    fi
    if [ "$sp_who" != "$sp_told" ]; then echo "setpoint-wait: $sp_who"; sp_told=$sp_who; fi
    sleep 1
    sp_waited=$((sp_waited + 1))
  done
}
`,
);
