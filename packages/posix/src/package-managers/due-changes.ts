import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_due UPGRADE UNNEEDED` prints what `sp_manager` would change on the whole node, from the lists that it has, sorted: a line
 * `NAME|BEFORE|AFTER` per package, with nothing for a version where there is none. UPGRADE is `safe`, `full` or empty; UNNEEDED is
 * `removed` or empty. Where the manager cannot tell it prints a line `why|REASON`, where there is one, and fails. It needs
 * `aptReadingLibrary`, and `rpmQueries` for `sp_unseen`.
 *
 * `sp_due_NAME UPGRADE UNNEEDED` is the trial run of a manager, and `sp_unneeded_NAME` what nothing needs as it is; `sp_NAME_steps`
 * reads what a trial run printed, with nothing before a package of which the manager does not tell what is installed.
 */
export const dueChangesLibrary: ShellText = shRaw(
  String.raw`sp_due() {
  sp_upgrades= sp_leftovers=
  [ -z "$1" ] || sp_upgrades=$("sp_due_$sp_manager" "$1" "$2") || { printf '%s\n' "$sp_upgrades" | sed -n '/^why|./{p;q;}'; return 1; }
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
# dnf shows its table, which it breaks after long words, and asks; to say no to that is an error.
sp_due_dnf() {
  sp_told=$(sp_unseen "$sp_dnf" -C --assumeno upgrade </dev/null 2>&1) && return 0
  case $nl$sp_told in *"$nl"'Transaction Summary'*) ;; *)
    printf '%s\n' "$sp_told" | sed -n 's/^ *\(Problem[ 0-9]*: \)/why|\1/p; s/^Error: *\(.\)/why|\1/p'
    return 1;;
  esac
  sp_told=$(printf '%s\n' "$sp_told" | sp_dnf_steps)
  sp_names=$(printf '%s\n' "$sp_told" | sed -n 's/^\([^|]*\)|?|.*/\1/p')
  { [ -z "$sp_names" ] || rpm -q --qf 'is|%{NAME}|%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' $sp_names; printf '%s\n' "$sp_told"; } | sp_completed
}
sp_dnf_steps() {
  awk '
    function plain(version) { sub(/^0:/, "", version); return version }
    function tell() {
      if (words > 2 && act == "in") print word[1] "||" plain(word[3])
      if (words > 2 && act == "on") print word[1] "|?|" plain(word[3])
      if (words > 2 && act == "out") print word[1] "|" plain(word[3]) "|"
      words = 0
    }
    function take(  i) { for (i = 1; i <= NF; i++) word[++words] = $i }
    /^Transaction Summary/ { tell(); exit }
    /^[^ ].*:$/ {
      tell()
      act = ""
      if (/^Installing( dependencies| weak dependencies| group packages| group\/module packages)?:$/) act = "in"
      if (/^(Upgrading|Downgrading|Reinstalling):$/) act = "on"
      if (/^Removing( dependent packages| unused dependencies)?:$/) act = "out"
      next
    }
    /^   +replacing / {
      before = word[1]
      tell()
      if (NF > 3) { if ($2 != before) print $2 "|" plain($4) "|" }
      else { sub(/\.[^.]*$/, "", $2); print $2 "|" plain($3) "|" }
      next
    }
    /^ [^ ]/ { tell(); if (act != "") take(); next }
    /^  / { if (words > 0) take() }
  '
}
# Puts what is installed, in lines is|NAME|VERSION before the steps, where a step says ? of it; a package that a step brings does not go.
sp_completed() {
  awk -F '|' '
    $1 == "is" { is[$2] = $3; next }
    NF != 3 { next }
    $2 == "?" { $2 = is[$1] }
    $3 != "" { brought[$1] = 1 }
    { line[++lines] = $1 "|" $2 "|" $3; name[lines] = $1; goes[lines] = ($3 == "") }
    END { for (i = 1; i <= lines; i++) if (!goes[i] || !(name[i] in brought)) print line[i] }
  '
}
sp_unneeded_dnf() {
  sp_told=$(sp_unseen "$sp_dnf" -q -C --disablerepo='*' repoquery --unneeded --qf '%{name}|%{epoch}:%{version}-%{release}|\n' 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | sed 's/|0:/|/'
}
sp_due_zypper() {
  sp_told=$(sp_unseen_zypper --non-interactive --no-refresh --xmlout update --dry-run --auto-agree-with-licenses 2>/dev/null)
  case $? in 0|1??) printf '%s\n' "$sp_told" | sp_zypper_steps;; *)
    printf '%s\n' "$sp_told" | sed -n 's/.*<message type="error">\([^<]*\).*/why|\1/p; s/.*<description>\([^<]*\).*/why|\1/p'
    return 1;;
  esac
}
sp_zypper_steps() {
  awk '
    function of(attribute) { return match($0, " " attribute "=\"[^\"]*\"") ? substr($0, RSTART + length(attribute) + 3, RLENGTH - length(attribute) - 4) : "" }
    /<to-/ { goes = /<to-remove/ }
    /<solvable / && of("type") == "package" { print of("name") "|" (goes ? of("edition") "|" : of("edition-old") "|" of("edition")) }
  '
}
sp_unneeded_zypper() {
  sp_told=$(sp_unseen_zypper --non-interactive --no-refresh --quiet packages --unneeded 2>/dev/null) || return 1
  printf '%s\n' "$sp_told" | awk -F ' *[|] *' '/^[a-z]/ && NF > 4 { print $3 "|" $4 "|" }'
}
# pacman tells only those who look for faults what a package takes the place of.
sp_due_pacman() {
  sp_told=$(pacman -Sup --noconfirm --debug --print-format 'to|%n|%v' 2>&1) || {
    printf '%s\n' "$sp_told" | sed -n 's/^error: /why|/p'
    return 1
  }
  { pacman -Q | sed 's/^\([^ ]*\) /is|\1|/'; printf '%s\n' "$sp_told" | sp_pacman_steps; } | sp_completed
}
sp_pacman_steps() { sed -n "s/^to|\(.*\)|\(.*\)$/\1|?|\2/p; s/^debug: adding '\(.*\)' to remove list$/\1|?|/p"; }
# What only others among them need goes as well.
sp_unneeded_pacman() {
  set -- $(pacman -Qdtq 2>/dev/null)
  [ $# -eq 0 ] || pacman -Rsp --noconfirm --print-format '%n|%v|' "$@" 2>/dev/null
}
`.replaceAll('\\${', '${'),
);
