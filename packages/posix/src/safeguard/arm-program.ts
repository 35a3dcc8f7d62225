import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { bodyLibrary } from '../operations/library.ts';
import { type SafeguardPlace, safeguardLibrary } from './place.ts';

/** What a safeguard brings to its node. The program and its bodies follow on standard input, in this order. */
export type ArmRequest = {
  readonly place: SafeguardPlace;
  readonly run: string;
  readonly withinSeconds: number;
  readonly programBytes: number;
  readonly bodiesBytes: number;
  /** The safeguard that this one takes the place of. */
  readonly replaces: SafeguardPlace | undefined;
};

/**
 * Puts a safeguard on the node and starts its clock: a transient timer of systemd, which belongs to no login, or a shell of its own
 * session that sleeps. Prints `armed`, or a part of a sentence that tells why not; then nothing is left.
 */
export function armProgram(request: ArmRequest): ShellText {
  const { place, run, withinSeconds, programBytes, bodiesBytes, replaces } = request;
  const old = replaces === undefined ? sh`:` : dropText(replaces);
  return sh`${safeguardLibrary(place)}${bodyLibrary}
umask 077
sp_seconds=${withinSeconds}
sp_undo=${undoScript(run, withinSeconds)}
sp_drop() { ${old}; }
sp_other=${replaces === undefined ? '-' : `confirm-${replaces.id}`}
${shRaw(armLibrary)}
sp_receive ${programBytes} ${bodiesBytes}
sp_emit arm sp_arm
`;
}

/** The old safeguard has said its last word when its place is taken; where it is undoing already, it is too late for that. */
function dropText({ id, unit }: SafeguardPlace): ShellText {
  return sh`( sp_dir=$sp_top/confirm-${id} sp_unit=${unit}
    mv -- "$sp_dir/armed" "$sp_dir/replaced" 2>/dev/null || exit 1
    sp_wake
    rm -rf -- "$sp_dir" )`;
}

/** What the clock starts. It asks nobody: what it needs lies beside it. */
function undoScript(run: string, withinSeconds: number): string {
  return `d=\${0%/*}
PATH=$PATH:/usr/sbin:/usr/bin:/sbin:/bin
cd / && mv -- "$d/armed" "$d/undoing" 2>/dev/null || exit 0
echo "What run ${run.replaceAll(/[^\w.-]/g, '')} changed was not confirmed within ${withinSeconds} s, or was given up: it is undone."
/bin/sh "$d/program" <"$d/bodies" >"$d/log" 2>&1
rm -f -- "$d/program" "$d/bodies"
mv -- "$d/undoing" "$d/undone"
[ -s "$d/sleeper" ] || systemctl stop "$1.timer" >/dev/null 2>&1
`;
}

const armLibrary = String.raw`sp_why=
sp_receive() {
  mkdir -- "$sp_top" 2>/dev/null
  if [ ! -d "$sp_top" ] || [ -L "$sp_top" ] || [ ! -O "$sp_top" ]; then sp_why="$sp_top is no directory of this account"; return; fi
  chmod 700 -- "$sp_top"
  sp_sweep_safeguards
  [ -z "$sp_why" ] || return
  if ! mkdir -- "$sp_dir" 2>/dev/null; then sp_why="$sp_dir cannot be made"; return; fi
  sp_body "$1" >"$sp_dir/program" && sp_body "$2" >"$sp_dir/bodies" && printf %s "$sp_undo" >"$sp_dir/undo" &&
    [ "$(wc -c <"$sp_dir/program")" -eq "$1" ] && [ "$(wc -c <"$sp_dir/bodies")" -eq "$2" ] || sp_why="what it takes does not fit in $sp_dir"
}
sp_sweep_safeguards() {
  set +f
  for sp_each in "$sp_top"/confirm-*; do
    if [ -e "$sp_each/undone" ]; then rm -rf -- "$sp_each"
    elif [ "$sp_each" != "$sp_top/$sp_other" ] && { [ -e "$sp_each/armed" ] || [ -e "$sp_each/undoing" ]; }; then
      sp_why='changes of another run wait there to be confirmed or undone'
    fi
  done
  set -f
}
sp_arm() {
  if [ -z "$sp_why" ] && : >"$sp_dir/armed"; then
    if sp_clock; then
      if sp_drop; then printf %s armed; return; fi
      sp_why='the time for the changes before it has passed'
      sp_wake
    fi
  fi
  [ ! -e "$sp_dir/program" ] || sp_forget
  printf %s "\${sp_why:-the node has neither systemd nor setsid}"
}
sp_clock() {
  if [ "$u" = 0 ] && [ -d /run/systemd/system ] && sp_has systemd-run && systemd-run --quiet --collect \
    --unit="$sp_unit" --description='Setpoint: undo changes that nobody confirms' --on-active="$sp_seconds" \
    --timer-property=AccuracySec=100ms /bin/sh "$sp_dir/undo" "$sp_unit" >/dev/null 2>&1; then return 0; fi
  sp_has setsid || return 1
  setsid /bin/sh -c 'echo $$ >"$1/sleeper"; sleep "$2"; exec /bin/sh "$1/undo" "$3"' sh "$sp_dir" "$sp_seconds" "$sp_unit" \
    </dev/null >/dev/null 2>&1 9>&- &
  sp_tries=0
  while [ ! -s "$sp_dir/sleeper" ] && [ $sp_tries -lt 50 ]; do
    sp_tries=$((sp_tries + 1))
    sleep 0.1 2>/dev/null || sleep 1
  done
  [ -s "$sp_dir/sleeper" ]
}
`.replaceAll('\\${', '${');
