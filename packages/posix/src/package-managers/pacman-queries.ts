import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * What pacman tells of packages, in the lines that `plain-rows.ts` reads.
 *
 * - `sp_pacman_rows NAME…` one `pacman -Qi` for all packages and what provides a name.
 * - `sp_pacman_candidates NAME…` one `pacman -Si`, from the databases that were fetched before; of other names, whether they are groups or
 *   which packages provide them.
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
  sp_found=$(pacman -Si "$@" 2>/dev/null | sed -n 's/^\(Name\|Version\) *: /info|\1|/p')
  printf '%s\n' "$sp_found"
  for sp_name; do
    case "$nl$sp_found$nl$sp_rows$nl" in *"$nl"info"|Name|$sp_name$nl"*) continue;; esac
    if [ -n "$(pacman -Sgq "$sp_name" 2>/dev/null)" ]; then printf 'group|%s\n' "$sp_name"; else sp_pacman_offers "$sp_name"; fi
  done
  return 0
}
# It looks through names and descriptions as well.
sp_pacman_offers() {
  sp_names=$(pacman -Ssq "^$(printf '%s' "$1" | sed 's/[.+]/\\&/g')\$" 2>/dev/null)
  [ -z "$sp_names" ] || pacman -Si $sp_names 2>/dev/null | awk -v wanted="$1" '
    /^Name  *: / { name = $NF }
    /^Provides  *: / { for (i = 3; i <= NF; i++) { sub(/[<>=].*/, "", $i); if ($i == wanted) print "offer|" wanted "|" name } }
  '
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
