import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { UnitAct } from './script.ts';

/** The init systems beside systemd that services can belong to. */
export type InitSystem = 'openrc' | 'sysv';

/**
 * `sp_do VERB NAME`, `sp_on NAME`, `sp_off NAME` and `sp_is NAME` for each init system. What a service prints goes into a file: a daemon
 * keeps the output that it was started with, and the step would not end before it does.
 */
const libraries: Readonly<Record<InitSystem, ShellText>> = {
  openrc: shRaw(`sp_rc() { rc-service "$1" "$2"; }
sp_is() { rc-service "$1" status >/dev/null 2>&1; }
sp_on() { rc-update add "$1" default; }
sp_off() {
  for sp_link in /etc/runlevels/*/"$1"; do
    [ ! -L "$sp_link" ] && [ ! -f "$sp_link" ] && continue
    sp_level=\${sp_link#/etc/runlevels/}
    rc-update del "$1" "\${sp_level%%/*}" || return
  done
}
sp_ready() {
  sp_is "$1"
  case $? in 32|64) rc-service "$1" zap;; esac
}
`),
  sysv: shRaw(`sp_rc() { if command -v service >/dev/null; then service "$1" "$2"; else "/etc/init.d/$1" "$2"; fi; }
sp_is() { sp_rc "$1" status >/dev/null 2>&1; }
sp_on() {
  if command -v update-rc.d >/dev/null; then update-rc.d "$1" defaults && update-rc.d "$1" enable
  else chkconfig --add "$1" && chkconfig "$1" on; fi
}
sp_off() { if command -v update-rc.d >/dev/null; then update-rc.d "$1" disable; else chkconfig "$1" off; fi; }
sp_ready() { :; }
`),
};

const common: ShellText = shRaw(`sp_said=$(mktemp) || exit 1
trap 'rm -f -- "$sp_said"' EXIT
sp_try() {
  "$@" >"$sp_said" 2>&1 </dev/null || { sp_code=$?; cat -- "$sp_said"; return "$sp_code"; }
}
sp_do() {
  if [ "$1" = start ]; then sp_ready "$2" >/dev/null 2>&1 </dev/null; fi
  sp_try sp_rc "$2" "$1" || { echo "$2 did not $1"; exit 1; }
}
sp_prove() {
  sleep 1
  for sp_name; do sp_is "$sp_name" </dev/null || { cat -- "$sp_said"; echo "$sp_name ended right after its start"; exit 1; }; done
}
`);

/** The script that does all acts on services of such an init system: first what is to start at boot, then what runs. */
export function initScript(manager: InitSystem, acts: readonly UnitAct[]): ShellText {
  const namesOf = (...verbs: readonly UnitAct['verb'][]): readonly string[] =>
    acts.filter(({ verb }) => verbs.includes(verb)).map(({ id }) => id.replace(/\.service$/, ''));
  const running = acts.filter(({ verb }) => verb === 'stop' || verb === 'start' || verb === 'restart');
  const started = namesOf('start', 'restart');
  const commands = [
    ...namesOf('enable').map((name) => sh`sp_try sp_on ${name}`),
    ...namesOf('disable', 'disable-runtime').map((name) => sh`sp_try sp_off ${name}`),
    ...running.map(({ verb, id }) => sh`sp_do ${verb} ${id.replace(/\.service$/, '')}`),
    ...(started.length === 0 ? [] : [sh`sp_prove ${started}`]),
  ];
  return shJoin([libraries[manager], common, shJoin([...commands, sh`:`], ' && ')], '');
}
