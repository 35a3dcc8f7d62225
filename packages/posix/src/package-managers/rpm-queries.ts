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
  [ $# -eq 0 ] || rpm -q --qf '[prov|%{PROVIDES}|%{=NAME}\n]' --whatprovides "$@" 2>/dev/null | grep '^prov|'
  if [ "$sp_manager" = zypper ]; then sed -n 's/^solvable_name: */lock|/p' /etc/zypp/locks 2>/dev/null
  elif [ -r /etc/dnf/versionlock.toml ]; then sed -n 's/^ *name *= *"\(.*\)".*/lock|\1/p' /etc/dnf/versionlock.toml
  else sed -n 's/^\([^#!].*\)-[0-9]*:[^-]*-[^-]*$/lock|\1/p' /etc/dnf/plugins/versionlock.list /etc/yum/pluginconf.d/versionlock.list 2>/dev/null; fi
  return 0
}
sp_rpm_candidates() {
  if [ "$sp_manager" = zypper ]; then sp_zypper_candidates "$@"; return; fi
  sp_unseen "$sp_dnf" -q -C repoquery --available --arch "$(uname -m),noarch" --qf 'cand|%{name}|%{epoch}:%{version}-%{release}\n' "$@" 2>/dev/null | grep '^cand|'
  return 0
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
  for sp_name; do sp_solv="$sp_solv --match-exact $sp_name"; done
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
