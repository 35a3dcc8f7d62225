import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';

/** What can be done to a unit, in the order in which several of them are done together. */
export type UnitVerb =
  | 'unmask'
  | 'daemon-reload'
  | 'enable'
  | 'disable'
  | 'stop'
  | 'start'
  | 'restart'
  | 'reload'
  | 'mask';

/** One act on one unit; `id` is the name under which systemd files it. */
export type UnitAct = { readonly verb: UnitVerb; readonly id: string };

/**
 * Shell functions that change units and prove it. `sp_prove UNIT…` watches units that were just started and fails with the last
 * lines of the journal when one ended or was started anew: a crash loop is active for most of the time it is looked at. Units
 * without a readiness signal must live for a second, all in the same one.
 */
const unitLibrary: ShellText = shRaw(
  String.raw`sp_show() { systemctl show -p "$2" -- "$1" 2>/dev/null | sed 's/^[^=]*=//'; }
sp_explain() {
  journalctl --no-pager -q -n 15 -o cat -u "$1" 2>/dev/null
  printf '%s %s: it is %s (%s)\n' "$1" "$2" "$(sp_show "$1" ActiveState)" "$(sp_show "$1" Result)"
  exit 1
}
sp_do() {
  if [ "$1" = reload ] && ! systemctl is-active -q -- "$2"; then set -- start "$2"; fi
  if systemctl is-failed -q -- "$2"; then systemctl reset-failed -- "$2"; fi
  systemctl --no-ask-password "$1" -- "$2" || sp_explain "$2" "did not $1"
}
sp_blame() {
  for sp_unit; do
    case $(sp_show "$sp_unit" ActiveState) in active|reloading|refreshing) ;; *) sp_explain "$sp_unit" 'ended right after its start';; esac
  done
  for sp_unit; do
    [ "$(sp_show "$sp_unit" NRestarts)" = 0 ] || sp_explain "$sp_unit" 'ended right after its start and was started again'
  done
  sp_explain "$1" 'ended right after its start and was started again'
}
sp_prove() {
  sp_first= sp_left=1
  if systemctl show -p Type -- "$@" 2>/dev/null | grep -q -x -E 'Type=(simple|exec|idle)'; then sp_left=2; fi
  while :; do
    sp_now=$(systemctl show -p NRestarts,MainPID,ActiveState -- "$@" 2>/dev/null)
    if printf '%s\n' "$sp_now" | grep '^ActiveState=' | grep -q -v -x -E 'ActiveState=(active|reloading|refreshing)'; then sp_blame "$@"; fi
    sp_life=$(printf '%s\n' "$sp_now" | grep -v '^ActiveState=')
    [ -n "$sp_first" ] || sp_first=$sp_life
    [ "$sp_first" = "$sp_life" ] || sp_blame "$@"
    [ "$sp_left" -gt 0 ] || return 0
    sp_left=$((sp_left - 1))
    sleep 0.5 2>/dev/null || sleep 1
  done
}
`,
);

/** The script that does all acts: unit files first, then what runs in the given order, then one proof for all that was started. */
export function unitScript(acts: readonly UnitAct[]): ShellText {
  const idsOf = (verb: UnitVerb): readonly string[] => acts.filter((act) => act.verb === verb).map((act) => act.id);
  const running = acts.filter(
    ({ verb }) => verb === 'stop' || verb === 'start' || verb === 'restart' || verb === 'reload',
  );
  const started = running.filter(({ verb }) => verb !== 'stop').map((act) => act.id);
  const commands = [
    ...together(idsOf('unmask'), (ids) => sh`systemctl unmask -q -- ${ids} && systemctl unmask -q --runtime -- ${ids}`),
    ...together(idsOf('daemon-reload'), () => sh`systemctl daemon-reload`),
    ...together(idsOf('enable'), (ids) => sh`systemctl enable -q -- ${ids}`),
    ...together(idsOf('disable'), (ids) => sh`systemctl disable -q -- ${ids}`),
    ...running.map(({ verb, id }) => sh`sp_do ${shRaw(verb)} ${id}`),
    ...together(started, (ids) => sh`sp_prove ${ids}`),
    ...together(idsOf('mask'), (ids) => sh`systemctl mask -q -- ${ids}`),
  ];
  const script = shJoin(commands, ' && ');
  return running.length === 0 ? script : shJoin([unitLibrary, script], '');
}

function together(ids: readonly string[], command: (ids: readonly string[]) => ShellText): readonly ShellText[] {
  return ids.length === 0 ? [] : [command([...new Set(ids)])];
}
