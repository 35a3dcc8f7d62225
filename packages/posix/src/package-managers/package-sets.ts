import { type ShellText, shRaw } from '@setpoint/sdk';
import type { PackageManagerName } from './manager.ts';

/** What stands for several packages: a group of the package manager, `@NAME`, or a pattern of names. */
export type PackageSet = { readonly kind: 'group' | 'pattern' };

/** Reads `@web-server`, `@Development Tools` or `php8.2-*`; undefined for the name of one package. */
export function readPackageSet(name: string): PackageSet | undefined {
  if (/^@\^?[A-Za-z0-9][A-Za-z0-9 +._()/&-]*$/.test(name)) return { kind: 'group' };
  if (/[*?]/.test(name) && /^[A-Za-z0-9*?][A-Za-z0-9+._*?-]*$/.test(name) && /[A-Za-z0-9]/.test(name))
    return { kind: 'pattern' };
  return undefined;
}

/** The managers that know groups of packages. */
export const groupManagers: readonly PackageManagerName[] = ['dnf', 'pacman'];

/** The regular expression, as grep(1) takes it for whole lines, of the names that a set stands for. */
export function setExpression(name: string): string {
  return name.replaceAll('.', String.raw`\.`).replaceAll('*', '.*').replaceAll('?', '.');
}

/**
 * `sp_set_members NAME EXPRESSION SCOPE` prints the names of the packages that a set stands for, sorted: those that the repositories
 * have, by the lists that the node has, and those that are installed; the SCOPE `installed` leaves out the former. What a group
 * calls optional is none of its packages. It needs `packageRowsLibrary`.
 */
export const packageSetLibrary: ShellText = shRaw(
  String.raw`sp_set_members() {
  case $1 in
    @*) "sp_group_$sp_manager" "\${1#@}" "$3";;
    *)
      {
        [ "$3" = installed ] || "sp_known_$sp_manager" "$1" "$2"
        "sp_there_$sp_manager" "$1"
      } | grep -x -e "$2";;
  esac 2>/dev/null | sed '/^$/d' | LC_ALL=C sort -u
}
sp_group_apt() { :; }
sp_group_zypper() { :; }
sp_group_apk() { :; }
sp_group_pacman() {
  [ "$2" = installed ] || pacman -Sgq "$1"
  pacman -Qgq "$1"
}
sp_group_dnf() {
  sp_told=$(sp_group_info "\${1#^}")
  printf '%s\n' "$sp_told" | sp_listed packages
  sp_groups=$(printf '%s\n' "$sp_told" | sp_listed groups)
  [ -n "$sp_groups" ] || return 0
  set -f
  IFS=$nl
  set -- $sp_groups
  unset IFS
  sp_group_info "$@" | sp_listed packages
}
# The fifth generation of dnf asks for environments by a command of their own.
sp_group_info() {
  case $sp_dnf in
    dnf5)
      sp_unseen dnf5 -q -C group info --hidden "$@"
      sp_unseen dnf5 -q -C environment info "$@";;
    *) sp_unseen "$sp_dnf" -q -C group info "$@";;
  esac
}
# A heading with names below it, or a table of headings and names.
sp_listed() {
  awk -v wanted="$1" '
    function tell(name) { if (label ~ "^ *(mandatory|default|required) " wanted "$" && name != "") print name }
    /^   [^ ]/ && !table { sub(/^ */, ""); tell($0); next }
    /^[A-Z][A-Za-z ]*[a-z] *: / { table = 1; label = tolower($0); sub(/ *:.*/, "", label); sub(/^[^:]*: */, ""); tell($0); next }
    /^ *: / { sub(/^ *: */, ""); tell($0); next }
    { table = 0; label = tolower($0); sub(/:$/, "", label) }
  '
}
sp_known_apt() {
  sp_names=$(sp_read_apt apt-cache pkgnames "\${1%%[*?]*}" | grep -x -e "$2")
  [ -z "$sp_names" ] || sp_read_apt apt-cache policy -- $sp_names | awk '/^[^ ].*:$/ { name = substr($0, 1, length($0) - 1) } /^  Candidate: / && $2 != "(none)" { print name }'
}
sp_there_apt() { dpkg-query -W -f '\${db:Status-Status} \${Package}\n' "$1" | sed '/^not-installed/d; s/^[^ ]* //'; }
sp_known_dnf() { sp_dnf_repoquery --qf '%{name}\n' "$1"; }
sp_there_dnf() { rpm -qa --qf '%{NAME}\n' "$1"; }
sp_known_zypper() { case $(sp_rpm_lists) in '') ;; *) sp_zypper_packages "$1";; esac; }
sp_there_zypper() { rpm -qa --qf '%{NAME}\n' "$1"; }
sp_known_pacman() { pacman -Slq; }
sp_there_pacman() { pacman -Qq; }
sp_known_apk() { apk list -a "$1" | sed 's/ .*//; s/-[0-9][^-]*-r[0-9]*$//'; }
sp_there_apk() { apk info; }
`.replaceAll('\\${', '${'),
);
