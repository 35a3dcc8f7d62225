import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_due UPGRADE UNNEEDED` prints what `sp_manager` would change on the whole node, from the lists that it has, sorted: a line
 * `NAME|BEFORE|AFTER` per package, with nothing for a version where there is none. UPGRADE is `safe`, `full` or empty; UNNEEDED is
 * `removed` or empty. It needs `aptReadingLibrary`, and `rpmQueries` for `sp_unseen`.
 */
export const dueChangesLibrary: ShellText = shRaw(
  String.raw`sp_due() {
  sp_upgrades= sp_leftovers=
  [ -z "$1" ] || sp_upgrades=$("sp_due_$sp_manager" "$1" "$2") || return 1
  # apt takes along what its upgrades leave without need.
  case $sp_manager:$1:$2 in
    *:|apt:?*:*) ;;
    *) sp_leftovers=$("sp_unneeded_$sp_manager") || return 1;;
  esac
  printf '%s\n' "$sp_upgrades" "$sp_leftovers" | sed '/^$/d' | LC_ALL=C sort -u
}
sp_due_apt() {
  case $1:$2 in
    safe:) sp_simulate upgrade --with-new-pkgs;;
    safe:*) sp_simulate upgrade --with-new-pkgs --auto-remove;;
    *:) sp_simulate dist-upgrade;;
    *) sp_simulate dist-upgrade --auto-remove;;
  esac
}
sp_unneeded_apt() { sp_simulate autoremove; }
sp_simulate() {
  sp_told=$(sp_read_apt apt-get -s -q -o Debug::NoLocking=true -o Dir::Log::Planner= -o Dir::Log::Solver= "$@" </dev/null) || return 1
  printf '%s\n' "$sp_told" | sed -n 's/^Inst \([^ ]*\) \[\([^]]*\)\] (\([^ ]*\) .*/\1|\2|\3/p; s/^Inst \([^ ]*\) (\([^ ]*\) .*/\1||\2/p; s/^\(Remv\|Purg\) \([^ ]*\) \[\([^]]*\)\].*/\2|\3|/p'
}
sp_due_dnf() {
  sp_told=$(sp_unseen "$sp_dnf" -q -C repoquery --upgrades --latest-limit=1 --qf '%{name}|%{epoch}:%{version}-%{release}\n' 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | sed '/^$/d' | while IFS='|' read -r sp_name sp_version; do
    printf '%s|%s|%s\n' "$sp_name" "$(rpm -q --qf '%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' "$sp_name" | tail -n 1)" "\${sp_version#0:}"
  done
}
sp_unneeded_dnf() {
  sp_told=$(sp_unseen "$sp_dnf" -q -C repoquery --unneeded --qf '%{name}|%{epoch}:%{version}-%{release}|\n' 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | sed 's/|0:/|/'
}
sp_due_zypper() {
  sp_told=$(sp_unseen_zypper --non-interactive --no-refresh --quiet list-updates --type package 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | sp_table 3 4 5
}
sp_unneeded_zypper() {
  sp_told=$(sp_unseen_zypper --non-interactive --no-refresh --quiet packages --unneeded 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | sp_table 3 4 0
}
# The columns of name and versions; a row begins with its state.
sp_table() {
  awk -F ' *[|] *' -v name="$1" -v before="$2" -v after="$3" '/^[a-z]/ && NF > 4 { print $name "|" $before "|" (after ? $after : "") }'
}
sp_due_pacman() { pacman -Qu 2>/dev/null | sed -n 's/^\([^ ]*\) \([^ ]*\) -> \([^ ]*\)$/\1|\2|\3/p'; }
sp_unneeded_pacman() { pacman -Qdt 2>/dev/null | sed 's/^\([^ ]*\) \([^ ]*\)$/\1|\2|/'; }
`.replaceAll('\\${', '${'),
);
