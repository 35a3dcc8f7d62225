import { shRaw } from '@setpoint/sdk';

/** Packages changed with dnf, in either of its generations, or yum. */
export const dnfLibrary = shRaw(
  String.raw`for sp_dnf in dnf5 dnf yum; do if command -v "$sp_dnf" >/dev/null; then break; fi; done
sp_suffix=.rpm
sp_locks='/var/lib/rpm/.rpm.lock /usr/lib/sysimage/rpm/.rpm.lock /var/cache/dnf/metadata_lock.pid /var/cache/dnf/download_lock.pid /var/lib/dnf/rpmdb_lock.pid'
sp_word() {
  case $2 in
    *[\<\>]*)
      sp_chosen=$(sp_rpm_choose "$2" $("$sp_dnf" -q repoquery --available --qf '%{version}-%{release}\n' "$1" 2>/dev/null))
      set -- "$1" "\${sp_chosen:-$2}";;
  esac
  case $2 in '') printf '%s' "$1";; *) printf '%s-%s' "$1" "$2";; esac
}
sp_is_there() { rpm -q "$1" >/dev/null 2>&1; }
sp_needers() { sp_rpm_needers "$@"; }
sp_run_dnf() { sp_try "$sp_dnf" -y --color=never "$@"; }
sp_do_remove() { sp_run_dnf --setopt=clean_requirements_on_remove=False remove "$@"; }
sp_do_install() { sp_run_dnf install "$@"; }
sp_do_raise() { sp_run_dnf upgrade "$@"; }
sp_do_lower() { sp_run_dnf downgrade "$@"; }
sp_can_swap() { "$sp_dnf" help shell >/dev/null 2>&1; }
sp_swap() {
  printf 'remove %s\ninstall %s\nrun\n' "$sp_gone" "$sp_wants" >"$sp_log.swap"
  sp_try "$sp_dnf" --color=never --setopt=clean_requirements_on_remove=False "$@" shell "$sp_log.swap"
  set -- "$?"
  rm -f -- "$sp_log.swap"
  return "$1"
}
sp_swap_preview() {
  sp_swap --assumeno "$@" >/dev/null
  sp_previewed=$(sed -n '/^Removing/,/^$/s/^ \([^ ][^ ]*\).*/\1/p' "$sp_log")
  [ -n "$sp_previewed" ] || sp_explain
}
sp_do_swap() { sp_swap -y "$@"; }
sp_do_upgrade() { sp_run_dnf upgrade; }
sp_reason() {
  if grep -q -i 'unable to find a match\|no match for argument\|no packages to .* found' "$sp_log"; then
    sp_what=$(sed -n 's/^[Nn]o match for argument: *//p' "$sp_log" | head -n 1)
    echo "the repositories have no package $sp_what"
  elif grep -q 'nothing provides\|conflicts with\|cannot install' "$sp_log"; then
    sed -n 's/^ *-* *\(.*\(nothing provides\|conflicts with\).*\)/\1/p' "$sp_log" | sort -u | paste -s -d ';' -
  elif grep -q '^Error: ' "$sp_log"; then sed -n 's/^Error: //p' "$sp_log" | tail -n 1
  else tail -n 1 "$sp_log"; fi
}
sp_refresh() { sp_run_dnf makecache --refresh || sp_explain; }
sp_reinstall() { sp_run_dnf reinstall "$@" || sp_explain; }
sp_mark() {
  case $1 in
    hold) shift; sp_run_dnf versionlock add "$@" || sp_explain;;
    unhold) shift; sp_run_dnf versionlock delete "$@" || sp_explain;;
    *) return 0;;
  esac
}
`.replaceAll('\\${', '${'),
);
