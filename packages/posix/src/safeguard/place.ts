import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { ownUidText } from '../program/own-uid.ts';

/**
 * Shell text that sets `sp_top` to the directory that holds the safeguards of the account: memory that only it can read, gone after a
 * restart. It needs no single quotes, because the lock asks for it inside them.
 */
export const safeguardsText: string = `${ownUidText}; if [ "$u" = 0 ]; then sp_top=/run/setpoint; else sp_top=/tmp/setpoint-safeguard-$u; fi`;

/** The names of one safeguard on its node. */
export type SafeguardPlace = {
  readonly id: string;
  /** The systemd unit of the timer and of what it starts, without its suffix. */
  readonly unit: string;
};

/** The names of the safeguard with this id: hexadecimal digits. */
export function safeguardPlace(id: string): SafeguardPlace {
  return { id, unit: `setpoint-confirm-${id}` };
}

/** Sets `sp_safeguard` to the directory of the safeguard: no step of a wave starts once that is no longer armed. */
export function underSafeguardText({ id }: SafeguardPlace): ShellText {
  return sh`${shRaw(safeguardsText)}
sp_safeguard=$sp_top/confirm-${id}
`;
}

/**
 * What every program about a safeguard begins with. In the directory of a safeguard stands one of `armed`, `undoing` and `undone`; whoever
 * renames `armed` first decides, so that a confirmation and the end of the time cannot both come true. `sp_state` prints which it is.
 */
export function safeguardLibrary(place: SafeguardPlace): ShellText {
  return sh`${shRaw(safeguardsText)}
sp_dir=$sp_top/confirm-${place.id} sp_unit=${place.unit}
${shRaw(library)}`;
}

const library = String.raw`sp_state() {
  for sp_word in armed undoing undone; do
    if [ -e "$sp_dir/$sp_word" ]; then printf %s "$sp_word"; return; fi
  done
  printf %s gone
}
sp_wake() {
  if [ -s "$sp_dir/sleeper" ]; then kill -TERM "-$(cat "$sp_dir/sleeper")" 2>/dev/null
  else systemctl stop "$sp_unit.timer" >/dev/null 2>&1; fi
}
sp_forget() {
  rm -rf -- "$sp_dir"
  rmdir -- "$sp_top" 2>/dev/null
}
sp_keep() {
  if mv -- "$sp_dir/armed" "$sp_dir/confirmed" 2>/dev/null; then
    sp_wake
    sp_forget
    printf %s confirmed
  else sp_state; fi
}
`;
