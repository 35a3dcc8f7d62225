import { shRaw } from '@setpoint/sdk';

/** Packages changed with zypper. */
export const zypperLibrary = shRaw(
  String.raw`sp_suffix=.rpm
sp_locks='/run/zypp.pid /var/run/zypp.pid /var/lib/rpm/.rpm.lock /usr/lib/sysimage/rpm/.rpm.lock'
sp_word() {
  case $2 in
    *[\<\>]*)
      sp_chosen=$(sp_rpm_choose "$2" $(zypper --non-interactive --no-refresh --quiet search -s --type package --match-exact "$1" | sed -n 's/^[^|]*| *[^|]*| *package *| *\([^ |]*\) .*/\1/p'))
      set -- "$1" "\${sp_chosen:-$2}";;
  esac
  case $2 in '') printf '%s' "$1";; *) printf '%s=%s' "$1" "$2";; esac
}
sp_is_there() { rpm -q "$1" >/dev/null 2>&1; }
sp_needers() { sp_rpm_needers "$@"; }
sp_zypper() {
  sp_try zypper --non-interactive --no-color "$@"
  sp_code=$?
  # 100 and up tell of things to do afterwards, such as a reboot; 104 and 107 tell that it was not done.
  case $sp_code in 104|107) return 1;; 1??) return 0;; *) return "$sp_code";; esac
}
sp_do_remove() { sp_zypper remove --no-clean-deps "$@"; }
sp_do_install() { sp_zypper install --no-confirm --allow-unsigned-rpm --auto-agree-with-licenses "$@"; }
sp_do_raise() { sp_zypper install --no-confirm --allow-unsigned-rpm --auto-agree-with-licenses "$@"; }
sp_do_lower() { sp_zypper install --no-confirm --allow-unsigned-rpm --auto-agree-with-licenses --oldpackage "$@"; }
sp_can_swap() { true; }
sp_swap_words() { for sp_each in $sp_gone; do printf '!%s ' "$sp_each"; done; }
sp_swap_preview() {
  sp_do_install --dry-run "$@" $sp_wants $(sp_swap_words) >/dev/null || sp_refuse_others "$sp_needed"
  sp_previewed=$(sed -n '/going to be REMOVED:$/,/^[^ ]*$/s/^  *//p' "$sp_log")
  [ -n "$sp_previewed" ] || sp_refuse_others "$sp_needed"
}
sp_do_swap() { sp_do_install "$@" $sp_wants $(sp_swap_words); }
sp_do_upgrade() { sp_zypper update --no-confirm --auto-agree-with-licenses; }
sp_reason() {
  if grep -q "' not found" "$sp_log"; then
    sed -n "s/.*'\([^']*\)' not found.*/the repositories have no package \1/p" "$sp_log" | head -n 1
  elif grep -q 'signing key received' "$sp_log"; then
    echo "$(sp_zypper_which) is signed with a key that the node does not trust: $(sed -n 's/.*Key Fingerprint: *//p' "$sp_log" | tail -n 1 | tr -d ' ')"
  elif grep -q "' is unsigned" "$sp_log"; then echo "$(sp_zypper_which) is not signed"
  elif grep -q 'Valid metadata not found' "$sp_log"; then
    sed -n 's/^ - //p; s/^Error message: //p' "$sp_log" | tail -n 1
  elif grep -q '^Problem: ' "$sp_log"; then sed -n 's/^Problem: //p' "$sp_log" | head -n 1
  else tail -n 1 "$sp_log"; fi
}
sp_zypper_which() { sed -n "s/^Repository '\(.*\)' is invalid.*/the repository \1/p" "$sp_log" | head -n 1; }
sp_refresh() { sp_zypper refresh || sp_explain; }
sp_reinstall() { sp_zypper install --force "$@" || sp_explain; }
sp_mark() {
  case $1 in
    hold) shift; sp_zypper addlock "$@" || sp_explain;;
    unhold) shift; sp_zypper removelock "$@" || sp_explain;;
    *) return 0;;
  esac
}
`.replaceAll('\\${', '${'),
);
