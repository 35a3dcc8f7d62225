import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * What pacman tells of packages, in the lines that `plain-rows.ts` reads.
 *
 * - `sp_pacman_rows NAME…` one `pacman -Qi` for all packages and what provides a name.
 * - `sp_pacman_candidates NAME…` one `pacman -Si`, from the databases that were fetched before.
 * - `sp_pacman_lists` when they were fetched.
 */
export const pacmanQueries: ShellText = shRaw(
  String.raw`sp_pacman_rows() {
  printf 'zone|%s\n' "$(date +%z)"
  pacman -Qi "$@" 2>/dev/null | sed -n 's/^\(Name\|Version\|Provides\|Install Date\|Install Reason\) *: /info|\1|/p'
  sed -n 's/^ *IgnorePkg *= *//p' /etc/pacman.conf 2>/dev/null | tr ' ' '\n' | sed -n 's/^./lock|&/p'
  return 0
}
sp_pacman_candidates() {
  pacman -Si "$@" 2>/dev/null | sed -n 's/^\(Name\|Version\) *: /info|\1|/p'
  return 0
}
sp_pacman_lists() {
  set +f
  set -- /var/lib/pacman/sync/*.db
  set -f
  stat -c 'list|%Z' -- "$@" 2>/dev/null
  return 0
}
`.replaceAll('\\${', '${'),
);
