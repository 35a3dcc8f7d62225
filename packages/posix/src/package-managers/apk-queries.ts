import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * What apk tells of packages, in the lines that `plain-rows.ts` reads.
 *
 * - `sp_apk_rows NAME…` packages as apk's database of installed packages (apk-v2(5)) and its world (apk-world(5)) have them. apk keeps no
 *   time of installation, so a package is as old as the newest of its first files, programs and libraries before all others.
 * - `sp_apk_candidates TAG NAME…` one `apk policy`: the versions of the repositories without a tag, and of those with the tag of
 *   the declaration or of the world. Names that no package bears are asked once more, for what would provide them.
 * - `sp_apk_versions TAG` and `sp_apk_offers` read what it prints of them.
 * - `sp_due_apk` what an upgrade of all would do, one `NAME|BEFORE|AFTER` a line, as `sp_apk_steps` reads it; `sp_unneeded_apk` nothing.
 * - `sp_apk_lists` when the lists were fetched. A repository in a directory of the node has its list beside the packages.
 */
export const apkQueries: ShellText = shRaw(
  String.raw`sp_apk_etc=/etc/apk sp_apk_db=/lib/apk/db
sp_apk_world='
  function named(word) { sub(/^!/, "", word); sub(/[@<>=~].*/, "", word); return word }
  function operator(word) { return match(word, /[<>=~]+/) ? substr(word, RSTART, RLENGTH) : "" }
  function tagged(word) { sub(/[<>=~].*/, "", word); return sub(/^[^@]*@/, "", word) ? word : "" }
'
sp_apk_rows() {
  sp_found=$(awk -v world_file="$sp_apk_etc/world" -v asked=" $* " "$sp_apk_world"'
    function tell(  i) {
      if (!wanted) return
      print "pkg|" name "|" arch "|" version "|" (name in world ? "manual" : "auto") "|" broken
      if (programs == 0) for (i = 1; i <= files; i++) print "own|" name "|" file[i]
      for (i = 1; i <= programs; i++) print "own|" name "|" program[i]
    }
    function begin() { wanted = files = programs = 0; name = arch = version = broken = dir = "" }
    BEGIN {
      while ((getline line < world_file) > 0) for (count = split(line, words, " "); count > 0; count--) {
        if (words[count] ~ /^!/) continue
        each = named(words[count])
        world[each] = 1
        if (index(asked, " " each " ") && operator(words[count]) !~ /^(>[=~]?)?$/) print "lock|" each
      }
      begin()
    }
    /^P:/ { name = substr($0, 3); wanted = index(asked, " " name " ") }
    /^V:/ { version = substr($0, 3) }
    /^A:/ { arch = substr($0, 3) }
    /^f:.*[fs]/ { broken = "broken" }
    /^p:/ {
      for (count = split(substr($0, 3), words, " "); count > 0; count--) {
        each = named(words[count])
        if (index(asked, " " each " ")) print "prov|" each "|" name
      }
    }
    /^F:/ { dir = substr($0, 3) }
    /^R:/ && wanted {
      each = "/" dir (dir == "" ? "" : "/") substr($0, 3)
      if (dir ~ /(^|\/)(s?bin|lib[^\/]*|libexec)(\/|$)/) { if (programs < 20) program[++programs] = each }
      else if (files < 20) file[++files] = each
    }
    /^$/ { tell(); begin() }
    END { tell() }
  ' "$sp_apk_db/installed" 2>/dev/null)
  [ -n "$sp_found" ] || return 0
  IFS=$nl
  { printf '%s\n' "$sp_found"; stat -c 'file|%Z|%n' -- $(printf '%s\n' "$sp_found" | sed -n 's/^own|[^|]*|//p') 2>/dev/null; } | awk -F'|' '
    $1 == "own" { owner[$3] = $2; next }
    $1 == "file" { if ($2 > time[owner[$3]]) time[owner[$3]] = $2; next }
    $1 == "pkg" { row[++rows] = $0; next }
    { print }
    END { for (i = 1; i <= rows; i++) { split(row[i], cell, "|"); print "pkg|" cell[2] "|" cell[3] "|" cell[4] "|" time[cell[2]] "|" cell[5] "|" cell[6] } }
  '
  unset IFS
}
sp_apk_candidates() {
  sp_tag=$1 sp_missing=
  shift
  sp_found=$(apk policy "$@" 2>/dev/null | sp_apk_versions "$sp_tag")
  printf '%s\n' "$sp_found"
  for sp_name; do
    case $nl$sp_found in *"$nl"cand"|$sp_name|"*) ;; *) sp_missing="$sp_missing $sp_name";; esac
  done
  [ -z "$sp_missing" ] || apk list -P $sp_missing 2>/dev/null | sp_apk_offers
  return 0
}
sp_apk_versions() {
  awk -v world_file="$sp_apk_etc/world" -v tag="$1" "$sp_apk_world"'
    BEGIN { while ((getline line < world_file) > 0) for (count = split(line, words, " "); count > 0; count--) tags[named(words[count])] = tagged(words[count]) }
    /^[^ ].* policy:$/ { name = $1 }
    /^  [^ ].*:$/ { version = $1; sub(/:$/, "", version) }
    /^    / {
      source = $1
      if (source ~ /^@/) {
        if (source != "@" tag && source != "@" tags[name]) next
        source = $2
      }
      # What is installed and what is kept in a cache bear paths without the first slash.
      if (source ~ /^(\/|[a-z]+:)/) print "cand|" name "|" version
    }
  '
}
sp_apk_offers() { sed -n 's/^<\([^>]*\)> \(.*\)-[0-9][^ -]*\(-r[0-9]*\)\{0,1\} .*/offer|\1|\2/p'; }
# A simulation takes no lock and fetches nothing, and counts as errors what something before left broken.
sp_due_apk() {
  sp_told=$(apk -s --cache-max-age 5256000 upgrade --no-self-upgrade 2>/dev/null) || case $sp_told in *' error; '*|*' errors; '*) ;; *) return 1;; esac
  printf '%s\n' "$sp_told" | sp_apk_steps
}
sp_unneeded_apk() { :; }
sp_apk_steps() {
  sed -n 's/^([ 0-9]*\/[0-9]*) [A-Z][a-z]* \([^ @]*\)[^ ]* (\([^ ]*\) -> \([^ )]*\))$/\1|\2|\3/p; s/^([ 0-9]*\/[0-9]*) Installing \([^ @]*\)[^ ]* (\([^ ]*\))$/\1||\2/p; s/^([ 0-9]*\/[0-9]*) Purging \([^ @]*\)[^ ]* (\([^ ]*\))$/\1|\2|/p'
}
sp_apk_lists() {
  sp_dir=$sp_apk_etc/cache
  [ -d "$sp_dir" ] || sp_dir=/var/cache/apk
  set +f
  stat -c 'list|%Z' -- "$sp_dir"/APKINDEX.* 2>/dev/null
  grep -q -s '^[^#]*[a-z]://' "$sp_apk_etc/repositories" "$sp_apk_etc/repositories.d"/*.list /lib/apk/repositories.d/*.list || printf 'list|%s\n' "$(date +%s)"
  set -f
  return 0
}
`,
);
