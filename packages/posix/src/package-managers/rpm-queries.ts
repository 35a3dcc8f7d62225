import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * What rpm, dnf and zypper tell of packages, in the lines that `plain-rows.ts` reads.
 *
 * - `sp_rpm_rows NAME…` one `rpm -q` for all packages, one more for what others provide when one of them is not installed, and the
 *   locks of both managers.
 * - `sp_rpm_candidates NAME…` what the repositories have, from what was fetched before: nothing is fetched to look, and only root
 *   can look. Names that no package bears and none that is installed provides are asked once more, for what would provide them.
 * - `sp_rpm_lists` when the repositories were fetched, or asked and found as they were before.
 */
export const rpmQueries: ShellText = shRaw(
  String.raw`sp_rpm_form='|%{NAME}|%{ARCH}|%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}|%{INSTALLTIME}\n'
sp_rpm_rows() {
  sp_found=$(rpm -q --qf "pkg$sp_rpm_form" "$@" 2>/dev/null | grep '^pkg|')
  printf '%s\n' "$sp_found"
  sp_left=$#
  while [ "$sp_left" -gt 0 ]; do
    case $nl$sp_found in *"$nl"pkg"|$1|"*) ;; *) set -- "$@" "$1";; esac
    shift
    sp_left=$((sp_left - 1))
  done
  [ $# -eq 0 ] || sp_rpm_providers "$@"
  if [ "$sp_manager" = zypper ]; then sed -n 's/^solvable_name: */lock|/p' /etc/zypp/locks 2>/dev/null
  elif [ -r /etc/dnf/versionlock.toml ]; then sed -n 's/^ *name *= *"\(.*\)".*/lock|\1/p' /etc/dnf/versionlock.toml
  else sed -n 's/^\([^#!].*\)-[0-9]*:[^-]*-[^-]*$/lock|\1/p' /etc/dnf/plugins/versionlock.list /etc/yum/pluginconf.d/versionlock.list 2>/dev/null; fi
  return 0
}
# Neither files nor patterns stand among what a package says that it provides.
sp_rpm_providers() {
  rpm -q --qf '[prov|%{PROVIDES}|%{=NAME}\n]' --whatprovides "$@" 2>/dev/null | grep '^prov|'
  for sp_name; do
    case $sp_name in
      /*) rpm -q --qf "prov|$sp_name|%{NAME}\n" --whatprovides "$sp_name" 2>/dev/null | grep '^prov|';;
      pattern:*) rpm -q --qf '[%{PROVIDES} %{PROVIDEVERSION} %{=NAME}\n]' --whatprovides 'pattern()' 2>/dev/null | sed -n "s/^pattern() \${sp_name#*:} /prov|$sp_name|/p";;
    esac
  done
}
sp_rpm_candidates() {
  case $sp_manager in
    zypper) sp_found=$(sp_zypper_candidates "$@");;
    *) sp_found=$(sp_dnf_repoquery --qf 'cand|%{name}|%{epoch}:%{version}-%{release}\n' "$@" | grep '^cand|');;
  esac
  printf '%s\n' "$sp_found"
  sp_found=$nl$sp_rows$nl$(printf '%s\n' "$sp_found" | sed 's/^[^|]*| *\([^| ]*\) *|.*/cand|\1|/')
  for sp_name; do
    case $sp_found in
      *"$nl"prov"|$sp_name|"*|*"$nl"cand"|$sp_name|"*) ;;
      *) [ -n "\${sp_offered-}" ] || "sp_\${sp_manager}_offers" "$sp_name";;
    esac
  done
  return 0
}
sp_dnf_repoquery() { sp_unseen "$sp_dnf" -q -C repoquery --available --arch "$(uname -m),noarch" "$@" 2>/dev/null; }
sp_dnf_offers() { sp_dnf_repoquery --qf "offer|$1|%{name}\n" --whatprovides "$1" | grep '^offer|'; }
sp_zypper_offers() {
  case $(sp_rpm_lists) in '') return 0;; esac
  sp_thing=$1
  case $1 in pattern:*) sp_thing="pattern() = \${1#*:}";; esac
  sp_zypper_packages --provides --match-exact "$sp_thing" | sed "s/^/offer|$(printf '%s' "$1" | sed 's/[\/&]/\\&/g')|/"
}
# The names alone.
sp_zypper_packages() {
  sp_unseen_zypper --non-interactive --no-refresh --quiet search -s --type package "$@" 2>/dev/null | awk -F ' *[|] *' '$3 == "package" { print $2 }' | sort -u
}
# Both write a log of everything, also of a question: they get a place for it that nobody else sees, or are not asked. zypper would
# fetch what it does not have yet, too.
sp_unseen() { unshare --mount /bin/sh -c 'mount -t tmpfs none /var/log && mkdir /var/log/zypp && exec "$@"' sh "$@"; }
sp_unseen_zypper() {
  sp_unseen /bin/sh -c 'mount --bind /var/cache/zypp /var/cache/zypp && mount -o remount,bind,ro /var/cache/zypp && exec zypper "$@"' sh "$@"
}
sp_zypper_candidates() {
  case $(sp_rpm_lists) in '') return 0;; esac
  sp_solv=
  for sp_name; do case $sp_name in pattern:*) ;; *) sp_solv="$sp_solv --match-exact $sp_name";; esac; done
  [ -n "$sp_solv" ] || return 0
  sp_unseen_zypper --non-interactive --no-refresh --quiet search -s --type package $sp_solv 2>/dev/null
  return 0
}
sp_rpm_lists() {
  set +f
  if [ "$sp_manager" = zypper ]; then
    set -- /var/cache/zypp/solv/[!@]*/cookie
    [ ! -e "$1" ] || set -- "$@" /var/cache/zypp/raw/*/repodata/repomd.xml /var/cache/zypp/raw/*/content /var/cache/zypp/raw/*/cookie
  else
    set -- /var/cache/dnf/*/repodata/repomd.xml /var/cache/libdnf5/*/repodata/repomd.xml /var/cache/yum/*/*/*/repomd.xml
    set -- "$@" /var/cache/dnf/*/repodata/*primary.* /var/cache/libdnf5/*/repodata/*primary.* /var/cache/yum/*/*/*/cachecookie
  fi
  set -f
  stat -c 'list|%Z' -- "$@" 2>/dev/null
  return 0
}
`.replaceAll('\\${', '${'),
);
