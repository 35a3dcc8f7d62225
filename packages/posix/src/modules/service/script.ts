import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { asAccountLibrary } from '../../accounts/as-account.ts';
import { lingerPath } from '../../queries/user-unit.ts';
import type { InitSystem } from './init-script.ts';

/** What can be done to a unit, in the order in which several of them are done together. */
export type UnitVerb =
  | 'unmask'
  | 'daemon-reload'
  | 'enable'
  | 'disable'
  | 'disable-runtime'
  | 'stop'
  | 'start'
  | 'restart'
  | 'reload'
  | 'mask';

/**
 * One act on one unit: `id` is the name under which systemd files it, `manager` what starts it where that is not systemd, `account`
 * whose manager it belongs to where that is not the system's; a global one belongs to those of all accounts.
 */
export type UnitAct = {
  readonly verb: UnitVerb;
  readonly id: string;
  readonly manager?: InitSystem;
  readonly account?: string;
  readonly isGlobal?: boolean;
};

/** `sp_ctl WORD…` runs systemctl, prints what it said, leaves that in `sp_said`, and tells who has no rights what to do. */
const controlLibrary: ShellText = shRaw(
  String.raw`sp_ctl() {
  sp_failed=0
  sp_said=$(systemctl --no-ask-password "$@" 2>&1) || sp_failed=1
  if [ "$sp_failed" = 1 ] && [ "$(id -u)" -ne 0 ]; then
    case $sp_said in *'uthentication required'*|*denied*) sp_said="only root can change units, and this is $(id -un): set 'sudo: true' for the node or the resource";; esac
  fi
  [ -z "$sp_said" ] || printf '%s\n' "$sp_said"
  return "$sp_failed"
}
`,
);

/**
 * Shell functions that change units and prove it. `sp_prove UNIT…` watches units that were just started and fails with the last
 * lines of the journal when one ended or was started anew: a crash loop is active for most of the time it is looked at. Units
 * without a readiness signal must live for a second, all in the same one; `sp_meanwhile` is done while it passes.
 *
 * What systemd says of a program that cannot be started comes from a process that may be gone before the journal has found out its
 * unit; that line names the unit itself.
 */
const unitLibrary: ShellText = shRaw(
  String.raw`sp_show() { systemctl show -p "$2" -- "$1" 2>/dev/null | sed 's/^[^=]*=//'; }
sp_journal() { journalctl --no-pager -q -n 15 -o cat "_SYSTEMD_UNIT=$1" + "UNIT=$1" _UID=0; }
sp_explain() {
  journalctl --sync 2>/dev/null
  sp_journal "$1" 2>/dev/null
  sp_state=$(sp_show "$1" ActiveState)
  case $3:$sp_state in
    :active) ;;
    :*|*:failed) set -- "$1" "$2" "it is $sp_state ($(sp_show "$1" Result))";;
  esac
  [ -z "$3" ] || set -- "$1" "$2: $3"
  printf '%s %s\n' "$1" "$2"
  exit 1
}
sp_do() {
  if [ "$1" = reload ] && ! systemctl is-active -q -- "$2"; then set -- start "$2"; fi
  if systemctl is-failed -q -- "$2"; then systemctl reset-failed -- "$2"; fi
  sp_ctl "$1" -- "$2" >/dev/null || sp_explain "$2" "did not $1" "$(printf '%s\n' "$sp_said" | sed 's/^Failed to [^:]*: //; q')"
}
sp_blame() {
  for sp_unit; do
    case $(sp_show "$sp_unit" ActiveState) in
      active|reloading|refreshing) continue;;
      inactive) if [ "$(sp_show "$sp_unit" ConditionResult)" = no ]; then sp_explain "$sp_unit" 'did not start' 'a condition of its unit file is not met'; fi;;
    esac
    sp_explain "$sp_unit" 'ended right after its start'
  done
  for sp_unit; do
    [ "$(sp_show "$sp_unit" NRestarts)" = 0 ] || sp_explain "$sp_unit" 'ended right after its start and was started again'
  done
  sp_explain "$1" 'ended right after its start and was started again'
}
sp_prove() {
  sp_first= sp_left=
  while :; do
    sp_life=life sp_looks=1
    for sp_fact in $(systemctl show -p Type,NRestarts,MainPID,ActiveState -- "$@" 2>/dev/null); do
      case $sp_fact in
        ActiveState=active|ActiveState=reloading|ActiveState=refreshing) ;;
        ActiveState=*) sp_blame "$@";;
        Type=simple|Type=exec|Type=idle) sp_looks=2;;
        Type=*) ;;
        *) sp_life="$sp_life $sp_fact";;
      esac
    done
    [ -n "$sp_first" ] || sp_first=$sp_life sp_left=$sp_looks
    [ "$sp_first" = "$sp_life" ] || sp_blame "$@"
    [ "$sp_left" -gt 0 ] || break
    sp_left=$((sp_left - 1))
    { sleep 0.5 2>/dev/null || sleep 1; } &
    sp_once
    wait $!
  done
  sp_once
  return "$sp_late"
}
sp_late=
sp_once() {
  [ -z "$sp_late" ] || return 0
  sp_late=0
  sp_meanwhile || sp_late=1
}
sp_meanwhile() { :; }
`,
);

