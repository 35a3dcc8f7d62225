import { shRaw } from '@setpoint/sdk';

/**
 * Packages changed with pacman, which holds its lock by the mere presence of a file: whether somebody is at work cannot be told from
 * one that a power cut left behind, so it is waited for and never deleted.
 */
export const pacmanLibrary = shRaw(
  String.raw`sp_suffix=.pkg.tar
sp_locks=
sp_word() { printf '%s' "$1"; }
sp_is_there() { pacman -Q "$1" >/dev/null 2>&1; }
sp_needers() {
  pacman -Rp "$@" 2>&1 >/dev/null | sed -n 's/.*required by //p' | sort -u | paste -s -d ' ' -
}
sp_pacman() {
  sp_waited=0
  while [ -e /var/lib/pacman/db.lck ]; do
    if [ "$sp_waited" -ge "$sp_patience" ]; then
      echo "gave up after $sp_patience s: /var/lib/pacman/db.lck is there; remove it if no pacman is at work"
      exit 1
    fi
    [ "$sp_waited" -gt 0 ] || echo 'setpoint-wait: /var/lib/pacman/db.lck is there'
    sleep 1
    sp_waited=$((sp_waited + 1))
  done
  sp_try pacman --noconfirm "$@"
}
sp_do_remove() { sp_pacman -R --noprogressbar "$@"; }
sp_do_install() { sp_do_lower --needed "$@"; }
sp_do_raise() { sp_do_lower --needed "$@"; }
sp_do_lower() {
  case "$*" in */*) sp_pacman -U --noprogressbar "$@"; return;; esac
  # pacman would install all packages of a group.
  for sp_word; do
    case $sp_word in -*) continue;; esac
    if [ -n "$(pacman -Sgq "$sp_word" 2>/dev/null)" ] && ! pacman -Si "$sp_word" >/dev/null 2>&1; then
      echo "$sp_word is a group of packages, not a package: declare @$sp_word"
      exit 1
    fi
  done
  sp_pacman -S --noprogressbar "$@"
}
sp_do_upgrade() { sp_pacman -Su --noprogressbar; }
sp_reason() {
  if grep -q 'target not found' "$sp_log"; then
    echo "the repositories have no package $(sed -n 's/.*target not found: //p' "$sp_log" | paste -s -d ' ' -)"
  else
    sp_said=$(sed -n '/\.\.\.$/d; /^:: \(Proceed\|Replace\) /d; s/^:: //p' "$sp_log" | paste -s -d ';' -)
    if [ -n "$sp_said" ]; then printf '%s\n' "$sp_said"; else sed -n 's/^error: //p' "$sp_log" | head -n 1; fi
  fi
}
# Databases that are as they were keep their times, so that only a change of their mode tells that they were asked for.
sp_refresh() {
  sp_pacman -Sy --noprogressbar || sp_explain
  set +f
  chmod a+r /var/lib/pacman/sync/*.db
}
sp_reinstall() { sp_pacman -S --noprogressbar "$@" || sp_explain; }
sp_mark() {
  case $1 in
    manual) shift; sp_pacman -D --asexplicit "$@" || sp_explain;;
    *) return 0;;
  esac
}
`.replaceAll('\\${', '${'),
);
