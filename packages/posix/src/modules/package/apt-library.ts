import { type ShellText, shJoin, shRaw } from '@setpoint/sdk';
import { broughtFileLibrary, packageFileLibrary } from '../../package-managers/package-file.ts';
import { lockWaitLibrary } from './lock-wait.ts';

/**
 * Shell functions that change packages. They never ask a question, never delete a lock, and end with one line that says what is
 * wrong.
 *
 * - `sp_anyone` says who holds a lock of apt or dpkg.
 * - `sp_get COMMAND…` runs apt-get. Where debconf is the only one to be told of packages before they are unpacked and apt-utils is not
 *   installed, debconf is not: it would load all of itself to say that it can do nothing without apt-utils.
 * - `sp_apt COMMAND…` waits, runs apt-get into a log, prints the log and explains a failure; `sp_mark COMMAND…` does for apt-mark.
 * - `sp_want NAME VERSION`, `sp_want_file LABEL WRITTEN NAME VERSION`, `sp_unwant NAME` collect words for `sp_change OPTION…`, which
 *   refuses to remove anything else.
 */
export const aptLibrary: ShellText = shJoin(
  [
    lockWaitLibrary,
    packageFileLibrary,
    broughtFileLibrary,
    shRaw(
      String.raw`export DEBIAN_FRONTEND=noninteractive DEBIAN_PRIORITY=critical APT_LISTCHANGES_FRONTEND=none NEEDRESTART_MODE=l
sp_nl='
'
# What apt says after it said what is wrong.
sp_vague='^(Failed to fetch|Sub-process|Some index files failed|Unable to fetch some archives|Unable to correct problems|The list of sources could not be read|The package lists or status file could not be parsed)'
sp_settings='/etc/apt/apt.conf /etc/apt/apt.conf.d /usr/lib/apt/apt.conf.d /usr/share/apt/apt.conf.d'
sp_preconfigure='DPkg::Pre-Install-Pkgs {"/usr/sbin/dpkg-preconfigure --apt || true";};'
sp_words= sp_minus= sp_pluses=0 sp_going=' ' sp_policy=/usr/sbin/policy-rc.d
sp_log=$(mktemp) || { echo 'no temporary file can be made'; exit 1; }
sp_manager=apt sp_suffix=.deb
trap 'sp_services_on; rm -rf -- "$sp_log" \${sp_files:+"$sp_files"}' EXIT
trap 'exit 1' HUP INT TERM
# What dpkg and ucf do about configuration files that were edited, without asking.
sp_config_kept() {
  sp_config='-o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold'
  unset UCF_FORCE_CONFFNEW
  export UCF_FORCE_CONFFOLD=1
}
sp_config_replaced() {
  sp_config='-o Dpkg::Options::=--force-confnew'
  unset UCF_FORCE_CONFFOLD
  export UCF_FORCE_CONFFNEW=1
}
sp_config_kept
sp_anyone() {
  for sp_file in $(stat -c '%n:%i' -- /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock 2>/dev/null); do
    if sp_holder POSIX "\${sp_file%:*}" "\${sp_file##*:}"; then printf ' holds %s' "\${sp_file%:*}"; return 0; fi
  done
  return 1
}
sp_get() {
  if [ ! -d /proc/self/fd ] || command -v apt-extracttemplates >/dev/null || [ -n "\${APT_CONFIG-}" ] || [ "$(grep -r -h -i -s -F pre-install-pkgs $sp_settings)" != "$sp_preconfigure" ]; then
    apt-get "$@" </dev/null
  else apt-get -c /proc/self/fd/7 "$@" </dev/null 7<<'END'
#clear DPkg::Pre-Install-Pkgs;
END
  fi
}
sp_apt() {
  while :; do
    sp_wait
    sp_code=0
    sp_get -y -q -o "DPkg::Lock::Timeout=$sp_patience" -o Dpkg::Use-Pty=0 $sp_config "$@" >"$sp_log" 2>&1 || sp_code=$?
    [ "$sp_code" -ne 0 ] && grep -q 'E: Could not get lock' "$sp_log" && sp_anyone >/dev/null || break
  done
  cat -- "$sp_log"
  [ "$sp_code" -eq 0 ] || sp_explain
}
sp_mark() {
  sp_wait
  sp_code=0
  apt-mark "$@" </dev/null >"$sp_log" 2>&1 || sp_code=$?
  cat -- "$sp_log"
  [ "$sp_code" -eq 0 ] || sp_explain
}
sp_explain() {
  if grep -q -i 'are you root' "$sp_log" && [ "$(id -u)" -ne 0 ]; then
    echo "only root can change packages, and this is $(id -un): set 'sudo: true' for the node or the resource"
  elif grep -q 'dpkg was interrupted' "$sp_log"; then
    dpkg --audit
    echo 'dpkg was interrupted earlier; finish its work with: dpkg --configure -a'
  elif grep -q 'remove is disabled' "$sp_log"; then
    echo "packages that are not declared absent would be removed:$(sed -n '/^The following packages will be REMOVED/,/^[^ ]/s/^  */ /p' "$sp_log" | tr -d '\n')"
  elif grep -q '^dpkg: error processing' "$sp_log"; then
    sed -n '/^dpkg: error processing/{N;s/\n  */ /;s/^dpkg: error processing //;p;}' "$sp_log" | paste -s -d ';' -
  elif grep -q '^E: Failed to fetch .*\.deb .*404  *Not Found' "$sp_log"; then
    echo 'a package is no longer where the package lists say; refresh them by declaring a shorter cache_valid_time'
  elif grep -q "^E: Version '.*' for '.*' was not found" "$sp_log"; then
    set -- $(sed -n "s/^E: Version '\(.*\)' for '\(.*\)' was not found/\2 \1/p" "$sp_log")
    sp_no_version "$1" "$2" "$(sp_known "$1")"
  elif grep -q '^E: Unable to locate package' "$sp_log"; then
    set -- $(sed -n 's/^E: Unable to locate package //p' "$sp_log")
    sp_no_version "$1" '' ''
  elif grep -q 'NO_PUBKEY' "$sp_log"; then
    echo "$(sed -n "s/^E: The repository '\([^']*\)'.*/\1/p" "$sp_log" | head -n 1) is signed with a key that the node does not trust: $(sed -n 's/.*NO_PUBKEY \([0-9A-F]*\).*/\1/p' "$sp_log" | head -n 1)"
  elif grep -q 'unmet dependencies' "$sp_log"; then
    sed -n '/unmet dependencies/,/^E: /s/^ \(.*:.*\)/\1/p' "$sp_log" | sed 's/  */ /g' | paste -s -d ';' -
  elif grep -q '^E: ' "$sp_log"; then
    sp_said=$(sed -n 's/^[EW]: Failed to fetch \([^ ]*\)  */could not fetch \1: /p; s/^E: //p' "$sp_log" | grep -v -E "$sp_vague" | head -n 1)
    printf '%s\n' "\${sp_said:-$(sed -n 's/^E: //p' "$sp_log" | tail -n 1)}"
  fi
  exit 1
}
sp_refresh() {
  sp_apt -o APT::Update::Error-Mode=any update
}
sp_known() { apt-cache madison -- "$1" 2>/dev/null | cut -d '|' -f 2 | tr -d ' ' | paste -s -d ' ' -; }
sp_no_version() {
  if [ -z "$3" ]; then echo "the package lists have no package $1"
  else echo "the package lists have no version $2 of $1, only: $3"; fi
  exit 1
}
sp_is_within() {
  sp_version=$1
  shift
  for sp_bound; do
    sp_limit=\${sp_bound#[<>]}
    sp_limit=\${sp_limit#=}
    case $sp_bound in
      '<='*) sp_relation=le;; '<'*) sp_relation=lt;; '>='*) sp_relation=ge;; *) sp_relation=gt;;
    esac
    dpkg --compare-versions "$sp_version" "$sp_relation" "$sp_limit" || return 1
  done
}
sp_want() {
  sp_pluses=$((sp_pluses + 1))
  case $2 in
    '') sp_words="$sp_words $1";;
    *[*?]*)
      sp_versions=$(sp_known "$1")
      for sp_each in $sp_versions; do
        case $sp_each in $2) sp_words="$sp_words $1=$sp_each"; return 0;; esac
      done
      sp_no_version "$1" "$2" "$sp_versions";;
    *[\<\>]*)
      sp_versions=$(sp_known "$1")
      for sp_each in $sp_versions; do
        if sp_is_within "$sp_each" $2; then sp_words="$sp_words $1=$sp_each"; return 0; fi
      done
      sp_no_version "$1" "$2" "$sp_versions";;
    *) sp_words="$sp_words $1=$2";;
  esac
}
sp_want_file() {
  sp_hold_to "$@"
  sp_pluses=$((sp_pluses + 1)) sp_words="$sp_words $sp_package"
}
sp_is_there() {
  case $(dpkg-query -W -f '\${db:Status-Status}' -- "$1" 2>/dev/null) in ''|not-installed|config-files) return 1;; esac
}
sp_unwant() {
  if sp_is_there "$1"; then sp_words="$sp_words $1-" sp_minus="$sp_minus $1" sp_going="$sp_going\${1%%:*} "; fi
}
sp_change() {
  [ -n "$sp_words" ] || return 0
  if [ "$sp_going" = ' ' ]; then sp_apt --no-remove "$@" install $sp_words
  else
    # apt may bring a replacement for what others need; without a declared one, that was never shown.
    if [ "$sp_pluses" = 0 ]; then set -- "$@" remove $sp_minus; else set -- "$@" install $sp_words; fi
    apt-get -s -q "$@" </dev/null >"$sp_log" 2>&1 || { cat -- "$sp_log"; sp_explain; }
    for sp_each in $(sed -n 's/^\(Remv\|Purg\) \([^ :]*\).*/\2/p' "$sp_log"); do
      case $sp_going in *" $sp_each "*) ;; *) sp_others="\${sp_others-} $sp_each";; esac
    done
    if [ "$sp_pluses" = 0 ] && grep -q '^Inst ' "$sp_log"; then
      echo "packages that are not declared would be installed in its place:$(sed -n 's/^Inst \([^ ]*\).*/ \1/p' "$sp_log" | tr -d '\n')"
      exit 1
    fi
    if [ -n "\${sp_others-}" ]; then
      echo "packages that are not declared absent would be removed too:$sp_others"
      exit 1
    fi
    sp_apt "$@"
  fi
  sp_words= sp_minus= sp_pluses=0 sp_going=' '
}
sp_services_off() {
  sp_saved=
  if [ -e "$sp_policy" ] && ! grep -q 'made by Setpoint' "$sp_policy"; then
    mv -f -- "$sp_policy" "$sp_policy.setpoint" && sp_saved=1 || exit 1
  fi
  printf '#!/bin/sh\n# made by Setpoint for the time of a package change\nexit 101\n' >"$sp_policy" && chmod 0755 "$sp_policy"
}
sp_services_on() {
  [ -e "$sp_policy" ] && grep -q 'made by Setpoint' "$sp_policy" || return 0
  if [ -e "$sp_policy.setpoint" ]; then mv -f -- "$sp_policy.setpoint" "$sp_policy"; else rm -f -- "$sp_policy"; fi
}
`.replaceAll('\\${', '${'),
    ),
  ],
  '',
);
