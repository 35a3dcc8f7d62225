import { type ShellText, shJoin, shRaw } from '@setpoint/sdk';
import { apkQueries } from '../../../package-managers/apk-queries.ts';

/**
 * Packages changed with apk, which makes its world true: what the world asks for is there, what nothing needs is not. All changes
 * go into the world at once, exact versions and what must not be there among them (`nginx=1.26.2-r0`, `!telnet`), so that apk finds
 * one way for all or none. Afterwards a version stays in the world where it is held, and the others are asked for by name.
 *
 * The lists are those that the plan saw: apk would fetch new ones every few hours by itself.
 */
const changes = shRaw(
  String.raw`sp_locks=/lib/apk/db/lock
sp_picks= sp_purged= nl=$sp_nl sp_suffix=.apk
sp_is_there() { [ -n "$(sp_version_of "$1")" ]; }
sp_version_of() { sp_apk_rows "$1" | sed -n 's/^pkg|[^|]*|[^|]*|\([^|]*\)|.*/\1/p'; }
sp_want() { sp_picks=$sp_picks$1' '$2$sp_nl; }
sp_raise() { sp_want "$1" "\${2:-*}"; }
sp_lower() { sp_want "$@"; }
sp_purge() { if sp_is_there "$1"; then sp_purged="$sp_purged !$1"; fi; }
sp_add() { sp_try apk --wait "$sp_patience" --cache-max-age 5256000 "$@"; }
sp_change() {
  sp_words=
  set -f
  IFS=$sp_nl
  for sp_pick in $sp_picks; do
    unset IFS
    sp_pick "\${sp_pick%% *}" "\${sp_pick#* }" "\${1-}"
  done
  unset IFS
  for sp_each in $sp_gone; do sp_words="$sp_words !$sp_each"; done
  set +f
  [ -z "$sp_words" ] || sp_commit add $sp_words
  [ -z "$sp_purged" ] || sp_commit --purge add $sp_purged
  sp_picks= sp_gone= sp_purged=
}
sp_pick() {
  sp_name=$1 sp_wanted=$2 sp_tag=\${3:-$(sp_tag_of "$1")} sp_version=
  case $sp_wanted in
    '') ;;
    *[!0-9A-Za-z._~-]*) sp_choose;;
    *-r[0-9]*) sp_version=$sp_wanted;;
    *) sp_choose;;
  esac
  sp_words="$sp_words $sp_name\${sp_tag:+@$sp_tag}\${sp_version:+=$sp_version}"
}
# apk tells the versions in their order, so that the last one that will do is the highest.
sp_choose() {
  sp_known=$(sp_apk_candidates "$sp_tag" "$sp_name" | sed -n 's/^cand|[^|]*|//p')
  for sp_each in $sp_known; do
    case $sp_wanted in
      *[\<\>]*) ! sp_is_within "$sp_each" $sp_wanted || sp_version=$sp_each;;
      *) case $sp_each in $sp_wanted|$sp_wanted-r*) sp_version=$sp_each;; esac;;
    esac
  done
  [ -z "$sp_known" ] || [ -n "$sp_version" ] || sp_no_version "$sp_name" "$sp_wanted" "$(echo $sp_known)"
}
sp_is_within() {
  sp_candidate=$1
  shift
  for sp_bound; do
    sp_limit=\${sp_bound#[<>]}
    sp_limit=\${sp_limit#=}
    case $sp_limit in *-r*) sp_left=$sp_candidate;; *) sp_left=\${sp_candidate%-r*};; esac
    case \${sp_bound%"$sp_limit"}$(apk version -t "$sp_left" "$sp_limit") in '<<'|'<=<'|'<=='|'>>'|'>=>'|'>==') ;; *) return 1;; esac
  done
}
sp_no_version() { echo "the repositories have no version $2 of $1, only: $3"; exit 1; }
sp_tag_of() {
  while read -r sp_line; do
    case $sp_line in "$1"@*) sp_line=\${sp_line#*@} && printf '%s' "\${sp_line%%[<>=~]*}"; return;; esac
  done </etc/apk/world
}
sp_commit() {
  sp_world=$(cat /etc/apk/world 2>/dev/null)
  sp_add "$@"
  sp_settle "$@" || { echo '/etc/apk/world could not be written'; exit 1; }
  [ "$sp_code" -eq 0 ] || sp_is_older || sp_explain
}
# It fails each time when packages were left broken by something before, also when all that was to be done is done.
sp_is_older() { ! grep -q '^ERROR' "$sp_log" && grep -q '^[0-9]* errors\{0,1\};' "$sp_log"; }
sp_settle() {
  [ -e /etc/apk/world ] || return 0
  (
    ! command -v flock >/dev/null || flock 9 || exit 1
    cp -p /etc/apk/world /etc/apk/world.setpoint && sp_was=$sp_world sp_now=$* awk "$sp_apk_world"'
      BEGIN {
        for (count = split(ENVIRON["sp_was"], words, /[ \n]+/); count > 0; count--) was[named(words[count])] = words[count]
        for (count = split(ENVIRON["sp_now"], words, " "); count > 0; count--) now[words[count]] = 1
      }
      # A file stands there by its checksum.
      was[named($0)] != $0 && operator($0) == "><" { sub(/><.*/, "") }
      !($0 in now) || was[named($0)] == $0 { print; next }
      /^!/ { next }
      operator(was[named($0)]) ~ /^>/ { print was[named($0)]; next }
      { sub(/=.*/, ""); print }
    ' /etc/apk/world >/etc/apk/world.setpoint && mv -f -- /etc/apk/world.setpoint /etc/apk/world
  ) 9>>/lib/apk/db/lock
}
sp_reason() {
  if grep -q '(no such package)' "$sp_log"; then
    echo "the repositories have no package $(sed -n 's/^  \([^ ].*\) (no such package):$/\1/p' "$sp_log" | paste -s -d ' ' -)"
  elif grep -q '^ *masked in: @' "$sp_log"; then
    echo "only repositories with a tag have it ($(sed -n 's/^ *masked in: //p' "$sp_log" | sort -u | paste -s -d ' ' -)): declare the tag as default_release"
  elif grep -q '^ *breaks: world\[!' "$sp_log"; then
    echo "packages that are not declared absent would be removed too: $(sed -n '/^ *breaks: world\[!/,/^  [^ ]/p' "$sp_log" | grep -o '[^ ]*\[[^]]*\]' | sed '/^world\[!/d; s/^world\[\(.*\)\]$/\1/; s/\[.*//' | sort -u | paste -s -d ' ' -)"
  elif grep -q '^ *breaks: world\[[^]]*=' "$sp_log"; then
    set -- $(sed -n 's/^ *breaks: world\[\([^]@=]*\)[^]=]*=\([^]]*\)\].*/\1 \2/p' "$sp_log" | head -n 1)
    set -- "$1" "$2" "$(sp_apk_candidates "$(sp_tag_of "$1")" "$1" | sed -n 's/^cand|[^|]*|//p' | paste -s -d ' ' -)"
    case " $3 " in *" $2 "*) sp_conflicts;; *) sp_no_version "$@";; esac
  elif grep -q "^ *note: please select one" "$sp_log"; then
    echo "$(sed -n 's/^  \([^ ]*\) (virtual):$/\1/p' "$sp_log" | head -n 1) is provided by several packages, of which one is to be declared: $(sed -n 's/^ *provided by: //p' "$sp_log" | head -n 1)"
  elif grep -q '^ERROR: unable to select packages' "$sp_log"; then sp_conflicts
  else
    sp_said=$( { sed -n 's/^ERROR: //p' "$sp_log"; sed -n 's/^WARNING: //p' "$sp_log"; } | head -n 1)
    case $sp_said in
      *': UNTRUSTED signature'*|*': BAD signature'*)
        sp_said=\${sp_said%: [UB]*}
        sp_said="\${sp_said##* } is signed with a key that the node does not trust";;
    esac
    printf '%s\n' "$sp_said"
  fi
}
sp_conflicts() {
  awk '/^  [^ ].*:$/ { name = $1; sub(/:$/, "", name) } /^    breaks:/ { $1 = ""; print name " breaks" $0 } /^    conflicts:/ { $1 = ""; print name " conflicts with" $0 }' "$sp_log" | paste -s -d ';' -
}
# Without -U some versions take lists of the last hours for good.
sp_update() { sp_try apk --wait "$sp_patience" -U "$@" update || sp_explain; }
sp_refresh() { sp_update; }
sp_do_upgrade() { sp_add upgrade --no-self-upgrade || sp_is_older; }
sp_do_remove() { :; }
sp_reinstall() { sp_add fix "$@" || sp_explain; }
sp_mark() {
  sp_mark=$1 sp_words=
  shift
  for sp_name; do
    sp_tag=$(sp_tag_of "$sp_name") sp_version=
    [ "$sp_mark" != hold ] || sp_version=$(sp_version_of "$sp_name")
    sp_words="$sp_words $sp_name\${sp_tag:+@$sp_tag}\${sp_version:+=$sp_version}"
  done
  sp_add add $sp_words || sp_explain
}
`.replaceAll('\\${', '${'),
);

/** With what tells which packages there are. */
export const apkLibrary: ShellText = shJoin([apkQueries, changes], '');
