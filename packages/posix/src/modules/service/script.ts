import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';

/** Seconds that a unit without a readiness signal must live after its start before it counts as started. */
const provingSeconds = 1;

/**
 * Shell functions that change a unit and prove it. `sp_prove UNIT SECONDS` watches a unit that was just started and fails with the
 * last lines of its journal when it ended or was started anew: a crash loop is active for most of the time it is looked at.
 */
const unitLibrary: ShellText = shRaw(
  String.raw`sp_nl='
'
sp_show() { systemctl show -p "$2" -- "$1" 2>/dev/null | sed 's/^[^=]*=//'; }
sp_explain() {
  journalctl --no-pager -q -n 15 -o cat -u "$1" 2>/dev/null
  printf '%s %s: it is %s (%s)\n' "$1" "$2" "$(sp_show "$1" ActiveState)" "$(sp_show "$1" Result)"
  exit 1
}
sp_do() {
  if [ "$(sp_show "$2" ActiveState)" = failed ]; then systemctl reset-failed -- "$2"; fi
  systemctl --no-ask-password "$1" -- "$2" || sp_explain "$2" "did not $1"
}
sp_prove() {
  case $(sp_show "$1" Type) in simple|exec|idle) sp_left=$(($2 * 5));; *) sp_left=1;; esac
  sp_first=
  while :; do
    sp_now=$(systemctl show -p NRestarts,MainPID,ActiveState -- "$1" 2>/dev/null)
    case $sp_nl$sp_now$sp_nl in
      *"$sp_nl"ActiveState=active"$sp_nl"*|*"$sp_nl"ActiveState=reloading"$sp_nl"*|*"$sp_nl"ActiveState=refreshing"$sp_nl"*) ;;
      *) sp_explain "$1" 'ended right after its start';;
    esac
    sp_life=$(printf '%s\n' "$sp_now" | grep -v '^ActiveState=')
    [ -n "$sp_first" ] || sp_first=$sp_life
    [ "$sp_first" = "$sp_life" ] || sp_explain "$1" 'ended right after its start and was started again'
    [ "$sp_left" -gt 0 ] || return 0
    sp_left=$((sp_left - 1))
    sleep 0.2 2>/dev/null || { sleep 1; sp_left=0; }
  done
}
`,
);

/** Starts or restarts a unit and proves that it stays up. */
export function startScript(verb: 'start' | 'restart', unit: string): ShellText {
  return shJoin([unitLibrary, sh`sp_do ${shRaw(verb)} ${unit} && sp_prove ${unit} ${provingSeconds}`], '');
}

/** Reloads a unit; one that ended in the meantime is started, which reads the same inputs. */
export function reloadScript(unit: string): ShellText {
  const reload = sh`if systemctl is-active -q -- ${unit}; then sp_do reload ${unit}; else sp_do start ${unit}; fi && sp_prove ${unit} ${provingSeconds}`;
  return shJoin([unitLibrary, reload], '');
}

/** Stops a unit. */
export function stopScript(unit: string): ShellText {
  return shJoin([unitLibrary, sh`sp_do stop ${unit}`], '');
}