/**
 * The script that does all acts: unit files first, then what runs in the given order, then one proof for all that was started. A unit
 * that is started is enabled while it proves itself: that is for the next boot, and makes systemd read all of its files again.
 */
export function unitScript(acts: readonly UnitAct[]): ShellText {
  const byManager = [...Map.groupBy(acts, ({ account, isGlobal }) => (isGlobal === true ? 'global' : `of ${account}`))];
  const [first, ...others] = byManager.map(([, own]) => managerScript(own, own[0]));
  if (first === undefined || others.length === 0) return first ?? sh``;
  return shJoin(
    [first, ...others].map((script) => sh`( ${script}\n)`),
    ' && ',
  );
}

/** The script that does the acts that one manager is asked for. */
function managerScript(acts: readonly UnitAct[], owner: Pick<UnitAct, 'account' | 'isGlobal'> = {}): ShellText {
  const idsOf = (verb: UnitVerb): readonly string[] => acts.filter((act) => act.verb === verb).map((act) => act.id);
  const running = acts.filter(
    ({ verb }) => verb === 'stop' || verb === 'start' || verb === 'restart' || verb === 'reload',
  );
  const started = running.filter(({ verb }) => verb !== 'stop').map((act) => act.id);
  const enabled = idsOf('enable');
  const runtime = idsOf('disable-runtime');
  const meanwhile = enableTogether(enabled.filter((id) => started.includes(id)));
  const commands = [
    ...together(idsOf('unmask'), (ids) => sh`sp_ctl unmask -q -- ${ids} && sp_ctl unmask -q --runtime -- ${ids}`),
    ...together(idsOf('daemon-reload'), () => sh`sp_ctl daemon-reload`),
    ...enableTogether(enabled.filter((id) => !started.includes(id))),
    ...together([...idsOf('disable'), ...runtime], (ids) => sh`sp_ctl disable -q -- ${ids}`),
    ...together(runtime, (ids) => sh`sp_ctl disable -q --runtime -- ${ids}`),
    ...running.map(({ verb, id }) => sh`sp_do ${shRaw(verb)} ${id}`),
    ...together(started, (ids) => sh`sp_prove ${ids}`),
    ...together(idsOf('mask'), (ids) => sh`sp_ctl mask -q -- ${ids}`),
  ];
  const libraries = running.length === 0 ? [controlLibrary] : [controlLibrary, unitLibrary];
  const definitions = meanwhile.map((command) => sh`sp_meanwhile() { ${command}; }\n`);
  const { account, isGlobal } = owner;
  const ofAccount = account === undefined ? [] : [enterAccount(account, running.length > 0)];
  const entry = isGlobal === true ? [enterAll] : ofAccount;
  return shJoin([...libraries, ...definitions, ...entry, shJoin(commands, ' && ')], '');
}

/** Turns systemctl to the files that the managers of all accounts read; none of them is asked. */
const enterAll: ShellText = shRaw('systemctl() { command systemctl --global "$@"; }\n');

/**
 * Turns systemctl to the manager of the account. One that lingers since a moment ago is waited for; without a manager only what
 * concerns its next start can be done.
 */
function enterAccount(account: string, needsManager: boolean): ShellText {
  const lingers = lingerPath(account);
  const others = `only root and ${account} can change the units of ${account}: set 'sudo: true' for the node or the resource`;
  return sh`${asAccountLibrary}sp_find_user ${account}
case $? in 1) echo ${`there is no account ${account}`}; exit 1;; 2) echo ${others}; exit 1;; esac
systemctl() { sp_user_ctl "$@"; }
sp_journal() { journalctl --no-pager -q -n 15 -o cat "_SYSTEMD_USER_UNIT=$1" "_UID=$sp_uid" + "USER_UNIT=$1" "_UID=$sp_uid"; }
sp_tries=0
until sp_has_manager || [ ! -e ${lingers} ] || [ "$sp_tries" = 100 ]; do
  sleep 0.1
  sp_tries=$((sp_tries + 1))
done
if ! sp_has_manager; then
  ${needsManager ? sh`echo ${`${account} has no manager of units; the node says why by: systemctl status user@`}"$sp_uid.service"; exit 1` : sh`export SYSTEMD_OFFLINE=1`}
fi
`;
}

function enableTogether(ids: readonly string[]): readonly ShellText[] {
  return together(ids, (each) => sh`sp_ctl enable -q -- ${each}`);
}

function together(ids: readonly string[], command: (ids: readonly string[]) => ShellText): readonly ShellText[] {
  return ids.length === 0 ? [] : [command([...new Set(ids)])];
}
